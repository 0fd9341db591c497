"""`python -m search.cli`: the same as `reencuentro`."""

from search.cli import main

main()
