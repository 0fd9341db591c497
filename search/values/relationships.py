"""How whoever searches is related to the person who is sought, in words."""

from search.values import lexicon
from search.values.folding import fold
from search.vocabulary import Relationship

_CODES = frozenset(Relationship)


def read_relationship(text: str) -> Relationship | None:
    """A code, or a word in one of many languages; any other word is `other`, no word None."""
    code = text.strip().lower().replace(" ", "_").replace("-", "_")
    if code in _CODES:
        return Relationship(code)
    folded = fold(text)
    known = (one for one in Relationship if folded in lexicon.words("relationships", one))
    return next(known, Relationship.OTHER) if folded else None
