# Flags about form without substance: name, what was seen with its numbers, the way out. A flag is a question, never a verdict.

flag-t01 = straight line
flag-t02 = too fast
flag-t03 = filled outside the visit
flag-t04 = twin of another unit
flag-t05 = copied prose
flag-t06 = empty words
flag-t07 = recycled file
flag-t08 = much “not applicable”
flag-t09 = nothing found
flag-t10 = bunching at a line
flag-t11 = half a finding
flag-t12 = wish, not action
flag-t13 = loose ends
flag-t14 = one-sided evidence
flag-t15 = inspection in the hall
flag-t16 = raised after the meeting
flag-t17 = praise against findings
flag-t18 = stale evidence
flag-t19 = leftovers
flag-t20 = high rating, weak proof
flag-t21 = nothing to carry over
flag-u08 = self-score above the evidence
flag-u10 = a smooth 100 %
flag-u11 = old matter again

flag-u01 = nearly all recognised
flag-u02 = many registered, few effective
flag-u03 = bunched at period end
flag-u04 = stops after the award
flag-u05 = bunched in easy fields
flag-u06 = one job counted twice
flag-u07 = awards lean to leaders
flag-u09 = remedied on paper
flag-nearly-all-recognised = { $recognised } of { $registered } registered models were recognised.
flag-nearly-all-recognised-out = Was any refused? Who went to see before it was recognised?
flag-few-recognised = Only { $recognised } of { $registered } registered models were recognised.
flag-few-recognised-out = Why register beyond capacity? Was a number imposed?
flag-few-running = Only { $running } of { $drawn } drawn models run as registered.
flag-few-running-out = Which should be stopped or merged, and where should the strength go?
flag-registered-late = { $late } of { $of } models were registered within { $days } days before a review or their recognition.
flag-registered-late-out = In less than two months, what result was measured?
flag-recognised-soon = Half of { $of } models were recognised within { $median } days after registration.
flag-recognised-soon-out = What result could be measured in those days?
flag-stopped-after-award = { $model } was praised on { $award }; the last work on record is of { $last }.
flag-stopped-after-award-out = What was done since the award, by whom, in which book?
flag-one-field = { $models } of { $of } models are in one field: { $field }.
flag-one-field-out = Has no other field a difficulty of the people?
flag-counted-twice = { $model } and { $other } are at one place, have different owners and names that are { $share } % alike.
flag-counted-twice-out = Who owns it? Is the other only a partner?
flag-leader-awards = { $leaders } of { $of } individuals praised are leaders.
flag-leader-awards-out = Who did the work, and why is it not named?
flag-nothing-carried-over = { $strengths ->
    [0] No strength is recorded
    [one] 1 strength is recorded and is not marked for others to take over
   *[other] { $strengths } strengths are recorded and none is marked for others to take over
  }, and nothing says why there is none.
flag-nothing-carried-over-out = What could others learn here? Mark a strength, or write at the visit why there is none.
flag-self-praise = The unit gave itself { $given }; evidence supports only { $supported }.
flag-self-praise-out = What does the unit rest it on? Is there paper or a person that the team has not seen?
flag-on-paper = { $recommendation } of { $other } was declared done, and nobody has verified it.
flag-on-paper-out = See the remedy on the spot and verify it, or open it again.
flag-past-due = { $recommendation } of { $other } is past its day { $due }, and no delay was accepted.
flag-past-due-out = Ask why; record who accepts a delay and the new day, or urge.

weight-info = worth a look
weight-warning = mend or explain
weight-alert = hard to explain

flag-straight-line = { $run } of { $of } rated items got level { $level }{ $where ->
    [whole] {""}
   *[other] {" "}in { $where }
  }; their evidence is E{ $grade } on average, below E3.
