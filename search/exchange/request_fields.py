"""The person sought out of one JSON object: every known key under its usual names, all others kept in words."""

import datetime
import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeAlias, TypeVar

from matching.record import (
    AgeRange,
    DatePrecision,
    Effect,
    Event,
    HeightRange,
    IdentityDocument,
    Mark,
    NameKind,
    PartialDate,
    PersonName,
    PhoneRole,
    Place,
    Sex,
    Trait,
)
from search.dataset import Description, Identifiers, Journey, JourneyLeg, Medical
from search.exchange.countries import STATELESS, country, nationalities
from search.exchange.dates import DateStyle, read_birth_date, read_date
from search.exchange.documents import document_kind, read_documents
from search.exchange.languages import read_languages
from search.exchange.persons import read_sex
from search.exchange.phones import read_phones
from search.exchange.places import coordinate, read_place
from search.exchange.quantities import read_age, read_height
from search.exchange.words import codes
from search.exchange.words.effects import read_effects, scan_effects
from search.exchange.words.marks import read_marks, scan_marks
from search.vocabulary import (
    FEATURE_VALUES,
    BodyPlace,
    BodySide,
    Colour,
    DocumentKind,
    EffectItem,
    Feature,
    MarkKind,
    Motif,
)

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
_T = TypeVar("_T")
_MAX_TEXT, _MAX_LIST, _MAX_WORDS = 4000, 100, 8000
_NAME_KEYS = {
    "name": NameKind.FULL, "names": NameKind.FULL, "full_name": NameKind.FULL, "full": NameKind.FULL, "given": NameKind.GIVEN,
    "given_name": NameKind.GIVEN, "given_names": NameKind.GIVEN, "first_name": NameKind.GIVEN, "family": NameKind.FAMILY,
    "family_name": NameKind.FAMILY, "last_name": NameKind.FAMILY, "surname": NameKind.FAMILY, "second_family": NameKind.SECOND_FAMILY,
    "second_family_name": NameKind.SECOND_FAMILY, "second_surname": NameKind.SECOND_FAMILY, "father": NameKind.FATHER,
    "father_name": NameKind.FATHER, "fathers_name": NameKind.FATHER, "grandfather": NameKind.GRANDFATHER,
    "grandfather_name": NameKind.GRANDFATHER, "mother": NameKind.MOTHER, "mother_name": NameKind.MOTHER, "mothers_name": NameKind.MOTHER,
    "maiden": NameKind.MAIDEN, "maiden_name": NameKind.MAIDEN, "nickname": NameKind.NICKNAME, "nicknames": NameKind.NICKNAME,
    "alias": NameKind.NICKNAME, "aliases": NameKind.NICKNAME, "alternate_names": NameKind.NICKNAME, "religious_name": NameKind.RELIGIOUS,
    "clan": NameKind.CLAN, "road_name": NameKind.ROAD, "name_used_on_the_road": NameKind.ROAD,
    "spelling_on_papers": NameKind.SPELLING_ON_PAPERS, "spellings_on_papers": NameKind.SPELLING_ON_PAPERS,
}  # fmt: skip
_PHONE_KEYS = {
    "phones": PhoneRole.SOUGHT, "phone": PhoneRole.SOUGHT, "phone_numbers": PhoneRole.SOUGHT, "mobile": PhoneRole.SOUGHT,
    "companion_phones": PhoneRole.COMPANION, "called_from": PhoneRole.CALLED_FROM, "number_called_from": PhoneRole.CALLED_FROM,
    "numbers_carried": PhoneRole.CARRIED, "contact_phones": PhoneRole.CONTACT_GIVEN,
}  # fmt: skip


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


def names_of(value: Json, kind: NameKind = NameKind.FULL) -> list[PersonName]:
    """Names as texts, or as objects: `{"full": …, "kind": …}` or with a key for each part. Kept exactly as written."""
    found: list[PersonName] = []
    for item in as_list(value):
        if not isinstance(item, dict):
            found += [PersonName(text, kind)] if (text := as_text(item)) else []
            continue
        said = as_text(item.get("kind") or item.get("type"))
        own = NameKind(said) if said in set(NameKind) else kind
        language = as_text(item.get("language") or item.get("script"))[:16]
        for key, said_there in item.items():
            part = own if key in ("text", "value") else _NAME_KEYS.get(key)
            if part is not None:
                part = own if part is NameKind.FULL else part
                found += [PersonName(text, part, language) for v in as_list(said_there) if (text := as_text(v))]
    return list(dict.fromkeys(found))


