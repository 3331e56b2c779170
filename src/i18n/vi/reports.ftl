# The documents that can be made, their preview.

tab-reports = Báo cáo
context-reports = Báo cáo
reports-title = Văn bản lập được
reports-inspection = Báo cáo kết quả kiểm tra
reports-inspection-about = Báo cáo của một cuộc kiểm tra: tình hình, kết quả từng mục, ưu điểm, hạn chế, kiến nghị, phụ lục chấm điểm và minh chứng. Gửi đơn vị được kiểm tra và cơ quan thường trực.
reports-minutes = Biên bản làm việc
reports-minutes-about = Biên bản của buổi kiểm tra: ai, khi nào, đã xem gì, hỏi ai, ghi nhận từng nội dung, ý kiến của đơn vị. Hai bên ký.
reports-letter = Công văn đôn đốc
reports-letter-about = Nhắc một đơn vị về những kiến nghị quá hạn và sắp đến hạn, từng việc có người chịu và thời hạn. Gửi đơn vị.
reports-rollup = Báo cáo tổng hợp một đợt
reports-rollup-about = Tổng hợp nhiều đơn vị trong một đợt, gộp theo địa bàn, loại đơn vị, mục hoặc từng đơn vị; đơn vị chưa kiểm tra luôn có tên. Gửi cấp ủy.
reports-nominations = Đề nghị biểu dương
reports-nominations-about = Tờ trình các ưu điểm và mô hình đã kiểm chứng của một đợt, mỗi điều kèm minh chứng, không xếp hạng; đơn vị chưa được đề nghị có lý do. Gửi ban chỉ đạo.
reports-findings = Phát hiện và kiến nghị
reports-findings-about = Lời văn các phát hiện cùng kiến nghị của nhiều cuộc kiểm tra, xếp theo đơn vị, để đôn đốc hoặc đưa vào văn bản khác.
reports-how = Cách làm
reports-how-choose = Enter: chọn đơn vị, đợt, cách gộp và định dạng
reports-how-preview = Xem trước đúng những gì sẽ ghi ra tệp; / để tìm trong văn bản
reports-how-write = w: ghi tệp, tên đề sẵn; tệp đã có không bị ghi đè
reports-round = Đợt đang làm: { $round }

reports-unit = Đơn vị (mã hoặc tên)
reports-by = Gộp theo
reports-by-district = địa bàn
reports-by-kind = loại đơn vị
reports-by-section = mục
reports-by-unit = từng đơn vị
reports-which = Phát hiện
reports-which-all = tất cả
reports-which-open = kiến nghị còn mở
reports-which-overdue = kiến nghị quá hạn
reports-which-declared = đơn vị báo đã làm
reports-which-verified = đã kiểm chứng
reports-format = Định dạng
reports-format-text = văn bản thuần (txt)
reports-format-docx = Word (docx)
reports-format-html = trang web để xem và in (html)
reports-format-markdown = Markdown (md)
reports-format-json = JSON, cho chương trình
reports-format-xlsx = bảng tính Excel (xlsx)
reports-format-csv = bảng CSV, cho bảng tính
reports-unknown-unit = Không có đơn vị nào khớp “{ $typed }”. Gõ mã hoặc một phần tên, không cần dấu.
reports-no-unit = Đợt { $round } không có cuộc kiểm tra nào của đơn vị khớp “{ $typed }”. Gõ mã hoặc một phần tên, không cần dấu.
reports-many-units = “{ $typed }” khớp { $count } đơn vị: { $names } … Gõ thêm tên, hoặc gõ mã.
reports-unmade = Không lập được văn bản này. Chưa ghi tệp nào, dữ liệu vẫn nguyên; thử lại, hoặc chọn định dạng khác.
reports-gone = Cuộc kiểm tra hoặc đợt này không còn trong kho.

preview-at = dòng { $from }–{ $to } trên { $of } · { $share } %
preview-not-found = Không thấy chữ này trong văn bản.
preview-search-first = Chưa tìm chữ nào. Bấm / rồi gõ.

