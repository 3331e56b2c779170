# The queue: its columns, and the choice of what it shows.

queue-column-unit = unit
queue-column-kind = kind
queue-column-round = round
queue-column-lead = leader
queue-column-last = last
queue-column-due = due
queue-column-done = done
queue-sections-coverage = Coverage by section
queue-sections-score = Score by section

sieve-form = Filter the queue
sieve-all = all
sieve-state = State
sieve-district = District
sieve-round = Round

command-choose-filter = choose filter
command-choose-filter-help = Chooses what the list shows: state, kind of unit, place, round and more.
