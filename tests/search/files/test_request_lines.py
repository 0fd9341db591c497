"""Requests from JSON lines: the core dataset in, commands out; what is not known is kept in words."""

import datetime
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.record import NameKind, PhoneRole, Sex
from search.commands import RegisterSearch
from search.documents import ControlQuestion, Identifiers
from search.files.request_lines import RequestRead, read_requests
from search.sheets.row_outcomes import RowRefusal
from search.vocabulary import ContactKind, MaySay, Relationship

TODAY = datetime.date(2024, 6, 1)


def only(line: bytes) -> RequestRead | RowRefusal:
    (outcome,) = read_requests([line], today=TODAY)
    return outcome


def command(**request: Any) -> RegisterSearch:
    outcome = only(json.dumps(request).encode())
    assert isinstance(outcome, RequestRead)
    return outcome.command


def test_a_request_becomes_a_command() -> None:
    found = command(
        ref="R-1",
        language="am",
        sought={
            "names": [{"full": "ሄለን ስዩም"}, {"full": "Helen Seyoum", "kind": "spelling_on_papers"}],
            "sex": "female",
            "birth_date": "1998-01-01",
            "nationality": ["ET"],
            "last_contact": {"date": "2023-04", "place": "Central Mediterranean", "lat": 34.5, "lon": 13.25},
            "height_cm": 165,
            "marks": [{"kind": "scar", "place": "forearm", "side": "left"}],
            "clothing": [{"item": "jacket", "colour": "blue"}],
            "phones": ["+251911234567"],
            "documents": [{"kind": "identity_card", "country": "ET", "number": "E1"}],
        },
        enquirer={"relationship": "mother", "phones": ["+251922345678"]},
    )
    sought = found.sought
    assert found.earlier_reference == "R-1"
    assert [(name.text, name.kind) for name in sought.names] == [
        ("ሄለን ስዩም", NameKind.FULL),
        ("Helen Seyoum", NameKind.SPELLING_ON_PAPERS),
    ]
    assert sought.sex is Sex.FEMALE
    assert sought.birth is not None
    assert (sought.birth.earliest.isoformat(), sought.birth.latest.isoformat()) == ("1998-01-01", "1998-12-31")
    assert sought.event is not None
    assert sought.event.place is not None
    assert (sought.event.place.latitude, sought.event.place.longitude) == (34.5, 13.25)
    assert [(m.kind, m.place, m.side) for m in sought.marks] == [("scar", "forearm", "left")]
    assert [(e.item, e.colour) for e in sought.effects] == [("jacket", "blue")]
    assert {(p.number, p.role) for p in found.identifiers.phones} == {
        ("+251911234567", PhoneRole.SOUGHT),
        ("+251922345678", PhoneRole.ENQUIRER),
    }
    assert found.filing.relationship is Relationship.MOTHER
    assert [(c.kind, c.value) for c in found.filing.contacts] == [(ContactKind.PHONE, "+251922345678")]
    assert sought.words == ""


def test_the_fuller_core_dataset_is_understood() -> None:
    found = command(
        language="es",
        sought={
            "given_name": "Ali",
            "family_name": "Omar",
            "father_name": "Hassan",
            "nicknames": ["Lulu"],
            "age": {"low": 20, "high": 25},
            "height": [170, 175],
            "languages": ["Arabic", "français"],
            "birth_place": "Kassala, Sudan",
            "occupation": "tailor",
            "journey": {
                "companions": ["Omar Nur"],
                "vessel": "blue boat",
                "aboard": 40,
                "legs": [{"from": "Agadez", "to": "Sabha", "means": "truck"}],
            },
            "marks": "cicatriz en la frente",
            "clothing": ["red shirt", "watch"],
            "build": "slim",
            "medical": {"illnesses": "asthma"},
        },
    )
    sought = found.sought
    assert {(n.kind.value, n.text) for n in sought.names} == {
        ("given", "Ali"),
        ("family", "Omar"),
        ("father", "Hassan"),
        ("nickname", "Lulu"),
    }
    assert sought.age is not None
    assert (sought.age.low, sought.age.high) == (20, 25)
    assert sought.height is not None
    assert (sought.height.low_cm, sought.height.high_cm) == (170, 175)
    assert sought.languages == ("ar", "fr")
    assert sought.birth_place is not None
    assert sought.birth_place.countries == ("SD",)
    assert sought.journey is not None
    assert (sought.journey.aboard, sought.journey.vessel, len(sought.journey.legs)) == (40, "blue boat", 1)
    assert [(m.kind, m.place) for m in sought.marks] == [("scar", "head")]
    assert [(e.item, e.colour) for e in sought.effects] == [("shirt", "red"), ("watch", "")]
    assert [(t.feature, t.value) for t in sought.traits] == [("build", "slim")]
    assert sought.medical is not None
    assert sought.medical.illnesses == "asthma"


