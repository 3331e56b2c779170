# Cờ về hình thức: tên, điều đã thấy với con số, lối ra. Cờ là câu hỏi, không phải kết luận.

flag-t01 = chấm đều tay
flag-t02 = quá nhanh
flag-t03 = điền ngoài giờ kiểm tra
flag-t04 = giống hệt đơn vị khác
flag-t05 = lời chép
flag-t06 = lời rỗng
flag-t07 = tệp dùng lại
flag-t08 = nhiều “không áp dụng”
flag-t09 = không thấy gì
flag-t10 = dồn vào vạch
flag-t11 = phát hiện nửa vời
flag-t12 = mong muốn, chưa phải việc
flag-t13 = thiếu đầu, thiếu đuôi
flag-t14 = minh chứng một phía
flag-t15 = kiểm tra ở hội trường
flag-t16 = nâng điểm sau buổi họp
flag-t17 = khen trái phát hiện
flag-t18 = minh chứng cũ
flag-t19 = chữ bỏ quên
flag-t20 = mức cao, minh chứng yếu
flag-t21 = không có gì nhân rộng
flag-u10 = tròn trĩnh 100 %
flag-u11 = chuyện cũ lặp lại

flag-u01 = công nhận gần hết
flag-u02 = đăng ký nhiều, nên việc ít
flag-u03 = dồn vào cuối kỳ
flag-u04 = dừng sau khi khen
flag-u05 = lệch lĩnh vực dễ
flag-u06 = một việc tính hai lần
flag-u07 = khen nghiêng về lãnh đạo
flag-u08 = tự chấm cao hơn minh chứng
flag-u09 = khắc phục trên giấy
flag-nearly-all-recognised = { $recognised } trên { $registered } mô hình đăng ký đã được công nhận.
flag-nearly-all-recognised-out = Có mô hình nào bị từ chối không? Ai đã đến tận nơi trước khi công nhận?
flag-few-recognised = Chỉ { $recognised } trên { $registered } mô hình đăng ký được công nhận.
flag-few-recognised-out = Vì sao đăng ký nhiều hơn sức làm? Có bị giao số lượng không?
flag-few-running = Chỉ { $running } trên { $drawn } mô hình bốc thăm đang chạy đúng như đăng ký.
flag-few-running-out = Dừng, gộp mô hình nào, dồn sức cho mô hình nào?
flag-registered-late = { $late } trên { $of } mô hình đăng ký trong { $days } ngày trước kỳ sơ kết, tổng kết hoặc trước ngày công nhận.
flag-registered-late-out = Chưa đầy hai tháng, kết quả đo bằng gì?
flag-recognised-soon = Một nửa trong { $of } mô hình được công nhận sau không quá { $median } ngày kể từ khi đăng ký.
flag-recognised-soon-out = Từng ấy ngày thì kết quả nào đã đo được?
flag-stopped-after-award = { $model } được khen ngày { $award }, việc làm gần nhất ghi ngày { $last }.
flag-stopped-after-award-out = Từ sau ngày khen đã làm gì, ai làm, sổ nào ghi?
flag-one-field = { $models } trên { $of } mô hình ở một lĩnh vực: { $field }.
flag-one-field-out = Lĩnh vực khác không có khó khăn gì của dân sao?
flag-counted-twice = { $model } và { $other } ở cùng một nơi, khác chủ, tên giống nhau { $share } %.
flag-counted-twice-out = Ai là chủ mô hình, nơi kia chỉ là phối hợp?
flag-leader-awards = { $leaders } trên { $of } cá nhân được khen là lãnh đạo.
flag-leader-awards-out = Ai làm trực tiếp, vì sao không có tên?
flag-nothing-carried-over = { $strengths ->
    [0] Không ghi ưu điểm nào
   *[other] Ghi { $strengths } ưu điểm, không ưu điểm nào đánh dấu nhân rộng được
  }, và cũng chưa nói vì sao không có.
