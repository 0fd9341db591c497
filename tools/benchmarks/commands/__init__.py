"""Commands of the laboratory; `ovillo` finds them by entry point where this distribution is installed."""
