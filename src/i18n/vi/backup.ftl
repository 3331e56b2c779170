# Bản sao lưu: đã sao chưa, sao ở đâu, khôi phục ra sao, vì sao chưa sao được.

backup-newest = Bản sao lưu lành gần nhất: { $path } ({ $made }, { $records } bản ghi). Khôi phục ra thư mục mới: `thucchat vault restore "{ $path }" --to THƯ_MỤC_MỚI`
backup-none = Chưa có bản sao lưu nào còn lành trong kho này. Nếu có bản ở nơi khác (USB), hãy chạy `thucchat vault restore TỆP --to THƯ_MỤC_MỚI`.
backup-done = Đã sao lưu { $records } bản ghi, đã đọc lại, khớp. Bản sao lưu: { $path }
backup-same = Bản sao lưu đã có đủ { $records } bản ghi, đã đọc lại, khớp: { $path }
backup-lost = { $count } tệp đính kèm không sao được vì bản trong kho đã hỏng hoặc mất. Hãy chạy `thucchat vault verify` để xem là tệp nào.
backup-large = Bản sao lưu chiếm { $megabytes } MB, hơn mức { $limit } MB trong Cài đặt; chỉ còn những bản chưa xóa được. Hãy nâng mức hoặc chọn ổ đĩa khác.
backup-no-second = Chưa có thư mục thứ hai: cắm USB rồi ghi thư mục của nó trong Cài đặt.
backup-second-away = Không thấy thư mục thứ hai { $path }. Trong kho thì đã sao. Hãy cắm USB rồi sao lưu lại.
backup-failed = Chưa sao lưu được. Các bản sao lưu trước vẫn còn nguyên, việc đang làm không bị ảnh hưởng. { $why }

backup-source-damaged = Nhật ký của kho đang bị hỏng nên không sao lưu: bản sao lưu lành trước đó được giữ nguyên. Hãy khôi phục từ bản đó.
backup-behind = Bản sao lưu { $path } có { $theirs } bản ghi, trong đó có bản ghi không còn trong kho ({ $ours } bản ghi). Bản đó được giữ nguyên, không sao đè. Hãy khôi phục từ bản đó; nếu vẫn muốn dùng kho này, hãy chuyển bản đó đi nơi khác rồi sao lưu lại.
backup-unequal = Ghi ra { $path } rồi đọc lại thì không giống: ổ đĩa hoặc USB này có lỗi. Bản vừa ghi không được tính. Hãy dùng ổ khác.
backup-spoilt = { $path } bị hỏng, không khớp với lúc ghi. Chưa khôi phục gì. Hãy dùng bản sao lưu khác.
backup-is-none = { $path } không phải bản sao lưu của Thực chất. Chưa khôi phục gì. Hãy chỉ đúng tệp có đuôi .backup.
backup-newer = Bản sao lưu { $path } do phiên bản mới hơn ghi. Chưa khôi phục gì. Hãy cập nhật chương trình rồi thử lại.
backup-not-empty = Thư mục { $path } đã có sẵn tệp. Chưa khôi phục gì, không ghi đè. Hãy chọn một thư mục mới.

dialog-backed-up = Sao lưu

command-back-up = sao lưu
command-back-up-help = Sao lưu cả kho ngay bây giờ, trong kho và ra thư mục thứ hai (USB) ghi trong Cài đặt; ghi xong đọc lại, so khớp rồi mới tính.
work-backup = Đang sao lưu: { $done }/{ $of } MB
work-backup-stopped = Đã dừng sao lưu. Các bản sao lưu trước vẫn còn nguyên.
field-backup-folder = Sao lưu ra thư mục
field-backup-megabytes = Sao lưu tối đa (MB)
settings-about-backup-folder = Thư mục trên USB hay ổ khác, như /media/usb/thucchat. Phím sao lưu ghi thêm một bản ra đó.
settings-about-backup-megabytes = Các bản sao lưu trong một thư mục không quá mức này; bản mới nhất luôn được giữ. Để trống là 2.000 MB.
cli-does-backup = Đang sao lưu kho
cli-does-restore = Đang dựng chỉ mục của kho vừa khôi phục
cli-restored = Đã khôi phục { $records } bản ghi ra { $to }; kho cũ không bị thay đổi. Mở bằng: `thucchat --vault "{ $to }"`
cli-restored-later = Trong đó { $later } thay đổi sau bản sao lưu được lấy lại từ kho cũ.
cli-restored-lost = { $count } tệp đính kèm không khôi phục được; hãy đính kèm lại: { $hashes }
cli-restored-unsound = Kho khôi phục ra chưa lành hẳn. Hãy chạy `thucchat --vault "{ $to }" vault verify`.
cli-info-backup = Bản sao lưu lành gần nhất
cli-info-backup-line = { $path } ({ $made }, { $records } bản ghi; đã đọc lại, khớp)
cli-info-no-backup = chưa có
