"""One file per kind of evidence, each with the same face: see `levels.Comparison`."""
