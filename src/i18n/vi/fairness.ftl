# Công bằng với đơn vị: tự chấm trước, ưu điểm nhân rộng được, thời gian và giấy tờ đơn vị phải bỏ ra.

self-score-title = Đơn vị tự chấm (trước khi kiểm tra)
self-score-field = Điểm tự chấm (0–100)
self-score-by = Người chấm cho đơn vị
self-score-on = Ngày đơn vị chấm
self-score-edit = điểm tự chấm
self-score-points = “{ $found }” không phải điểm. Ghi từ 0 đến 100, nhiều nhất hai chữ số lẻ, như 78,5.
self-score-whole = Cần đủ cả ba: điểm, người chấm, ngày. Muốn bỏ điểm tự chấm thì để trống cả ba.
self-score-refused = Đã có nội dung được chấm nên điểm tự chấm được niêm phong, không ghi, không sửa được nữa; chưa có gì thay đổi. Muốn sửa thì xóa hết mức đã chấm trước.
self-score-none = Đơn vị không tự chấm trước; đã có mức chấm nên không ghi thêm được nữa.
self-score-sealed = { $by } tự chấm ngày { $on }. Điểm được niêm phong cho đến khi mọi nội dung có mức, để không kéo tay người chấm.
self-score-opened = Đơn vị tự chấm { $given } điểm ({ $by }, { $on }); minh chứng đỡ được { $supported }, { $way ->
    [above] tự chấm cao hơn { $difference } điểm
    [below] tự chấm thấp hơn { $difference } điểm
   *[same] hai bên bằng nhau
  }.
self-score-name = Đơn vị tự chấm
self-score-report-sealed = Đã có ({ $by }, { $on }); niêm phong cho đến khi mọi nội dung có mức
self-score-report-none = Đơn vị không tự chấm trước khi kiểm tra

transferable-field = Nhân rộng được
transferable-none-field = Vì sao chưa có gì để nhân rộng
transferable-name = Nhân rộng
transferable-yes = Đơn vị khác làm theo được
transferable-none = Không thấy ưu điểm nào nhân rộng được: { $reason }
transferable-unsaid = Đoàn chưa nói ưu điểm nào của { $unit } nhân rộng được, cũng chưa nói vì sao không có.

not-verified-reason = Mới có lời của đơn vị, chưa có giấy tờ, người dân hay điều đoàn tự thấy xác nhận là không làm

burden-aside = Đơn vị bỏ ra
burden-here = nay
burden-last-short = trước
burden-round-short = đợt
burden-documents = văn bản { $figure }
burden-on-paper = phút giấy { $figure }
burden-with-people = phút gặp dân { $figure }
burden-last = trước { $figure }
burden-round = giữa đợt { $figure }
burden-report-last = lần trước ({ $round }): { $figure }
burden-report-round = trung vị { $of } cuộc khác trong đợt: { $figure }
burden-report-nothing = { $unit } chưa có lần trước, cũng chưa có cuộc nào khác trong đợt { $round } ghi lại để so.
burden-heading = Giấy tờ và thời gian đã lấy của đơn vị
burden-about = Trung vị trên những cuộc có ghi trong { $signed } cuộc đã ký; cuộc không ghi không tính là 0.
burden-column = Mỗi cuộc
burden-now = Đợt này
burden-before = Đợt trước
burden-of = Số cuộc có ghi
burden-not-recorded = Trong { $signed } cuộc đã ký, chưa cuộc nào ghi số văn bản đã đòi hay thời gian.
