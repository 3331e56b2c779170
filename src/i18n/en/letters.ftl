# The urging letter (CV) and the working minutes (BB).

letter-property = Urging letter – { $unit }
letter-about = On carrying out the recommendations to { $unit }
letter-to = To: { $unit }
letter-opening = On { $date } { $unit } has { $count ->
    [one] one recommendation
   *[other] { $count } recommendations
} past the day, the longest by { $days ->
    [one] one day
   *[other] { $days } days
}:
letter-nothing = On { $date } { $unit } has no recommendation past its day.
letter-soon = Besides, { $count ->
    [one] one recommendation comes
   *[other] { $count } recommendations come
} due within { $days } days from { $date }:
letter-asks = { $unit } is asked to carry out { $count ->
    [one] the overdue recommendation
   *[other] the { $count } overdue recommendations
} above and to report in writing to { $issuer } before { $date }. What cannot be done yet is to be named, with what stands in the way and the day asked for.
letter-then = After the report { $issuer } sends somebody to see { $count ->
    [one] this recommendation
   *[other] each of these { $count } recommendations
} carried out on the spot; what was done on paper only counts as not done.
letter-column-finding = Finding
letter-as-above = As above
minutes-kind = MINUTES
minutes-property = Working minutes – { $unit }
minutes-title = Visit to { $unit }
minutes-present = I- Time and persons present
minutes-began = Began
minutes-ended = Ended
minutes-unit-present = For the unit
minutes-to-be-written = ……………………………… (to be written on the spot)
minutes-gone-through = II- What was gone through
minutes-counts = The programme has { $items } items for the unit: { $rated } with a level, { $unasked } not applicable, { $unverified } not verified, { $open } not answered; { $evidence } pieces of evidence.
minutes-column-item = Item
minutes-column-mark = Level or reason
minutes-open = not answered
minutes-found = III- Findings and the unit's reply
minutes-none-found = On { $date } no finding is recorded at { $unit }.
minutes-recommended = IV- Recommendations
minutes-none-recommended = On { $date } no recommendation to { $unit } is recorded.
minutes-closing = V- Confirmation
minutes-head = This agrees with the journal's head { $short } of the team's laptop on { $date } (all 64 digits: { $head }). Both sides have read it, agree and sign.
minutes-secretary = SECRETARY
minutes-chair = CHAIR
minutes-for-unit = FOR THE UNIT
