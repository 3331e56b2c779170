# Fair to the unit: its own score first, strengths that others can take over, the time and paper it had to give.

self-score-title = The unit's score of itself (before the visit)
self-score-field = Self-score (0–100)
self-score-by = Given for the unit by
self-score-on = Given on
self-score-edit = self-score
self-score-points = “{ $found }” is no score. Write 0 to 100 with at most two decimals, such as 78.5.
self-score-whole = All three are needed: score, name, day. To take the self-score away, leave all three empty.
self-score-refused = An item has a mark, so the self-score is sealed and cannot be given or changed any more; nothing was changed. To change it, take away every mark first.
self-score-none = The unit gave no self-score before; there are marks now, so none can be added.
self-score-sealed = { $by } gave a self-score on { $on }. It stays sealed until every item has a mark, so that it pulls nobody's rating.
self-score-opened = The unit gave itself { $given } ({ $by }, { $on }); evidence supports { $supported }, { $way ->
    [above] the self-score is { $difference } higher
    [below] the self-score is { $difference } lower
   *[same] both are the same
  }.
self-score-name = The unit's own score
self-score-report-sealed = Given ({ $by }, { $on }); sealed until every item has a mark
self-score-report-none = The unit gave no score of itself before the visit

transferable-field = Others can do it
transferable-none-field = Why nothing can be carried over
transferable-name = To carry over
transferable-yes = Other units can do the same
transferable-none = No strength was found that others could take over: { $reason }
transferable-unsaid = The team has not said which strength of { $unit } others could take over, nor why there is none.

not-verified-reason = Only the unit's word so far; no paper, no resident and nothing seen by the team confirms that it is not done

burden-aside = The unit gave
burden-here = now
burden-last-short = last
burden-round-short = round
burden-documents = documents { $figure }
burden-on-paper = paper minutes { $figure }
burden-with-people = people minutes { $figure }
burden-last = last { $figure }
burden-round = round { $figure }
burden-report-last = last time ({ $round }): { $figure }
burden-report-round = median of { $of } others in the round: { $figure }
burden-report-nothing = { $unit } has no last time, and no other inspection of the round { $round } recorded anything to compare with.
burden-heading = Paper and time taken from the units
burden-about = The median over those of the { $signed } signed inspections that recorded it; one that did not is not counted as 0.
burden-column = Each inspection
burden-now = This round
burden-before = The round before
burden-of = Inspections that recorded
burden-not-recorded = None of the { $signed } signed inspections recorded the documents asked for or the time.
