"""How a family is told what a pair came to, each relative on their own, and an office that was asked for a search."""

from dataclasses import dataclass

from search.vocabulary import Relationship, Support, TellingPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTalk:
    """The talk with one relative: who tells, how, where, with whom, in which language, and who stands by.

    Whoever may open the family's page is spoken with before the page changes: not knowing counts as yes.
    """

    key: str = ""
    name: str = ""
    relationship: Relationship | None = None
    opens_page: bool = True
    teller: str = ""
    how: str = ""
    place: TellingPlace | None = None
    where: str = ""
    with_whom: str = ""
    language: str = ""
    support: tuple[Support, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTelling:
    """All talks about one pair, and for the dead what becomes of the remains, and how they come home."""

    talks: tuple[PlannedTalk, ...] = ()
    remains: str = ""
    repatriation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOffice:
    """An office or a register, its own number for the search, and for a donor's kit whose kin the donor is."""

    office: str = ""
    number: str = ""
    relation: Relationship | None = None
