"""Parts of a case and pages have their words."""

from search.fields.table import AskedOf, asked_rows
from web.labels.page_words import GROUPS, PAGES

ASKED = asked_rows(AskedOf.SOUGHT)


def test_every_part_of_a_case_has_its_heading() -> None:
    assert list(dict.fromkeys(row.group for row in ASKED)) == [group for group in GROUPS if group != "sharing"]
    assert {context for context, _ in GROUPS.values()} == {f"group.{group}" for group in GROUPS}


def test_a_page_of_several_fields_has_a_title_of_its_own() -> None:
    pages = [row.page for row in ASKED]
    of_an_element = {row.page for row in ASKED if row.path.count(".") > 1 and row.path.rpartition(".")[0] in ITEMS}
    several = {page for page in pages if pages.count(page) > 1} - of_an_element
    assert several - {page for page, words in PAGES.items() if words.title} == set()


def test_no_words_are_left_of_a_page_that_is_gone() -> None:
    assert set(PAGES) <= {row.page for row in ASKED} | {row.door for row in ASKED}
    for page, words in PAGES.items():
        assert {marked[0] for marked in (words.title, words.why) if marked} == {f"page.{page}"}


ITEMS = {row.path for row in ASKED if row.widget == "items"}
