"""`python -m search.cli`: the same as `ovillo`."""

from search.cli import main

main()
