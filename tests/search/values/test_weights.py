"""Weights as clerks and families write them."""

import pytest

from search.documents import WeightRange
from search.values.weights import read_weight


@pytest.mark.parametrize(
    ("written", "kilograms"),
    [
        ("60", (60, 60)),
        ("60 kg", (60, 60)),
        ("70kg.", (70, 70)),
        ("55-65", (55, 65)),
        ("55 a 65 kilos", (55, 65)),
        ("unos 70 kilos", (70, 70)),
        ("~ 80", (80, 80)),
        ("132 lbs", (60, 60)),
        ("3200 g", (3, 3)),
        ("72,5", (72, 72)),
        ("٦٥ كغ", (65, 65)),
        ("около 90 кг", (90, 90)),
    ],
)
def test_a_weight_is_read_in_kilograms(written: str, kilograms: tuple[int, int]) -> None:
    read = read_weight(written)
    assert read is not None
    assert (read.low_kg, read.high_kg) == kilograms
    assert read.written == written


@pytest.mark.parametrize("written", ["", "heavy", "0", "700 kg", "60 perhaps 70", "12/05/1990", "60 cm"])
def test_what_is_no_weight_is_not_read(written: str) -> None:
    assert read_weight(written) is None


@pytest.mark.parametrize(("written", "estimated"), [("60", False), ("aprox. 60", True), ("55-65", True)])
def test_an_estimate_is_known_as_one(written: str, *, estimated: bool) -> None:
    assert read_weight(written) == WeightRange(
        60 if "60" in written else 55, 60 if "60" in written else 65, estimated, written
    )


def test_weights_are_read_in_the_units_of_many_countries() -> None:
    told = {
        "11 stone": 70, "10 st 5 lb": 66, "৭০ কেজি": 70, "70 ኪሎ": 70, "60 quilos": 60, "130 رطلًا": 59, "2 maunds": 75,
        "60 seer": 56, "5 arrobas": 58,
    }  # fmt: skip
    assert {text: read.low_kg if (read := read_weight(text)) else None for text in told} == told
