"""How a family is reached: every condition before the number, and what counts where the family did not answer.

Silence, blanks and "I do not know" are alike: the strictest counts, and is marked as assumed. A number of the family's
that stands elsewhere without conditions is a way of which nothing was answered.
"""

import datetime
import zoneinfo
from collections.abc import Sequence
from dataclasses import replace

import phonenumbers
from babel.core import get_global
from phonenumbers.timezone import time_zones_for_number
from sqlalchemy.orm import Session

from matching.record import Phone, PhoneRole
from search.contact_summaries import FamilyClock, ReachingConditions
from search.documents import Answer, Contact, FieldNote, Filing, Identifiers
from search.documents.field_notes import note_of
from search.records.sections import read_section
from search.values.blanks import is_blank
from search.values.phone_numbers import read_phones
from search.vocabulary import MaySay, ReachingCondition

_CONTACTS, _VALUE = "filing.contacts", "filing.contacts.value"


def reaching_conditions(
    filing: Filing, phones: Sequence[Phone], language: str, *, now: datetime.datetime
) -> tuple[ReachingConditions, ...]:
    """Every way to reach a family: those that it named, and numbers and words of its own that no way says."""
    return tuple(conditions_of(way, filing, language, now=now) for way in _ways(filing, phones))


def has_way(session: Session, number: int) -> bool:
    """Whether a family left any way to reach it; says nothing of which. Else it is written to on its own page."""
    filing = read_section(session, number, Filing) or Filing()
    identifiers = read_section(session, number, Identifiers) or Identifiers()
    return any(not is_blank(way.value) for way in _ways(filing, identifiers.phones))


def numbers_of(ways: Sequence[ReachingConditions]) -> frozenset[str]:
    """The telephone numbers of these ways, as they are written everywhere else."""
    return frozenset(number for way in ways for number in _numbers(way.number))


def conditions_of(way: Contact, filing: Filing, language: str, *, now: datetime.datetime) -> ReachingConditions:
    """One way with the strictest in the place of every condition that was not answered."""
    hours, speaker = (_said(text) for text in (way.safe_hours, way.speaker))
    answered = {
        ReachingCondition.CHANNEL: way.kind,
        ReachingCondition.HOURS: hours,
        ReachingCondition.MAY_SAY: way.may_say,
        ReachingCondition.SPEAKER: speaker,
        ReachingCondition.LANGUAGES: way.languages,
        ReachingCondition.RELATIONSHIP: filing.relationship,
    }
    return ReachingConditions(
        channel=way.kind,
        hours=hours,
        clock=family_clock(way, now),
        may_say=way.may_say or MaySay.NEVER_WHY,
        speaker=speaker,
        languages=way.languages or (language,),
        relationship=filing.relationship,
        assumed=tuple(condition for condition, said in answered.items() if not said),
        number=way.value.strip(),
    )


def family_clock(way: Contact, now: datetime.datetime) -> FamilyClock | None:
    """What time it is where a way leads: in the country that was said, else in that of the number; None if not known.

    A country that has several times at this moment is as good as none.
    """
    if way.country:
        return _clock(way.country, get_global("territory_zones").get(way.country, ()), now, by_number=False)
    number = next(iter(_numbers(way.value)), "")
    if not number.startswith("+"):
        return None
    parsed = phonenumbers.parse(number)
    country = phonenumbers.region_code_for_number(parsed) or ""
    return _clock(country, time_zones_for_number(parsed), now, by_number=True)


def _clock(country: str, names: Sequence[str], now: datetime.datetime, *, by_number: bool) -> FamilyClock | None:
    try:
        times = {time.utcoffset(): time for time in (now.astimezone(zoneinfo.ZoneInfo(name)) for name in names)}
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return None
    if len(times) != 1:
        return None
    return FamilyClock(country=country, time=next(iter(times.values())), by_number=by_number)


def _ways(filing: Filing, phones: Sequence[Phone]) -> list[Contact]:
    """Whatever the family said of reaching it, and its numbers that stand elsewhere; none where it wants no call."""
    if note_of(filing, _CONTACTS).answer is Answer.NONE:
        return []
    named = _named(filing)
    known = {number for way in named for number in _numbers(way.value)}
    others = dict.fromkeys(one.number for one in phones if one.role is PhoneRole.ENQUIRER and one.number not in known)
    written = [note.words for note in filing.notes if note.field == _CONTACTS and not is_blank(note.words)]
    return [*named, *(Contact(value=text) for text in (*others, *written))]


def _named(filing: Filing) -> list[Contact]:
    """The ways that a family named, each with the words of its number that no type took."""
    words = {note.element: note.words for note in filing.notes if note.field == _VALUE and note.words}
    return [
        replace(way, value=" ".join(filter(None, (way.value, words.get(place, "")))))
        for place, way in enumerate(filing.contacts)
    ]


def _numbers(text: str) -> list[str]:
    return [phone.number for phone in read_phones(text)]


def _said(text: str) -> str:
    return "" if is_blank(text) else text.strip()


def beside_reaching(notes: Sequence[FieldNote]) -> tuple[FieldNote, ...]:
    """What was noted of who asks and how to reach them and is no way by itself; it stands before any number."""
    fields = ("filing.enquirer_names", "filing.relationship")
    return tuple(
        note
        for note in notes
        if note.words and (note.field in fields or (note.field.startswith(f"{_CONTACTS}.") and note.field != _VALUE))
    )
