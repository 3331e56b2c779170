# Việc lâu: đang làm gì, làm tới đâu, dừng ra sao.

cli-does-rebuild = Đang dựng lại chỉ mục từ nhật ký
cli-does-verify = Đang đọc và đối chiếu toàn bộ kho

command-cancel-work = dừng việc
command-cancel-work-help = Dừng việc đang chạy lâu, như gom phát hiện của cả tỉnh. Không có gì dở dang: phần đã đọc được giữ lại.
work-gathering = Đang gom phát hiện: { $done } trên { $of } cuộc kiểm tra
work-stopped = Đã dừng gom phát hiện. Phần đã đọc được giữ lại; mở lại màn hình này thì đọc tiếp.
