"""A family erases its search in its own language; afterwards nothing on the device or the server opens it."""

import re

import pytest
from sqlalchemy import select

from i18n.offered_languages import offered
from search.models import Draft, Record, SignInSession
from search.storage.database import Database
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import NAME, files

_REFERENCE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]")


@pytest.fixture
def at_home(visitor: Visitor) -> Visitor:
    """A family that has filed and opened its search."""
    files(visitor)
    visitor.sends("/filed")
    assert visitor.place == "/case"
    return visitor


@pytest.mark.parametrize("tag", [row.tag for row in offered()])
def test_the_reference_is_typed_in_whatever_way_and_the_search_is_gone(
    at_home: Visitor, database: Database, tag: str
) -> None:
    at_home.goes_to(f"/case/erase?lang={tag}")
    found = _REFERENCE.search(at_home.page)
    assert found is not None
    assert at_home.sends("/case/erase", {"reference": found[0].lower().replace("-", " ")}).status_code == 200
    assert at_home.place == "/erased"
    with database.reading() as session:
        assert session.scalars(select(Record.erased_at)).one() is not None
        assert session.scalars(select(SignInSession)).all() == []
        assert session.scalars(select(Draft)).all() == []
    assert at_home.goes_to("/case").request.path == "/open"
    assert NAME not in at_home.page


def test_without_its_reference_nothing_is_erased_and_what_was_typed_stays(at_home: Visitor, database: Database) -> None:
    at_home.goes_to("/case/erase")
    assert at_home.sends("/case/erase", {"reference": "yes, erase it"}).status_code == 400
    assert "Nothing was erased" in at_home.page
    assert 'value="yes, erase it"' in at_home.page
    with database.reading() as session:
        assert session.scalars(select(Record.erased_at)).one() is None


def test_the_page_says_what_goes_what_stays_and_what_would_be_milder(at_home: Visitor) -> None:
    page = at_home.goes_to("/case/erase").text
    for sentence in ("This cannot be undone", "What goes", "All photos", "What stays is only", "/case/withdraw"):
        assert sentence in page


def test_a_search_that_was_taken_back_is_not_told_to_be_taken_back(at_home: Visitor) -> None:
    at_home.goes_to("/case/withdraw")
    at_home.sends("/case/withdraw")
    assert "/case/withdraw" not in at_home.goes_to("/case/erase").text


def test_the_page_afterwards_is_the_same_for_everybody(visitor: Visitor) -> None:
    assert visitor.goes_to("/erased").status_code == 200
    assert "Your search is erased" in visitor.page
