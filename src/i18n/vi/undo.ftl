# Hoàn tác: việc gì, và vì sao không hoàn tác được.

undo-and-more = , và { $count } thay đổi khác
undo-no-value = chưa có
undo-not-applicable = không áp dụng
undo-not-verified = chưa kiểm chứng
undo-round = đợt kiểm tra
undo-programme = bộ tiêu chí
undo-settings = cài đặt
undo-model = mô hình
undo-draw = lượt bốc thăm
undo-at = { $unit } · { $what }
undo-not-signature = Chữ ký không hoàn tác được. Muốn sửa, vào màn hình Ký và mở lại cuộc kiểm tra, ghi rõ lý do.
undo-not-reopening = Việc mở lại không hoàn tác được. Sửa xong thì ký kết thúc lần nữa.
undo-not-draw = Lượt bốc thăm không hoàn tác được vì số đã biết. Danh sách sai thì bốc lại và ghi rõ sai ở đâu.
undo-not-plan = Cuộc kiểm tra đã lập không hoàn tác được, nó ở lại trong sổ. Hoàn tác lần nữa để lùi tới việc trước đó.
undo-not-unit = Đơn vị đã thêm không hoàn tác được. Nếu thêm nhầm, sửa thông tin hoặc ghi ngày hết hiệu lực. Hoàn tác lần nữa để lùi tới việc trước đó.
undo-not = Không hoàn tác được: { $what }. Hoàn tác lần nữa để lùi tới việc trước đó.
undo-refused = Không hoàn tác được: { $what }. { $why }
redo-changed-since = Không làm lại được: { $what } đã được đổi từ lúc hoàn tác. Xem lịch sử.
