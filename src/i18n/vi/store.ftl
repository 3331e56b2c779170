# Kho dữ liệu: điều gì đã xảy ra, cái gì còn giữ được, làm gì tiếp theo.

store-in-use = Kho dữ liệu đang mở ở tiến trình { $pid }. Không có gì bị thay đổi. Hãy dùng cửa sổ đang mở, hoặc đóng nó rồi mở lại.
store-in-use-unknown = Kho dữ liệu đang mở ở một tiến trình khác. Không có gì bị thay đổi. Hãy dùng cửa sổ đang mở, hoặc đóng nó rồi mở lại.
store-missing = Thư mục này không có kho dữ liệu. Hãy chỉ đúng thư mục, hoặc tạo kho mới bằng `thucchat init`.
store-not-empty = Thư mục đã có sẵn tệp khác; chưa ghi gì vào đó. Hãy chọn một thư mục trống hoặc một tên mới.
store-newer = Kho dữ liệu được ghi bằng phiên bản mới hơn (dạng { $format }). Không có gì bị thay đổi. Hãy cập nhật chương trình rồi mở lại.
store-manifest = Tệp { $path } không đọc được: { $reason }. Dữ liệu vẫn còn nguyên trong nhật ký. Hãy sửa tệp này, hoặc khôi phục từ bản sao lưu.
store-journal-missing = Không thấy nhật ký của kho dữ liệu. Không có gì bị thay đổi. Hãy khôi phục từ bản sao lưu.
store-io = Không đọc hoặc ghi được { $path }: { $reason }. Những gì đã lưu vẫn còn. Hãy kiểm tra ổ đĩa và quyền truy cập rồi thử lại.
store-index = Không đọc được chỉ mục ({ $reason }) và cũng chưa dựng lại được. Dữ liệu vẫn còn nguyên trong nhật ký. Hãy đóng chương trình rồi mở lại.
store-programme-unknown = Kho không có tệp chương trình kiểm tra { $hash }. Những gì đã lưu vẫn còn. Hãy nhập lại tệp chương trình.
store-programme-broken = Tệp chương trình kiểm tra { $hash } trong kho không dùng được. Các mức đánh giá vẫn còn nguyên. Hãy nhập lại tệp, hoặc cập nhật chương trình.
store-programme-damaged = Tệp chương trình kiểm tra { $hash } trong kho đã bị hỏng. Các mức đánh giá và minh chứng vẫn còn nguyên. Hãy nhập lại đúng tệp đó, hoặc khôi phục từ bản sao lưu.
store-programme-other = Tệp đưa vào không phải tệp của chương trình đã đọc. Chưa giữ gì. Hãy đọc lại tệp rồi thử lại.
store-file-missing = Kho không có tệp đính kèm { $name }. Chưa lưu gì. Hãy đính kèm lại tệp.
store-file-damaged = Tệp đính kèm { $hash } trong kho đã bị hỏng. Các phần khác vẫn còn nguyên. Hãy đính kèm lại, hoặc khôi phục từ bản sao lưu.
store-rebuild-refused = Nhật ký bị hỏng ở giữa, nên không dựng lại chỉ mục: chỉ mục đang dùng còn biết nhiều hơn. Mọi thứ được giữ nguyên. Hãy khôi phục từ bản sao lưu.

store-refused-frozen = Cuộc kiểm tra đã ký kết thúc nên không sửa được. Chưa lưu gì. Muốn sửa, hãy mở lại cuộc kiểm tra và ghi lý do.
store-refused-not-signed = Cuộc kiểm tra chưa ký kết thúc nên không cần mở lại. Chưa lưu gì. Cứ sửa bình thường.
store-refused-missing = Kiến nghị hoặc phát hiện này không còn nữa. Chưa lưu gì. Hãy mở lại danh sách.
store-refused-plan-held = Cuộc kiểm tra đã có số liệu nên không đổi được đơn vị, đợt hay chương trình. Chưa lưu gì. Hãy lập một cuộc kiểm tra mới.
store-unknown-inspection = Không có cuộc kiểm tra { $id }. Chưa lưu gì. Hãy lập kế hoạch trước.
store-unknown-unit = Không có đơn vị { $id }. Chưa lưu gì. Hãy nhập danh sách đơn vị trước.
store-unknown-round = Không có đợt { $id }. Chưa lưu gì. Hãy thêm đợt trước.
store-too-long = Việc này quá lớn để lưu một lần. Chưa lưu gì. Hãy chia nhỏ rồi làm lại.
store-read-only = Nhật ký bị hỏng ở giữa nên kho chỉ mở để đọc. Chưa lưu gì. Hãy xuất những gì cần dùng và khôi phục từ bản sao lưu.
store-stopped = Kho đã ngừng ghi sau một lỗi ổ đĩa. Những gì đã báo “đã lưu” vẫn còn; thay đổi này thì chưa lưu. Hãy xử lý ổ đĩa rồi lưu lại.
store-thread-gone = Việc ghi vào kho đã ngừng vì lỗi của phần mềm. Những gì đã báo “đã lưu” vẫn còn; thay đổi cuối có thể chưa lưu. Hãy mở lại và xem lại thay đổi cuối.
store-not-saved = Chưa lưu được: { $reason }. Những gì đã báo “đã lưu” vẫn còn; kho ngừng ghi từ đây. Hãy ghi phần trên màn hình ra nơi khác, rồi kiểm tra ổ đĩa.
store-disk-full = Ổ đĩa đầy, thiếu ít nhất { $megabytes } MB. Những gì đã báo “đã lưu” vẫn còn; thay đổi này thì chưa lưu. Hãy xóa bớt tệp khác rồi lưu lại.

