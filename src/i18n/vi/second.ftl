# Xem lại độc lập: người khác làm lại vài nội dung bốc trúng, không biết lần đầu chấm gì.

second-refused-item = Nội dung này không bốc trúng trong lần xem lại.
second-refused-name = Chỉ người được cử xem lại mới ký lần xem lại.
second-hindered-name = Lần xem lại này do { $name } làm; chỉ { $name } ký.
second-no-score = Lần xem lại không cho điểm, không xếp loại đơn vị. Ký xong thì cả hai lần mở ra để so.
second-no-report = Lần xem lại không có báo cáo riêng: ký xong thì in ở phụ lục báo cáo của { $name }.
second-refused-reopen = Lần xem lại đã ký thì không mở lại: cả hai lần đã lộ. Cần thì bốc một lần xem lại khác.
second-strip = Xem lại độc lập: không cho điểm · đã chấm { $done }/{ $items }
second-edit = xem lại độc lập

second-same = trùng
second-higher = lần sau cao hơn { $levels } mức
second-lower = lần sau thấp hơn { $levels } mức
second-only-one = chỉ một lần có mức
second-agrees = Làm lại { $items } nội dung; { $both } có mức ở cả hai lần, trùng { $same } trên { $both } ({ $share } %).
second-nothing-common = Làm lại { $items } nội dung; không nội dung nào cả hai lần đều cho mức.
second-only-ones = { $one } nội dung chỉ một lần cho mức, lần kia không áp dụng hoặc chưa rõ.
second-kappa = Kappa có trọng số (Cohen 1968), { $both } nội dung: tuyến tính { $linear }, bậc hai { $quadratic }.
second-kappa-means = Kappa 1 là trùng hẳn, 0 là như tình cờ. Ít nội dung thì đây là chỗ để hai bên hỏi nhau, chưa phải thước đo ai chấm đúng.
second-kappa-nothing = Không có cặp mức nào để so nên không tính được kappa.
second-kappa-one-level = Cả hai lần chỉ cho đúng một mức, tình cờ cũng trùng như thế; không tính được kappa, chỉ nói được phần trùng ở trên.

second-not-done = Cuộc kiểm tra còn nội dung chưa có mức. Hãy làm xong hoặc ký rồi mới bốc nội dung xem lại.
second-is-second = Đây đã là một lần xem lại. Hãy mở cuộc kiểm tra ban đầu.
second-underway = Cuộc kiểm tra này đang có một lần xem lại chưa ký. Hãy ký xong lần ấy trước khi bốc lần khác.
second-no-name = Chưa ghi tên người xem lại.
second-same-person = { $name } đã ở trong đoàn lần đầu. Người xem lại phải là người khác.
second-few-digits-team = Đoàn kiểm tra mới đọc { $given } chữ số; cần ít nhất { $least }, tốt nhất là gieo xúc xắc.
second-few-digits = Người xem lại mới đọc { $given } chữ số; cần ít nhất { $least }, tốt nhất là gieo xúc xắc.
second-no-digit = Hạt giống chỉ gồm chữ số 0–9, không có “{ $found }”.
second-empty = Không có nội dung nào để bốc: mọi nội dung đã có mức đều tính từ mô hình bốc thăm.
second-few = Bốc { $asked } nội dung thì ít quá; cần ít nhất { $least } để nói được trùng hay không phải tình cờ.
second-many = Chỉ có { $population } nội dung để bốc, không bốc được { $asked }.

second-no-opener = Chưa ghi tên người mở lần đầu.
second-not-oneself = { $by } là người xem lại, không tự mở lần đầu cho mình. Người mở là trưởng đoàn.
second-no-why = Hãy ghi vì sao mở lần đầu trước khi lần xem lại được ký.
second-refused-open = Chỉ ở một lần xem lại mới có lần đầu để mở.
second-edit-opened = mở lần đầu cho người xem lại
second-opened = Lần đầu đã được mở cho { $by } trước khi ký: { $opener }, { $at }, lý do: { $why }. Từ đó lần xem lại này không còn là làm lại mà không biết lần đầu.
second-closed = Lần đầu ở { $unit } còn đóng với { $by } cho đến khi lần xem lại được ký. Trưởng đoàn mở được trên màn hình xem lại, có ghi lý do.
cli-second-closed = { $name } còn đóng với { $by } cho đến khi { $by } ký lần xem lại. Trưởng đoàn mở được bằng: second open { $name } --by TÊN --why LÝ_DO; nhật ký ghi lại và báo cáo in ra.
cli-second-opened = { $opener } đã mở lần đầu của { $name } cho { $by }; nhật ký đã ghi, báo cáo sẽ in.
cli-second-not-open = { $name } không có lần xem lại nào chưa ký.