@dataclass(slots=True)
class RequestReader:
    """Reads one `sought` object; `warnings` collects (key, code) of values that stayed in words."""

    person: dict[str, Json]
    today: datetime.date
    warnings: list[tuple[str, str]] = field(default_factory=list)
    _used: set[str] = field(default_factory=set)
    _unread: list[str] = field(default_factory=list)

    def description(self) -> Description:
        """Everything the object says of the person."""
        nations = [
            code
            for v in self._all("nationality", "nationalities", "citizenship", "country_of_origin")
            for code in self._country(v)
        ]
        journey = self._journey()
        return Description(
            names=self._names(),
            sex=self._sex(),
            gender=self._text("gender"),
            birth=self._one(
                self._birth, "date_unread", "birth_date", "date_of_birth", "dob", "birth", "year_of_birth", "birth_year"
            ),
            age=self._one(self._age, "age_unread", "age_at_loss", "age", "estimated_age", "age_range"),
            birth_place=self._one(self._place, "place_unread", "birth_place", "place_of_birth", "home_town", "home"),
            nationalities=tuple(dict.fromkeys(code for code in nations if code != STATELESS)),
            stateless=True if STATELESS in nations or self._take("stateless") is True else None,
            community=self._text("community", "ethnicity", "ethnic_community", "ethnic_group"),
            languages=tuple(
                dict.fromkeys(c for v in self._all("languages", "language") for c in read_languages(as_text(v)))
            ),
            religion=self._text("religion"),
            marital_status=self._text("marital_status"),
            children=self._text("children"),
            occupation=self._text("occupation", "profession"),
            event=self._one(self._event, "event_unread", "last_contact", "last_seen", "last_known", "event"),
            journey=journey,
            height=self._one(self._height, "height_unread", "height_cm", "height", "height_range", "height_range_cm"),
            traits=self._traits(),
            marks=self._marks(),
            effects=self._effects(),
            medical=self._medical(),
        )

    def identifiers(self) -> Identifiers:
        """Phones in their roles, documents, accounts and money transfers."""
        regions = tuple(self._nations())
        phones = [
            phone
            for key, role in _PHONE_KEYS.items()
            if key in self.person
            for v in as_list(self._take(key))
            for phone in read_phones(_phone_text(v), regions, _phone_role(v, role))
        ]
        documents = [
            d
            for key in ("documents", "document", "papers")
            for v in as_list(self._take(key))
            if (d := self._document(v))
        ]
        return Identifiers(
            phones=tuple(dict.fromkeys(phones)),
            documents=tuple(dict.fromkeys(documents)),
            accounts=tuple(
                text
                for key in ("accounts", "account", "social_media")
                for v in as_list(self._take(key))
                if (text := _flat(v))
            ),
            transfers=tuple(
                text for key in ("transfers", "money_transfers") for v in as_list(self._take(key)) if (text := _flat(v))
            ),
        )

    def with_words(self, found: Description, extra: dict[str, Json]) -> Description:
        """Add the words: free text as it is, then each key that is not known, and each value that could not be read."""
        notes = [
            text
            for key in ("words", "notes", "description", "other", "text")
            for v in as_list(self._take(key))
            if (text := _flat(v))
        ]
        others = {k: v for k, v in self.person.items() if k not in self._used} | extra
        lines = [f"{key}: {text}" for key, value in others.items() if (text := _flat(value))]
        words = "\n".join(dict.fromkeys([*notes, *lines, *self._unread]))[:_MAX_WORDS]
        marks = tuple(dict.fromkeys([*found.marks, *(m for text in notes for m in scan_marks(text))]))
        effects = tuple(dict.fromkeys([*found.effects, *(e for text in notes for e in scan_effects(text))]))
        return replace(found, words=words, marks=marks, effects=effects)

    def _take(self, key: str) -> Json:
        self._used.add(key)
        return self.person.get(key)

    def _all(self, *keys: str) -> list[Json]:
        return [v for key in keys for v in as_list(self._take(key)) if v not in ("", None)]

    def _text(self, *keys: str) -> str:
        return next((text for key in keys if (text := _flat(self._take(key)))), "")

    def _one(self, read: Callable[[Json], _T | None], code: str, *keys: str) -> _T | None:
        """The first key whose value can be read; a value that cannot stays in words."""
        found: _T | None = None
        for key in keys:
            value = self._take(key)
            if value in (None, "", [], {}):
                continue
            read_value = read(value)
            if read_value is None:
                self.warnings.append((key, code))
                self._unread.append(f"{key}: {_flat(value)}")
            found = found if found is not None else read_value
        return found

    def _names(self) -> tuple[PersonName, ...]:
        return tuple(
            dict.fromkeys(
                name for key in self.person if key in _NAME_KEYS for name in names_of(self._take(key), _NAME_KEYS[key])
            )
        )

    def _nations(self) -> list[str]:
        values = [v for key in ("nationality", "nationalities") for v in as_list(self.person.get(key))]
        return [code for v in values for code in nationalities(as_text(v)) if code != STATELESS]

    def _country(self, value: Json) -> tuple[str, ...]:
        found = nationalities(as_text(value))
        if not found and _flat(value):
            self.warnings.append(("nationality", "country_unread"))
            self._unread.append(f"nationality: {_flat(value)}")
        return found

    def _sex(self) -> Sex | None:
        text = as_text(self._take("sex"))
        sex, understood = read_sex(text, {"m": "male", "f": "female", "x": "other"})
        if text and not understood:
            self._unread.append(f"sex: {text}")
        return sex

    def _birth(self, value: Json) -> PartialDate | None:
        return self._date(value, is_birth=True)

    def _date(self, value: Json, *, is_birth: bool = False) -> PartialDate | None:
        """A written date, or an object with `earliest` and `latest` (or `from` and `to`)."""
        style = DateStyle(self.today)
        if isinstance(value, dict):
            first = read_date(as_text(value.get("earliest") or value.get("from") or value.get("start")), style)
            last = read_date(as_text(value.get("latest") or value.get("to") or value.get("end")), style)
            if first is not None and last is not None and first.earliest <= last.latest:
                return PartialDate(
                    first.earliest, last.latest, DatePrecision.RANGE, first.calendar, as_text(value.get("written"))
                )
            return (
                self._date(value.get("date") or value.get("value") or value.get("written"), is_birth=is_birth)
                or first
                or last
            )
        return read_birth_date(as_text(value), style) if is_birth else read_date(as_text(value), style)

    def _age(self, value: Json) -> AgeRange | None:
        pair = _pair(value)
        return read_age(pair or as_text(value))

    def _height(self, value: Json) -> HeightRange | None:
        return read_height(_pair(value) or as_text(value))

    def _place(self, value: Json) -> Place | None:
        if not isinstance(value, dict):
            return read_place(as_text(value)) if as_text(value) else None
        words = [as_text(value.get(key)) for key in ("place", "text", "name", "words", "city", "region", "country")]
        latitude = coordinate(as_text(value.get("lat") or value.get("latitude")), 90.0)
        longitude = coordinate(as_text(value.get("lon") or value.get("lng") or value.get("longitude")), 180.0)
        if latitude is None or longitude is None:
            latitude = longitude = None
        found = read_place(", ".join(dict.fromkeys(word for word in words if word)), latitude, longitude)
        listed = tuple(code for v in as_list(value.get("countries")) if (code := country(as_text(v))))
        return replace(found, countries=listed) if found and listed else found

    def _event(self, value: Json) -> Event | None:
        if not isinstance(value, dict):
            when = self._date(value)
            return Event(when) if when else None
        inner = value.get("place")
        place = self._place(inner) if isinstance(inner, dict) else self._place(value)
        when_value = next((value[k] for k in ("date", "when", "on") if value.get(k)), None)
        when = self._date(when_value) if when_value is not None else None
        if when is None and when_value is not None:
            self.warnings.append(("last_contact", "date_unread"))
            self._unread.append(f"last_contact: {_flat(when_value)}")
        known = {
            "date",
            "when",
            "on",
            "place",
            "lat",
            "lon",
            "lng",
            "latitude",
            "longitude",
            "text",
            "name",
            "words",
            "city",
            "region",
            "country",
            "countries",
        }
        self._unread.extend(f"last_contact.{k}: {_flat(v)}" for k, v in value.items() if k not in known and _flat(v))
        return Event(when, place) if when or place else None

    def _marks(self) -> tuple[Mark, ...]:
        found: list[Mark] = []
        for value in self._all("marks", "distinguishing_marks", "tattoos", "scars", "teeth"):
            if isinstance(value, dict):
                found.append(_coded_mark(value))
            else:
                read = read_marks(as_text(value))
                found.extend(read.marks)
                self._unread.extend(read.left)
        return tuple(dict.fromkeys(found))

    def _effects(self) -> tuple[Effect, ...]:
        found: list[Effect] = []
        for value in self._all("clothing", "effects", "belongings", "jewellery"):
            if isinstance(value, dict):
                found.append(_coded_effect(value))
            else:
                read = read_effects(as_text(value))
                found.extend(read.effects)
                self._unread.extend(read.left)
        return tuple(dict.fromkeys(found))

    def _traits(self) -> tuple[Trait, ...]:
        found: list[Trait] = []
        inner = self._take("traits")
        given: dict[str, Json] = dict(inner) if isinstance(inner, dict) else {}
        given |= {
            key: self._take(key)
            for key in (
                "build",
                "hair",
                "hair_colour",
                "hair_form",
                "facial_hair",
                "eyes",
                "skin",
                "glasses",
                "handedness",
                "blood_group",
            )
        }
        given |= {
            as_text(v.get("feature")): v.get("value")
            for v in as_list(inner)
            if isinstance(v, dict) and v.get("feature")
        }
        for name, value in given.items():
            text = as_text(value)
            coded = text.lower() if name in set(Feature) and text.lower() in FEATURE_VALUES[Feature(name)] else ""
            read = (
                (Trait(name, coded),)
                if coded
                else codes.traits(name, text)
                if text and name in ("hair", "build", "eyes", "skin", "facial_hair")
                else ()
            )
            found.extend(read)
            self._unread.extend([f"{name}: {text}"] if text and not read else [])
        return tuple(dict.fromkeys(found))

    def _document(self, value: Json) -> IdentityDocument | None:
        if not isinstance(value, dict):
            return next(iter(read_documents(as_text(value))), None) if as_text(value) else None
        number, said = as_text(value.get("number")), as_text(value.get("kind") or value.get("type"))
        kind = said if said in set(DocumentKind) else document_kind(said)
        code = country(as_text(value.get("country")))
        return IdentityDocument(number, kind, "" if code == STATELESS else code) if number or kind else None

    def _journey(self) -> Journey | None:
        inner = self._take("journey")
        given: dict[str, Json] = (
            dict(inner) if isinstance(inner, dict) else {"what_was_said": inner} if isinstance(inner, str) else {}
        )
        given.update(
            {
                k: self._take(k)
                for k in ("companions", "vessel", "departure", "destination", "aboard", "legs")
                if k in self.person
            }
        )
        if not given:
            return None
        aboard = as_text(given.get("aboard"))
        found = Journey(
            departure=self._event(departure) if (departure := given.get("departure")) else None,
            destination=self._place(destination) if (destination := given.get("destination")) else None,
            legs=tuple(
                leg for v in as_list(given.get("legs")) if isinstance(v, dict) and (leg := self._leg(v)) != JourneyLeg()
            ),
            vessel=_flat(given.get("vessel")),
            aboard=int(aboard) if aboard.isascii() and aboard.isdigit() and len(aboard) < 6 else None,
            companions=tuple(names_of(given.get("companions"))),
            **{
                key: _flat(given.get(key))
                for key in ("channel", "what_was_said", "earlier_detention", "news_since", "extortion")
            },
        )
        known = set(Journey.__dataclass_fields__)
        self._unread.extend(f"journey.{k}: {_flat(v)}" for k, v in given.items() if k not in known and _flat(v))
        return found if found != Journey() else None

    def _leg(self, value: dict[str, Json]) -> JourneyLeg:
        when = value.get("departed") or value.get("date")
        return JourneyLeg(
            origin=self._place(value.get("origin") or value.get("from") or value.get("place")),
            destination=self._place(value.get("destination") or value.get("to")),
            departed=self._date(when) if when else None,
            means=_flat(value.get("means")),
        )

    def _medical(self) -> Medical | None:
        inner = self._take("medical")
        given: dict[str, Json] = (
            dict(inner) if isinstance(inner, dict) else {"illnesses": inner} if isinstance(inner, str) else {}
        )
        given.update(
            {k: self._take(k) for k in ("illnesses", "medicines", "pregnancy", "implant_numbers") if k in self.person}
        )
        known = set(Medical.__dataclass_fields__)
        self._unread.extend(f"medical.{k}: {_flat(v)}" for k, v in given.items() if k not in known and _flat(v))
        found = Medical(**{key: _flat(value) for key, value in given.items() if key in known})
        return found if found != Medical() else None


