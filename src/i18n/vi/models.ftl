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
models-undrawn-bites = Chấm { $claimed }, nhưng chưa đến kiểm chứng mô hình nào do bốc thăm nên chỉ tính { $effective }: hãy bốc thăm và đến tận nơi, không phải thêm giấy tờ.
models-held-undrawn = Chưa kiểm chứng mô hình nào do bốc thăm nên mức chấm tay chỉ được tính { $points } điểm.

# tệp mô hình (CSV)
models-empty = Tệp trống. Dòng đầu phải ghi tên cột, ít nhất là: code (mã), name (tên).
models-column-unknown = Không có cột “{ $found }”. Các cột: code (mã), name (tên), kind (loại), field (lĩnh vực), place (địa điểm), owner (chủ trì), partners (phối hợp), registered (ngày đăng ký), state (trạng thái), since (từ ngày), recognised (ngày công nhận), awarded (ngày khen thưởng), last_activity (hoạt động gần nhất), baseline (ban đầu), goal (mục tiêu), indicator (chỉ số), leader (lãnh đạo), beneficiaries (số người được lợi).
models-kind-word = Không có loại “{ $found }”. Hãy ghi collective (tập thể) hoặc individual (cá nhân).
models-state = Không có trạng thái “{ $found }”. Hãy ghi registered (đăng ký), running (đang chạy), recognised (công nhận), replicated (nhân rộng), merged (gộp), stopped (dừng) hoặc refused (từ chối).
models-order = Mô hình đang ở trạng thái { $from } không chuyển sang { $to } được. Có thể chuyển sang: { $may }.
models-early = Bước này đứng trước một bước đã có ngày { $day }. Hãy sửa ngày.
models-refused-recognised = Mô hình bị từ chối thì không có ngày công nhận. Hãy bỏ ngày, hoặc sửa trạng thái.
models-before = { $column } là { $day }, trước ngày đăng ký { $registered }.
models-leader = “{ $found }” không rõ nghĩa. Cột lãnh đạo ghi yes (có) hoặc no (không).
models-people = “{ $found }” không phải là số người. Hãy ghi một số nguyên, từ 0 trở lên.

# tên gọi
model-registered = đã đăng ký
model-running = đang chạy
model-recognised = đã công nhận
model-replicated = đã nhân rộng
model-merged = đã gộp
model-stopped = đã dừng
model-refused = không được nhận
model-collective = tập thể
model-individual = cá nhân
verdict-verified = đang chạy đúng đăng ký
verdict-partly = có làm, chưa đúng đăng ký
verdict-failed = không còn chạy

# dòng lệnh
models-import-would = Sẽ thêm { $added }, sửa { $changed }, giữ nguyên { $unchanged } mô hình của { $unit }. Chưa ghi gì.
models-imported = Đã thêm { $added }, sửa { $changed }, giữ nguyên { $unchanged } mô hình của { $unit }.
models-of-place = { $unit } là địa bàn, không có sổ mô hình. Hãy ghi mã của một đơn vị.
models-none = { $unit } chưa có mô hình nào trong sổ. Nhập bằng: thucchat model import TỆP --unit MÃ
models-col-since = từ ngày
models-no-visits = Chương trình kiểm tra của cuộc này không bốc thăm mô hình (thiếu bảng [model_visit]). Chưa lưu gì.
models-draw-done = Đã bốc { $size } trong { $population } mô hình cho { $name }.
models-replay-none = Không thấy bản ghi bốc thăm nào trong { $file }. Hãy đưa báo cáo dạng chữ (.txt), hoặc JSON của draw new, inspection show.
models-replay-same = Bốc lại đúng như bản ghi: hạt giống { $seed }, danh sách { $population } dòng đúng mã SHA-256, các số { $numbers }.
models-replay-differs = Bốc lại KHÁC bản ghi ở { $count } chỗ: hạt giống { $seed }, danh sách { $population } dòng, các số ghi là { $numbers }.
models-differs-lines = Danh sách ghi là { $claimed } dòng, nhưng chỉ có { $found } dòng đánh số liền nhau.
models-differs-hash = Mã SHA-256 ghi là { $claimed }, danh sách lại cho { $found }.
models-differs-size = Ghi là bốc { $claimed } số, nhưng có { $found } số.
models-differs-number = Lần thứ { $place } ghi là { $claimed }, hạt giống lại cho { $found }.
models-differs-code = Bên số { $number } ghi mã { $claimed }, trong danh sách là { $found }.
draw-few-digits-unit = Đơn vị mới cho { $given } chữ số; cần ít nhất { $least }. Chưa bốc. Hãy để đơn vị gieo thêm xúc xắc.
draw-few-digits-team = Đoàn mới cho { $given } chữ số; cần ít nhất { $least }. Chưa bốc. Hãy gieo thêm xúc xắc.
draw-no-digit-unit = Số của đơn vị có “{ $found }”; chỉ được dùng chữ số 0–9, viết liền. Chưa bốc.
draw-no-digit-team = Số của đoàn có “{ $found }”; chỉ được dùng chữ số 0–9, viết liền. Chưa bốc.
draw-code = Mã đơn vị trống hoặc có dấu |, không đưa vào hạt giống được. Chưa bốc. Hãy sửa mã đơn vị.
draw-empty = Sổ của đơn vị không có mô hình nào còn sống để bốc. Chưa bốc. Hãy nhập sổ trước: thucchat model import TỆP --unit MÃ
draw-size = Không bốc được { $asked } mô hình từ danh sách { $population } mô hình. Chưa bốc.
draw-few = Chương trình đòi bốc ít nhất { $least } mô hình, không phải { $asked }. Chưa bốc.
draw-false = Bản ghi bốc thăm không khớp với danh sách và hạt giống của nó. Chưa lưu gì.

