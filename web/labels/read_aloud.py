"""What is read aloud to somebody who was met, in their own language: who searches, and what they can answer.

Families were told beforehand that their name and who they are to the person may be said, and nothing else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from i18n.division import Catalogue
from i18n.formats import isolate
from i18n.offered_languages import offered
from i18n.translate import pgettext, pgettext_noop
from search.vocabulary import Relationship

Marked = tuple[str, str]
_BEFORE: tuple[Marked, ...] = (
    pgettext_noop(
        "aloud", "I ask you this alone. Only one other person learns what you answer: somebody who helps the family."
    ),
)
_NAMED = pgettext_noop("aloud", "%(names)s is looking for you.")
_UNNAMED = pgettext_noop("aloud", "Somebody who did not write a name is looking for you.")
_SAYS: Mapping[Relationship | None, Marked] = {
    Relationship.MOTHER: pgettext_noop("aloud", "This person says: I am the mother."),
    Relationship.FATHER: pgettext_noop("aloud", "This person says: I am the father."),
    Relationship.DAUGHTER: pgettext_noop("aloud", "This person says: I am the daughter."),
    Relationship.SON: pgettext_noop("aloud", "This person says: I am the son."),
    Relationship.SISTER: pgettext_noop("aloud", "This person says: I am the sister."),
    Relationship.BROTHER: pgettext_noop("aloud", "This person says: I am the brother."),
    Relationship.WIFE: pgettext_noop("aloud", "This person says: I am the wife."),
    Relationship.HUSBAND: pgettext_noop("aloud", "This person says: I am the husband."),
    Relationship.PARTNER: pgettext_noop("aloud", "This person says: I am the partner."),
    Relationship.GRANDPARENT: pgettext_noop("aloud", "This person says: I am a grandparent."),
    Relationship.AUNT_UNCLE: pgettext_noop("aloud", "This person says: I am an aunt or an uncle."),
    Relationship.COUSIN: pgettext_noop("aloud", "This person says: I am a cousin."),
    Relationship.FRIEND: pgettext_noop("aloud", "This person says: I am a friend."),
    Relationship.COMPANION: pgettext_noop("aloud", "This person says: We travelled together."),
    Relationship.OTHER: pgettext_noop("aloud", "This person is no relative, or did not say which."),
    None: pgettext_noop("aloud", "This person did not say who they are to you."),
}
_AFTER: tuple[Marked, ...] = (
    pgettext_noop("aloud", "You can say yes, no or later. You can also allow one message, and nothing else."),
    pgettext_noop("aloud", "If you say yes, you are asked once more before the family is told anything."),
    pgettext_noop("aloud", "If you say no, the family learns nothing, not even that you were found."),
    pgettext_noop("aloud", "You can also say that nobody is ever to be told, whoever is looking for you."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAloud:
    """Sentences in one language, with how that language is written."""

    tag: str
    direction: str
    language: str
    sentences: tuple[str, ...]


def read_aloud(spoken: Iterable[str], otherwise: str, names: str, relationship: Relationship | None) -> ReadAloud:
    """The sentences in the first language of the person that there are words in, else in the reader's own."""
    rows = {row.tag: row for row in offered(Catalogue.FAMILY)}
    tag = next((one for one in spoken if one in rows), otherwise)
    named = _said(tag, _NAMED, names=isolate(names)) if names else _said(tag, _UNNAMED)
    sentences = (
        *(_said(tag, one) for one in _BEFORE),
        named,
        _said(tag, _SAYS[relationship]),
        *(_said(tag, one) for one in _AFTER),
    )
    return ReadAloud(tag=tag, direction=rows[tag].direction, language=rows[tag].name, sentences=sentences)


def _said(tag: str, marked: Marked, **named: str) -> str:
    return pgettext(tag, *marked, **named)
