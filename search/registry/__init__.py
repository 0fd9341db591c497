"""Records as they are kept: sealed sections, change numbers, blocking keys. Used by services only."""
