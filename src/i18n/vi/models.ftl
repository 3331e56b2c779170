# Mô hình, bốc thăm, kiểm chứng.

models-refused-drawn = Cuộc kiểm tra đã bốc thăm; không bốc lại theo ý muốn. Chưa lưu gì. Nếu danh sách bốc thăm bị sai, hãy ghi rõ sai chỗ nào rồi mới bốc lại; lần bốc trước vẫn được giữ và in trong báo cáo.
models-refused-not-drawn = Mô hình này không nằm trong số bốc thăm nên không ghi kiểm chứng. Chưa lưu gì. Hãy chọn một mô hình đã bốc thăm.
models-refused-replaced = Mô hình này đã được thay nên không kiểm chứng nữa. Chưa lưu gì. Muốn đến kiểm chứng, hãy bỏ việc thay trước.
models-refused-visited = Mô hình này, hoặc mô hình thay nó, đã được đến kiểm chứng. Chưa lưu gì. Muốn đổi, hãy xóa phần kiểm chứng ấy trước.
models-no-code = Mô hình chưa có mã. Chưa lưu gì. Hãy ghi mã của mô hình trong sổ của đơn vị.
models-no-name = Mô hình chưa có tên. Chưa lưu gì. Hãy ghi tên mô hình.
models-code-twice = Trong sổ của đơn vị đã có một mô hình khác mang mã { $code }. Chưa lưu gì. Hãy dùng mã khác, hoặc sửa mô hình đang mang mã đó.

models-kind = Loại “model” dành cho từng mô hình được đến kiểm chứng; chương trình nào cũng có sẵn. Bỏ bảng này, hoặc đặt mã khác.
models-visit-levels = failed_to là { $failed }, phải thấp hơn verified_from là { $verified }.
models-visit-running = Nội dung “{ $id }” cho biết mô hình có chạy hay không, nên applies_to của nó phải có “model”.
models-no-visit = Nội dung “{ $id }” dành cho mô hình, nhưng chương trình không có bảng [model_visit] nên không ai được hỏi.

models-edit-replace = thay mô hình
models-edit-verify = kiểm chứng mô hình
models-sample-bites = Chấm { $claimed }, nhưng cận dưới của số mô hình bốc thăm chỉ đỡ được { $effective }: cần kiểm chứng thêm mô hình, không phải thêm giấy tờ.
models-held-by-sample = Cận dưới của số mô hình bốc thăm chỉ đỡ được { $points } điểm.
