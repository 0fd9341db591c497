"""Digests of senders' own numbers: with what two files write differently left out, and as they are written."""

from search.documents.element_merging import comparable_number
from search.storage.encryption import Vault


def number_digests(vault: Vault, number: str) -> tuple[int, ...]:
    """The digests under which a report of this number may be stored; the first is that of new ones."""
    if not number.strip():
        return ()
    texts = (comparable_number(number), number, number.strip())
    return tuple(dict.fromkeys(vault.digest("sender number", text) for text in texts))
