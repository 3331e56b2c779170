# Về chính các cuộc kiểm tra của một đợt, cho trưởng đoàn: điểm dồn vào vạch (T10).

team-annex = VỀ CHÍNH CÁC CUỘC KIỂM TRA (CHO TRƯỞNG ĐOÀN)
team-lines = Điểm quanh vạch xếp loại (T10)
team-lines-rule = Vạch nào có từ { $least } điểm nằm trong khoảng ±{ $margin } điểm thì xem bao nhiêu điểm đạt vạch trở lên. Nếu đạt hay không đạt đều dễ như nhau mà khả năng có nhiều đến thế dưới { $chance } % thì cờ T10 hỏi trưởng đoàn. Đây là câu hỏi về cách chấm, không nêu đơn vị hay người chấm nào; điểm lên đều qua vạch cũng có thể hơi nghiêng lên trên.
team-line-crowded = ⚑ T10 { $band } (từ { $line }): { $above } trên { $of } điểm quanh vạch đạt vạch trở lên; tình cờ thì khả năng nhiều nhất { $chance } %. Có thể có lý do; khi chấm có ai tính trước còn thiếu bao nhiêu để qua vạch không? Hãy mở từng cuộc gần vạch, xem minh chứng nào đưa điểm qua vạch.
team-line-calm = { $band } (từ { $line }): { $above } trên { $of } điểm quanh vạch đạt vạch trở lên; T10 không hỏi.
team-line-none = { $band } (từ { $line }): không có điểm nào gần vạch, nên T10 không hỏi.
team-no-lines = Đợt { $round }: { $signed } điểm đã ký, chương trình không đặt vạch xếp loại nào.
team-second-looks = Xem lại độc lập
team-no-second-looks = Đợt { $round }: chưa có lần xem lại nào được ký, trên { $signed } cuộc kiểm tra đã ký.
team-second-count = { $count } lần xem lại đã ký trong đợt, tính chung:
team-column-by = Người xem lại
team-column-items = Nội dung
team-column-same = Trùng mức
