# The walk: what stands beside the item, what is skipped and why.

strip-range = range
strip-last-time = last time
strip-rests-on = band rests on

aside-title = Last time · { $round }
aside-no-last-time = No last time
aside-rated = Level { $level } ({ $claimed } points), evidence { $grade } carried { $effective }
aside-not-asked = Not rated last time.
aside-open = { $count ->
    [one] 1 recommendation still open
   *[other] { $count } recommendations still open
 }
aside-of-section = same section
aside-overdue = due { $day }, { $days ->
    [one] 1 day over
   *[other] { $days } days over
 }
aside-due-in = due { $day }, in { $days ->
    [one] 1 day
   *[other] { $days } days
 }
aside-repeated = Shortfall that comes back: named in { $rounds }
aside-sections = Sections
aside-section-last = last time { $points }
aside-gist-rated = last time { $level } → { $effective } carried
aside-gist-not-applicable = last time not applicable
aside-gist-not-verified = last time not verified
aside-gist-open = { $count ->
    [one] 1 recommendation open
   *[other] { $count } recommendations open
 }

walk-skipped = (not asked)
aside-skipped = Not asked here
aside-skipped-why = only asked when { $condition }
walk-more-below = … { $count ->
    [one] 1 more row
   *[other] { $count } more rows
 }
walk-guidance-title = { $item } · the whole guidance
walk-levels = Levels

condition-and = and
condition-or = or
condition-not = not
condition-kind = the kind of unit
condition-tier = the tier
condition-milestone = the round’s milestone
condition-pilot = it is a pilot
condition-people = people asked
condition-minutes = minutes on sites
condition-supported = the supported score
condition-outcome = the outcome score
condition-drawn = models drawn
condition-failed = the share of the sample that failed
condition-level = the level of { $item }
condition-rated = { $item } is rated
condition-is = is
condition-is-not = is not
condition-none = is not set
condition-some = is set

command-show-last-time = last time
command-show-last-time-help = Opens a box to read: how the item was rated last time, which recommendations are still open, the sections’ scores.
command-show-guidance = guidance
command-show-guidance-help = Opens a box with the whole question, what to look at, whom to ask, the levels and the talk with residents.
command-save-and-next = save, go on
command-save-and-next-help = Saves the form and goes on to the next item without a mark.

form-proposal = → takes: { $words }
