"""A PFIF person as our documents: names, dates, what stands in its description as `key: value`, all else in words."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matching.record import Event, Phone, PhoneRole, Place
from search.documents import Description, FieldNote, Identifiers, Journey
from search.documents.field_notes import with_note
from search.files.pfif_fields import PfifRecord
from search.files.pfif_status import said_at
from search.files.request_fields import RequestReader
from search.files.request_values import Json
from search.sheets.row_outcomes import RowWarning
from search.values.country_names import STATELESS, country
from search.values.phone_numbers import read_phones
from search.values.place_texts import read_place
from search.vocabulary import Feature

# Lines of a description that our own feed writes, and others' too: read as fields. All other lines stay as they are.
EXTRA_KEYS = (
    "father",
    "grandfather",
    "mother",
    "maiden_name",
    "religious_name",
    "clan",
    "road_name",
    "birth",
    "age_at_loss",
    "birth_place",
    "nationality",
    "languages",
    "occupation",
    "last_seen",
    "last_seen_place",
    "departure",
    "destination",
    "vessel",
    "aboard",
    "height",
    "hair",
    "eyes",
    "build",
    "skin",
    "facial_hair",
    "handedness",
    "marks",
    "clothing",
    *(feature.value for feature in Feature),
)
_LINE = re.compile(r"([a-z][a-z_]{1,30}):\s*(\S.*)")
_HOME = ("home_street", "home_neighborhood", "home_city", "home_state", "home_postal_code")
_DESCRIBED = re.compile(r"\Adescription:[ \t]*(?:\n[ \t]*)?")
_WORDS = "description.words"


@dataclass(frozen=True, slots=True)
class PfifPerson:
    """What a person record says of the person, with the values that could not be read."""

    description: Description
    identifiers: Identifiers
    warnings: tuple[RowWarning, ...]


def person_of(record: PfifRecord, number: int, *, today: datetime.date) -> PfifPerson:
    """Everything of a person record that describes the person; `number` is its place in the file."""
    extras, words = _apart(_DESCRIBED.sub("", record.get("description")))
    told: dict[str, Json] = {
        "names": list(_names(record)),
        "sex": record.get("sex"),
        "birth_date": record.get("date_of_birth"),
        "age": record.get("age"),
        **extras,
        "words": words,
    }
    reader = RequestReader({key: value for key, value in told.items() if value}, today)
    description = replace(reader.description(), residence=_residence(record))
    identifiers = Identifiers(accounts=record.lines("profile_urls"))
    kept: dict[str, Json] = dict(record.unknown)
    if record.get("photo_url"):
        kept["photo_url"] = record.get("photo_url")
    description = reader.with_words(description, kept)
    warnings = tuple(RowWarning(number, key, code) for key, code in reader.warnings)
    return PfifPerson(description, identifiers, warnings)


def regions_of(record: PfifRecord) -> tuple[str, ...]:
    """The countries whose own writing of telephone numbers is meant."""
    code = country(record.get("home_country"))
    return () if not code or code == STATELESS else (code,)


def place_of_notes(notes: Sequence[PfifRecord]) -> Place | None:
    """The last known location of the latest note that tells one."""
    telling = sorted((note for note in notes if note.get("last_known_location")), key=said_at)
    return read_place(telling[-1].get("last_known_location")) if telling else None


def with_place(description: Description, place: Place | None) -> Description:
    """The description with a place of the last contact, or of the finding, where it has none of its own."""
    event = description.event or Event()
    if place is None or event.place is not None:
        return description
    return replace(description, event=replace(event, place=place))


def found_persons_numbers(
    notes: Sequence[PfifRecord], identifiers: Identifiers, regions: tuple[str, ...]
) -> tuple[Identifiers, tuple[str, ...]]:
    """The identifiers with how the found person can be reached, and what of that is no number."""
    phones: list[Phone] = []
    unread: list[str] = []
    for text in filter(None, (note.get("phone_of_found_person") for note in notes)):
        read = read_phones(text, regions, PhoneRole.SOUGHT)
        phones.extend(read)
        unread.extend(() if read else (f"phone_of_found_person: {text}",))
    addresses = filter(None, (note.get("email_of_found_person") for note in notes))
    accounts = tuple(dict.fromkeys([*identifiers.accounts, *addresses]))
    return replace(identifiers, phones=tuple(dict.fromkeys(phones)), accounts=accounts), tuple(unread)


def told_by(notes: Sequence[PfifRecord]) -> str:
    """What the notes say of the person, the oldest first, each with its day; without who wrote it."""
    return "\n".join(filter(None, map(_told, sorted(notes, key=said_at))))


def written_by(record: PfifRecord, notes: Sequence[PfifRecord]) -> str:
    """Who wrote the record and its notes, where they come from, and what else points at people or places."""
    of_record = ("author_name", "author_email", "author_phone", "source_name", "source_url", "source_date")
    of_notes = (*of_record, "note_record_id", "linked_person_record_id")
    parts = [_lines(record, of_record), *(_lines(note, of_notes) for note in sorted(notes, key=said_at))]
    return "\n\n".join(filter(None, parts))


def noted(document: Description, words: str) -> Description:
    """The description with words that no field took."""
    return with_note(document, FieldNote(field=_WORDS, words=words)) if words else document


def news_heard(description: Description, words: str) -> Description:
    """The description of somebody looked for with what was heard since, which is shared with nobody."""
    if not words:
        return description
    return replace(description, journey=replace(description.journey or Journey(), news_since=words))


def _names(record: PfifRecord) -> Iterator[Json]:
    parts = ("full_name", "full"), ("given_name", "given"), ("family_name", "family"), ("alternate_names", "nickname")
    for name, part in parts:
        for line in record.lines(name):
            yield {part: line}


def _residence(record: PfifRecord) -> Place | None:
    parts = [" ".join(record.get(name).split()) for name in _HOME]
    codes, written = regions_of(record), " ".join(record.get("home_country").split())
    text = ", ".join(filter(None, [*parts, written]))
    if not text:
        return None
    place = read_place(text)
    return replace(place, countries=codes) if place and codes else place


def _apart(text: str) -> tuple[dict[str, Json], str]:
    """The lines that are fields of ours by key, each with all its values, and what is left of the text."""
    extras: dict[str, list[Json]] = {}
    words: list[str] = []
    for line in text.splitlines():
        found = _LINE.fullmatch(line.strip())
        if found and found[1] in EXTRA_KEYS:
            extras.setdefault(found[1], []).append(found[2].strip())
        else:
            words.append(line)
    return _as_request(extras), "\n".join(words).strip()


def _as_request(extras: dict[str, list[Json]]) -> dict[str, Json]:
    """Values that stand alone, lists where there may be several, and the last contact as one."""
    lists = ("nationality", "languages", "marks", "clothing")
    when, where = (extras.pop(key, [None])[0] for key in ("last_seen", "last_seen_place"))
    told: dict[str, Json] = {
        key: list(values) if key in lists else "; ".join(map(str, values)) for key, values in extras.items()
    }
    if "departure" in told:
        told["departure"] = {"place": told["departure"]}
    if when or where:
        told["last_contact"] = {key: value for key, value in (("date", when), ("place", where)) if value}
    return told


def _told(note: PfifRecord) -> str:
    day = note.get("source_date")[:10]
    parts = [note.get(name) for name in ("status", "last_known_location", "text")]
    others = [f"{name}: {text}" for name, text in note.unknown.items()]
    if note.get("photo_url"):
        others.append(f"photo_url: {note.get('photo_url')}")
    said = "\n".join(filter(None, [*parts, *others]))
    return f"{day}: {said}" if day and said else said


def _lines(record: PfifRecord, names: Sequence[str]) -> str:
    return "\n".join(f"{name}: {record.get(name)}" for name in names if record.get(name))