second-annex = XEM LẠI ĐỘC LẬP
second-about = { $by } làm lại { $items } nội dung, bốc từ { $population } nội dung đã chấm, không được biết lần đầu chấm gì; ký ngày { $day }. Lần xem lại không đổi mức hay điểm của cuộc kiểm tra.
second-column-first = Lần đầu
second-column-second = Lần xem lại
second-column-differs = So
second-evidence = Minh chứng của lần xem lại
second-proof = Bốc lại để kiểm chứng

cli-second-drawn = Đã bốc { $items } trên { $population } nội dung của { $name } để { $by } xem lại. Điền bằng: inspection fill { $id } TỆP.toml, rồi inspection sign { $id } --by "{ $by }".
cli-second-none = { $name } chưa có lần xem lại nào. Bốc bằng: second new { $name } --by TÊN --team-seed CHỮ_SỐ --second-seed CHỮ_SỐ
cli-second-open = { $by } đang xem lại: { $done } trên { $items } nội dung đã có mức. Lần đầu chấm gì chỉ mở ra khi { $by } ký.
cli-second-list = Nội dung bốc trúng

# màn hình
context-second-look = Xem lại độc lập
command-open-second-look = xem lại
command-open-second-look-help = Mở lần xem lại độc lập của cuộc kiểm tra: bốc nội dung, người khác làm lại, rồi so hai lần.
command-open-looked-at = mở
command-open-looked-at-help = Đi làm lại các nội dung bốc trúng; khi đã ký thì mở nội dung đang chọn ở lần đầu.
command-draw-second-look = bốc nội dung
command-draw-second-look-help = Bốc vài nội dung để người khác xem lại, bằng các chữ số của đoàn và của người xem lại.
command-open-first-look = mở lần đầu
command-open-first-look-help = Trưởng đoàn mở lần đầu cho người xem lại trước khi ký, có ghi lý do: nhật ký ghi lại, báo cáo in ra.
second-open-form = Mở lần đầu cho { $by } trước khi ký
field-opened-by = Người mở
field-opened-why = Vì sao mở
second-opened-told = Đã mở lần đầu; nhật ký đã ghi, báo cáo sẽ in.
second-nothing-to-open = Không có lần xem lại nào chưa ký để mở lần đầu.
second-place = { $unit } › Xem lại độc lập
second-title-none = Chưa có lần xem lại
second-title-open = { $by } đang xem lại · { $done }/{ $items }
second-title-done = { $by } đã xem lại · ký { $day }
second-how = Xem lại độc lập: bốc vài nội dung của cuộc kiểm tra này, một người không ở trong đoàn đến làm lại mà không biết lần đầu chấm gì, ghi gì. Ký xong mới mở cả hai lần ra so. Không lần nào sửa lần nào, điểm của đơn vị không đổi; chỗ khác nhau là chỗ để hai bên hỏi nhau.
second-how-wait = Lần đầu chấm gì, ghi gì chưa hiện ở đây; { $by } ký xong thì hiện.
second-seed = Hạt giống { $seed } · danh sách { $population } nội dung · băm { $hash }
second-form = Bốc nội dung để người khác xem lại
field-second-by = Người xem lại
field-second-team-digits = Chữ số của đoàn
field-second-digits = Số của người này
field-second-size = Số nội dung
field-second-seed = Hạt giống
second-drawn = Đã bốc { $items } nội dung; { $by } có thể bắt đầu.
second-row = { $item }: lần đầu { $first }, lần xem lại { $second } – { $differs }
second-note = Ghi chú: { $note }
second-nothing-noted = Không ghi gì thêm.
second-blind = Đang xem lại độc lập: kết quả cũ của nội dung này chưa được mở, { $by } ký xong thì mở.
second-aside = Xem lại độc lập
second-aside-words = Chỉ có nội dung bốc trúng. Mức, ghi chú, phát hiện của lần đầu và của đợt trước không hiện ở đây cho đến khi ký.
queue-second = Xem lại: { $unit }
