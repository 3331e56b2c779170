# About the inspections of a round themselves, for the head of team: scores that crowd at a line (T10).

team-annex = ABOUT THE INSPECTIONS THEMSELVES (FOR THE HEAD OF TEAM)
team-lines = Scores around the lines of bands (T10)
team-lines-rule = A line with { $least } scores or more within ±{ $margin } points is looked at: how many lie at it or above. If above and below are equally likely and so many have a chance below { $chance } %, flag T10 asks the head of team. It is a question about how levels were given and names no unit and no inspector; scores that rise evenly through a line may lean upwards a little, too.
team-line-crowded = ⚑ T10 { $band } (from { $line }): { $above } of { $of } scores near the line reach it; by accident at most { $chance } %. There may be good reasons; did anybody reckon what was missing to pass it while giving levels? Open each inspection near the line and see which evidence lifts it over.
team-line-calm = { $band } (from { $line }): { $above } of { $of } scores near the line reach it; T10 does not ask.
team-line-none = { $band } (from { $line }): no score lies near the line, so T10 does not ask.
team-no-lines = Round { $round }: { $signed } signed scores, and the programme draws no line between bands.
team-second-looks = Second looks
team-no-second-looks = Round { $round }: no second look is signed, of { $signed } signed inspections.
team-second-count = { $count } second looks of the round are signed; over all of them:
team-column-by = Looked again
team-column-items = Items
team-column-same = Same level