command-go-reports = báo cáo
command-go-reports-help = Mở thẻ Báo cáo: các văn bản lập được.
command-make-document = lập văn bản
command-make-document-help = Chọn văn bản này nói về gì, định dạng nào, rồi xem trước.
command-next-match = chỗ sau
command-next-match-help = Tới dòng tiếp theo có chữ đang tìm.
command-previous-match = chỗ trước
command-previous-match-help = Về dòng trước đó có chữ đang tìm.

stamp-check = Kiểm lại tệp chữ (txt) của văn bản này: thucchat report verify TỆP
stamp-journal = Nhật ký: { $hash }
stamp-text = Văn bản: { $hash }
stamp-none = { $file } không có phần chân để kiểm lại: không phải báo cáo dạng chữ (txt) do chương trình này lập, hoặc phần cuối đã bị cắt.
stamp-command = Phần chân ghi lệnh “{ $command }”, phiên bản này không biết lệnh đó hoặc kho không còn cuộc kiểm tra ấy.
stamp-made = Lập bằng “{ $command }” ngày { $day }, nhật ký { $head }.
stamp-unaltered = ✓ Chữ trong tệp đúng như lúc lập.
stamp-altered = ✗ Chữ trong tệp đã bị sửa sau khi lập: mã băm không khớp.
stamp-ours = ✓ Lập từ kho này: nhật ký có bản ghi ấy.
stamp-not-ours = ✗ Nhật ký của kho này không có bản ghi ấy: lập từ kho khác, hoặc kho đã bị thay.
stamp-current = ✓ Kho hiện nay vẫn cho đúng văn bản này, từng chữ.
stamp-differs = ✗ Kho hiện nay cho văn bản khác ở { $count } dòng (- trong tệp, + trong kho):

bundle-none = Đợt { $round } chưa có cuộc kiểm tra nào đã ký nên chưa có báo cáo để ghi.
bundle-stopped = Đã dừng: không tệp nào được để lại.
bundle-written = Đã ghi { $count } báo cáo vào { $folder }, cùng danh sách mã băm { $list } (kiểm bằng sha256sum -c { $list }).

command-copy-document = sao chép
command-copy-document-help = Sao chép cả văn bản vào bảng nhớ của terminal, khi cài đặt cho phép.
document-copied = Đã sao chép { $count } dòng vào bảng nhớ của terminal.
document-too-long = Đã sao chép { $count } dòng; văn bản dài, có terminal chỉ nhận phần đầu. Ghi ra tệp thì chắc chắn.
document-copy-off = Sao chép ra ngoài đang tắt. Mở cài đặt, chọn bảng nhớ của terminal; hoặc ghi ra tệp.

layout-too-large = Tệp bố cục lớn hơn 32 KB nên không đọc.
layout-toml = Không đọc được: { $what }
layout-body = body là “{ $body }”; phải là party (Đảng) hoặc state (Nhà nước).
layout-day = Phải là một ngày, như 2018-04-03.
layout-beyond = Phần { $part }: mẫu đầu trang, cuối trang không dùng được `{ $what }` vì có thể làm chữ dài vô hạn, hoặc là một trường có tên của format. Chỉ dùng biến, chữ, if, for và các bộ lọc như upper, lower, default, join, format.
layout-template = { $part }: mẫu sai: { $what }
layout-variable = { $part }: không có biến “{ $name }”. Có các biến: { $known }.
layout-look = { $file }: { $mistakes } lỗi. Bố cục có lỗi không được dùng; bố cục của nơi ban hành đặt trong { $folder }.
layout-good = { $file }: không có lỗi ({ $mistakes }). Đặt vào { $folder } để dùng.
layout-no-body = Không có bố cục “{ $name }” đi kèm. Có: party (Đảng), state (Nhà nước).
layout-ignored = Bố cục { $file } có lỗi nên không dùng: { $why } Xem hết bằng thucchat template check.
