# Following up recommendations: two closings, declared by the unit and verified by somebody who went to see.

stage-open = open
stage-declared = declared done
stage-verified = verified
stage-withdrawn = withdrawn
standings-open = { $open } recommendations open, { $overdue } overdue
standings-closed = Recommendations: { $open } open, { $overdue } overdue, { $declared } declared, { $verified } verified
standings-rate-verified = Of { $whole } recommendations due, { $part } are verified ({ $share } %)
standings-rate-reopened = Of { $whole } once verified, { $part } had to be opened again ({ $share } %)
unfit-not-from = This recommendation is { $stage }, so this step cannot be taken. Nothing was changed.
unfit-blank = A name, a reason or the words of what was seen are missing.
unfit-weak = Evidence of grade { $grade } is not enough to verify. It takes E3 or more: seen, counted again, or told by somebody outside the leadership.
unfit-own-work = Who must do it or declared it does not verify it. Name somebody else who went to see.
unfit-ahead = This day is still to come. Write the day on which it happened.
unfit-not-later = The new day must be later than the old one and than today.
deed-declared = declared done on { $day } – { $by }, on { $paper }
deed-declared-bare = declared done on { $day } – { $by }, on no paper
deed-verified = verified on { $day } – { $by }, grade { $grade }: { $seen }
deed-reopened = opened again: { $why }
deed-delayed = delay accepted until { $day } – { $by }: { $why }
deed-withdrawn = withdrawn: { $why }
later-reply = { $day }, { $by }: { $words }
edit-life = follow-up of recommendation
edit-reply = the unit's reply to
findings-declared = Declared, waiting to be verified
findings-verified = Verified
findings-withdrawn = Withdrawn
follow-form = { $what } · { $number } · { $unit }
follow-no-recommendation = There is no recommendation for this finding to follow. Press Enter to open the inspection and write one.
follow-no-finding = This recommendation answers no finding, so there is nothing for the unit to reply to.
follow-story = What happened
follow-step = { $at } { $who }: { $what }
follow-later-reply = Reply after the signature
field-paper = On what paper
field-declared-by = Declared by
field-declared-on = Declared on
field-verified-by = Who went to see
field-verified-on = Seen on
field-new-due = New day
field-accepted-by = Accepted by
field-reply-by = Said by
field-reply-on = On
field-finding = Finding
field-folder = Folder
field-stands = Standing
field-under = Place
field-kind = Kind of unit
field-round = Round
field-clause = Clause
field-repeated = Repeated
findings-any = all
findings-repeated = only repeated shortfalls
findings-filter-form = Filter the list
letters-none = No unit of the list has an overdue recommendation of a signed inspection.
letters-form = Write { $count } urging { $count ->
    [one] letter
   *[other] letters
} into a folder
letters-written = Wrote { $count } { $count ->
    [one] letter
   *[other] letters
} into { $folder }
command-declare-done = declare
command-declare-done-help = Write down that the unit says the selected recommendation is done.
command-verify-done = verify
command-verify-done-help = Write down that somebody else went to see and found it done, on evidence from E3.
command-reopen-matter = reopen
command-reopen-matter-help = Open a declared, verified or withdrawn recommendation again, with a reason.
command-withdraw-matter = withdraw
command-withdraw-matter-help = Withdraw the selected recommendation, with a reason.
command-accept-delay = delay
command-accept-delay-help = Accept a later day for the recommendation, with the name of who accepts it.
command-add-reply = reply
command-add-reply-help = Write down what the unit says about the finding, after the signature too.
command-open-letter = letter
command-open-letter-help = See the letter that urges the unit of the selected row.
command-export-letters = write letters
command-export-letters-help = Write an urging letter to every unit of the list with something overdue, one file each.
