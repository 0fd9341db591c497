"""Single values of a JSON request: texts, names, dates, places and ranges in each of the shapes they come in."""

import datetime
import json
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeAlias

from matching.record import (
    AgeRange,
    DatePrecision,
    Event,
    HeightRange,
    IdentityDocument,
    NameKind,
    PartialDate,
    PersonName,
    PhoneRole,
    Place,
)
from search.values import lexicon
from search.values.ages import read_age
from search.values.country_names import STATELESS, country
from search.values.dates.date_reading import DateStyle, read_birth_date, read_date
from search.values.heights import read_height
from search.values.identity_documents import document_kind, read_documents
from search.values.place_texts import coordinate, read_place
from search.vocabulary import DocumentKind

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
_MAX_TEXT, _MAX_LIST = 4000, 100
_NAME_KINDS = frozenset(NameKind)
_PHONE_ROLES = frozenset(PhoneRole)
_DOCUMENT_KINDS = frozenset(DocumentKind)
_WHEN_KEYS = ("date", "when", "on")
_WHERE_KEYS = ("place", "text", "name", "words", "city", "region", "country")
_EVENT_KEYS = frozenset({*_WHEN_KEYS, *_WHERE_KEYS, "lat", "latitude", "lon", "lng", "longitude", "countries"})


