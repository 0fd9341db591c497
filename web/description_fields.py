"""A description of a person in the reader's words, field by field, the same wherever it is shown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from enum import StrEnum

from i18n.formats import isolate_ltr, listing, number
from matching.record import AgeRange, Effect, HeightRange, Mark, NameKind, PartialDate, PersonName, Place, Remains
from search.documents import Answer, Description, Journey
from web.labels import words
from web.labels.field_words import FIELDS, short_label
from web.locale import gettext, language
from web.template_filters import shown_date


@dataclass(frozen=True, slots=True)
class Value:
    """One value: what is said, and in a smaller voice what kind it is or how it was written."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a description by its code (table `description_field`) with its values; none when nothing is said."""

    code: str
    values: tuple[Value, ...]


def all_fields(person: Description) -> tuple[Field, ...]:
    """All fields in the order of a page, the empty ones too, so that two sides can be laid beside each other."""
    return tuple(Field(code, tuple(value for value in read(person) if value.text)) for code, read in _FIELDS)


def stated_fields(person: Description) -> tuple[Field, ...]:
    """The fields about which something is said."""
    return tuple(field for field in all_fields(person) if field.values)


def place_words(place: Place | None) -> str:
    """A place as it was written, with its countries by name; empty for none."""
    if place is None:
        return ""
    countries = [words(code, "country") for code in place.countries]
    return joined(place.text, *countries) or _point(place)


def listed(codes: Iterable[StrEnum | str], table: str = "") -> str:
    """Codes in words, joined as a sentence joins them."""
    return listing(language(), [words(code, table) for code in codes])


def mark_words(mark: Mark) -> str:
    """A mark's codes in words: what, which picture, where, on which side."""
    return joined(
        words(mark.kind, "mark_kind"),
        words(mark.motif, "motif"),
        words(mark.place, "body_place"),
        words(mark.side, "body_side"),
    )


def effect_words(effect: Effect) -> str:
    """A belonging's codes in words: what, in which colour, of which make."""
    return joined(words(effect.item, "effect_item"), words(effect.colour, "colour"), effect.brand)


def joined(*parts: str) -> str:
    """The parts that are not empty, in one line."""
    return " · ".join(part for part in parts if part)


def span_words(low: int, high: int) -> str:
    """A number, or a range that runs from left to right in every script."""
    tag = language()
    return number(tag, low) if low == high else isolate_ltr(f"{number(tag, low)}–{number(tag, high)}")


def _point(place: Place) -> str:
    if place.latitude is None or place.longitude is None:
        return ""
    return f"{number(language(), place.latitude)}, {number(language(), place.longitude)}"


def _names(names: Iterable[PersonName]) -> list[Value]:
    return [Value(name.text, "" if name.kind is NameKind.FULL else words(name.kind)) for name in names]


def _date(date: PartialDate | None) -> list[Value]:
    return [] if date is None else [Value(shown_date(date), date.written)]


def _age(age: AgeRange | None) -> list[Value]:
    if age is None:
        return []
    years = span_words(age.low, age.high)
    estimate = gettext("estimated") if age.estimated else ""
    return [Value(gettext("%(years)s years", years=years), joined(age.written, estimate))]


def _height(height: HeightRange | None) -> list[Value]:
    if height is None:
        return []
    centimetres = span_words(height.low_cm, height.high_cm)
    estimate = gettext("estimated") if height.estimated else ""
    return [Value(gettext("%(centimetres)s cm", centimetres=centimetres), joined(height.written, estimate))]


def _nationalities(person: Description) -> list[Value]:
    stateless = [Value(gettext("Stateless"))] if person.stateless else []
    return [*(Value(words(code, "country")) for code in person.nationalities), *stateless]


def _journey(person: Description) -> list[Value]:
    journey = person.journey or Journey()
    departure = journey.departure
    legs = [joined(place_words(leg.origin), place_words(leg.destination), leg.means) for leg in journey.legs]
    return [
        Value(place_words(departure.place if departure else None), gettext("from")),
        Value(place_words(journey.destination), gettext("to")),
        *(Value(leg, gettext("on the way")) for leg in legs),
        Value(journey.vessel, gettext("boat or vehicle")),
        Value(journey.what_was_said, gettext("what was said last")),
        Value(journey.earlier_detention, gettext("held or registered before")),
        Value(journey.news_since, gettext("news since then")),
    ]


def _remains(person: Description) -> list[Value]:
    return [] if person.remains in (None, Remains.UNKNOWN) else [Value(words(person.remains))]


def _medical(person: Description) -> list[Value]:
    if person.medical is None:
        return []
    return [Value(getattr(person.medical, field.name)) for field in fields(person.medical)]


def _notes(person: Description) -> list[Value]:
    """What was answered under a field without a value that could be read, each with the field's name beside it."""
    answers = {Answer.NONE: gettext("none"), Answer.UNKNOWN: words("do_not_know", "no_answer")}
    said = [(note.field, note.words or (answers[note.answer] if note.answer else "")) for note in person.notes]
    return [Value(text, short_label(field)) for field, text in said if text and field in FIELDS]


_FIELDS: tuple[tuple[str, Callable[[Description], Iterable[Value]]], ...] = (
    ("names", lambda person: _names(person.names)),
    ("sex", lambda person: [Value(words(person.sex))] if person.sex else []),
    ("gender", lambda person: [Value(person.gender)]),
    ("birth", lambda person: _date(person.birth)),
    ("age", lambda person: _age(person.age)),
    ("birth_place", lambda person: [Value(place_words(person.birth_place))]),
    ("nationalities", _nationalities),
    ("community", lambda person: [Value(person.community)]),
    ("languages", lambda person: [Value(words(code, "language")) for code in person.languages]),
    ("religion", lambda person: [Value(person.religion)]),
    ("marital_status", lambda person: [Value(person.marital_status)]),
    ("children", lambda person: [Value(person.children)]),
    ("occupation", lambda person: [Value(person.occupation)]),
    ("when", lambda person: _date(person.event.when if person.event else None)),
    ("where", lambda person: [Value(place_words(person.event.place if person.event else None))]),
    ("journey", _journey),
    ("companions", lambda person: _names(person.journey.companions) if person.journey else []),
    ("height", lambda person: _height(person.height)),
    ("traits", lambda person: [Value(words(f"{one.feature}.{one.value}", "feature_value")) for one in person.traits]),
    ("marks", lambda person: [Value(mark_words(mark), mark.words) for mark in person.marks]),
    ("effects", lambda person: [Value(effect_words(effect), effect.words) for effect in person.effects]),
    ("medical", _medical),
    ("remains", _remains),
    ("words", lambda person: [Value(person.words), *_notes(person)]),
)