def _flat(value: Json) -> str:
    """Any value in words: a text as it is, an object or list as compact JSON."""
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)[:_MAX_TEXT] if value else ""
    return as_text(value)


def _pair(value: Json) -> str:
    """`{"low": 20, "high": 30}`, `{"min": …}`, `[20, 30]` as `20-30`; "" for anything else."""
    if isinstance(value, dict):
        low = next((as_text(value[k]) for k in ("low", "low_cm", "min", "from") if value.get(k) is not None), "")
        high = next((as_text(value[k]) for k in ("high", "high_cm", "max", "to") if value.get(k) is not None), "")
        return f"{low}-{high}" if low and high else low or high
    if isinstance(value, list) and len(value) == 2:
        return f"{as_text(value[0])}-{as_text(value[1])}"
    return ""


def _phone_text(value: Json) -> str:
    return as_text(value.get("number") or value.get("value")) if isinstance(value, dict) else as_text(value)


def _phone_role(value: Json, role: PhoneRole) -> PhoneRole:
    said = as_text(value.get("role")) if isinstance(value, dict) else ""
    return PhoneRole(said) if said in set(PhoneRole) else role


def _coded_mark(value: dict[str, Json]) -> Mark:
    """Codes of the vocabulary as they are; words in their place are read as words."""
    kind, place, side, motif = (as_text(value.get(key)) for key in ("kind", "place", "side", "motif"))
    words = as_text(value.get("words") or value.get("description") or value.get("text"))
    if (
        kind in set(MarkKind)
        and (not place or place in set(BodyPlace))
        and (not side or side in set(BodySide))
        and (not motif or motif in set(Motif))
    ):
        return Mark(kind, place, side, motif, words)
    said = " ".join(part.replace("_", " ") for part in (kind, motif, side, place, words) if part)
    read = next(iter(read_marks(said).marks), None)
    return (
        replace(read, words=said)
        if read
        else Mark("other", place if place in set(BodyPlace) else "", side if side in set(BodySide) else "", "", said)
    )


def _coded_effect(value: dict[str, Json]) -> Effect:
    item, colour = as_text(value.get("item") or value.get("kind")), as_text(value.get("colour") or value.get("color"))
    brand, words = as_text(value.get("brand")), as_text(value.get("words") or value.get("description"))
    if item in set(EffectItem) and (not colour or colour in set(Colour)):
        return Effect(item, colour, brand, words)
    said = " ".join(part.replace("_", " ") for part in (colour, item, words) if part)
    read = next(iter(read_effects(said).effects), None)
    return (
        replace(read, brand=brand or read.brand, words=said)
        if read
        else Effect("other", colour if colour in set(Colour) else "", brand, said)
    )