def as_text(value: Json) -> str:
    """A plain value as text, cut to a bound; "" for None, lists and objects."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value).strip()[:_MAX_TEXT] if isinstance(value, str | int | float) else ""


def as_list(value: Json) -> list[Json]:
    """A list as it is, a single value as a list of one, None as an empty one."""
    return value[:_MAX_LIST] if isinstance(value, list) else [] if value is None else [value]


def flat(value: Json) -> str:
    """Any value in words: a text as it is, an object or list as compact JSON."""
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)[:_MAX_TEXT] if value else ""
    return as_text(value)


@lru_cache(maxsize=8)
def keys(category: str) -> dict[str, str]:
    """Return key → code for one category of request keys (`name`, `phone`)."""
    rows = lexicon.rows("request_keys")
    return {k: code.partition(":")[2] for code, _, found in rows if code.startswith(f"{category}:") for k in found}


def names_of(value: Json, kind: NameKind = NameKind.FULL) -> list[PersonName]:
    """Names as texts, or as objects: `{"full": …, "kind": …}` or with a key for each part. Kept exactly as written."""
    found: list[PersonName] = []
    for item in as_list(value):
        if isinstance(item, dict):
            found += _names_of_object(item, kind)
        elif text := as_text(item):
            found.append(PersonName(text, kind))
    return list(dict.fromkeys(found))


def _names_of_object(item: dict[str, Json], kind: NameKind) -> list[PersonName]:
    said = as_text(item.get("kind") or item.get("type"))
    own = NameKind(said) if said in _NAME_KINDS else kind
    language = as_text(item.get("language") or item.get("script"))[:16]
    found: list[PersonName] = []
    for key, value in item.items():
        code = "full" if key in ("text", "value") else keys("name").get(key)
        if code is not None:
            part = own if code == NameKind.FULL else NameKind(code)
            found += [PersonName(text, part, language) for v in as_list(value) if (text := as_text(v))]
    return found


def phone_of(value: Json, role: PhoneRole) -> tuple[str, PhoneRole]:
    """A number and its role, as text or as an object with `number` and `role`."""
    if not isinstance(value, dict):
        return as_text(value), role
    said = as_text(value.get("role"))
    return as_text(value.get("number") or value.get("value")), PhoneRole(said) if said in _PHONE_ROLES else role


def document_of(value: Json) -> IdentityDocument | None:
    """A document as words or as an object with `number`, `kind` and `country`."""
    if not isinstance(value, dict):
        return next(iter(read_documents(as_text(value))), None) if as_text(value) else None
    number, said = as_text(value.get("number")), as_text(value.get("kind") or value.get("type"))
    kind = said if said in _DOCUMENT_KINDS else document_kind(said)
    code = country(as_text(value.get("country")))
    return IdentityDocument(number, kind, "" if code == STATELESS else code) if number or kind else None


def age_of(value: Json) -> AgeRange | None:
    """An age as number, words, `[20, 30]` or `{"low": 20, "high": 30}`."""
    return read_age(_pair(value) or as_text(value))


def height_of(value: Json) -> HeightRange | None:
    """A height as number, words, `[170, 175]` or `{"low": 170, "high": 175}`."""
    return read_height(_pair(value) or as_text(value))


def _pair(value: Json) -> str:
    if isinstance(value, dict):
        low = next((as_text(value[k]) for k in ("low", "low_cm", "min", "from") if value.get(k) is not None), "")
        high = next((as_text(value[k]) for k in ("high", "high_cm", "max", "to") if value.get(k) is not None), "")
        return f"{low}-{high}" if low and high else low or high
    if isinstance(value, list) and len(value) == 2:
        return f"{as_text(value[0])}-{as_text(value[1])}"
    return ""


def place_of(value: Json) -> Place | None:
    """A place as words, or as an object with words, coordinates and countries."""
    if not isinstance(value, dict):
        return read_place(as_text(value)) if as_text(value) else None
    words = [as_text(value.get(key)) for key in _WHERE_KEYS]
    latitude = coordinate(as_text(_first(value, "lat", "latitude")), 90.0)
    longitude = coordinate(as_text(_first(value, "lon", "lng", "longitude")), 180.0)
    if latitude is None or longitude is None:
        latitude = longitude = None
    found = read_place(", ".join(dict.fromkeys(word for word in words if word)), latitude, longitude)
    listed = tuple(code for v in as_list(value.get("countries")) if (code := country(as_text(v))))
    return replace(found, countries=listed) if found and listed else found


def _first(value: dict[str, Json], *wanted: str) -> Json:
    """The first that is there; 0 is a coordinate, so it counts."""
    return next((value[key] for key in wanted if value.get(key) is not None), None)


@dataclass(slots=True)
class ValueReader:
    """Reads values that may have to stay in words: those go to `unread`, with (key, code) in `warnings`."""

    today: datetime.date
    warnings: list[tuple[str, str]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def keep(self, key: str, value: Json, code: str) -> None:
        """Note a value that could not be read."""
        self.warnings.append((key, code))
        self.unread.append(f"{key}: {flat(value)}")

    def keep_others(self, prefix: str, given: dict[str, Json], known: frozenset[str]) -> None:
        """Keep the keys of an object that have no field of their own in words."""
        self.unread.extend(f"{prefix}.{k}: {flat(v)}" for k, v in given.items() if k not in known and flat(v))

    def date(self, value: Json) -> PartialDate | None:
        """A written date, or an object with `earliest` and `latest` (or `from` and `to`)."""
        if isinstance(value, dict):
            return self._date_of_object(value)
        return read_date(as_text(value), DateStyle(self.today))

    def birth(self, value: Json) -> PartialDate | None:
        """A date of birth: the first of January means the year alone."""
        if isinstance(value, dict):
            return self._date_of_object(value)
        return read_birth_date(as_text(value), DateStyle(self.today))

    def _date_of_object(self, value: dict[str, Json]) -> PartialDate | None:
        first = self.date(as_text(_first(value, "earliest", "from", "start")))
        last = self.date(as_text(_first(value, "latest", "to", "end")))
        if first is not None and last is not None and first.earliest <= last.latest:
            written = as_text(value.get("written"))
            return PartialDate(first.earliest, last.latest, DatePrecision.RANGE, first.calendar, written)
        return self.date(as_text(_first(value, "date", "value", "written"))) or first or last

    def event(self, value: Json) -> Event | None:
        """When and where: a date alone, or an object with both."""
        if not isinstance(value, dict):
            when = self.date(value)
            return Event(when) if when else None
        inner = value.get("place")
        place = place_of(inner) if isinstance(inner, dict) else place_of(value)
        said = _first(value, *_WHEN_KEYS)
        when = self.date(said) if said is not None else None
        if when is None and said is not None:
            self.keep("last_contact", said, "date_unread")
        self.keep_others("last_contact", value, _EVENT_KEYS)
        return Event(when, place) if when or place else None
