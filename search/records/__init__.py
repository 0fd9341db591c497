"""Reports as they are kept: sealed sections, change numbers, blocking keys, packed records."""
