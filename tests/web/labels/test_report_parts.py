"""Words for the kinds of place and the parts of their forms."""

from collections.abc import Iterator

import pytest
from flask import Flask

from search.fields.report_pages import report_pages
from web.labels.report_parts import TABLES, part_why


@pytest.fixture(autouse=True)
def request_of_a_reader(unconnected_partner: Flask) -> Iterator[None]:
    with unconnected_partner.test_request_context():
        yield


def test_every_kind_of_place_and_every_part_has_words_and_no_words_are_left_over() -> None:
    assert set(TABLES["report_page"]) == set(report_pages())
    assert set(TABLES["report_part"]) == {part.name for pages in report_pages().values() for part in pages.parts}


def test_a_part_says_why_where_there_is_something_to_say() -> None:
    assert "face to face" in part_why("wishes")
    assert part_why("burial") == ""