store-damaged-known = Chỉ mục vẫn còn giữ đủ những gì nhật ký bị hỏng: chưa mất gì, cứ làm việc tiếp, nhưng không sao lưu được nữa. Hãy khôi phục từ bản sao lưu ra thư mục mới: những thay đổi sau bản đó được lấy theo.
store-torn = Lần ghi cuối bị ngắt giữa chừng: { $bytes } byte chưa ghi trọn ở đoạn { $segment }, vị trí { $offset } đã được chuyển vào quarantine. Mọi thứ đã báo “đã lưu” vẫn còn.
store-replayed = { $records } thay đổi cuối đã được nạp lại từ nhật ký.
store-rebuilt-missing = Không có chỉ mục; đã dựng lại từ { $records } bản ghi của nhật ký. Không mất gì.
store-rebuilt-damaged = Chỉ mục bị hỏng, đã chuyển vào quarantine và dựng lại từ { $records } bản ghi của nhật ký. Không mất gì.
store-rebuilt-layout = Chỉ mục thuộc phiên bản khác; đã dựng lại từ { $records } bản ghi của nhật ký. Không mất gì.
store-rebuilt-different = Chỉ mục không khớp với nhật ký, đã chuyển vào quarantine và dựng lại từ { $records } bản ghi. Hãy chạy `thucchat vault verify`.
store-rebuilt-ahead = Nhật ký ngắn hơn chỉ mục: { $lost } bản ghi cuối không còn trong nhật ký. Chỉ mục cũ được giữ trong quarantine; kho mở với { $records } bản ghi. Hãy khôi phục từ bản sao lưu.
store-unknown-kept = { $count } phần do phiên bản mới hơn ghi được giữ nguyên nhưng chưa hiển thị. Hãy cập nhật chương trình để xem.
store-skipped = { $count } thay đổi không đặt được vào đâu vì phần trước đó bị mất. Chúng vẫn còn trong nhật ký.
store-clock-behind = Đồng hồ máy đang chậm hơn lần ghi cuối ({ $last }). Vẫn làm việc bình thường; hãy chỉnh lại giờ.
store-opened-read-only = Nhật ký bị hỏng ở giữa; kho chỉ mở để đọc. Phần còn lại vẫn xem và xuất được. Hãy khôi phục từ bản sao lưu.

store-harm-unreadable = Đoạn { $segment }, vị trí { $offset }: { $bytes } byte không đọc được.
store-harm-segment = Thiếu cả đoạn { $segment } của nhật ký.
store-harm-gap = Đoạn { $segment }, vị trí { $offset }: thiếu bản ghi từ số { $first } đến số { $last } trước chỗ này.
store-harm-broken = Đoạn { $segment }, vị trí { $offset }: bản ghi số { $seq } không nối đúng vào bản ghi trước; một trong hai đã bị sửa.
store-harm-repeated = Đoạn { $segment }, vị trí { $offset }: bản ghi số { $seq } bị lặp lại; chỉ tính một lần.

store-verify-records = { $records } bản ghi trong { $segments } đoạn nhật ký: chuỗi băm liền mạch.
store-verify-files = { $files } tệp đính kèm: đúng mã băm.
store-verify-file-missing = Thiếu tệp { $hash } mà hồ sơ có nêu. Hãy đính kèm lại, hoặc khôi phục từ bản sao lưu.
store-verify-file-damaged = Tệp { $hash } không còn đúng nội dung. Hãy đính kèm lại, hoặc khôi phục từ bản sao lưu.
store-verify-index-same = Chỉ mục khớp hoàn toàn với bản dựng lại từ nhật ký.
store-verify-index-differs = Chỉ mục khác với bản dựng lại từ nhật ký. Hãy chạy `thucchat vault rebuild`.

store-shared-folder = Kho { $path } nằm trên thư mục mạng hoặc ổ gắn qua phần mềm ({ $kind }): ở đó “đã lưu” có thể chưa xuống tới đĩa, và hai máy có thể cùng mở một kho. Vẫn làm việc được. Hãy chuyển kho về ổ đĩa của máy này.
store-io-full = Ổ đĩa đầy nên không ghi được { $path }. Những gì đã báo “đã lưu” vẫn còn. Hãy xóa bớt tệp khác rồi thử lại.
store-io-denied = { $path } chỉ cho đọc hoặc không cho phép dùng. Không có gì bị thay đổi. Hãy chép kho sang thư mục ghi được, hoặc sửa quyền, rồi mở lại.
store-verify-backup-damaged = Bản sao lưu { $path } bị hỏng, không dùng để khôi phục được. Hãy sao lưu lại rồi xóa tệp đó.
store-opened-full = Ổ đĩa đầy: kho mở được để xem và xuất ra nơi khác, chưa lưu thêm được. Những gì đã báo “đã lưu” vẫn còn. Hãy xóa bớt tệp khác rồi lưu lại.
store-link = { $path } là liên kết dẫn ra nơi khác; kho không mở qua liên kết. Chưa đọc và chưa ghi gì. Hãy chép cả thư mục kho từ nguồn tin cậy.
store-open-to-others = Người dùng khác trên máy xem được thư mục kho { $dir } và không khóa lại được. Hãy chuyển kho sang ổ đĩa có phân quyền.
store-closed-to-others = Người dùng khác trên máy đã có thể sửa thư mục kho { $dir }; nay chỉ còn mình anh chị. Hãy chạy `thucchat vault verify` để biết có gì bị sửa không.
store-other-owner = Thư mục kho { $dir } thuộc người dùng khác trên máy: người đó đọc và sửa được kho.
