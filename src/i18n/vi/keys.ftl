# The keymap in force: its name, what is wrong with its file; the box of a begun sequence, help and the palette.

keys-default = mặc định
keys-vim = vim
keys-one-hand = một tay
keys-over = { $base } + { $file }
keys-not-used = Tệp phím có { $mistakes } lỗi nên chưa dùng; xem: thucchat keys check{ $file }
