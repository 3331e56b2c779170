# The walk as numbered lines, for screen readers and dumb terminals.

plain-hello = Thực chất, bản từng dòng. Gõ số của dòng hoặc của việc, rồi Enter. Gõ ? để nghe các việc làm được ở đây; để trống là đọc lại.
plain-bye = Mọi việc đã lưu. Tạm biệt.
plain-deeds = Việc làm được ở đây (gõ số, phím trong ngoặc, hoặc tên việc):
plain-more-back = các dòng trước
plain-more-on = các dòng sau
plain-part = Dòng { $first } đến { $last } trong { $count }.
plain-lines = dòng { $first } đến { $last } trong { $count }
plain-choose = Chọn:
plain-no-choice = “{ $typed }” không phải số, phím hay việc nào ở đây. Gõ ? để nghe các việc làm được.
plain-too-long = Dòng này dài quá { $most } ký tự; phần sau bị bỏ.
plain-filtered = Lọc { $filter }: { $count } cuộc kiểm tra.
plain-searched = Lọc { $filter }, tìm “{ $words }”: { $count } cuộc kiểm tra.
plain-units-searched = Tìm “{ $words }”: { $count } đơn vị.
plain-search = Tìm chữ nào? Không cần dấu; để trống là bỏ tìm.
plain-opened = đang mở
plain-closed = đang đóng
plain-in-hand = Đang chọn: { $what }
plain-change = { $at }, { $who }: { $what }, từ “{ $from }” thành “{ $to }”
plain-records = Minh chứng, phát hiện, kiến nghị của nội dung này. Gõ số để chọn, rồi sửa hoặc bỏ.
plain-chosen = đang chọn
plain-no-mark = chưa có mức
plain-mark = Mức lúc này: { $mark }
plain-score = Điểm: tự nhận { $claimed }, minh chứng đỡ được { $supported }, khoảng cách { $gap }, độ phủ { $coverage } %, { $band }; còn { $open } nội dung chưa có mức.
plain-form = Mỗi ô một dòng. Để trống: giữ nguyên. - : xóa ô. = : lưu luôn, các ô sau giữ nguyên. . : bỏ, không lưu. Dấu \ cuối dòng: viết tiếp dòng sau; \ đầu dòng: lấy nguyên văn.
plain-field = { $at }/{ $count } { $label }
plain-field-required = { $at }/{ $count } { $label } (phải có)
plain-now = đang là: { $value }
plain-one = Gõ một số; đang chọn { $chosen }.
plain-many = Gõ các số, cách nhau bằng dấu cách; đang chọn { $chosen }.
plain-none = không có gì
plain-day = Ngày: 30/11, 30/11/2023 hoặc +14.
plain-moment = Giờ: 08:00 hoặc 12/10/2023 08:00.
plain-count = Số đếm.
plain-no-option = “{ $typed }” không phải số từ 1 đến { $count }.
plain-given-up = Đã bỏ, không lưu.
plain-yes-no = 1. Đồng ý. 2. Không.
