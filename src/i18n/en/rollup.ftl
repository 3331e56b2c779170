# The roll-up screen: its keys, its views, its figures.

context-rollup = Roll-up
command-open-group = open
command-open-group-help = Opens the selected row: from a group down to its units, from a unit down to its inspection.
command-next-view = next view
command-next-view-help = Goes to the next view: by place, kind of unit, section, heat map, over the rounds, models, praise, for the head of team.
command-previous-view = previous view
command-previous-view-help = Goes back to the previous view.
command-next-round = next round
command-next-round-help = Goes to the next round.
command-previous-round = previous round
command-previous-round-help = Goes back to the previous round.

rollup-view-district = Place
rollup-view-kind = Kind of unit
rollup-view-section = Section
rollup-view-heat = Heat map
rollup-view-trend = Over the rounds
rollup-title = { $round } · round { $at }/{ $count }
rollup-at-province = Province level: { $place }
rollup-all = All
rollup-whole = inspected { $covered } · mean { $mean }
rollup-gap = gap { $gap }
rollup-change = since last round { $points } ({ $units ->
    [one] { $units } unit
   *[other] { $units } units
})
rollup-not-enough = not enough units inspected
rollup-column-name = group
rollup-column-unit = unit
rollup-column-round = round
rollup-column-covered = signed
rollup-column-mean = mean ± margin
rollup-column-step = step
rollup-column-change = change
rollup-column-supported = score
rollup-column-gap = gap
rollup-tie = ={ $step }
rollup-tie-legend = The sign = is a tie: the ranges overlap, none stands above the other.
rollup-no-margin = no margin known
rollup-not-inspected = not inspected
rollup-no-section = not applicable
rollup-heat-section = Section { $number }: { $title }
rollup-heat-legend = █ ≥75 ▓ ≥50 ▒ ≥25 ░ <25 · not inspected – not applicable
rollup-trend-about = { $units ->
    [one] { $units } unit
   *[other] { $units } units
} inspected in every round with a signed inspection, up to { $round }.
rollup-trend-none = no inspection signed
rollup-empty = No unit is in scope in this round. Import units on the Units screen.
rollup-last-round = This is the last round.
rollup-first-round = This is the first round.
rollup-no-group = No inspection of this round is signed, there is nothing to open yet.
rollup-only-heat = This key chooses a section on the Heat map only.
rollup-detail-scope = In scope { $units } · planned { $planned }
rollup-detail-covered = Inspected and signed { $covered }
rollup-detail-mean = Mean { $mean }
rollup-detail-median = Median { $median } · quartiles { $low } – { $high }
rollup-detail-spread = Standard deviation { $spread } · gap { $gap }
rollup-detail-bands = Bands
rollup-detail-shortfalls = Most frequent shortfalls
rollup-detail-shortfall = { $units ->
    [one] { $units } unit
   *[other] { $units } units
} · { $item } { $label }
rollup-detail-figures = Claimed { $claimed } · supported { $supported } · gap { $gap }
rollup-detail-sections = Score of each section
rollup-detail-signed = Signed on { $day }
rollup-view-praise = Praise
rollup-view-team = Head of team
rollup-praise-whole = put forward { $nominated }/{ $signed } signed units · not inspected { $missing } · no ranks
rollup-praise-not-yet = not put forward
rollup-praise-reads = Reading the signed inspections of the round …
rollup-line-row = { $band } (from { $line }): { $above } of { $of } scores near the line reach it
rollup-line-none = { $band } (from { $line }): no score lies near the line
rollup-look-open = { $look }: under way, { $done }/{ $items } items
rollup-look-done = { $look }: { $same } of { $both } levels the same
rollup-look-waits = Not signed: what the first look gave is not open yet.
