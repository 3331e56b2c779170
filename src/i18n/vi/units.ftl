# Mistakes in unit files (CSV) and fill files (TOML). Nothing of a file with mistakes is taken over; the command says that once.

file-too-large = Tệp lớn hơn { $most } MiB nên không được đọc. Hãy chia thành nhiều tệp nhỏ hơn.
file-not-text = Từ đây tệp không phải văn bản UTF-8 hay UTF-16. Hãy lưu lại tệp bằng mã UTF-8.
file-control = Ký tự { $code } là ký tự điều khiển hoặc ký tự ẩn, không được có trong tệp. Hãy xóa nó.
file-more-mistakes = Tệp còn lỗi khác; ở đây chỉ nêu { $shown } lỗi đầu. Hãy sửa rồi kiểm tra lại, hoặc xem có chọn nhầm tệp không.

units-empty = Tệp trống. Dòng đầu phải ghi tên cột, ít nhất là: code (mã), name (tên), kind (loại), tier (cấp).
units-too-many = Tệp có hơn { $most } dòng. Hãy chia thành nhiều tệp nhỏ hơn.
units-column-unknown = Không có cột “{ $found }”. Các cột: code (mã), name (tên), kind (loại), parent (mã cấp trên), tier (cấp), from (từ), to (đến), pilot (điểm chỉ đạo), address (địa chỉ), contact (liên hệ), note (ghi chú).
units-column-twice = Cột { $column } có hai lần. Hãy bỏ một cột.
units-column-missing = Thiếu cột { $column } ({ $vietnamese }).
units-cells = Dòng này có { $found } ô, dòng tên cột có { $expected } ô. Hãy xem lại dấu phân cách “{ $mark }” và dấu ngoặc kép.
units-nameless = Ô “{ $found }” nằm dưới một cột không có tên. Hãy đặt tên cột hoặc xóa ô này.
units-quote-open = Dấu ngoặc kép mở ở đây không có dấu đóng.
units-behind-quote = Sau dấu ngoặc kép đóng chỉ được là dấu “{ $mark }” hoặc hết dòng. Dấu ngoặc kép nằm trong ô phải viết hai lần.
units-lines = Ô ở cột { $column } không được có xuống dòng.
units-long = Ô ở cột { $column } dài { $found } ký tự, nhiều nhất là { $most }.
units-blank = Ô ở cột { $column } không được để trống.
units-kind = Loại “{ $found }” không phải là place, cũng không phải loại đơn vị của chương trình kiểm tra.
units-tier = Không có cấp “{ $found }”. Hãy ghi province (tỉnh), district (huyện) hoặc commune (xã).
units-day = “{ $found }” không phải là ngày. Hãy ghi như 2021-03-01 hoặc 01/03/2021.
units-pilot = “{ $found }” không rõ nghĩa. Điểm chỉ đạo ghi yes (có) hoặc no (không).
units-period = Ngày cuối { $to } đứng trước ngày đầu { $from }.
units-overlap = Mã { $code } ở dòng { $first } và dòng { $second } có hiệu lực trùng ngày nhau. Hãy sửa from (từ) hoặc to (đến).
units-overlap-known = Mã { $code } trùng ngày với “{ $name }” đã có trong kho ({ $period }). Hãy ghi cùng ngày đầu để sửa dòng cũ, hoặc thêm dòng cũ vào tệp với ngày cuối sớm hơn.
units-parent-needed = Đơn vị không phải địa bàn phải có mã cấp trên.
units-parent-unknown = Mã cấp trên “{ $found }” không có trong tệp, cũng không có trong kho dữ liệu.
units-circle = Đi từ { $code } lên cấp trên { $parent } thì lại quay về { $code }. Hãy sửa mã cấp trên.

fill-toml = Từ đây tệp không đúng cú pháp TOML ({ $what }).
fill-key = Không có khóa “{ $found }” ở đây.
fill-missing = Thiếu { $key }.
fill-blank = { $key } không được để trống.
fill-twice = “{ $found }” đã có ở dòng { $line }. Mỗi tên chỉ dùng một lần.
fill-not-text = { $key } phải là chữ trong ngoặc kép.
fill-not-number = { $key } phải là số nguyên, từ 0 trở lên.
fill-not-flag = { $key } phải là true (có) hoặc false (không).
fill-not-day = { $key } phải là ngày có thật, không đặt trong ngoặc kép, như 2023-10-12.
fill-not-time = { $key } phải là ngày giờ có thật, kèm múi giờ, không đặt trong ngoặc kép, như 2023-10-12T08:00:00+07:00.
fill-not-list = { $key } phải là danh sách chữ, như ["V-01", "V-02"].
fill-not-table = { $key } phải là một bảng, viết là [{ $key }].
fill-not-tables = { $key } có thể có nhiều, viết là [[{ $key }]].
fill-rating = Mức đánh giá phải là số nguyên từ 0 đến 4.
fill-no-mark = Nội dung này chưa có mức đánh giá. Hãy ghi một trong: rating, not_applicable, not_verified (hoặc unanswered = true khi chưa đánh giá).
fill-two-marks = Nội dung này có hơn một mức đánh giá. Chỉ giữ một trong: rating, not_applicable, not_verified, unanswered.
fill-reason = { $key } phải có lý do.
fill-item-unknown = Chương trình kiểm tra không có nội dung “{ $found }”.
fill-item-kind = Nội dung { $item } không dành cho loại đơn vị { $kind }.
fill-evidence-kind = Chương trình kiểm tra không có loại minh chứng “{ $found }”.
fill-evidence-unknown = Không có minh chứng “{ $found }” trong tệp và trong cuộc kiểm tra.
fill-finding-unknown = Không có phát hiện “{ $found }” trong tệp và trong cuộc kiểm tra.
fill-finding-kind = Không có loại phát hiện “{ $found }”. Hãy ghi strength (ưu điểm) hoặc shortfall (hạn chế).
fill-severity = Không có mức độ “{ $found }”. Hãy ghi low (nhẹ), medium (vừa) hoặc high (nặng).
fill-file-parts = file, file_hash và file_bytes phải đi cùng nhau. Nếu muốn đính kèm tệp mới, chỉ ghi file.
fill-file-folder = Khi có file_hash, file chỉ là tên tệp, không kèm thư mục.
fill-hash = file_hash phải gồm 64 chữ số thập lục phân viết thường (0–9, a–f).
