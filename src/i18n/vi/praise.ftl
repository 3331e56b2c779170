# Đề nghị biểu dương: chỉ từ điều đã kiểm chứng; vì sao một đơn vị chưa được đề nghị. Không xếp hạng ai.

praise-rule = Chỉ đề nghị điều đã kiểm chứng: cuộc kiểm tra đã ký; minh chứng từ E3 trở lên, còn giá trị, trong kỳ; ưu điểm có thể nhân rộng hoặc mô hình bốc trúng, đoàn đến thấy đang chạy đúng đăng ký; không có mức 0–1 hay hạn chế nào ở cùng nội dung. Xếp theo mã đơn vị, không xếp trên dưới.
praise-counts = Được đề nghị { $nominated } trên { $signed } đơn vị có cuộc kiểm tra đã ký; { $missing } đơn vị chưa được kiểm tra thì chưa thể đề nghị.
praise-none = Đợt { $round }: chưa có ưu điểm hay mô hình nào đủ minh chứng để đề nghị, trong { $signed } cuộc kiểm tra đã ký.
praise-no-strength = Cuộc kiểm tra không ghi ưu điểm nào và không đến mô hình nào.
praise-model = Mô hình { $code }: { $name }
praise-strength = { $id }: { $condition }
praise-visit = đoàn đã đến
praise-evidence = Minh chứng: { $evidence }
praise-source = nguồn: { $source }
praise-not-yet = Chưa đề nghị: { $why }
praise-unproven = minh chứng mới đến { $grade }, cần từ E3 (bản ghi gốc đoàn tự chọn, người ngoài lãnh đạo, tận mắt thấy)
praise-not-transferable = chưa ghi là có thể nhân rộng
praise-rated-low = { $item } mới ở mức { $level }
praise-shortfall = { $item } có hạn chế { $finding }
praise-not-running = khi đoàn đến: { $verdict }
praise-not-visited = bốc trúng nhưng đoàn chưa đến được
praise-annex = ĐỀ NGHỊ BIỂU DƯƠNG
praise-why-not = Vì sao đơn vị khác chưa được đề nghị
praise-column-what = Điều đề nghị
praise-column-evidence = Minh chứng đã kiểm chứng
praise-column-why = Vì sao chưa
praise-kind = TỜ TRÌNH
praise-title = đề nghị biểu dương trong phong trào tại { $place }
praise-property = Đề nghị biểu dương tại { $place }, đợt { $round }
praise-nominated = I- Nội dung đề nghị
praise-others = II- Đơn vị khác trong đợt
