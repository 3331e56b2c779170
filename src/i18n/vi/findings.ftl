# The findings of all units: tab, context, commands, screen.

context-findings = Phát hiện, kiến nghị
command-open-finding = mở
command-open-finding-help = Mở cuộc kiểm tra ở đúng nội dung của phát hiện đang chọn.
command-go-findings = phát hiện
command-go-findings-help = Mở trang theo dõi phát hiện và kiến nghị của mọi đơn vị.

tab-findings = Phát hiện
findings-gathering = Đang gom phát hiện, kiến nghị của các cuộc kiểm tra …
findings-empty = Chưa có phát hiện, kiến nghị nào. Khi kiểm tra một đơn vị, bấm h để ghi phát hiện, k để ghi kiến nghị; tất cả sẽ hiện ở đây.
findings-no-match = Không có phát hiện, kiến nghị nào khớp. Bấm = để bỏ lọc.
findings-nothing-shown = Danh sách đang trống, không có gì để ghi ra. Bấm = để bỏ lọc.
findings-title = Còn mở { $open } · Quá hạn { $overdue } · 30 ngày tới { $soon } · Chưa giao { $unassigned } · Báo xong { $declared }
findings-open = Còn mở
findings-overdue = Quá hạn
findings-due-soon = Trong 30 ngày tới
findings-unassigned = Chưa có người chịu hoặc hạn
findings-strengths = Ưu điểm
findings-no-day = chưa có hạn
findings-no-recommendation = chưa kiến nghị
findings-no-owner = chưa ai chịu
findings-not-recorded = chưa ghi
findings-line = { $number } · { $round } · { $state }
findings-of = { $number } { $what }
findings-unsigned = chưa ký
findings-export-form = Ghi danh sách đang hiện ra tệp
report-recommendation-alone = kiến nghị không gắn với phát hiện nào
