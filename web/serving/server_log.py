"""What the server itself has to say: where something went wrong and of what kind, never what was sent or by whom.

Waitress writes paths and quotes headers into its messages. Each of them is replaced by the place in its code.
"""

import logging
import sys
import traceback

_FORMAT = "%(asctime)s %(name)s %(message)s"


def keep_server_log() -> None:
    """Warnings and worse to standard error; of the server's own library only where they arose."""
    logging.basicConfig(level=logging.WARNING, format=_FORMAT, stream=sys.stderr)
    # How long its queue is, is said at every second request of a busy day.
    logging.getLogger("waitress.queue").setLevel(logging.CRITICAL)
    logging.getLogger("waitress").addFilter(tell_the_place_alone)


def tell_the_place_alone(record: logging.LogRecord) -> bool:
    """Replaces a message by its place; always true, because it is a filter."""
    kind, place = "note", f"{record.filename}:{record.lineno}"
    if record.exc_info and record.exc_info[0] is not None:
        kind = record.exc_info[0].__name__
        frames = traceback.extract_tb(record.exc_info[2])[-4:]
        place = " < ".join(f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in reversed(frames))
    record.msg, record.args = f"{kind} at {place}", ()
    record.exc_info = record.exc_text = record.stack_info = None
    return True
