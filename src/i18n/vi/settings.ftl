# The settings screen.

settings-title = Cài đặt
settings-where = Các lựa chọn này lưu trong kho và có hiệu lực ngay khi lưu.
settings-theme-bound = Giao diện của phiên này do --theme hoặc NO_COLOR quyết định; lựa chọn dưới đây có hiệu lực từ phiên sau, khi không còn đặt như vậy.
settings-saved = Đã lưu cài đặt.
field-theme = Giao diện
field-signs = Ký hiệu
field-mouse = Chuột
theme-dark = tối
theme-light = sáng
theme-high-contrast = tương phản cao
theme-mono = không màu
signs-unicode = đầy đủ (✓ ▽ ★ │)
signs-ascii = chỉ ASCII, cho phông chữ thiếu ký hiệu
mouse-on = bật: bấm để chọn, lăn để cuộn
mouse-off = tắt: để cửa sổ dòng lệnh tự bôi đen, sao chép
