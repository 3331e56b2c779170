# Following up recommendations: two closings, declared by the unit and verified by somebody who went to see.

stage-open = open
stage-declared = declared done
stage-verified = verified
stage-withdrawn = withdrawn
standings-open = { $open } recommendations open, { $overdue } overdue
standings-closed = Recommendations: { $open } open, { $overdue } overdue, { $declared } declared, { $verified } verified
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
