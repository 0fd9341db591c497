"""Whatever was said once is still said after any part of it is said again; only a correction takes anything away."""

import datetime
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    Phone,
    PhoneRole,
    Place,
    Remains,
    Sex,
    Trait,
)
from search.documents import (
    Answer,
    Description,
    FieldNote,
    Identifiers,
    Journey,
    JourneyLeg,
    Medical,
    PostMortem,
    Provenance,
    Whereabouts,
)
from search.documents.field_changes import Correction, FieldChange
from search.documents.merging import KIND, merged, replaced
from search.documents.report_documents import ReportDocuments, in_form_of
from search.errors import Conflict, Refused
from search.vocabulary import ReportKind, WantsContact

DAY = datetime.date(1990, 5, 12)
_TEXT = st.sampled_from(["", "Rosa", "ROSA", "Mora", "a\nb", "b", "أم محمد"])
_CODE = st.sampled_from(["", "tattoo", "scar", "arm"])
_DATES = st.builds(
    lambda day, days: PartialDate(day, day + datetime.timedelta(days=days)),
    st.dates(datetime.date(1990, 1, 1), datetime.date(1990, 2, 1)),
    st.integers(0, 40),
)
_PLACES = st.builds(
    lambda text, country, point: Place(text, (country,) if country else (), *point),
    _TEXT,
    st.sampled_from(["", "MX", "GT"]),
    st.sampled_from([(None, None), (14.9, -92.3), (15.5, -90.0)]),
)
_EVENTS = st.builds(Event, st.none() | _DATES, st.none() | _PLACES)


