"""A form that is sent once more as it is, after Back, is one; whoever writes something else there loses nothing."""

import re
from typing import Any

import pytest
from sqlalchemy import func, select

from search.models import Base, Complaint, ExtortionReport, Letter, Relative
from search.storage.database import Database
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files

FORMS: tuple[tuple[str, type[Base], dict[str, str], str], ...] = (
    ("/complain", Complaint, {"words": "Nobody called back", "to": "operator"}, "words"),
    ("/case/extortion", ExtortionReport, {"number": "+52 55 5512 3456", "said": "five thousand by Sunday"}, "said"),
    ("/case/inbox", Letter, {"words": "Did anybody ask at the harbour?"}, "words"),
    ("/case/relatives", Relative, {"called": "Abeba, my cousin"}, "called"),
)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_form_that_is_sent_again_after_back_is_kept_once_and_another_text_is_kept_too(
    visitor: Visitor, database: Database
) -> None:
    files(visitor)
    visitor.sends("/filed")
    for address, table, typed, changed in FORMS:
        page = visitor.goes_to(address).text
        visitor.sends(address, typed)
        after = visitor.place
        for fields, kept in ((typed, 1), ({**typed, changed: "Something else"}, 2)):
            # Back: the browser shows the page that it had, with its own token.
            visitor.page = page
            visitor.sends(address, fields)
            assert (visitor.place, count(database, table)) == (after, kept), address


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_the_number_of_a_complaint_and_the_words_of_a_relative_are_the_same_after_back(visitor: Visitor) -> None:
    files(visitor)
    visitor.sends("/filed")
    page = ""
    for address, _, typed, _ in (FORMS[0], FORMS[3]):
        page, told = visitor.goes_to(address).text, list[list[str]]()
        for _ in range(2):
            visitor.page = page
            visitor.sends(address, typed)
            told.append(re.findall(r"<bdi[^>]*>([^<]+)<|translate=.no.>([2-9A-Z]{8})<", visitor.page))
        assert told[0] == told[1] != [], address
    # Once they are written down nobody shows others in their place.
    visitor.sends("/case/relatives/words")
    visitor.page = page
    visitor.sends("/case/relatives", FORMS[3][2])
    assert visitor.place in ("/case/relatives", "/case/relatives/words")


def count(database: Database, table: Any) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0
