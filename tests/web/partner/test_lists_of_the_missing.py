"""A list of missing people at the partner's portal: the question, what is said before it is filed, and the receipt."""

import pytest
from sqlalchemy import func, select

from search.access import Actor
from search.models import FoundReport, Organisation, SearchRequest
from tests.fixtures.languages import walked
from tests.fixtures.visitor import Visitor
from tests.web.partner.test_routes_sheets import upload
from tests.web.partner.test_sheets_that_list_nobody_found import MISSING
from web.context import Context

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])
ANSWER = "sheet.missing_persons"


@pytest.fixture
def of_no_state(context: Context, shelter: Actor) -> None:
    with context.database.transaction() as session:
        session.get_one(Organisation, shelter.organisation_id).state_run = "no"


def counted(context: Context) -> tuple[int, int]:
    """How many searches and reports there are."""
    with context.database.reading() as session:
        searches = session.scalar(select(func.count()).select_from(SearchRequest)) or 0
        return searches, session.scalar(select(func.count()).select_from(FoundReport)) or 0


@pytest.mark.usefixtures("of_no_state")
@pytest.mark.parametrize("tag", [row.tag for row in walked()])
def test_a_list_is_asked_about_and_filed_as_searches_when_its_sender_says_so(
    context: Context, clerk: Visitor, tag: str
) -> None:
    clerk.goes_to(f"/sheets/new?lang={tag}")
    assert upload(clerk, MISSING.encode()) == 200
    assert f'name="{ANSWER}" value="searches"' in clerk.page
    assert "checked" not in clerk.page.split(f'name="{ANSWER}"')[1].split("</fieldset>")[0]
    clerk.sends("/sheets/preview", {"go": "send"})
    assert counted(context) == (0, 0)
    answers = {ANSWER: "searches", "go": "update"}
    clerk.sends("/sheets/preview", answers)
    if 'value="send"' not in clerk.page:
        pytest.fail(clerk.page)
    if tag == "en":
        assert "nobody is told what comes of them, you neither" in clerk.page
        assert "File 1 search<" in clerk.page
    clerk.sends("/sheets/preview", {ANSWER: "searches", "go": "send"})
    assert counted(context) == (1, 0)
    if tag == "en":
        assert "Nobody knows their families here" in clerk.page
    receipt = clerk.place
    assert f"{receipt}/reports" not in clerk.page
    clerk.goes_to("/sends")
    assert f'href="/partner{receipt}"' in clerk.page
    assert "Ana Prueba" not in clerk.goes_to("/reports").text


def test_whoever_may_not_is_offered_what_was_offered_before(context: Context, clerk: Visitor) -> None:
    assert upload(clerk, MISSING.encode()) == 200
    assert f'name="{ANSWER}" value="found"' in clerk.page
    assert f'name="{ANSWER}" value="searches"' not in clerk.page
    clerk.sends("/sheets/preview", {ANSWER: "searches", "go": "update"})
    clerk.sends("/sheets/preview", {ANSWER: "searches", "go": "send"})
    assert counted(context) == (0, 0)
