"""Rows of one sheet and of sheets that come again stay with their persons: joined only where somebody said so."""

import msgspec
import pytest

from search.documents import Whereabouts
from search.filing.sheet_storing import SheetStoring
from tests.search.filing.test_row_plans import FEW, MANY, by_sheet, count, iter_moments, known, reading_of
from tests.search.scene import Scene, found

SAID_TO_BE_ONE = {"sheet.number_twice": "same"}


@pytest.mark.parametrize("number", ["7", "٠٧", "０7"], ids=["zeros", "arabic", "wide"])
@pytest.mark.parametrize("said", [None, SAID_TO_BE_ONE], ids=["unsaid", "said"])
def test_rows_of_one_number_say_together_what_each_says_where_somebody_said_that_they_are_one(
    scene: Scene, number: str, said: dict[str, str] | None
) -> None:
    rows = (
        found("Rosa", sender_number="07"),
        found("Rosa", sender_number=number, whereabouts=Whereabouts(condition="ill")),
    )
    reading = msgspec.structs.replace(reading_of(scene, rows), answers=said or {})
    receipt = SheetStoring(scene.database, clock=iter_moments()).store(scene.shelter, reading, 77)
    reasons = [one.reason for one in receipt.outcomes if one.outcome == "held"]
    assert (receipt.accepted, receipt.already_known, reasons) == ((1, 1, []) if said else (1, 0, ["number_twice"]))
    kept = known(scene, "07").whereabouts
    assert (kept.condition if kept else "") == ("ill" if said else "")


@pytest.mark.parametrize("rows", [FEW, MANY], ids=["few", "staged"])
def test_the_first_file_sent_again_stays_the_first_person_s_though_the_number_is_the_next_one_s(
    scene: Scene, rows: int
) -> None:
    others = tuple(found(f"Other {n}", 100 + n) for n in range(rows - 1))
    first = (found("Elvira Tanguila", 5, sender_number="C1"), *others)
    by_sheet(scene, first)
    second = (found("Halima Warsame", 50, sender_number="C1"), *others)
    by_sheet(scene, second, answers={"sheet.number_used_again": "other", "sheet.perhaps_again": "same"})
    before = count(scene)
    again = by_sheet(scene, first)
    assert (again.accepted, again.updated, again.already_known) == (0, 0, rows)
    assert count(scene) == before
