"""The first opening of a search that was filed together: own words, and the helper is out, also who is in already."""

import threading

import pytest
from flask import Flask
from sqlalchemy import func, select

from i18n.offered_languages import offered
from i18n.passphrases import list_of
from search.access import OPERATOR
from search.commands import EraseSearchByReference
from search.erasing.erasing_searches import erase_by_reference
from search.models import AuditEntry, Draft, SearchRequest, SignInSession
from tests.fixtures.helping import add_officer, file_together, opens, words_on
from tests.fixtures.languages import walked
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from tests.web.test_access_table import GUARDED, _filled
from web.access_rows import Who
from web.context import Context

OWN_PAGES = [row for row in GUARDED if row.portal == "family" and row.who in {Who.FAMILY, Who.OF_CASE}]


@pytest.fixture(autouse=True)
def officer(context: Context) -> None:
    add_officer(context)


@pytest.fixture
def paper(context: Context, visitor: Visitor) -> tuple[str, list[str]]:
    """Reference and words as they were written down beside the officer."""
    written = file_together(context, visitor)
    visitor.sends("/filed")
    return written


@pytest.fixture
def relative(family: Flask) -> Visitor:
    """The relative on a phone of its own."""
    return Visitor(family.test_client())


@pytest.fixture
def helper(family: Flask) -> Visitor:
    """Whoever helped, with a copy of the paper."""
    return Visitor(family.test_client())


def case_of(context: Context) -> SearchRequest:
    with context.database.reading() as session:
        return session.scalars(select(SearchRequest)).one()


@pytest.mark.parametrize("tag", [row.tag for row in walked()])
def test_the_first_opening_gives_new_words_and_the_old_ones_open_nothing(
    context: Context, relative: Visitor, paper: tuple[str, list[str]], tag: str
) -> None:
    reference, old = paper
    relative.goes_to(f"/?lang={tag}")
    opens(relative, reference, old)
    assert relative.place == "/new-words"
    new = words_on(relative.page)
    assert len(new) == 5
    assert new != old
    relative.sends("/new-words")
    assert relative.place == "/case"
    assert case_of(context).first_opened_at == NOW
    relative.sends("/case/sign-out")
    opens(relative, reference, old)
    assert relative.place == "/open"
    opens(relative, reference, new)
    assert relative.place == "/case"


def test_until_the_new_words_are_written_down_the_old_ones_lead_to_them_again(
    context: Context, relative: Visitor, family: Flask, paper: tuple[str, list[str]]
) -> None:
    opens(relative, *paper)
    shown = words_on(relative.page)
    # A page that was loaded again shows the same words; a browser that lost everything begins with the paper.
    assert words_on(relative.goes_to("/new-words").text) == shown
    again = Visitor(family.test_client())
    opens(again, *paper)
    assert again.place == "/new-words"
    assert case_of(context).first_opened_at is None
    again.sends("/new-words")
    opens(Visitor(family.test_client()), paper[0], shown)
    assert case_of(context).first_opened_at == NOW


def test_nothing_of_the_search_opens_before_own_words_are_taken(
    context: Context, relative: Visitor, family: Flask, paper: tuple[str, list[str]]
) -> None:
    opens(relative, *paper)
    token = {"csrf_token": _token(relative.page)}
    for row in OWN_PAGES:
        address = _filled({"family": family}, row)
        answer = relative.client.open(address, method=row.method, data=token if row.method == "POST" else None)
        assert (answer.status_code, answer.location) == (303, "/new-words"), row.rule
    with context.database.reading() as session:
        read = session.scalar(select(func.count()).select_from(AuditEntry).where(AuditEntry.action == "read_case"))
    assert read == 0


def test_a_helper_who_is_in_at_that_moment_is_out_with_the_next_press(
    context: Context, relative: Visitor, helper: Visitor, paper: tuple[str, list[str]]
) -> None:
    opens(helper, *paper)
    opens(relative, *paper)
    assert words_on(helper.page) != words_on(relative.page)
    seen = words_on(helper.page)
    relative.sends("/new-words")
    helper.sends("/new-words")
    assert helper.place == "/open"
    assert helper.goes_to("/new-words").request.path == "/open"
    opens(helper, *paper)
    assert helper.place == "/open"
    opens(helper, paper[0], seen)
    assert helper.place == "/open"
    assert relative.goes_to("/case").request.path == "/case"
    with context.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(SignInSession)) == 1 + _officers(context)


def test_of_two_who_press_at_the_same_moment_one_has_the_search(
    relative: Visitor, helper: Visitor, paper: tuple[str, list[str]]
) -> None:
    for one in (helper, relative):
        opens(one, *paper)
    pressing = [threading.Thread(target=one.sends, args=("/new-words",)) for one in (helper, relative)]
    for thread in pressing:
        thread.start()
    for thread in pressing:
        thread.join()
    assert sorted(one.place for one in (helper, relative)) == ["/case", "/open"]


def test_the_audit_says_that_own_words_were_taken_and_once(
    context: Context, relative: Visitor, paper: tuple[str, list[str]]
) -> None:
    opens(relative, *paper)
    relative.sends("/new-words")
    with context.database.reading() as session:
        (entry,) = session.scalars(select(AuditEntry).where(AuditEntry.action == "choose_own_words"))
    assert (entry.actor_kind, entry.subject_id) == ("family", str(case_of(context).id))


def test_the_new_words_go_with_a_search_that_is_erased(
    context: Context, relative: Visitor, paper: tuple[str, list[str]]
) -> None:
    opens(relative, *paper)
    with context.database.transaction() as session:
        command = EraseSearchByReference(reference=paper[0], typed=paper[0])
        erase_by_reference(session, OPERATOR, command, now=NOW)
    case = case_of(context)
    assert (case.filed_by_organisation, case.filed_by_account, case.read_digest, case.read_at) == (None,) * 4
    with context.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Draft)) == 0
    assert relative.goes_to("/new-words").request.path == "/open"


def test_whoever_is_shown_new_words_can_leave(relative: Visitor, paper: tuple[str, list[str]]) -> None:
    opens(relative, *paper)
    relative.sends("/case/sign-out")
    assert relative.place == "/"
    assert relative.goes_to("/new-words").request.path == "/open"


def test_the_search_says_who_helped_and_since_when_own_words_count(
    relative: Visitor, paper: tuple[str, list[str]]
) -> None:
    opens(relative, *paper)
    relative.sends("/new-words")
    assert "Consulado de Prueba" in relative.page
    assert "nobody there can open the search" in relative.page


def _token(page: str) -> str:
    return page.split('name="csrf_token" value="')[1].split('"', maxsplit=1)[0]


def _officers(context: Context) -> int:
    with context.database.reading() as session:
        asked = select(func.count()).select_from(SignInSession).where(SignInSession.account_id.is_not(None))
        return session.scalar(asked) or 0


def test_sixteen_digits_stand_open_for_whoever_has_no_words_of_their_own_language(passer_by: Visitor) -> None:
    for row in offered():
        page = passer_by.goes_to(f"/open?lang={row.tag}").text
        assert ("<details open>" in page) is (list_of(row.tag) is None), row.tag
