# Mở kho: khung màn hình hiện trước khi đọc xong.

opening = Đang mở kho dữ liệu…
opening-rebuild = Đang dựng lại chỉ mục từ nhật ký. Nhật ký vẫn còn nguyên; dừng lại lúc nào cũng không mất gì.
opening-leave = Dừng và thoát
