"""A sender's sheet: bytes, then a table, then the meaning of its columns, then rows. No database, no clock."""