def test_half_a_name_or_a_phone_is_enough() -> None:
    assert command(sought={"names": ["Ali"]}).sought.names[0].text == "Ali"
    assert command(sought={"phones": ["+251911234567"]}).identifiers != Identifiers()


def test_unknown_keys_and_unreadable_values_stay_in_words() -> None:
    words = command(
        sought={"name": "Ali", "shoe_size": 43, "birth_date": "when it rained"}, remark="urgent"
    ).sought.words
    assert set(words.splitlines()) == {"shoe_size: 43", "remark: urgent", "birth_date: when it rained"}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"{not json", "not_json"),
        (b'"text"', "not_an_object"),
        (b"[]", "not_an_object"),
        (b"{}", "nothing_said"),
        (b'{"sought": {}}', "nothing_said"),
        (b'{"sought": ' + b"[" * 200 + b"]" * 200 + b"}", "too_deep"),
        (b'{"name": "' + b"x" * 300_000 + b'"}', "line_too_long"),
        (b'{"name": "\xff"}', "not_utf8"),
    ],
)
def test_bad_lines_are_refused_with_their_number_and_reason(line: bytes, code: str) -> None:
    first, second = read_requests([b'{"name": "Ali"}\n', b"\n", line], today=TODAY)
    assert isinstance(first, RequestRead)
    assert isinstance(second, RowRefusal)
    assert (second.number, second.code) == (3, code)


KEYS = ["name", "names", "full", "date", "place", "lat", "lon", "kind", "number", "x"]
PERSON_KEYS = [
    "sex",
    "birth_date",
    "age",
    "height",
    "last_contact",
    "journey",
    "marks",
    "clothing",
    "phones",
    "documents",
]
JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=8,
)
PERSON = st.dictionaries(st.sampled_from([*KEYS, *PERSON_KEYS]), JSON, max_size=8)


@given(PERSON, JSON)
def test_any_json_is_a_request_or_a_refusal(person: dict[str, Any], enquirer: Any) -> None:
    outcome = only(json.dumps({"sought": person, "enquirer": enquirer}).encode())
    assert isinstance(outcome, RequestRead | RowRefusal)


@given(st.binary(min_size=1, max_size=80))
def test_any_bytes_are_passed_over_read_or_refused(line: bytes) -> None:
    for outcome in read_requests([line], today=TODAY):
        assert isinstance(outcome, RequestRead | RowRefusal)


def test_what_has_to_be_known_before_a_call_comes_along_and_what_cannot_be_read_stays_beside_the_hours() -> None:
    asking = {
        "phones": ["+251922345678"],
        "safe_hours": "evenings",
        "may_say": "why_to_me_only",
        "speaks_for": "her aunt",
        "languages": ["Tigrinya", "the language of the coast"],
        "control_questions": [{"question": "Which dog?", "answer": "Kibo"}, "the door was blue", {"question": ""}],
    }
    filing = command(sought={"names": ["Helen"]}, enquirer=asking).filing
    (way,) = filing.contacts
    assert (way.may_say, way.speaker, way.languages) == (MaySay.WHY_TO_ME_ONLY, "her aunt", ("ti",))
    assert way.safe_hours == "evenings · the language of the coast"
    assert filing.control_questions == (
        ControlQuestion(question="Which dog?", answer="Kibo"),
        ControlQuestion(answer="the door was blue"),
    )
    (unread,) = command(sought={"names": ["Helen"]}, enquirer={**asking, "may_say": "ask first"}).filing.contacts
    assert (unread.may_say, unread.safe_hours) == (None, "evenings · ask first · the language of the coast")
