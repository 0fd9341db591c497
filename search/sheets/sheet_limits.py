"""How much of a sender's file is read, and no more. A real registry sheet stays far below each bound."""

MAX_BYTES = 20 * 1024 * 1024
MAX_INFLATED_BYTES = 200 * 1024 * 1024
MAX_ARCHIVE_ENTRIES = 2_000
MAX_ROWS = 100_000
MAX_COLUMNS = 200
MAX_CELL_CHARS = 20_000
MAX_WORKSHEETS = 50

CHILD_MEMORY_BYTES = 512 * 1024 * 1024
# Seconds of a processor for reading and understanding; on a clock it may be three times as long, for others work too.
CHILD_SECONDS = 90
WALL_FOR_CPU = 3
