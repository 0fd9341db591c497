"""What fits the schema of the API, and what it makes of it."""

import datetime
from typing import Any

import msgspec
import pytest
from pydantic import ValidationError

from search.commands import ReportFound
from search.vocabulary import FEATURE_VALUES, LIVING_KINDS, Feature, ReportKind
from web.api.report_bodies import report_command
from web.api.schema_parts import AgeIn, DateIn, HeightIn, NameIn, PhoneIn, PlaceIn, TraitIn
from web.api.schemas import PageIn, ReportIn

TODAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("schema", "sent"),
    [
        (NameIn, {"text": ""}),
        (NameIn, {"text": "A", "kind": "secret"}),
        (NameIn, {"text": "A", "language": "Tigrinya"}),
        (NameIn, {"text": "A" * 301}),
        (NameIn, {"text": "A", "planted": 1}),
        (DateIn, {"earliest": "2025-01-02", "latest": "2025-01-01"}),
        (AgeIn, {"low": -1, "high": 3}),
        (AgeIn, {"low": 1, "high": 131}),
        (AgeIn, {"low": "1", "high": 3}),
        (HeightIn, {"low_cm": 19, "high_cm": 170}),
        (HeightIn, {"low_cm": 170, "high_cm": 261}),
        (PlaceIn, {"countries": ["ERI"]}),
        (PlaceIn, {"latitude": 90.1}),
        (PlaceIn, {"longitude": -180.1}),
        (TraitIn, {"feature": "eyes", "value": "slim"}),
        (PhoneIn, {"number": "12"}),
        (PageIn, {"page": 0}),
        (PageIn, {"page": 100_001}),
    ],
)
def test_what_does_not_fit_is_refused(schema: Any, sent: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        schema.model_validate_json(msgspec.json.encode(sent))


@pytest.mark.parametrize(
    ("schema", "sent"),
    [
        (DateIn, {"earliest": "2025-01-01", "latest": "2025-01-01"}),
        (AgeIn, {"low": 0, "high": 130}),
        (HeightIn, {"low_cm": 20, "high_cm": 260}),
        (PlaceIn, {"countries": ["ER"], "latitude": 90, "longitude": -180}),
        (PageIn, {"page": 1}),
        (PageIn, {"page": 100_000}),
    ],
)
def test_the_ends_of_what_fits_fit(schema: Any, sent: dict[str, Any]) -> None:
    schema.model_validate_json(msgspec.json.encode(sent))


@pytest.mark.parametrize("feature", FEATURE_VALUES)
def test_each_feature_takes_each_of_its_values(feature: Feature) -> None:
    for value in FEATURE_VALUES[feature]:
        assert TraitIn.model_validate({"feature": feature, "value": value}).value == value


@pytest.mark.parametrize("kind", list(ReportKind))
def test_whereabouts_are_for_the_living_and_examinations_for_the_dead(kind: ReportKind) -> None:
    parts = ("whereabouts", "post_mortem")
    fitting, other = parts if kind in LIVING_KINDS else reversed(parts)
    assert ReportIn.model_validate({"kind": kind, fitting: {}}).kind is kind
    with pytest.raises(ValidationError):
        ReportIn.model_validate({"kind": kind, other: {}})


def test_a_telephone_number_becomes_international() -> None:
    assert PhoneIn(number="+291 7 112 233").number == "+2917112233"


def test_every_field_of_a_body_reaches_the_command() -> None:
    command = report_command(ReportIn(kind=ReportKind.SHELTER, sender_number="CI-9"), TODAY)
    assert isinstance(command, ReportFound)
    assert (command.kind, command.sender_number, command.channel.value) == (ReportKind.SHELTER, "CI-9", "api")
    # How a report that comes again is met is said by the request itself, not in the body of version 1.
    of_the_request = {"channel", "origin", "again", "alike", "corrections", "expires"}
    # Whether an odd date is meant is asked before there is a command.
    assert set(ReportIn.model_fields) - {"as_meant"} | of_the_request == set(ReportFound.__dataclass_fields__)
