"""Between committees: routes and moves of cases, conflicts of interest, and offices that were asked."""