flag-nothing-carried-over-out = Nơi khác học được gì ở đây? Đánh dấu một ưu điểm, hoặc ghi lý do không có ở phần buổi làm việc.
flag-self-praise = Đơn vị tự chấm { $given } điểm, minh chứng chỉ đỡ được { $supported }.
flag-self-praise-out = Đơn vị dựa vào đâu? Có giấy tờ, người nào đoàn chưa xem, chưa gặp không?
flag-on-paper = { $recommendation } của { $other } đơn vị báo đã xong, chưa ai kiểm lại.
flag-on-paper-out = Xem tận nơi việc đã sửa rồi xác nhận, hoặc mở lại.
flag-past-due = { $recommendation } của { $other } quá hạn { $due }, chưa ai nhận lùi hạn.
flag-past-due-out = Hỏi vì sao, ghi người nhận lùi hạn và ngày mới, hoặc đôn đốc.

weight-info = nên xem
weight-warning = cần sửa hoặc giải trình
weight-alert = khó giải thích

flag-straight-line = { $run } trên { $of } nội dung đã chấm cùng mức { $level }{ $where ->
    [whole] {""}
   *[other] {" "}ở mục { $where }
  }; minh chứng bình quân chỉ E{ $grade }, chưa tới E3.
flag-straight-line-out = Xem lại từng nội dung với minh chứng của nó; mức nào đứng được thì thêm minh chứng cho mức ấy.
flag-too-fast = { $item }: { $seconds } giây, trong khi đọc câu hỏi và ghi minh chứng cần ít nhất { $least } giây.
flag-too-fast-out = Đọc lại câu hỏi, phần xem gì, hỏi ai; nếu đã làm trên giấy trước thì ghi rõ như vậy.
flag-all-at-once = { $of } nội dung được chấm trong { $seconds } giây, trong khi riêng việc đọc câu hỏi cần ít nhất { $least } giây.
flag-all-at-once-out = Nếu chép lại từ sổ tay thì nêu sổ của ai, ghi lúc nào; nếu không thì đọc lại từng câu hỏi.
flag-not-there = { $evidence } là điều đoàn thấy tại chỗ, mà ngày { $day } đoàn không có mặt ở đơn vị.
flag-not-there-out = Sửa ngày thu, sửa giờ đến, giờ về, hoặc ghi đúng loại minh chứng: ai đưa, giấy nào.
flag-signed-before = Ký kết thúc ngày { $signed }, trước ngày { $until } là ngày cuối làm việc với đơn vị.
flag-signed-before-out = Kiểm tra đồng hồ máy và giờ đến, giờ về; nếu ký trước khi xem thì mở lại và xem.
flag-same-note = Cùng một ghi chú đứng ở { $items } nội dung, đầu tiên là { $item }.
flag-same-note-out = Ở từng nội dung, ghi điều chỉ thấy ở đó; nội dung nào không có gì để ghi thì để trống.
flag-filled-afterwards = { $outside } trên { $of } câu trả lời được ghi ngoài giờ làm việc với đơn vị.
flag-filled-afterwards-out = Kiểm tra lại giờ đến, giờ về; nếu ghi lại từ sổ tay thì nêu sổ của ai.
flag-filled-at-the-end = Cả { $of } câu trả lời đều ghi vào đoạn cuối của buổi làm việc.
flag-filled-at-the-end-out = Nêu những gì đã ghi tay trong buổi làm việc và ai giữ.
flag-twin = { $equal } trên { $common } nội dung cùng mức với { $other }; theo mặt bằng cả đợt chỉ nên trùng khoảng { $expected } %.
flag-twin-out = So từng nội dung của hai đơn vị với minh chứng; điều gì chỉ đúng ở nơi này?
flag-copied = { $text } giống { $share } % với { $other-text } của { $other }.
flag-copied-out = Viết điều chỉ đúng với nơi này: ai, ở đâu, bao nhiêu.
flag-empty-words = { $text } viết “{ $phrase }” mà câu ấy và câu sau không có con số, ngày, văn bản, nơi hay người nào.
flag-empty-words-out = Hỏi: { $ask }
flag-recycled = Tệp của { $evidence } cũng đứng ở { $other } ({ $other-evidence }).
flag-recycled-out = Ảnh, giấy này của ngày nào, ở đâu? Giữ ở nơi đúng, bỏ ở nơi kia.
flag-file-outside = Tệp của { $evidence } đề ngày { $day }, ngoài thời kỳ kiểm tra.
flag-file-outside-out = Sửa ngày thu nếu ghi nhầm, hoặc thay bằng minh chứng trong thời kỳ.
flag-much-not-applicable = { $share } % trọng số được coi là không áp dụng, quá { $most } %.
flag-much-not-applicable-out = Xem lại từng lý do: không có việc ấy, hay chỉ là chưa hỏi tới?
flag-nothing-found = Cả { $rated } nội dung đều mức 3, 4 và không ghi hạn chế nào.
flag-nothing-found-out = Nơi nào yếu nhất trong đơn vị này? Đoàn đã tìm ở đâu?
flag-half-finding = { $finding } còn thiếu { $missing }.
flag-half-finding-out = Mở { $finding }, bổ sung phần còn thiếu.
flag-wish = { $recommendation } còn thiếu { $missing }.
flag-wish-out = Ghi ai làm, hạn nào, lấy gì để biết đã xong.
flag-answers-nothing = { $recommendation } không gắn với phát hiện nào.
flag-answers-nothing-out = Gắn với phát hiện mà kiến nghị này giải quyết, hoặc bỏ kiến nghị.
flag-low-without-finding = { $item } chấm mức { $level } mà chưa ghi phát hiện.
flag-low-without-finding-out = Ghi phát hiện: thực trạng, căn cứ, nguyên nhân, tác động.
flag-left-alone = Hạn chế { $finding } chưa có kiến nghị.
flag-left-alone-out = Thêm kiến nghị, hoặc nói rõ vì sao không cần.
flag-one-family = { $share } % trong { $pieces } minh chứng thuộc một loại: { $family }.
flag-one-family-out = Thêm minh chứng loại khác: hỏi dân, đến tận nơi, tự đếm lại.
flag-nobody-outside = Chưa có lời của ai ngoài lãnh đạo đơn vị.
flag-nobody-outside-out = Hỏi riêng cán bộ trực tiếp và người dân; ghi số người đã hỏi.
flag-in-the-hall = Theo ghi chép: đã hỏi { $people } người dân, ở điểm { $minutes } phút{ $models ->
    [none] , chưa đến mô hình bốc thăm nào
   *[other] {""}
  }.
