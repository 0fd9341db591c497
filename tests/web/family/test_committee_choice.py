"""A family reads which committee reads its search, and chooses another after reading what changes."""

import re
import uuid

import pytest

from i18n.locales import LocaleRow
from search.access import OPERATOR
from search.accounts.organisations import find_or_add_organisation
from search.committee_commands import SetReach
from search.committees.reach import set_reach
from search.vocabulary import OrganisationKind, RouteRegion
from tests.fixtures.languages import english_left, walked
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files
from web.context import Context

LANGUAGES = pytest.mark.parametrize("row", walked(), ids=lambda row: row.tag)
TEXT = re.compile(r'name="text" value="([0-9a-f]{64})"')


@pytest.fixture
def other(context: Context, visitor: Visitor) -> uuid.UUID:
    """Another committee; the visitor is at their case."""
    with context.database.transaction() as session:
        other = find_or_add_organisation(session, "Committee of the South", OrganisationKind.COMMITTEE)
        reach = SetReach(
            name=other.name, languages=("ar", "ti"), countries=("ER",), routes=(RouteRegion.HORN_OF_AFRICA,)
        )
        set_reach(session, OPERATOR, reach, now=NOW)
        other_id = other.id
    files(visitor)
    visitor.sends("/filed")
    return other_id


@LANGUAGES
def test_the_pages_speak_the_readers_language(visitor: Visitor, other: uuid.UUID, row: LocaleRow) -> None:
    for address in ("/case/committee", f"/case/committee/{other}"):
        assert visitor.goes_to(f"{address}?lang={row.tag}").status_code == 200
        assert english_left(visitor.page, row.tag) == []
        assert "checked" not in visitor.page


def test_a_yes_counts_at_once_a_no_and_no_answer_change_nothing(visitor: Visitor, other: uuid.UUID) -> None:
    visitor.goes_to("/case")
    assert "/case/committee" in visitor.page
    address = f"/case/committee/{other}"
    for said, status in (({}, 400), ({"answer": "no"}, 200), ({"answer": "yes", "text": "00"}, 409)):
        visitor.goes_to(address)
        assert visitor.sends(address, said).status_code == status
    visitor.goes_to(address)
    shown = TEXT.search(visitor.page)
    assert shown is not None
    visitor.sends(address, {"answer": "yes", "text": shown[1]})
    assert "From now on" in visitor.page
    assert visitor.page.index("Committee of the South") < visitor.page.index("Committee of the North")
    assert visitor.goes_to(address).status_code == 404


def test_where_there_is_one_committee_the_page_says_so(visitor: Visitor) -> None:
    files(visitor)
    visitor.sends("/filed")
    assert "There is no other committee here yet." in visitor.goes_to("/case/committee").text
