# Mistakes in programme files, and what every mistake in a file has in common.

intake-nearest = có phải là “{ $name }”?
