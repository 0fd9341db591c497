"""What the engine sees of a person: nothing is known unless it is said, and nobody changes it."""

import dataclasses
import datetime
from typing import Any

import pytest

from matching import AgeRange, HeightRange, Mark, MatchRecord, PartialDate, Place, Side
from matching.record import DatePrecision


def test_a_record_of_nobody_says_nothing() -> None:
    said = {name: value for name, value in dataclasses.asdict(MatchRecord(Side.SOUGHT)).items() if value}
    assert said == {"side": Side.SOUGHT}


def test_a_mark_may_be_told_by_its_kind_alone() -> None:
    assert (Mark("scar").place, Mark("scar").side, Mark("scar").motif) == ("", "", "")


@pytest.mark.parametrize(
    "value",
    [
        MatchRecord(Side.FOUND),
        AgeRange(20, 30),
        HeightRange(160, 170),
        Place("Sfax"),
        PartialDate(datetime.date(2020, 1, 1), datetime.date(2020, 1, 31), DatePrecision.MONTH),
    ],
)
def test_what_was_said_cannot_be_changed_and_can_be_a_key(value: Any) -> None:
    first = dataclasses.fields(value)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, first, None)
    assert {value: 1}[dataclasses.replace(value)] == 1
