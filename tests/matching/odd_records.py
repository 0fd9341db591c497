"""Random invented records: ordinary ones that may well meet, and odd ones such as nobody would write."""

import datetime
from typing import TypeVar

from hypothesis import strategies as st

from matching import (
    AgeRange,
    Effect,
    Event,
    HeightRange,
    IdentityDocument,
    Mark,
    MatchRecord,
    NameKind,
    PartialDate,
    PersonName,
    Phone,
    Place,
    PlacePrecision,
    Remains,
    Sex,
    Side,
    Trait,
)

_NAMES = (
    "Karim Haddad",
    "كريم حداد",
    "Abebe Kidane",
    "አበበ ኪዳነ",
    "Rosa Quispe Huamán",
    "Toño",
    "김민수",
    "陳健",
    "Nadia",
)
_ODD_NAMES = ("", " ", "😀😀", "ab" * 100, "é" * 200, "-", "Karim " * 30, "K", "李" * 200, "\u200f\u0301", "1234")
_PLACES = ("", "Eagle Pass, Texas", "Libya", "Sfax, Tunisia", "US-Mexico border crossing", "somewhere", "🏝")
_NUMBERS = ("+50499990001", "+50499970001", "99990001", "+21620000001", "", "12", "9" * 30, "1" + "0" * 29, "☎ 12 34")
_PAPERS = ("E2733021", "e-2733O21", "", "12", "A" * 40, "№ 77 81 90", "ع٣٤٥٦٧٨")
_WORDS = st.sampled_from(("", "x" * 200))
_KINDS = st.one_of(st.sampled_from(("scar", "burn", "mole", "birthmark", "tattoo", "gold_tooth", "fracture")), _WORDS)
_BODY_PLACES = st.one_of(st.sampled_from(("hand", "wrist", "back", "face")), _WORDS)
_ITEMS = st.one_of(st.sampled_from(("jacket", "coat", "cap", "hat", "ring")), _WORDS)
_COLOURS = st.one_of(st.sampled_from(("blue", "red")), _WORDS)
_FEATURES = st.one_of(st.sampled_from(("eyes", "build", "hair_form")), _WORDS)
_VALUES = st.one_of(st.sampled_from(("brown", "slim", "curly")), _WORDS)

names = st.builds(
    PersonName,
    st.one_of(st.sampled_from(_NAMES), st.sampled_from(_ODD_NAMES), st.text(max_size=30)),
    st.sampled_from(NameKind),
)
_days = st.one_of(
    st.dates(datetime.date(2021, 1, 1), datetime.date(2023, 12, 31)),
    st.sampled_from([datetime.date.min, datetime.date(1, 12, 31), datetime.date(9999, 1, 1), datetime.date.max]),
    st.dates(),
)
dates = st.builds(PartialDate, _days, _days) | _days.map(lambda day: PartialDate(day, day))
places = st.builds(
    lambda text, countries, point, precision: Place(text, countries, point[0], point[1], precision),
    st.sampled_from(_PLACES),
    st.sampled_from([(), ("HN",), ("TN", "LY"), ("",), ("XX",) * 9]),
    st.sampled_from([(None, None), (27.5, -99.5), (27.6, -99.4), (90.0, 180.0), (-90.0, -180.0), (35.0, None)]),
    st.sampled_from(PlacePrecision),
)


_Thing = TypeVar("_Thing")


def _few(things: st.SearchStrategy[_Thing]) -> st.SearchStrategy[tuple[_Thing, ...]]:
    return st.lists(things, max_size=3).map(tuple)


def _few_or_many(things: st.SearchStrategy[_Thing]) -> st.SearchStrategy[tuple[_Thing, ...]]:
    """Mostly few; sometimes more than the engine reads: a few things again and again, because drawing is slow."""
    return _few(things) | st.builds(lambda drawn, times: drawn * times, _few(things), st.sampled_from((1, 5)))


def records(side: Side) -> st.SearchStrategy[MatchRecord]:
    """Records of one side, each with much or little of everything."""
    found = side is Side.FOUND
    return st.builds(
        MatchRecord,
        side=st.just(side),
        kind=st.sampled_from(["shelter", "mortuary", "forensic", ""]) if found else st.just(""),
        names=_few(names),
        sex=st.none() | st.sampled_from(Sex),
        birth=st.none() | dates,
        age=st.none() | st.builds(AgeRange, st.integers(-1, 40), st.integers(0, 200)),
        nationalities=st.sampled_from([(), ("HN",), ("HN", "SV"), ("TN",), ("",), tuple("ABCDEF")]),
        languages=st.sampled_from([(), ("es",), ("es", "ti"), ("",), tuple("abcdefgh")]),
        event=st.none() | st.builds(Event, st.none() | dates, st.none() | places),
        phones=_few_or_many(st.sampled_from(_NUMBERS).map(Phone)),
        documents=_few(st.sampled_from(_PAPERS).map(IdentityDocument)),
        height=st.none() | st.builds(HeightRange, st.integers(0, 200), st.sampled_from([0, 170, 175, 10**6])),
        marks=_few_or_many(st.builds(Mark, _KINDS, _BODY_PLACES, st.sampled_from(["", "left", "right"]), _BODY_PLACES)),
        effects=_few_or_many(st.builds(Effect, _ITEMS, _COLOURS)),
        traits=_few(st.builds(Trait, _FEATURES, _VALUES)),
        companions=_few(names),
        remains=st.none() | st.sampled_from(Remains) if found else st.none(),
        birth_place=st.none() | places,
        community=st.sampled_from(["", "Garífuna", "garifuna", "Habr Yunis", "😀"]),
    )
