# Mistakes in programme files, and what every mistake in a file has in common.

intake-nearest = did you mean “{ $name }”?
