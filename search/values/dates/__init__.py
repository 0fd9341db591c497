"""Dates as people write them, in four calendars, as intervals of days."""
