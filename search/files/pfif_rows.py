"""What one PFIF person becomes: a found report, or a search; with what the notes say of them, in its own level.

Who wrote a record and how to reach them is as secret as contacts are; what is said of where somebody living is, is
kept among the whereabouts.
"""

import datetime
from dataclasses import dataclass, replace

from matching.record import NameKind, PersonName, Phone, PhoneRole
from search.commands import RegisterSearch, ReportFound
from search.documents import Contact, Description, FieldNote, Filing, Identifiers, PostMortem, Whereabouts
from search.documents.blankness import says_something
from search.documents.field_notes import with_note
from search.files.pfif_description import (
    found_persons_numbers,
    news_heard,
    noted,
    place_of_notes,
    regions_of,
    told_by,
    with_place,
    written_by,
)
from search.files.pfif_fields import PfifRecord, moment
from search.values.phone_numbers import phone_number
from search.vocabulary import LIVING_KINDS, Channel, ContactKind, PersonStatus, ReportKind

_STATUSES = frozenset(PersonStatus)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A person record with its notes, and what was read of both."""

    record: PfifRecord
    notes: tuple[PfifRecord, ...]
    description: Description
    identifiers: Identifiers
    status: str = ""

    @property
    def record_id(self) -> str:
        """The number of the record in its home, which stays what it is in every copy."""
        return self.record.get("person_record_id")


def report_of(told: Told, kind: ReportKind, *, alone: bool = False) -> ReportFound | None:
    """The person as somebody found; None where nothing is said of them. `alone`: notes without their person."""
    identifiers, unread = found_persons_numbers(told.notes, told.identifiers, regions_of(told.record))
    found = with_place(told.description, place_of_notes(told.notes))
    found = noted(found, "\n".join(unread)) if kind not in LIVING_KINDS else found
    heard = told_by(told.notes)
    whereabouts, examined = None, None
    if kind in LIVING_KINDS:
        words = "\n".join(filter(None, (heard, *unread)))
        whereabouts = with_note(Whereabouts(), FieldNote(field="whereabouts.found.place", words=words))
    elif heard:
        examined = with_note(PostMortem(), FieldNote(field="post_mortem.cause", words=heard))
    if not says_something(found, identifiers) and not (alone and heard):
        return None
    wrote = written_by(told.record, told.notes)
    return ReportFound(
        kind=kind,
        sender_number=told.record_id,
        found=found,
        identifiers=identifiers,
        whereabouts=whereabouts,
        post_mortem=examined,
        source_date=_day(told),
        provenance_notes=(FieldNote(field="provenance.sender_number", words=wrote),) if wrote else (),
        channel=Channel.FILE,
    )


def search_of(told: Told) -> RegisterSearch | None:
    """The person as somebody looked for; None where nothing is said of them."""
    sought = with_place(told.description, place_of_notes(told.notes))
    sought = news_heard(sought, told_by(told.notes))
    if not says_something(sought, told.identifiers):
        return None
    numbers = _numbers(told)
    phones = tuple(Phone(number, PhoneRole.ENQUIRER) for number in numbers)
    identifiers = replace(told.identifiers, phones=(*told.identifiers.phones, *phones))
    return RegisterSearch(
        sought=sought,
        identifiers=identifiers,
        filing=_filing(told, numbers),
        channel=Channel.FILE,
        earlier_reference=told.record_id,
    )


def _filing(told: Told, numbers: tuple[str, ...]) -> Filing:
    """Who wrote the record, as whom they are: nobody knows whether it is the family."""
    name, email = told.record.get("author_name"), told.record.get("author_email")
    contacts = [Contact(kind=ContactKind.PHONE, value=number) for number in numbers]
    if "@" in email:
        contacts.append(Contact(kind=ContactKind.EMAIL, value=email))
    filing = Filing(
        enquirer_names=(PersonName(name, NameKind.FULL),) if name else (),
        contacts=tuple(contacts),
        status=PersonStatus(told.status) if told.status in _STATUSES else PersonStatus.INFORMATION_SOUGHT,
    )
    wrote = written_by(told.record, told.notes)
    return with_note(filing, FieldNote(field="filing.contacts", words=wrote))


def _numbers(told: Told) -> tuple[str, ...]:
    number = phone_number(told.record.get("author_phone"), regions_of(told.record))
    return (number,) if number else ()


def _day(told: Told) -> datetime.date | None:
    dates = [moment(one.get("source_date")) for one in (told.record, *told.notes)]
    return max((when.date() for when in dates if when), default=None)
