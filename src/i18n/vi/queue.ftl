# The queue: its columns, and the choice of what it shows.

queue-column-unit = đơn vị
queue-column-kind = loại
queue-column-round = đợt
queue-column-lead = trưởng đoàn
queue-column-last = trước
queue-column-due = hạn
queue-column-done = đã làm
queue-sections-coverage = Độ phủ theo mục
queue-sections-score = Điểm theo mục

sieve-form = Lọc hàng chờ
sieve-all = tất cả
sieve-state = Trạng thái
sieve-district = Địa bàn
sieve-round = Đợt

command-choose-filter = chọn lọc
command-choose-filter-help = Chọn xem gì trong danh sách: trạng thái, loại đơn vị, địa bàn, đợt và những điều khác.