flag-in-the-hall-out = Xuống điểm, hỏi dân; nếu đã làm thì ghi vào phần buổi làm việc.
flag-raised-after = { $item } tăng từ mức { $from } lên mức { $to } sau buổi họp kết thúc, không có minh chứng mới.
flag-raised-after-out = Thêm minh chứng thu sau buổi họp, hoặc trả về mức cũ.
flag-praise-against = Ưu điểm { $finding } khen việc mà { $item } chấm mức { $level }.
flag-praise-against-out = Sửa lời khen hoặc sửa mức chấm.
flag-expired = { $evidence } hết giá trị từ { $day }.
flag-expired-out = Thu lại minh chứng còn giá trị.
flag-old = { $evidence } thu ngày { $day }, trước thời kỳ kiểm tra.
flag-old-out = Thu minh chứng trong thời kỳ, hoặc sửa ngày nếu ghi nhầm.
flag-leftover = { $text } còn “{ $what }”.
flag-leftover-out = Viết nốt, hoặc bỏ đi.
flag-weak-proof = { $item } chấm mức { $level } mà minh chứng mới bậc { $grade }.
flag-weak-proof-out = Cần minh chứng từ bậc { $needs }{ $kinds ->
    [none] {""}
   *[other] : { $kinds }
  }.
