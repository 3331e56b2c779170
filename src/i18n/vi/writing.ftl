# Writing in fields: selecting, copying, the person's own editor.

command-select-all = chọn hết
command-select-all-help = Chọn toàn bộ chữ trong ô đang nhập.
command-copy = sao chép
command-copy-help = Sao chép phần chữ đang chọn; đang chọn chữ thì Ctrl+C cũng là sao chép.
command-cut = cắt
command-cut-help = Sao chép phần chữ đang chọn rồi xoá khỏi ô.
command-paste = dán
command-paste-help = Dán chữ vừa sao chép hoặc cắt, thay cho phần đang chọn.
command-edit-outside = soạn ở ngoài
command-edit-outside-help = Mở chữ trong ô bằng trình soạn thảo của bạn ($VISUAL hoặc $EDITOR), khi đã bật trong cài đặt.
copy-nothing = Chưa chọn chữ nào để sao chép. Giữ Shift và bấm phím mũi tên để chọn.
paste-nothing = Chưa sao chép chữ nào để dán.
outside-off = Trình soạn thảo ngoài đang tắt; bật trong màn hình Cài đặt.
outside-no-field = Ô này không gõ chữ được, nên không mở bằng trình soạn thảo ngoài.
outside-no-editor = Chưa biết mở bằng gì: biến $VISUAL và $EDITOR đều trống. Chữ trong ô vẫn như cũ.
outside-not-started = Không mở được trình soạn thảo “{ $editor }”: { $why }. Chữ trong ô vẫn như cũ.
outside-failed = Trình soạn thảo “{ $editor }” kết thúc có lỗi. Chữ trong ô vẫn như trước khi mở.
outside-not-text = Tệp soạn thảo để lại không phải văn bản UTF-8. Chữ trong ô vẫn như trước khi mở.
outside-no-file = Không ghi hoặc đọc được tệp tạm: { $why }. Chữ trong ô vẫn như trước khi mở.
