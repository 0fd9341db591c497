"""The person sought out of one JSON object: every known key under its usual names, all others kept in words."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from matching.record import Effect, Mark, NameKind, PersonName, PhoneRole, Sex, Trait
from search.documents import Description, Identifiers, Journey, JourneyLeg, Medical
from search.files.request_body import effects_of, marks_of, traits_of
from search.files.request_values import (
    Json,
    ValueReader,
    age_of,
    as_list,
    as_text,
    document_of,
    flat,
    height_of,
    keys,
    names_of,
    phone_of,
    place_of,
)
from search.values.country_names import STATELESS, nationalities
from search.values.effect_words import scan_effects
from search.values.language_names import read_languages
from search.values.mark_words import scan_marks
from search.values.names_and_sex import read_sex
from search.values.phone_numbers import read_phones
from search.vocabulary import Feature

_T = TypeVar("_T")
_MAX_WORDS = 8000
_NATIONALITY_KEYS = ("nationality", "nationalities", "citizenship", "country_of_origin")
_BIRTH_KEYS = ("birth_date", "date_of_birth", "dob", "birth", "year_of_birth", "birth_year")
_AGE_KEYS = ("age_at_loss", "age", "estimated_age", "age_range")
_HEIGHT_KEYS = ("height_cm", "height", "height_range", "height_range_cm")
_EVENT_KEYS = ("last_contact", "last_seen", "last_known", "event")
_MARK_KEYS = ("marks", "distinguishing_marks", "tattoos", "scars", "teeth")
_EFFECT_KEYS = ("clothing", "effects", "belongings", "jewellery")
_TRAIT_KEYS = ("hair", *(feature.value for feature in Feature))
_JOURNEY_KEYS = ("companions", "vessel", "departure", "destination", "aboard", "legs")
_JOURNEY_WORDS = ("channel", "what_was_said", "earlier_detention", "news_since", "extortion")
_MEDICAL_KEYS = ("illnesses", "medicines", "pregnancy", "implant_numbers")
_WORD_KEYS = ("words", "notes", "description", "other", "text")


@dataclass(slots=True)
class RequestReader:
    """Reads one `sought` object written in `language`. `warnings` has (key, code) of values that stayed in words."""

    person: dict[str, Json]
    today: datetime.date
    language: str = ""
    _values: ValueReader = field(init=False)
    _used: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._values = ValueReader(self.today)

    @property
    def warnings(self) -> list[tuple[str, str]]:
        return self._values.warnings

    def description(self) -> Description:
        """Everything the object says of the person."""
        nations = [code for value in self._all(*_NATIONALITY_KEYS) for code in self._country(value)]
        return Description(
            names=self._names(),
            sex=self._sex(),
            gender=self._text("gender"),
            birth=self._one(self._values.birth, "date_unread", *_BIRTH_KEYS),
            age=self._one(age_of, "age_unread", *_AGE_KEYS),
            birth_place=self._one(place_of, "place_unread", "birth_place", "place_of_birth", "home_town", "home"),
            nationalities=tuple(dict.fromkeys(code for code in nations if code != STATELESS)),
            stateless=True if STATELESS in nations or self._take("stateless") is True else None,
            community=self._text("community", "ethnicity", "ethnic_community", "ethnic_group"),
            languages=self._languages(),
            religion=self._text("religion"),
            marital_status=self._text("marital_status"),
            children=self._text("children"),
            occupation=self._text("occupation", "profession"),
            event=self._one(self._values.event, "event_unread", *_EVENT_KEYS),
            journey=self._journey(),
            height=self._one(height_of, "height_unread", *_HEIGHT_KEYS),
            traits=self._traits(),
            marks=self._marks(),
            effects=self._effects(),
            medical=self._medical(),
        )

    def identifiers(self) -> Identifiers:
        """Phones in their roles, documents, accounts and money transfers."""
        regions = tuple(c for v in self._all(*_NATIONALITY_KEYS) for c in nationalities(as_text(v)) if c != STATELESS)
        said = [phone_of(v, PhoneRole(role)) for key, role in keys("phone").items() for v in self._all(key)]
        documents = [document_of(value) for value in self._all("documents", "document", "papers")]
        return Identifiers(
            phones=tuple(dict.fromkeys(phone for text, role in said for phone in read_phones(text, regions, role))),
            documents=tuple(dict.fromkeys(document for document in documents if document is not None)),
            accounts=tuple(flat(value) for value in self._all("accounts", "account", "social_media")),
            transfers=tuple(flat(value) for value in self._all("transfers", "money_transfers")),
        )

    def with_words(self, found: Description, extra: dict[str, Json]) -> Description:
        """Add the words: free text as it is, then each key that is not known, and each value that could not be read."""
        notes = [text for value in self._all(*_WORD_KEYS) if (text := flat(value))]
        others = {k: v for k, v in self.person.items() if k not in self._used} | extra
        lines = [f"{key}: {text}" for key, value in others.items() if (text := flat(value))]
        words = "\n".join(dict.fromkeys([*notes, *lines, *self._values.unread]))[:_MAX_WORDS]
        marks = tuple(dict.fromkeys([*found.marks, *(m for text in notes for m in scan_marks(text, (self.language,)))]))
        effects = tuple(
            dict.fromkeys([*found.effects, *(e for text in notes for e in scan_effects(text, (self.language,)))])
        )
        return replace(found, words=words, marks=marks, effects=effects)

    def _take(self, key: str) -> Json:
        self._used.add(key)
        return self.person.get(key)

    def _all(self, *wanted: str) -> list[Json]:
        return [v for key in wanted if key in self.person for v in as_list(self._take(key)) if v not in ("", None)]

    def _text(self, *wanted: str) -> str:
        return next((text for key in wanted if (text := flat(self._take(key)))), "")

    def _one(self, read: Callable[[Json], _T | None], code: str, *wanted: str) -> _T | None:
        """The first key whose value can be read; a value that cannot stays in words."""
        found: _T | None = None
        for key in wanted:
            value = self._take(key)
            if value not in (None, "", [], {}):
                read_value = read(value)
                if read_value is None:
                    self._values.keep(key, value, code)
                found = found if found is not None else read_value
        return found

    def _names(self) -> tuple[PersonName, ...]:
        kinds = keys("name")
        found = [n for key in self.person if key in kinds for n in names_of(self._take(key), NameKind(kinds[key]))]
        return tuple(dict.fromkeys(found))

    def _country(self, value: Json) -> tuple[str, ...]:
        found = nationalities(as_text(value))
        if not found and flat(value):
            self._values.keep("nationality", value, "country_unread")
        return found

    def _sex(self) -> Sex | None:
        text = as_text(self._take("sex"))
        sex, understood = read_sex(text, {"m": "male", "f": "female", "x": "other"})
        if text and not understood:
            self._values.keep("sex", text, "sex_unread")
        return sex

    def _languages(self) -> tuple[str, ...]:
        found = [code for value in self._all("languages", "language") for code in read_languages(as_text(value))]
        return tuple(dict.fromkeys(found))

    def _marks(self) -> tuple[Mark, ...]:
        found: list[Mark] = []
        for value in self._all(*_MARK_KEYS):
            marks, left = marks_of(value, (self.language,))
            found.extend(marks)
            self._values.unread.extend(left)
        return tuple(dict.fromkeys(found))

    def _effects(self) -> tuple[Effect, ...]:
        found: list[Effect] = []
        for value in self._all(*_EFFECT_KEYS):
            effects, left = effects_of(value, (self.language,))
            found.extend(effects)
            self._values.unread.extend(left)
        return tuple(dict.fromkeys(found))

    def _traits(self) -> tuple[Trait, ...]:
        inner = self._take("traits")
        given: dict[str, Json] = dict(inner) if isinstance(inner, dict) else {}
        given |= {
            as_text(v.get("feature")): v.get("value") for v in as_list(inner) if isinstance(v, dict) and "feature" in v
        }
        given |= {key: self._take(key) for key in _TRAIT_KEYS if key in self.person}
        found: list[Trait] = []
        for feature, value in given.items():
            read = traits_of(feature, value)
            found.extend(read)
            self._values.unread.extend([f"{feature}: {flat(value)}"] if flat(value) and not read else [])
        return tuple(dict.fromkeys(found))

    def _section(self, key: str, words_as: str, wanted: tuple[str, ...]) -> dict[str, Json]:
        """An object of its own, with those of its keys that stand outside of it; words alone go to one field."""
        inner = self._take(key)
        given: dict[str, Json] = dict(inner) if isinstance(inner, dict) else {words_as: inner} if inner else {}
        return given | {name: self._take(name) for name in wanted if name in self.person}

    def _journey(self) -> Journey | None:
        given = self._section("journey", "what_was_said", _JOURNEY_KEYS)
        if not given:
            return None
        aboard = as_text(given.get("aboard"))
        words = {key: flat(given.get(key)) for key in _JOURNEY_WORDS}
        found = Journey(
            departure=self._values.event(given["departure"]) if given.get("departure") else None,
            destination=place_of(given.get("destination")),
            legs=tuple(
                leg for v in as_list(given.get("legs")) if isinstance(v, dict) and (leg := self._leg(v)) != JourneyLeg()
            ),
            vessel=flat(given.get("vessel")),
            aboard=int(aboard) if aboard.isascii() and aboard.isdigit() and len(aboard) < 6 else None,
            companions=tuple(names_of(given.get("companions"))),
            **words,
        )
        self._values.keep_others("journey", given, frozenset(Journey.__dataclass_fields__))
        return found if found != Journey() else None

    def _leg(self, value: dict[str, Json]) -> JourneyLeg:
        when = value.get("departed") or value.get("date")
        return JourneyLeg(
            origin=place_of(value.get("origin") or value.get("from") or value.get("place")),
            destination=place_of(value.get("destination") or value.get("to")),
            departed=self._values.date(when) if when else None,
            means=flat(value.get("means")),
        )

    def _medical(self) -> Medical | None:
        given = self._section("medical", "illnesses", _MEDICAL_KEYS)
        known = frozenset(Medical.__dataclass_fields__)
        self._values.keep_others("medical", given, known)
        found = Medical(**{key: flat(value) for key, value in given.items() if key in known})
        return found if found != Medical() else None
