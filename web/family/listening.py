"""What can be listened to on a page: each sentence of it that somebody recorded in the reader's language."""

from collections.abc import Sequence


def heard(sentences: Sequence[str]) -> dict[str, object]:
    """What a page plays of its sentences: the address of each that is recorded."""
    return {"spoken": sentences, "recordings": {}}
