"""What rows that were not taken carry when they are given back to their sender, and when they come back to us."""

# How the headers of our own columns begin, the same in every language: they are for us to know again.
OURS = "ovillo_"
REASON, ROW = f"{OURS}reason", f"{OURS}row"
_RETURNED = "returned "


def returned_as(origin: str) -> str:
    """What a row that came back says it is known by, or ""."""
    return origin.removeprefix(_RETURNED) if origin.startswith(_RETURNED) else ""


def told_returned(said: str) -> str:
    """The origin of a row that came back, until somebody with the keys has looked whose it is."""
    return _RETURNED + said
