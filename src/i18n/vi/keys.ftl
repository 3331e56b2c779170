# The keymap in force: its name, what is wrong with its file; the box of a begun sequence, help and the palette.

keys-default = mặc định
keys-vim = vim
keys-one-hand = một tay
keys-over = { $base } + { $file }
keys-not-used = Tệp phím có { $mistakes } lỗi nên chưa dùng; xem: thucchat keys check{ $file }
keys-begun = { $keys } …
keys-leave = thôi
palette-title = Bảng lệnh
palette-search = Gõ tên lệnh hoặc tên đơn vị, không cần dấu
palette-nothing = Không có lệnh hay đơn vị nào khớp. Xoá bớt chữ, hoặc Esc để đóng.
palette-inspection = mở kiểm tra
palette-unit = đến đơn vị
help-search = Gõ để tìm phím hoặc việc cần làm, không cần dấu
help-nothing = Không có phím nào khớp. Xoá bớt chữ, hoặc Esc để đóng.
