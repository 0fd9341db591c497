"""How fields are asked, read and shown: a widget for each kind of field of the table."""
