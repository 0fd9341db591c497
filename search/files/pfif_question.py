"""What is asked of the reader of a PFIF file, and what it answers: both pass a confined child as one document each."""

import datetime
from dataclasses import dataclass

import msgspec

from search.commands import RegisterSearch
from search.files.pfif_fields import NOTE_FIELDS, PERSON_FIELDS
from search.sheet_summaries import SheetDoubt
from search.sheets.row_outcomes import RowRead, RowRefusal, RowWarning
from search.vocabulary import OrganisationKind

HEADERS = (*PERSON_FIELDS, *(name for name in NOTE_FIELDS if name not in PERSON_FIELDS))
OTHER_DOMAIN, NO_STATUS, BELIEVED_DEAD = "other_domain", "no_status", "believed_dead"
TAKE, LEAVE, SOUGHT, FOUND, BODY = "take", "leave", "sought", "found", "body"


class PfifQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A file and what is known of its sender.

    `domains`: those that the sender named as its own; none, and most of the file's numbers tell. `with_tests`: records
    of test domains are taken too. `may_search`: whether the sender may file searches.
    """

    filename: str
    content: bytes
    now: datetime.datetime
    organisation: OrganisationKind | None
    may_search: bool = False
    domains: tuple[str, ...] = ()
    with_tests: bool = False
    answers: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class SearchRead:
    """A person who is looked for, by the place of the record in the file; `expires`: when it wants to be forgotten."""

    number: int
    command: RegisterSearch
    warnings: tuple[RowWarning, ...] = ()
    expires: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """A record whose time is over, or of which nothing is left but its number."""

    number: int
    record_id: str


class PfifReading(msgspec.Struct, frozen=True, kw_only=True):
    """What a file says; `loose` are notes without their person, as news of a report that may be known."""

    filename: str
    versions: tuple[str, ...]
    record_count: int
    domains: tuple[str, ...]
    rows: tuple[RowRead, ...]
    searches: tuple[SearchRead, ...]
    loose: tuple[RowRead, ...]
    ended: tuple[Ended, ...]
    refused: tuple[RowRefusal, ...]
    doubts: tuple[SheetDoubt, ...]
