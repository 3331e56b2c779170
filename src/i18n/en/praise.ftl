# Nominations for praise: only from what was verified; why a unit is not put forward. Ranks nobody.

praise-rule = Only what was verified is put forward: the inspection is signed; evidence of E3 or more, still valid, within the period; a strength that others can take over, or a drawn model that the team found running as registered; and no level 0–1 or shortfall at the same item. In the order of unit codes, nobody above anybody.
praise-counts = Put forward: { $nominated } of { $signed } units with a signed inspection; { $missing } units that were not inspected cannot be.
praise-none = Round { $round }: no strength or model has the evidence to be put forward, in { $signed } signed inspections.
praise-no-strength = The inspection records no strength and visited no model.
praise-model = Model { $code }: { $name }
praise-strength = { $id }: { $condition }
praise-visit = visited by the team
praise-evidence = Evidence: { $evidence }
praise-source = source: { $source }
praise-not-yet = Not put forward: { $why }
praise-unproven = the evidence only reaches { $grade }; E3 is needed (an original record the team chose, a person outside the leadership, seen on the spot)
praise-not-transferable = not marked as something others can take over
praise-rated-low = { $item } is only at level { $level }
praise-shortfall = { $item } has shortfall { $finding }
praise-not-running = on the visit: { $verdict }
praise-not-visited = drawn, and the team could not get there
praise-annex = NOMINATIONS FOR PRAISE
praise-why-not = Why other units are not put forward
praise-column-what = What is put forward
praise-column-evidence = Verified evidence
praise-column-why = Why not
praise-kind = PROPOSAL
praise-title = nominations for praise in { $place }
praise-property = Nominations for praise in { $place }, round { $round }
praise-nominated = I- What is put forward
praise-others = II- Other units of the round
