"""Names across scripts: from what was written to sounds that can be compared."""
