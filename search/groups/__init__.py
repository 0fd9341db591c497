"""People who travelled together: published incidents, vessels, companions."""