flag-straight-line-out = Go over each item with its evidence; where the level stands, add what carries it.
flag-too-fast = { $item }: { $seconds } s, while reading the question and writing the evidence takes at least { $least } s.
flag-too-fast-out = Read the question, what to look at and whom to ask again; if it was done on paper before, say so.
flag-all-at-once = { $of } items were rated within { $seconds } seconds; reading their questions alone takes at least { $least }.
flag-all-at-once-out = If the marks were carried over from a notebook, say whose and when it was written; else read each question again.
flag-not-there = { $evidence } is something the team saw on the spot, on { $day }, when it was not at the unit.
flag-not-there-out = Correct the day, or the times of arrival and departure, or name what it is: who gave it, which paper.
flag-signed-before = Signed on { $signed }, before { $until }, the last day at the unit.
flag-signed-before-out = Check the laptop's clock and the times of arrival and departure; if it was signed before looking, open it again and look.
flag-same-note = One note stands at { $items } items, { $item } the first of them.
flag-same-note-out = At each item, write what was seen there only; where there is nothing to write, leave it empty.
flag-filled-afterwards = { $outside } of { $of } answers were given outside the hours of the visit.
flag-filled-afterwards-out = Check the hours of the visit; if answers were copied from a notebook, say whose.
flag-filled-at-the-end = All { $of } answers were given in the last part of the visit.
flag-filled-at-the-end-out = Say what was written by hand during the visit, and who keeps it.
flag-twin = { $equal } of { $common } items are rated as at { $other }; by the level of the round about { $expected } % would be alike.
flag-twin-out = Compare the two, item by item, with their evidence: what is true of this place only?
flag-copied = { $text } is { $share } % like { $other-text } of { $other }.
flag-copied-out = Write what is true of this place only: who, where, how many.
flag-empty-words = { $text } says “{ $phrase }”, and neither that sentence nor the next holds a number, day, document, place or person.
flag-empty-words-out = Ask: { $ask }
flag-recycled = The file of { $evidence } stands at { $other } too ({ $other-evidence }).
flag-recycled-out = Of what day and place is it? Keep it where it belongs, take it away there.
flag-file-outside = The file of { $evidence } is of { $day }, outside the period under review.
flag-file-outside-out = Mend the day if it is wrong, or bring evidence of the period.
flag-much-not-applicable = { $share } % of the weight is not applicable, more than { $most } %.
flag-much-not-applicable-out = Look at each reason again: is there no such work, or was it not asked?
flag-nothing-found = All { $rated } items are rated 3 or 4 and no shortfall is recorded.
flag-nothing-found-out = What is weakest in this unit? Where did the team look for it?
flag-half-finding = { $finding } lacks { $missing }.
flag-half-finding-out = Open { $finding } and add what is missing.
flag-wish = { $recommendation } lacks { $missing }.
flag-wish-out = Say who, by when, and what shows that it is done.
flag-answers-nothing = { $recommendation } answers no finding.
flag-answers-nothing-out = Link it to the finding that it answers, or drop it.
flag-low-without-finding = { $item } is rated { $level } and has no finding.
flag-low-without-finding-out = Record the finding: condition, criterion, cause, effect.
flag-left-alone = The shortfall { $finding } has no recommendation.
flag-left-alone-out = Add a recommendation, or say why none is needed.
flag-one-family = { $share } % of { $pieces } pieces of evidence are of one family: { $family }.
flag-one-family-out = Add another family: ask residents, go and see, count again.
flag-nobody-outside = Nobody outside the unit’s leadership was heard.
flag-nobody-outside-out = Ask front-line staff apart, and residents; record how many.
flag-in-the-hall = As recorded: { $people } people asked, { $minutes } minutes at sites{ $models ->
    [none] , no drawn model visited
   *[other] {""}
  }.
