# Theo dõi kiến nghị: hai lần khép lại, đơn vị báo xong và có người đến kiểm chứng.

stage-open = còn mở
stage-declared = đã báo xong
stage-verified = đã kiểm chứng
stage-withdrawn = đã rút
standings-open = Còn mở { $open } kiến nghị, { $overdue } quá hạn
standings-closed = Kiến nghị: còn mở { $open }, quá hạn { $overdue }, báo xong { $declared }, đã kiểm chứng { $verified }
unfit-not-from = Kiến nghị này { $stage }, nên không làm bước đó được. Chưa có gì thay đổi.
unfit-blank = Còn thiếu tên người, lý do hoặc lời ghi điều đã thấy.
unfit-weak = Minh chứng bậc { $grade } chưa đủ để kiểm chứng. Cần bậc E3 trở lên: tận mắt thấy, đếm lại, hoặc người ngoài lãnh đạo nói.
unfit-own-work = Người phải làm hoặc người đã báo xong không tự kiểm chứng được. Hãy ghi tên người khác đã đến xem.
unfit-ahead = Ngày này chưa tới. Hãy ghi ngày đã diễn ra.
unfit-not-later = Hạn mới phải sau hạn cũ và sau hôm nay.
deed-declared = báo đã làm xong ngày { $day } – { $by }, theo { $paper }
deed-declared-bare = báo đã làm xong ngày { $day } – { $by }, không có giấy tờ
deed-verified = kiểm chứng ngày { $day } – { $by }, bậc { $grade }: { $seen }
deed-reopened = mở lại: { $why }
deed-delayed = lùi hạn đến { $day } – { $by } đồng ý: { $why }
deed-withdrawn = rút kiến nghị: { $why }
later-reply = { $day }, { $by }: { $words }
edit-life = theo dõi kiến nghị
edit-reply = ý kiến của đơn vị về
findings-declared = Đã báo xong, chờ kiểm chứng
findings-verified = Đã kiểm chứng
findings-withdrawn = Đã rút
