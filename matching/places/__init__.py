"""Places as words, countries, coordinates and routes; from any of them to what can be compared."""
