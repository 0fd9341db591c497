"""Getting data in and out: one file per format or kind of value. Bytes in, commands out; no database, no clock."""