# báo cáo
models-annex = BỐC THĂM VÀ KIỂM CHỨNG MÔ HÌNH
models-drawn = Bốc { $size } mô hình từ danh sách { $population } mô hình của đơn vị, lúc { $at }, người bốc: { $by }. Số của đơn vị: { $unit }. Số của đoàn: { $team }.
models-drawn-before = Lần bốc đã hủy vì danh sách sai: { $size } mô hình từ danh sách { $population } mô hình, lúc { $at }, người bốc: { $by }. Số của đơn vị: { $unit }. Số của đoàn: { $team }.
models-drawn-instead = Đã bốc lại vì danh sách lần trước sai: { $why }.
models-advice = Cỡ mẫu: danh sách { $population } mô hình phải bốc ít nhất { $least }. Nếu { $bad } mô hình trong danh sách là hỏng, bốc { $enough } mô hình thì 90 % sẽ gặp ít nhất một.
models-column-model = mô hình
models-column-found = kết quả
models-column-recorded = ghi nhận tại chỗ
models-found-earlier = { $verdict } (cuộc kiểm tra trước trong đợt)
models-found-replaced = đã thay, tính là chưa kiểm chứng
models-found-unvisited = chưa đến, tính là chưa kiểm chứng
models-replaced-why = Lý do thay: { $why }
models-says = Đang chạy đúng đăng ký: { $verified } trong { $drawn } mô hình bốc thăm ({ $share } %); không còn chạy: { $failed }. Suy ra cả danh sách: ít nhất { $lower } % và nhiều nhất { $upper } % đang chạy đúng đăng ký, mỗi đầu chắc 95 %. Cận dưới { $lower } % cho mức { $level }.
models-says-all = Đang chạy đúng đăng ký: { $verified } trong { $drawn } mô hình ({ $share } %); không còn chạy: { $failed }. Đã bốc cả danh sách nên đây là tỉ lệ thật, không phải ước lượng; cho mức { $level }.
models-proof = Bản ghi để bốc lại
models-proof-how = Ai cũng bốc lại được: ghi mỗi dòng danh sách thành “mã, dấu tab, tên, xuống dòng” (UTF-8, dạng NFC, theo thứ tự mã như dưới đây; dòng bị gãy thì nối lại bằng một dấu cách, riêng seed thì nối liền) thì SHA-256 phải ra đúng mã dưới đây. Seed là chữ số của hai bên viết liền, rồi |mã đơn vị|ngày. Số thứ k là 1 + SHA-256("seed,k"), đọc cả mã băm như một số hệ 16, chia lấy dư cho N; k = 1, 2, 3…, bỏ số đã ra, cho đến đủ n số; mỗi mô hình phải thay thì n đã tăng thêm một. Dòng “#” ghi: lần bốc · k → số · mã mô hình. Máy làm giúp: thucchat draw replay TỆP
models-strays = Đã đến nhưng không tính, vì chỉ lần bốc đã hủy mới bốc trúng: { $models }.

# tệp điền
models-fill-other-draw = Cuộc kiểm tra đã ghi một lần bốc thăm khác ở vị trí này; lần bốc đã ghi không sửa được. Hãy bỏ bảng này khỏi tệp.
models-fill-inspection = “{ $found }” không phải mã cuộc kiểm tra.
models-fill-verdict = Không có kết quả “{ $found }”. Hãy ghi verified, partly hoặc failed.
models-fill-item = “{ $found }” không phải nội dung dành cho mô hình trong chương trình kiểm tra.