flag-smooth-rates = { $whole } trên { $of } tỉ lệ trong giấy tờ của đơn vị đúng bằng 100 %.
flag-smooth-rates-out = Ai không nằm trong 100 %? Đếm cách nào, sổ nào?
flag-round-rates = Cả { $of } tỉ lệ trong giấy tờ của đơn vị đều chia hết cho 5.
flag-round-rates-out = Tử số và mẫu số là bao nhiêu, đếm từ sổ nào?
flag-old-matter = { $item } lại có hạn chế ({ $finding }), như ở đợt { $round }.
flag-old-matter-out = Lần trước đã kiến nghị gì, vì sao chưa hết?

flag-text-note = ghi chú ở { $id }
flag-text-reason = lý do ở { $id }
flag-text-evidence = minh chứng { $id }
flag-text-condition = thực trạng của { $id }
flag-text-cause = nguyên nhân của { $id }
flag-text-effect = tác động của { $id }
flag-text-action = nội dung { $id }

missing-condition = thực trạng
missing-criterion = căn cứ
missing-cause = nguyên nhân
missing-evidence = minh chứng
missing-owner = người chịu trách nhiệm
missing-due = thời hạn
missing-check = cách kiểm

edit-flag = trả lời cờ

cli-lint-none = { $unit }: không có cờ nào.
cli-lint-found = { $unit }: { $open } cờ chưa trả lời, { $answered } cờ đã trả lời.
cli-lint-answered = đã trả lời ({ $by }): { $words }
cli-lint-out = lối ra: { $out }

context-flags = Cờ của cuộc kiểm tra
command-open-flags = cờ
command-open-flags-help = Xem các cờ về hình thức của cuộc kiểm tra này: đã thấy gì, con số nào, lối ra; trả lời từng cờ.
command-answer-flag = trả lời
command-answer-flag-help = Trả lời cờ đang chọn bằng lời; câu trả lời in trong phụ lục báo cáo. Để trống là rút lại câu trả lời.
command-open-flagged = đến nơi
command-open-flagged-help = Đến nội dung mà cờ đang chọn hỏi tới.
flags-place = { $unit } › Cờ
flags-panel = Cờ
flags-loading = Đang so với các cuộc kiểm tra khác của đợt…
flags-title = { $open } cờ chưa trả lời · { $answered } đã trả lời
flags-none = Không có cờ
flags-none-long = Không có cờ nào. Cờ chỉ là câu hỏi về hình thức; không có cờ không có nghĩa là đơn vị tốt.
flags-way-out = Lối ra:
flags-answer-form = Trả lời cờ
field-flag-answer = Trả lời
sign-flags = { $count } cờ chưa trả lời; báo cáo sẽ in là chưa trả lời.
report-annex-flags = CỜ VỀ HÌNH THỨC VÀ TRẢ LỜI CỦA ĐOÀN
report-no-flags = Phần mềm không nêu cờ nào về { $unit }, đợt { $round }; không có cờ không phải là lời khen.
report-flags = { $unit }: { $count } cờ, { $open } cờ chưa trả lời. Cờ là câu hỏi về hình thức, không phải kết luận và không tính vào điểm.
report-column-flag = Cờ
report-column-seen = Điều đã thấy
report-column-flag-answer = Trả lời của đoàn
report-flag-unanswered = chưa trả lời
flag-empty-fields = Trong { $of } mô hình không mô hình nào thuộc lĩnh vực: { $fields }.
flag-empty-fields-out = Lĩnh vực ấy ở đơn vị không có việc gì khó, hay chưa ai làm? Hỏi cả người dân, đừng chỉ hỏi người lập danh sách.
command-read-on = đọc tiếp
command-read-on-help = Đọc tiếp phần dưới của dòng đang chọn khi cửa sổ không đủ chỗ.
command-read-back = đọc lại
command-read-back-help = Trở lên phần trên của dòng đang chọn.
flags-here = Ở đây:
flags-there = Ở nơi kia:
flags-more-below = còn { $count } dòng
