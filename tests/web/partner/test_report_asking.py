"""What an answer rules out is not asked; what was typed stays, whatever is answered."""

import pytest
from werkzeug.datastructures import MultiDict

from search.fields import catalogue
from web.partner.report_asking import asked_now, parts_asked_now
from web.partner.report_fields import sent_report

BEARD = "description.traits:facial_hair"


@pytest.mark.parametrize("which", ["living", "body"])
@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ({}, True),
        ({"sex": "male"}, True),
        ({"sex": "?"}, True),
        ({"sex": "female"}, False),
        ({"sex": "female", "traits-facial_hair": "beard"}, True),
    ],
)
def test_a_beard_is_not_asked_of_a_woman_unless_one_was_told_of(
    which: str, typed: dict[str, str], *, asked: bool
) -> None:
    rows = [row.path for row in asked_now(sent_report(which, MultiDict(typed)))]
    assert (BEARD in rows) is asked


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ({}, True),
        ({"marks-0-kind": "tattoo"}, True),
        ({"marks-0-kind": "scar"}, False),
        ({"marks-0-kind": "scar", "marks-0-motif": "rose"}, True),
    ],
)
def test_a_picture_is_not_asked_of_a_scar_unless_one_was_told_of(typed: dict[str, str], *, asked: bool) -> None:
    sent, row = sent_report("living", MultiDict(typed)), catalogue()["description.marks"]
    parts = sent.items[row.path].get(0, {})
    assert ("description.marks.motif" in [part.path for part in parts_asked_now(row, sent, parts)]) is asked
