"""A question who somebody is shows both sides: what the row says, and the own reports that it may be of."""

from search.sheet_summaries import SheetDoubt
from search.vocabulary import ReportKind
from tests.search.filing.test_row_plans import by_sheet, preview
from tests.search.scene import Scene, found


def _questions(scene: Scene, *names: str) -> dict[str, SheetDoubt]:
    commands = tuple(found(name, 10 * at, sender_number=f"B{at}") for at, name in enumerate(names, start=1))
    return {doubt.key: doubt for doubt in preview(scene, commands, 9).doubts if doubt.must_answer}


def test_a_number_used_again_is_shown_with_both_people_and_what_speaks_against_one(scene: Scene) -> None:
    by_sheet(scene, tuple(found(name, at, sender_number=f"B{at}") for at, name in ((1, "Rosa Mora"), (2, "Ana Cruz"))))
    asked = _questions(scene, "Halima Warsame", "Yonas Tekle")
    assert list(asked) == ["sheet.number_used_again.2", "sheet.number_used_again.3"]
    (row,) = asked["sheet.number_used_again.3"].about
    (before,) = row.reports
    assert (row.row, row.sender_number, row.names) == (3, "B2", ("Yonas Tekle",))
    assert (before.sender_number, before.names) == ("B2", ("Ana Cruz",))
    assert "names" in row.contradictions


def test_a_likely_repetition_is_shown_with_the_report_that_it_looks_like(scene: Scene) -> None:
    by_sheet(scene, (found("Rosa Mora", 1),), 5)
    (doubt,) = [one for one in preview(scene, (found("Rosa Mora", 1),), 6).doubts if one.code == "perhaps_again"]
    (row,) = doubt.about
    assert [report.names for report in row.reports] == [("Rosa Mora",)]
    assert (doubt.key, row.contradictions) == ("sheet.perhaps_again.2", ())


def test_others_reports_are_never_among_them(scene: Scene) -> None:
    scene.report(found("Rosa Mora", 1, ReportKind.MORTUARY, sender_number="B1"), scene.mortuary)
    assert _questions(scene, "Halima Warsame") == {}


def test_of_very_many_rows_the_first_are_shown_in_one_question(scene: Scene) -> None:
    people = tuple(found(f"Name {chr(97 + at)}bcdef", at, sender_number=f"B{at}") for at in range(1, 23))
    by_sheet(scene, people)
    others = tuple(found(f"Zoltan {chr(97 + at)}ghij", 50 + at, sender_number=f"B{at}") for at in range(1, 23))
    (doubt,) = [one for one in preview(scene, others, 9).doubts if one.code == "number_used_again"]
    assert (doubt.key, len(doubt.rows), len(doubt.about)) == ("sheet.number_used_again", 22, 20)
