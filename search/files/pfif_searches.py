"""A search that its family opened to a receiver, as a PFIF person: in the family's own words, and always looked for.

What PFIF has no field for stands in the description, a `key: value` a line, under the keys by which it is read again
(`pfif_description`). Of identifiers, contacts and whoever asks nothing is here: a shared search has none of them.
"""

import datetime
from collections.abc import Iterator

from matching.record import DatePrecision, Effect, Event, Mark, NameKind, PartialDate, PersonName, Place, Trait
from search.consent_summaries import FedSearch, SharedSearch
from search.documents import Description
from search.files.pfif_fields import PfifRecord, written_moment
from search.vocabulary import PersonStatus

# Whoever reads forgets a record that was not read again for so long: of what is closed nobody is told.
KEPT_DAYS = 30
_SOUGHT = "Information is sought about this person."
_FIELD_OF_NAME = {
    NameKind.FULL: "full_name",
    NameKind.SPELLING: "full_name",
    NameKind.SPELLING_ON_PAPERS: "full_name",
    NameKind.GIVEN: "given_name",
    NameKind.FAMILY: "family_name",
    NameKind.SECOND_FAMILY: "family_name",
    NameKind.NICKNAME: "alternate_names",
    NameKind.AS_HEARD: "alternate_names",
}
_KEY_OF_NAME = {
    NameKind.FATHER: "father",
    NameKind.GRANDFATHER: "grandfather",
    NameKind.MOTHER: "mother",
    NameKind.MAIDEN: "maiden_name",
    NameKind.RELIGIOUS: "religious_name",
    NameKind.CLAN: "clan",
    NameKind.ROAD: "road_name",
}
_OF_BIRTH = {DatePrecision.DAY: "%Y-%m-%d", DatePrecision.MONTH: "%Y-%m", DatePrecision.YEAR: "%Y"}


def person_of_search(fed: FedSearch, domain: str, *, today: datetime.date) -> PfifRecord:
    """A person record with the one note that it ever has; `domain` is this installation's."""
    search = fed.search
    record_id = f"{domain}/person.{search.case_id}"
    ends = datetime.datetime.combine(today, datetime.time(), datetime.UTC) + datetime.timedelta(days=KEPT_DAYS)
    fields = {
        "person_record_id": record_id,
        "entry_date": written_moment(fed.entry_date),
        "expiry_date": written_moment(ends),
        "author_name": search.committee,
        "source_name": domain,
        "source_date": written_moment(fed.said_at),
        **_described(search.sought),
    }
    note = {
        "note_record_id": f"{domain}/note.{search.case_id}",
        "person_record_id": record_id,
        "entry_date": written_moment(fed.entry_date),
        "author_name": search.committee,
        "source_date": written_moment(fed.said_at),
        "status": PersonStatus.INFORMATION_SOUGHT.value,
        "text": _SOUGHT,
    }
    return PfifRecord({key: value for key, value in fields.items() if value}, notes=(PfifRecord(note),))


def title_of(search: SharedSearch) -> str:
    """What a person is called in a list."""
    return next((name.text for name in search.sought.names), "")


def _described(sought: Description) -> dict[str, str]:
    names: dict[str, list[str]] = {}
    for name in sought.names:
        if name.kind in _FIELD_OF_NAME:
            names.setdefault(_FIELD_OF_NAME[name.kind], []).append(_line(name.text))
    fields = {field: "\n".join(dict.fromkeys(lines)) for field, lines in names.items()}
    # A person of these versions has a full name.
    fields.setdefault(
        "full_name", " ".join(part for key in ("given_name", "family_name") for part in names.get(key, ()))
    )
    lines = [f"{key}: {_line(text)}" for key, text in _extras(sought) if _line(text)]
    return fields | {
        "sex": sought.sex.value if sought.sex else "",
        "date_of_birth": _birth(sought.birth) if sought.birth else "",
        "age": _range(sought.age.low, sought.age.high) if sought.age and not _is_dated(sought.event) else "",
        "description": "\n".join(dict.fromkeys(lines)),
    }


def _extras(sought: Description) -> Iterator[tuple[str, str]]:
    """All that has no field of its own, key by key."""
    yield from _of_names(sought.names)
    if sought.birth and not _birth(sought.birth):
        yield "birth", _when(sought.birth)
    if sought.age and _is_dated(sought.event):
        # PFIF means the age on the day of the record; a family tells that of the last contact.
        yield "age_at_loss", _range(sought.age.low, sought.age.high)
    yield "birth_place", _where(sought.birth_place)
    yield from (("nationality", code) for code in sought.nationalities)
    yield from (("languages", code) for code in sought.languages)
    yield "occupation", sought.occupation
    yield from _of_journey(sought)
    if sought.height:
        yield "height", f"{_range(sought.height.low_cm, sought.height.high_cm)} cm"
    yield from ((one.feature, _trait(one)) for one in sought.traits)
    yield from (("marks", _mark(one)) for one in sought.marks)
    yield from (("clothing", _effect(one)) for one in sought.effects)
    yield from ((note.field.rpartition(".")[2].replace(":", "_"), note.words) for note in sought.notes)


def _of_names(names: tuple[PersonName, ...]) -> Iterator[tuple[str, str]]:
    yield from ((_KEY_OF_NAME[name.kind], name.text) for name in names if name.kind in _KEY_OF_NAME)


def _of_journey(sought: Description) -> Iterator[tuple[str, str]]:
    event, journey = sought.event or Event(), sought.journey
    yield "last_seen", _when(event.when)
    yield "last_seen_place", _where(event.place)
    if journey is None:
        return
    departure = journey.departure or Event()
    yield "departure", ", ".join(filter(None, (_where(departure.place), _when(departure.when))))
    yield "destination", _where(journey.destination)
    for leg in journey.legs:
        ends = " - ".join(filter(None, (_where(leg.origin), _where(leg.destination))))
        yield "leg", ", ".join(filter(None, (ends, _when(leg.departed), leg.means)))
    yield "vessel", journey.vessel
    yield "aboard", "" if journey.aboard is None else str(journey.aboard)


def _birth(birth: PartialDate) -> str:
    """A day, a month or a year; "" for any other interval."""
    form = _OF_BIRTH.get(birth.precision)
    return birth.earliest.strftime(form) if form and birth.earliest.year >= 1000 else ""


def _is_dated(event: Event | None) -> bool:
    return event is not None and event.when is not None


def _when(date: PartialDate | None) -> str:
    """A date as the family wrote it, else its ends."""
    if date is None:
        return ""
    return date.written or " to ".join(dict.fromkeys((date.earliest.isoformat(), date.latest.isoformat())))


def _where(place: Place | None) -> str:
    if place is None:
        return ""
    point = f"{place.latitude} {place.longitude}" if place.latitude is not None and place.longitude is not None else ""
    return place.text or point or ", ".join(place.countries)


def _range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}-{high}"


def _trait(trait: Trait) -> str:
    return trait.value


def _mark(mark: Mark) -> str:
    return mark.words or " ".join(filter(None, (mark.kind, mark.motif, mark.side, mark.place))).replace("_", " ")


def _effect(effect: Effect) -> str:
    words = effect.words or " ".join(filter(None, (effect.colour, effect.item))).replace("_", " ")
    return words if not effect.brand or effect.brand in words else f"{words} {effect.brand}"


def _line(text: str) -> str:
    return " ".join(text.split())
