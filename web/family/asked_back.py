"""What is given back of names: the spellings under which a search finds them too, so that a missing one is added."""

from collections.abc import Sequence

from matching.names.known_spellings import known_spellings
from matching.record import NameKind, PersonName
from web.family.case_draft import CaseDraft

_MOST_NAMES = 3
# Names that are looked for as a whole; a word that everybody calls somebody has no other spelling to tell.
_ASKED = frozenset({NameKind.FULL, NameKind.GIVEN, NameKind.FATHER, NameKind.FAMILY, NameKind.NICKNAME})

Spellings = Sequence[tuple[str, Sequence[str]]]
"""Names as they were written, each with other spellings of it."""


def spellings_of(case: CaseDraft) -> Spellings:
    """The first names of a case with the spellings that the family did not write itself."""
    names = case.sought.names
    written = {name.text.casefold() for name in names}
    told = [(name.text, _others(name, written)) for name in names if name.kind in _ASKED]
    return [(name, others) for name, others in told if others][:_MOST_NAMES]


def _others(name: PersonName, written: set[str]) -> tuple[str, ...]:
    return tuple(one for one in known_spellings(name.text) if one.casefold() not in written)
