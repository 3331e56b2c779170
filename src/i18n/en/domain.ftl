# Words of the domain (design 1): one word for one thing, in screens, commands and documents.

word-answer = answer
word-evidence = evidence
word-finding = finding
word-recommendation = recommendation

kind-place = place
tier-province = province
tier-district = district
tier-commune = commune
milestone-annual = Annual review
milestone-mid-term = Mid-term review
milestone-final = Final review
state-planned = not begun
state-underway = under way
state-ready = to be signed
state-signed = signed
no-band = no band
finding-strength = strength
finding-shortfall = shortfall
severity-low = low
severity-medium = medium
severity-high = high
family-documentary = documentary
family-testimonial = testimonial
family-physical = physical
family-analytical = analytical

flag-paper-weight = { $kind }: items that a document alone can satisfy carry { $share } % of the weight, over { $most } %. Add evidence beyond paper, or lower their weight.
flag-too-many-items = { $kind } must answer { $items } items, over { $most }. Drop or merge some: few and sound.
flag-nothing-to-ask = { $item } names no evidence, or no one to ask. Name both.
flag-unreachable = No kind of unit can reach section { $section }. Mend its applies_to, or drop it.
flag-little-outcome = { $kind }: items that measure outcome carry only { $share } % of the weight, under { $least } %. Add items that ask for results and ask the people.

round-id = “{ $id }” cannot be the id of a round: letters, digits and - _ . only, no blanks, 40 characters at most. For instance: 2023-so-ket.