def _few(things: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(things, max_size=3).map(tuple)


_NAMES = _few(st.builds(PersonName, _TEXT.filter(bool), st.sampled_from(list(NameKind))))
_LEGS = st.builds(JourneyLeg, origin=st.none() | _PLACES, departed=st.none() | _DATES, means=_TEXT)


def _of(document: type[Any], **known: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A document with any of these fields, and any words in those that hold words."""
    words = {field.name: _TEXT for field in fields(document) if field.type is str and field.name not in known}
    return st.builds(document, **words, **known)


_DESCRIPTIONS = _of(
    Description,
    names=_NAMES,
    sex=st.none() | st.sampled_from(list(Sex)),
    birth=st.none() | _DATES,
    age=st.none() | st.builds(AgeRange, st.just(30), st.integers(30, 40)),
    birth_place=st.none() | _PLACES,
    nationalities=_few(st.sampled_from(["MX", "GT"])),
    stateless=st.none() | st.booleans(),
    languages=_few(st.sampled_from(["es", "ar"])),
    event=st.none() | _EVENTS,
    journey=st.none() | _of(Journey, departure=st.none() | _EVENTS, legs=_few(_LEGS), companions=_NAMES),
    height=st.none() | st.builds(HeightRange, st.just(160), st.integers(160, 175)),
    traits=_few(st.builds(Trait, st.sampled_from(["eyes", "build"]), st.sampled_from(["brown", "slim"]))),
    marks=_few(st.builds(Mark, _CODE, _CODE, st.sampled_from(["", "left"]), _CODE, _TEXT)),
    effects=_few(st.builds(Effect, _CODE, _CODE, _TEXT, _TEXT)),
    medical=st.none() | _of(Medical),
    remains=st.none() | st.sampled_from(list(Remains)),
    notes=_few(st.builds(FieldNote, field=st.just("description.religion"), words=_TEXT.filter(bool))).map(
        lambda n: n[:1]
    ),
)
_IDENTIFIERS = st.builds(
    Identifiers,
    phones=_few(st.builds(Phone, st.sampled_from(["+5025551", "+5025552"]), st.sampled_from(list(PhoneRole)))),
    documents=_few(st.builds(IdentityDocument, _CODE, _CODE, st.sampled_from(["", "MX"]))),
    accounts=_few(_TEXT.filter(bool)),
)
_WHEREABOUTS = _of(
    Whereabouts,
    found=st.none() | _EVENTS,
    present_place=st.none() | _PLACES,
    minor=st.none() | st.booleans(),
    wants_contact=st.sampled_from(list(WantsContact)),
)
REPORTS = st.builds(
    ReportDocuments,
    kind=st.just(ReportKind.SHELTER),
    description=_DESCRIPTIONS,
    identifiers=_IDENTIFIERS,
    whereabouts=st.none() | _WHEREABOUTS,
    provenance=_of(Provenance),
) | st.builds(
    ReportDocuments,
    kind=st.just(ReportKind.MORTUARY),
    description=_DESCRIPTIONS,
    identifiers=_IDENTIFIERS,
    post_mortem=st.none() | _of(PostMortem),
    provenance=_of(Provenance),
)  # fmt: skip


@st.composite
def reports_with_parts(draw: st.DrawFn) -> tuple[ReportDocuments, ReportDocuments]:
    """A report, and one that says a part of it."""
    report = in_form_of(draw(REPORTS), ReportKind.SHELTER)
    return report, replace(report, **{name: _part(draw, said) for name, said in report.sections()})


def _part(draw: st.DrawFn, document: Any) -> Any:
    if document is None:
        return None
    kept: dict[str, Any] = {}
    for field in fields(document):
        value = getattr(document, field.name)
        if isinstance(value, tuple):
            kept[field.name] = tuple(one for one in value if draw(st.booleans()))
        elif isinstance(value, Journey | Medical | Event):
            kept[field.name] = _part(draw, value)
        else:
            kept[field.name] = value if draw(st.booleans()) else field.default
    return replace(document, **kept)


@given(reports_with_parts())
def test_a_part_of_a_report_said_again_changes_nothing(pair: tuple[ReportDocuments, ReportDocuments]) -> None:
    report, part = pair
    again = merged(report, part)
    assert again.documents == report
    assert again.changes == ()


@given(REPORTS, REPORTS)
def test_news_merged_twice_is_merged_once(report: ReportDocuments, news: ReportDocuments) -> None:
    once = merged(report, news)
    assert merged(once.documents, news).changes == ()


@given(REPORTS, REPORTS)
def test_of_lists_nothing_is_lost_by_any_news(report: ReportDocuments, news: ReportDocuments) -> None:
    both = merged(report, news).documents
    named = ("names", "marks", "effects", "nationalities", "languages")
    lists = {name: getattr(report.description, name) for name in named}
    again = ReportDocuments(kind=both.kind, description=Description(**lists), identifiers=report.identifiers)
    assert merged(both, again).changes == ()


@given(REPORTS, REPORTS)
def test_a_reading_that_replaces_another_says_what_it_says(report: ReportDocuments, reading: ReportDocuments) -> None:
    done = replaced(report, reading)
    assert done.documents.description == in_form_of(reading, reading.kind).description
    assert done.changes == () or in_form_of(report, report.kind) != in_form_of(reading, reading.kind)


def said(**description: Any) -> ReportDocuments:
    return ReportDocuments(kind=ReportKind.MORTUARY, description=Description(**description))


def dated(first: datetime.date, last: datetime.date) -> PartialDate:
    return PartialDate(first, last, DatePrecision.RANGE)


YEAR = dated(datetime.date(1990, 1, 1), datetime.date(1990, 12, 31))
LONG = "Rosa Mora"
CASES: dict[str, tuple[ReportDocuments, ReportDocuments, ReportDocuments]] = {
    "another value replaces": (said(sex=Sex.FEMALE), said(sex=Sex.MALE), said(sex=Sex.MALE)),
    "a wider date is no news": (said(birth=PartialDate(DAY, DAY)), said(birth=YEAR), said(birth=PartialDate(DAY, DAY))),
    "a closer date is": (said(birth=YEAR), said(birth=PartialDate(DAY, DAY)), said(birth=PartialDate(DAY, DAY))),
    "another town without the old point": (
        said(birth_place=Place("Tapachula", ("MX",), 14.9, -92.3)),
        said(birth_place=Place("Tecún Umán")),
        said(birth_place=Place("Tecún Umán")),
    ),
    "a point for the same town": (
        said(birth_place=Place("Tapachula")),
        said(birth_place=Place("TAPACHULA", ("MX",), 14.9, -92.3)),
        said(birth_place=Place("Tapachula", ("MX",), 14.9, -92.3)),
    ),
    "a name as heard gives way": (
        said(names=(PersonName(LONG, NameKind.AS_HEARD),)),
        said(names=(PersonName("rosa  mora"),)),
        said(names=(PersonName(LONG),)),
    ),
    "less of a mark is no news": (
        said(marks=(Mark("tattoo", "arm", "left", "anchor"),)),
        said(marks=(Mark("tattoo", "arm"),)),
        said(marks=(Mark("tattoo", "arm", "left", "anchor"),)),
    ),
    "words are joined by lines": (said(words="one\ntwo"), said(words="two\nthree"), said(words="one\ntwo\nthree")),
    "remains that nobody knows are no news": (
        said(remains=Remains.SKELETAL),
        said(remains=Remains.UNKNOWN),
        said(remains=Remains.SKELETAL),
    ),
    "an answer falls with the value": (
        said(notes=(FieldNote(field="description.marks", answer=Answer.NONE, words="none seen"),)),
        said(marks=(Mark("scar"),)),
        said(marks=(Mark("scar"),), notes=(FieldNote(field="description.marks", words="none seen"),)),
    ),
    "not to know takes no value away": (
        said(religion="Sunni"),
        said(notes=(FieldNote(field="description.religion", answer=Answer.UNKNOWN),)),
        said(religion="Sunni"),
    ),
    "notes of elements move with them": (
        said(marks=(Mark("scar"),)),
        said(marks=(Mark("tattoo"),), notes=(FieldNote(field="description.marks.motif", words="a ship", element=0),)),
        said(
            marks=(Mark("scar"), Mark("tattoo")),
            notes=(FieldNote(field="description.marks.motif", words="a ship", element=1),),
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("kept", "news", "expected"), CASES.values(), ids=CASES.keys())
def test_each_kind_of_value_is_merged_by_its_rule(
    kept: ReportDocuments, news: ReportDocuments, expected: ReportDocuments
) -> None:
    done = merged(kept, news)
    assert done.documents == expected
    assert (done.changes == ()) == (kept == expected)


def test_a_wish_that_was_not_asked_about_stays_and_another_one_is_taken() -> None:
    def wish(said: WantsContact) -> ReportDocuments:
        return ReportDocuments(kind=ReportKind.SHELTER, whereabouts=Whereabouts(wants_contact=said))

    kept = wish(WantsContact.YES)
    assert merged(kept, wish(WantsContact.NOT_ASKED)).changes == ()
    (change,) = merged(kept, wish(WantsContact.NO)).changes
    assert change == FieldChange(path="whereabouts.wants_contact", old="yes", new="no")


def test_the_exact_place_of_the_living_outlasts_what_says_less() -> None:
    exact = Event(place=Place("Calle Inventada 4", ("MX",), 14.91, -92.26))
    kept = ReportDocuments(kind=ReportKind.SHELTER, whereabouts=Whereabouts(found=exact))
    coarse = said(event=Event(place=Place("", ("MX",))))
    assert merged(kept, replace(coarse, kind=ReportKind.SHELTER)).documents.whereabouts == Whereabouts(found=exact)


def test_whoever_died_keeps_what_was_said_of_them_alive_and_the_place_goes_to_the_body() -> None:
    event = Event(place=Place("Calle Inventada 4"))
    kept = ReportDocuments(
        kind=ReportKind.SHELTER, whereabouts=Whereabouts(found=event, condition="tired"), post_mortem=None
    )
    done = merged(kept, said(sex=Sex.MALE))
    assert done.documents.description.event == event
    assert done.documents.whereabouts == Whereabouts(condition="tired")
    assert done.changes[0] == FieldChange(path=KIND, old="shelter", new="mortuary")


CORRECTIONS: dict[str, tuple[Correction, ReportDocuments]] = {
    "one name": (Correction(path="description.names", old="Yuma"), said(names=(PersonName(LONG),), sex=Sex.MALE)),
    "a name by another": (
        Correction(path="description.names", old="Yuma", new="Eva"),
        said(names=(PersonName(LONG), PersonName("Eva")), sex=Sex.MALE),
    ),
    "all names": (Correction(path="description.names"), said(sex=Sex.MALE)),
    "the sex": (Correction(path="description.sex"), said(names=(PersonName(LONG), PersonName("Yuma")))),
    "the sex by another": (
        Correction(path="description.sex", old="male", new="female"),
        said(names=(PersonName(LONG), PersonName("Yuma")), sex=Sex.FEMALE),
    ),
}


@pytest.mark.parametrize(("correction", "expected"), CORRECTIONS.values(), ids=CORRECTIONS.keys())
def test_a_correction_takes_away_or_replaces_what_it_names(correction: Correction, expected: ReportDocuments) -> None:
    kept = said(names=(PersonName(LONG), PersonName("Yuma")), sex=Sex.MALE)
    done = merged(kept, said(), (correction,))
    assert done.documents == expected
    assert done.changes
    assert all(change.old is not None for change in done.changes)


@pytest.mark.parametrize(
    ("correction", "error"),
    [
        (Correction(path="description.names", old="Nobody"), Conflict),
        (Correction(path="description.sex", old="female"), Conflict),
        (Correction(path="description.religion", old="any"), Conflict),
        (Correction(path="whereabouts.condition", old="tired"), Conflict),
        (Correction(path="description.sex", old="male", new="purple"), Refused),
        (Correction(path="description.nothing", old="male"), Refused),
        (Correction(path="elsewhere.sex"), Refused),
        (Correction(path="description"), Refused),
        (Correction(path="description.notes"), Refused),
        (Correction(path="description.__class__"), Refused),
    ],
    ids=lambda case: f"{case.path} {case.new}" if isinstance(case, Correction) else "",
)
def test_a_correction_of_what_is_not_there_is_refused(correction: Correction, error: type[Exception]) -> None:
    with pytest.raises(error):
        merged(said(names=(PersonName(LONG),), sex=Sex.MALE), said(), (correction,))


def test_a_reading_of_the_same_row_that_was_mended_takes_the_wrong_name_away() -> None:
    done = replaced(said(names=(PersonName("Yuma"),), sex=Sex.MALE), said(sex=Sex.MALE, words="Yuma"))
    assert done.documents == said(sex=Sex.MALE, words="Yuma")
    assert FieldChange(path="description.names", old="Yuma", new=None) in done.changes


def test_what_is_read_again_is_told_as_it_reads_now_without_the_words_that_it_had() -> None:
    before = said(marks=(Mark("other", words="an anchor on the forearm"),))
    after = said(marks=(Mark("other", words="an anchor on the left forearm"),))
    (change,) = replaced(before, after).changes
    assert (change.old, change.new) == ("other · an anchor on the forearm", "other · an anchor on the left forearm")
