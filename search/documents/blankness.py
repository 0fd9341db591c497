"""Whether a report says anything at all: the only thing that is asked of one."""

from dataclasses import replace

from search.documents.description import Description
from search.documents.identifiers import Identifiers

_NOTHING = Description()
_NO_IDENTIFIERS = Identifiers()


def says_something(description: Description, identifiers: Identifiers) -> bool:
    """Half a name, a nickname, a phone number or words that nobody could read are enough.

    A report that is blank everywhere is not, nor one in which "I do not know" is all that was answered.
    """
    if any(note.words for note in (*description.notes, *identifiers.notes)):
        return True
    return replace(description, notes=()) != _NOTHING or replace(identifiers, notes=()) != _NO_IDENTIFIERS
