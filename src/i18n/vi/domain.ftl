# Words of the domain (design 1): one word for one thing, in screens, commands and documents.

word-answer = mức đánh giá
word-evidence = minh chứng
word-finding = phát hiện
word-recommendation = kiến nghị

kind-place = địa bàn
tier-province = tỉnh
tier-district = huyện
tier-commune = xã
milestone-annual = Sơ kết hằng năm
milestone-mid-term = Sơ kết giữa kỳ
milestone-final = Tổng kết
state-planned = chưa làm
state-underway = đang làm
state-ready = chờ ký
state-signed = đã ký
no-band = chưa xếp loại
finding-strength = ưu điểm
finding-shortfall = hạn chế
severity-low = nhẹ
severity-medium = vừa
severity-high = nặng
family-documentary = giấy tờ
family-testimonial = lời nói
family-physical = mắt thấy
family-analytical = tính toán

flag-paper-weight = { $kind }: các nội dung chỉ cần giấy tờ là đủ chiếm { $share } % trọng số, quá { $most } %. Thêm minh chứng ngoài giấy tờ, hoặc giảm trọng số các nội dung ấy.
flag-too-many-items = { $kind } phải trả lời { $items } nội dung, quá { $most }. Bỏ bớt hoặc gộp lại: hỏi ít mà chắc.
flag-nothing-to-ask = { $item } không nêu minh chứng nào hoặc không nêu hỏi ai. Ghi rõ cả hai.
flag-unreachable = Mục { $section } không loại đơn vị nào tới được. Sửa applies_to hoặc bỏ mục này.
flag-little-outcome = { $kind }: nội dung đo kết quả chỉ chiếm { $share } % trọng số, dưới { $least } %. Thêm nội dung hỏi kết quả và hỏi dân.

round-id = “{ $id }” không dùng làm mã đợt được: chỉ gồm chữ, số và - _ . , không có khoảng trắng, dài nhất 40 ký tự. Ví dụ: 2023-so-ket.
