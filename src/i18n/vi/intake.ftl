# Mistakes in programme files, and what every mistake in a file has in common.

intake-nearest = có phải là “{ $name }”?

programme-schema = Tệp viết theo lược đồ { $found }; bản phần mềm này đọc lược đồ { $reads }. Dùng schema = { $reads } hoặc cập nhật phần mềm.

# TOML
programme-syntax-twice = Tên này đã có ở trên. Mỗi tên chỉ viết một lần trong một bảng; xóa hoặc đổi tên một chỗ.
programme-syntax-quotes = Chữ phải nằm trong dấu nháy thẳng "…" hoặc '…', mở và đóng trên cùng một dòng.
programme-syntax-unclosed = Có ngoặc mở mà chưa đóng. Thêm ] hoặc {"}"} cho đủ.
programme-syntax-comma = Các phần trong ngoặc cách nhau bằng một dấu phẩy; ở đây thừa hoặc thiếu dấu phẩy.
programme-syntax-other = Không đọc tiếp được theo cú pháp TOML từ đây ({ $detail }).

# keys and values
programme-unknown-table = Chương trình kiểm tra không có phần “{ $key }”. Xóa hoặc sửa tên.
programme-unknown-key = { $table } không có “{ $key }”. Xóa hoặc sửa tên.
programme-missing = Thiếu “{ $key }”; tệp nào cũng phải có phần này.
programme-missing-key = { $table } thiếu “{ $key }”.
programme-needs-words = “{ $key }” phải là chữ trong dấu nháy: "…".
programme-needs-text = “{ $key }” phải có hai thứ tiếng: {"{"} vi = "…", en = "…" {"}"}.
programme-needs-number = “{ $key }” phải là số nguyên, không có dấu nháy.
programme-needs-share = “{ $key }” phải là số nguyên từ 0 đến 10000, tính bằng phần vạn (10000 = 100 %).
programme-needs-yes-no = “{ $key }” phải là true hoặc false, không có dấu nháy.
programme-needs-day = “{ $key }” phải là ngày viết năm-tháng-ngày, không có dấu nháy: 2023-12-31.
programme-needs-list = “{ $key }” phải là danh sách trong ngoặc vuông: [ … ].
programme-needs-table = “{ $key }” phải là một bảng gồm các dòng tên = giá trị.
programme-needs-tables = Cần ít nhất một bảng viết với hai ngoặc vuông: { $table }.
programme-needs-condition = “{ $key }” phải là một điều kiện trong dấu nháy, ví dụ 'people_asked >= 5'.
programme-blank = “{ $key }” để trống. Viết nội dung hoặc xóa dòng này.
programme-unseen = “{ $key }” có ký tự điều khiển hoặc ký tự ẩn. Xóa rồi gõ lại đoạn này.
programme-bad-id = Mã “{ $id }” không dùng được: chỉ gồm chữ, số và các dấu _ - . và không quá 40 ký tự.
programme-id-twice = Mã “{ $id }” đã dùng ở dòng { $line }. Mỗi mã chỉ dùng một lần.
programme-listed-twice = “{ $id }” đã có trong danh sách này.
programme-place = Loại “place” dành cho địa bàn hành chính, không bao giờ được kiểm tra. Đặt mã khác.
programme-out-of-range = “{ $key }” phải từ { $least } đến { $most }; ở đây là { $found }.
programme-how-many = “{ $key }” phải có đúng { $needs } phần; ở đây có { $found }.
programme-not-rising = Các số trong “{ $key }” phải tăng dần; số này không lớn hơn số đứng trước.
programme-no-such-word = “{ $word }” không dùng được cho “{ $key }”; chọn một trong: { $words }.
programme-days-order = valid_to đứng trước valid_from. Đổi lại hai ngày.
programme-bands-order = Xếp hạng từ cao xuống thấp: “min” của hạng này phải nhỏ hơn hạng đứng trên.
programme-bands-from-nothing = Hạng cuối cùng phải có min = 0, để điểm nào cũng có hạng.

# references
programme-unknown-unit-kind = Không có loại đơn vị “{ $id }” trong các [[unit_kind]].
programme-unknown-evidence-kind = Không có loại minh chứng “{ $id }” trong các [[evidence_kind]].
programme-unknown-band = Không có hạng “{ $id }” trong các [[band]].
programme-unknown-item = Không có nội dung “{ $id }” trong các [[section.item]].
programme-item-later = “relevant” chỉ được hỏi nội dung đứng trước; “{ $id }” đứng sau hoặc chính là nội dung này.
programme-life-itself = Nội dung “{ $id }” không thể lấy chính mình làm “life”.
programme-life-tied = “{ $id }” lại dựa vào một nội dung khác. Nội dung ở “life” phải đứng độc lập, không có “life” của mình.

# conditions
programme-condition-syntax = Không đọc tiếp được điều kiện từ đây. Ví dụ viết đúng: people_asked >= 5 && level("A-01") >= 2
programme-condition-sign = Trong điều kiện, thay “{ $wrong }” bằng “{ $right }”.
programme-condition-long = Điều kiện dài quá { $most } byte. Viết gọn lại.
programme-condition-deep = Ngoặc lồng nhau quá { $most } lớp. Viết gọn lại.
programme-condition-name = Điều kiện không biết tên “{ $name }”; các tên dùng được: { $names }.
programme-condition-function = Điều kiện không có hàm “{ $name }”; chỉ có level("mã") và rated("mã").
programme-condition-word = Không bao giờ có giá trị “{ $word }” ở đây; chọn một trong: { $words }.
programme-condition-item = level và rated cần đúng một mã nội dung trong dấu nháy: level("A-01").
programme-condition-mismatch = Dấu “{ $sign }” không dùng được giữa hai thứ này: số so với số, chữ so với chữ, đúng/sai đi với && || !.
programme-condition-not-yes-no = Điều kiện phải cho kết quả đúng hoặc sai; ở đây nó chỉ là một số hoặc một chữ. Thêm phép so sánh.
programme-condition-score = “relevant” không hỏi được “{ $name }”: điểm chỉ có sau khi biết những nội dung nào được hỏi.
programme-condition-beyond = Điều kiện chỉ dùng tên, số nguyên, chữ, so sánh, + - * / %, && || ! ?: và in [ … ]; phần này nằm ngoài.

# warnings
programme-no-vi = “{ $key }” chưa có tiếng Việt; tạm dùng tiếng Anh.
programme-no-en = “{ $key }” chưa có tiếng Anh; tạm dùng tiếng Việt.
programme-label-wide = “{ $label }” rộng { $columns } cột, quá { $most }; danh sách sẽ cắt bớt.
programme-kind-sees-nothing = Không nội dung nào hỏi tới loại đơn vị “{ $id }”.
programme-item-unseen = Không loại đơn vị nào thấy nội dung “{ $id }”: applies_to để trống.
programme-life-unseen = “{ $id }” dựa vào “{ $life }”, nhưng các loại đơn vị sau không được hỏi “{ $life }”: { $kinds }. Ở đó nội dung này không bị chặn trần.
