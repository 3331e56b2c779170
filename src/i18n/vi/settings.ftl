# The settings screen.

settings-title = Cài đặt
settings-where = Các lựa chọn này lưu trong kho và có hiệu lực ngay khi lưu.
settings-theme-bound = Phiên này dùng giao diện theo --theme hoặc NO_COLOR; chọn ở đây có hiệu lực từ phiên sau.
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
field-keymap = Bảng phím
settings-keys-default = mặc định: chữ cái gợi tên việc
settings-keys-vim = vim: h j k l, dãy phím bắt đầu bằng g
settings-keys-one-hand = một tay: bàn phím số, mũi tên, đeo găng được
settings-keymap-bound = Phiên này dùng bảng phím theo --keymap hoặc theo tệp keymap.toml; chọn ở đây có hiệu lực khi không còn hai thứ đó.
