"""What is asked about one person by the kind of place."""

import pytest

from search.fields.report_pages import ASKS_FOR_FAMILY, MET_KINDS, ReportPages, report_pages
from search.fields.table import AskedOf, Widget, catalogue
from search.vocabulary import ReportKind

EACH = pytest.mark.parametrize("pages", report_pages().values(), ids=lambda pages: pages.code)
_MOST_CONTROLS = 8


def test_every_kind_of_report_has_its_questions() -> None:
    assert set(report_pages()) == {*ReportKind, ASKS_FOR_FAMILY}


@EACH
def test_a_part_asks_few_things_and_a_list_stands_beside_one_other_at_most(pages: ReportPages) -> None:
    assert len({part.name for part in pages.parts}) == len(pages.parts)
    for part in pages.parts:
        assert 0 < len(part.rows) <= _MOST_CONTROLS, part.name
        assert all(row.widget is not None for row in part.rows)


@EACH
def test_nothing_is_asked_twice_and_nothing_of_the_living_that_is_asked_of_the_dead(pages: ReportPages) -> None:
    paths = [row.path for row in pages.rows]
    assert len(paths) == len(set(paths))
    sections = {path.partition(".")[0] for path in paths}
    assert sections.isdisjoint({"post_mortem"} if pages.asked_of is AskedOf.LIVING else {"whereabouts"})


@EACH
def test_no_two_fields_are_sent_under_one_name(pages: ReportPages) -> None:
    names = [row.path.partition(".")[2].replace(".", "-").replace(":", "-") for row in pages.rows]
    assert [(one, other) for one in names for other in names if other.startswith(f"{one}-")] == []


@pytest.mark.parametrize("kind", sorted(MET_KINDS))
def test_the_living_are_asked_for_their_wishes_before_anything_else(kind: ReportKind) -> None:
    assert report_pages()[kind].parts[0].name == "wishes"


def test_a_witness_is_asked_what_was_seen_and_nothing_about_the_wishes_of_somebody_who_is_not_there() -> None:
    asked = [row.path for row in report_pages()["witness"].rows]
    assert asked[:2] == ["whereabouts.found.when", "whereabouts.found.place"]
    assert {"provenance.told_by", "provenance.told_by_contact"} <= set(asked)
    assert not {"whereabouts.wants_contact", "whereabouts.agreed", "whereabouts.present_place"} & set(asked)


def test_a_body_is_asked_for_in_the_order_in_which_it_is_examined() -> None:
    order = [row.path for row in report_pages()["mortuary"].rows]
    expected = [
        "post_mortem.body_tag",
        "post_mortem.mortuary_number",
        "post_mortem.prosecutor_number",
        "description.event.when",
        "description.event.place",
        "post_mortem.completeness",
        "description.remains",
        "post_mortem.interval",
        "description.sex",
        "description.age",
        "description.height",
        "post_mortem.parts",
        "post_mortem.samples",
        "post_mortem.burial_place",
        "description.names",
    ]
    assert [path for path in order if path in expected] == expected
    assert [row.path for row in report_pages()["forensic"].rows] == order


def test_what_the_whole_form_asks_is_asked_by_some_kind_of_place() -> None:
    asked = {row.path for pages in report_pages().values() for row in pages.rows}
    whole = {
        path
        for path, row in catalogue().items()
        if row.asked_of & {AskedOf.LIVING, AskedOf.DEAD} and row.widget is not None
    }
    lists = {path for path in whole if catalogue()[path].widget is Widget.ITEMS}
    assert {path for path in whole if path.rpartition(".")[0] not in lists} <= asked
