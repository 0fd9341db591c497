"""Names that are a person's own."""

from matching.record import NameKind
from search.documents.description import Description

_OTHERS = frozenset({NameKind.FATHER, NameKind.GRANDFATHER, NameKind.MOTHER})


def own_names(described: Description) -> tuple[str, ...]:
    """The person's own names as they were written, without those of parents."""
    return tuple(name.text for name in described.names if name.kind not in _OTHERS)