flag-in-the-hall-out = Go to the sites and ask people; if it was done, record it with the visit.
flag-raised-after = { $item } went from { $from } to { $to } after the closing meeting, without new evidence.
flag-raised-after-out = Add evidence collected after the meeting, or set the level back.
flag-praise-against = The strength { $finding } praises what { $item } rates { $level }.
flag-praise-against-out = Mend the praise or the rating.
flag-expired = { $evidence } was no longer valid after { $day }.
flag-expired-out = Collect evidence that is still valid.
flag-old = { $evidence } was collected on { $day }, before the period under review.
flag-old-out = Collect evidence of the period, or mend the day if it is wrong.
flag-leftover = { $text } still holds “{ $what }”.
flag-leftover-out = Finish it, or take it away.
flag-weak-proof = { $item } is rated { $level } on evidence of grade { $grade }.
flag-weak-proof-out = Needs evidence of { $needs } or better{ $kinds ->
    [none] {""}
   *[other] : { $kinds }
  }.
flag-smooth-rates = { $whole } of { $of } rates in the unit’s papers are exactly 100 %.
flag-smooth-rates-out = Who is outside the 100 %? How was it counted, in which book?
flag-round-rates = All { $of } rates in the unit's own papers are multiples of five.
flag-round-rates-out = What were numerator and denominator, counted from which book?
flag-old-matter = { $item } has a shortfall again ({ $finding }), as in { $round }.
flag-old-matter-out = What was recommended then, and why is it not settled?

flag-text-note = the note at { $id }
flag-text-reason = the reason at { $id }
flag-text-evidence = evidence { $id }
flag-text-condition = the condition of { $id }
flag-text-cause = the cause of { $id }
flag-text-effect = the effect of { $id }
flag-text-action = { $id }

missing-condition = the condition
missing-criterion = the criterion
missing-cause = the cause
missing-evidence = evidence
missing-owner = an owner
missing-due = a due day
missing-check = a closing test

edit-flag = answer to flag

cli-lint-none = { $unit }: no flag is up.
cli-lint-found = { $unit }: { $open ->
    [one] { $open } flag without an answer
   *[other] { $open } flags without an answer
  }, { $answered } answered.
cli-lint-answered = answered ({ $by }): { $words }
cli-lint-out = way out: { $out }

context-flags = Flags of the inspection
command-open-flags = flags
command-open-flags-help = See the flags about form without substance of this inspection: what was seen, with its numbers, the way out; answer each.
command-answer-flag = answer
command-answer-flag-help = Answer the flag in hand in writing; the answer is printed in the report's annex. Left blank, the answer is taken back.
command-open-flagged = go there
command-open-flagged-help = Go to the item that the flag in hand asks about.
flags-place = { $unit } › Flags
flags-panel = Flags
flags-loading = Comparing with the other inspections of the round…
flags-title = { $open } without an answer · { $answered } answered
flags-none = No flag
flags-none-long = No flag is up. A flag is only a question about form; none does not mean that the unit is good.
flags-way-out = Way out:
flags-answer-form = Answer to a flag
field-flag-answer = Answer
sign-flags = { $count ->
    [one] { $count } flag has no answer; the report will print it so.
   *[other] { $count } flags have no answer; the report will print them so.
  }
report-annex-flags = FLAGS ABOUT FORM, AND THE TEAM’S ANSWERS
report-no-flags = The program raised no flag about { $unit }, round { $round }; that none is up is no praise.
report-flags = { $unit }: { $count ->
    [one] { $count } flag
   *[other] { $count } flags
  }, { $open } without an answer. A flag is a question about form, not a finding, and enters no score.
report-column-flag = Flag
report-column-seen = What was seen
report-column-flag-answer = The team’s answer
report-flag-unanswered = no answer
flag-empty-fields = None of { $of } models is in the field: { $fields }.
flag-empty-fields-out = Is there nothing hard in that field here, or has nobody tried? Ask residents too, not only who keeps the list.
command-read-on = read on
command-read-on-help = Shows more of what is in hand where the window is too small for all of it.
command-read-back = read back
command-read-back-help = Goes back up in what is in hand.
flags-here = Here:
flags-there = There:
flags-more-below = { $count ->
    [one] 1 more line
   *[other] { $count } more lines
}
