# The walk: what stands beside the item, what is skipped and why.

strip-range = trong khoảng
strip-last-time = lần trước
strip-rests-on = xếp loại dựa vào

aside-title = Lần trước · { $round }
aside-no-last-time = Chưa có lần trước
aside-rated = Mức { $level } ({ $claimed } điểm), minh chứng { $grade } đỡ được { $effective }
aside-not-asked = Lần trước không chấm nội dung này.
aside-open = Còn mở { $count } kiến nghị
aside-of-section = cùng mục
aside-overdue = hạn { $day }, quá { $days } ngày
aside-due-in = hạn { $day }, còn { $days } ngày
aside-repeated = Hạn chế lặp lại: đã nêu ở { $rounds }
aside-sections = Các mục
aside-section-last = lần trước { $points }
aside-gist-rated = lần trước { $level } → đỡ được { $effective }
aside-gist-not-applicable = lần trước không áp dụng
aside-gist-not-verified = lần trước chưa kiểm chứng
aside-gist-open = còn mở { $count } kiến nghị

walk-skipped = (không hỏi)
aside-skipped = Không hỏi ở đơn vị này
aside-skipped-why = chỉ hỏi khi { $condition }
walk-more-below = … còn { $count } dòng nữa
walk-guidance-title = { $item } · hướng dẫn đầy đủ
walk-levels = Mức

condition-and = và
condition-or = hoặc
condition-not = không phải
condition-kind = loại đơn vị
condition-tier = cấp
condition-milestone = mốc của đợt
condition-pilot = là điểm chỉ đạo
condition-people = số người được hỏi
condition-minutes = số phút tại chỗ
condition-supported = điểm được minh chứng đỡ
condition-outcome = điểm kết quả
condition-drawn = số mô hình bốc thăm
condition-failed = tỉ lệ mẫu không đạt
condition-level = mức { $item }
condition-rated = { $item } đã có mức
condition-is = là
condition-is-not = không phải là
condition-none = để trống
condition-some = được đặt

command-show-last-time = lần trước
command-show-last-time-help = Mở khung đọc: lần trước nội dung này được chấm thế nào, còn mở kiến nghị nào, điểm các mục.
command-show-guidance = hướng dẫn
command-show-guidance-help = Mở khung đọc trọn câu hỏi, phần xem gì, hỏi ai, các mức và chuyện với dân.
command-save-and-next = lưu, sang tiếp
command-save-and-next-help = Lưu biểu mẫu rồi sang ngay nội dung chưa có mức tiếp theo.

form-proposal = → lấy: { $words }
