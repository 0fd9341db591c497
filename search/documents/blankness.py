"""Whether a report says anything at all: the only thing that is asked of one."""

from search.documents.description import Description
from search.documents.identifiers import Identifiers

_NOTHING = Description()
_NO_IDENTIFIERS = Identifiers()


def says_something(description: Description, identifiers: Identifiers) -> bool:
    """Half a name, a nickname or a phone number is enough; a report that is blank everywhere is not."""
    return description != _NOTHING or identifiers != _NO_IDENTIFIERS
