# Chữ gõ dở và lịch sử của cuộc kiểm tra.

draft-damaged = Tệp chữ gõ dở (draft.toml) hỏng, đã chuyển vào quarantine. Những gì đã lưu vẫn còn nguyên.
draft-waiting = Còn chữ gõ dở chưa lưu ở { $units }. Mở lại chỗ đó để viết tiếp.
draft-opened = Đây là chữ gõ dở lần trước, chưa lưu. Viết tiếp rồi lưu, hoặc bỏ.
draft-laid-aside = Chưa lưu; chữ vừa gõ được giữ lại. Mở lại ô này để viết tiếp, hoặc để bỏ hẳn.
draft-signed = Còn chữ gõ dở, nhưng cuộc kiểm tra đã ký. Chữ vẫn được giữ; mở ký lại thì sẽ hiện ra.
draft-not-opened = Còn chữ gõ dở của một biểu mẫu mà bản này không mở được; chữ vẫn nằm trong draft.toml của kho.
draft-not-kept = Chưa giữ được chữ gõ dở ({ $why }). Hãy lưu biểu mẫu sớm.
dialog-quit-draft = Chữ đang gõ chưa lưu. Thoát bây giờ thì chữ được giữ lại, mở lại cuộc kiểm tra sẽ viết tiếp được. Bấm Enter để thoát, Esc để ở lại.

undo-changed-since = Không hoàn tác được: { $what } đã được đổi sau đó. Xem lịch sử.
draft-place-follow = { $unit } (theo dõi kiến nghị)
draft-place-flags = { $unit } (trả lời cờ)
draft-place-plan = biểu mẫu lập kế hoạch
draft-place-units = biểu mẫu đơn vị
draft-place-models = { $unit } (bốc thăm, thăm mô hình)
draft-place-sign-off = { $unit } (ký, mở lại)
draft-place-unit = trang đơn vị { $unit }
draft-place-settings = cài đặt
draft-place-reports = biểu mẫu lập báo cáo
draft-place-files = ô ghi tên tệp
draft-place-filters = biểu mẫu lọc
draft-place-second = { $unit } (xem lại độc lập)
