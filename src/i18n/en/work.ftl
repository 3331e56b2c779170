# Work that lasts: what is done, how far it is, how to stop it.

cli-does-rebuild = Rebuilding the index from the journal
cli-does-verify = Reading and comparing the whole vault

command-cancel-work = stop the work
command-cancel-work-help = Stops work that takes long, such as gathering the findings of the whole province. Nothing is left half done: what was read is kept.
work-gathering = Gathering findings: { $done } of { $of } inspections
work-stopped = Gathering was stopped. What was read is kept; opening this screen again goes on.
