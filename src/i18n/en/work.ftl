# Work that lasts: what is done, how far it is, how to stop it.

cli-does-rollup = Reading the inspections of the round
cli-does-sample = Making the big sample
cli-does-units = Importing units
cli-does-rebuild = Rebuilding the index from the journal
cli-does-verify = Reading and comparing the whole vault

command-cancel-work = stop the work
command-cancel-work-help = Stops work that takes long, such as gathering the findings of the whole province, making a roll-up report, writing many letters. Nothing is left half done: work that is not finished counts as not begun.
work-findings = Gathering findings: { $done }/{ $of } inspections
work-findings-stopped = Gathering was stopped. What was read is kept; opening this screen again goes on.
work-praise = Looking for what can be praised: { $done }/{ $of } inspections
work-praise-stopped = Stopped looking for what can be praised. Turn to another view and back to go on.
work-flags = Comparing for flags: { $done }/{ $of } inspections
work-flags-stopped = Comparing was stopped. Opening the flags again begins anew.
work-document = Making the document: { $done }/{ $of } inspections
work-document-stopped = Making the document was stopped. Nothing was written; opening it again begins anew.
work-export = Exporting findings: { $done }/{ $of } inspections
work-export-stopped = The export of findings was stopped. No file was written.
work-letters = Writing letters: { $done }/{ $of }
work-letters-stopped = Writing letters was stopped. The files written so far were removed.
work-units = Importing units: step { $done }/{ $of } (read, check, save)
work-units-stopped = The import of units was stopped. No unit was added or changed.
