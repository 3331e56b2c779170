# Việc lâu: đang làm gì, làm tới đâu, dừng ra sao.

cli-does-rollup = Đang đọc các cuộc kiểm tra của đợt
cli-does-sample = Đang tạo bộ dữ liệu lớn để thử
cli-does-units = Đang nhập đơn vị
cli-does-rebuild = Đang dựng lại chỉ mục từ nhật ký
cli-does-verify = Đang đọc và đối chiếu toàn bộ kho

command-cancel-work = dừng việc
command-cancel-work-help = Dừng việc đang chạy lâu, như gom phát hiện của cả tỉnh, lập báo cáo tổng hợp, viết nhiều công văn. Không có gì dở dang: việc chưa xong thì coi như chưa làm.
work-findings = Đang gom phát hiện: { $done }/{ $of } cuộc kiểm tra
work-findings-stopped = Đã dừng gom phát hiện. Phần đã đọc được giữ lại; mở lại màn hình này thì đọc tiếp.
work-praise = Đang xem điều có thể biểu dương: { $done }/{ $of } cuộc kiểm tra
work-praise-stopped = Đã dừng xem điều có thể biểu dương. Chuyển sang cách xem khác rồi quay lại thì xem tiếp.
work-flags = Đang so để tìm cờ: { $done }/{ $of } cuộc kiểm tra
work-flags-stopped = Đã dừng so với các cuộc kiểm tra khác. Mở lại màn hình cờ thì so lại.
work-document = Đang lập văn bản: { $done }/{ $of } cuộc kiểm tra
work-document-stopped = Đã dừng lập văn bản. Chưa ghi gì; mở lại thì lập lại.
work-export = Đang xuất phát hiện: { $done }/{ $of } cuộc kiểm tra
work-export-stopped = Đã dừng xuất phát hiện. Không có tệp nào được ghi.
work-letters = Đang viết công văn: { $done }/{ $of }
work-letters-stopped = Đã dừng viết công văn. Những tệp vừa ghi đã được gỡ đi.
work-units = Đang nhập đơn vị: bước { $done }/{ $of } (đọc, soát, lưu)
work-units-stopped = Đã dừng nhập đơn vị. Chưa có đơn vị nào được thêm hay đổi.
