# The findings of all units: tab, context, commands, screen.

context-findings = Findings, recommendations
command-open-finding = open
command-open-finding-help = Opens the inspection at the item of the selected finding.
command-go-findings = findings
command-go-findings-help = Opens the findings and recommendations of all units.

tab-findings = Findings
findings-gathering = Gathering the findings and recommendations of the inspections …
findings-empty = There are no findings or recommendations yet. While inspecting a unit, press h for a finding and k for a recommendation; all of them show up here.
findings-no-match = No finding or recommendation matches. Press = to drop the filter.
findings-nothing-shown = The list is empty, there is nothing to write. Press = to drop the filter.
findings-title = Open { $open } · Overdue { $overdue } · Next 30 days { $soon } · No owner or day { $unassigned } · declared { $declared }
findings-open = Open
findings-overdue = Overdue
findings-due-soon = In the next 30 days
findings-unassigned = Without owner or day
findings-strengths = Strengths
findings-no-day = no day set
findings-no-recommendation = no recommendation
findings-no-owner = nobody named
findings-not-recorded = not recorded
findings-line = { $number } · { $round } · { $state }
findings-of = { $number } { $what }
findings-unsigned = not signed
findings-export-form = Write the list shown to a file
report-recommendation-alone = recommendation that answers no finding
