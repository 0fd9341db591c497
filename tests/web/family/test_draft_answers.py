"""Answers on their way: found again by the cookie, by nobody else, and never lost."""

import datetime
import uuid
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from flask import Flask, session
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from search.access import Actor, ActorKind
from search.filing.drafting import read_draft
from search.models import Draft as DraftRow
from search.summaries import SignedIn
from tests.fixtures.portals import NOW
from web.context import Context, bind
from web.family.draft_answers import (
    Draft,
    Receipt,
    discard,
    load,
    read_anew,
    store,
    store_in,
)
from web.session_cookies import CHANGE, DRAFT, NO, OWN_PHONE, YES, remember


@pytest.fixture
def visit(family: Flask) -> Iterator[None]:
    """One request of somebody without a session."""
    with family.test_request_context():
        yield


def opens(case_id: uuid.UUID) -> None:
    """From here on the visitor is at this case."""
    remember(SignedIn(token="invented", actor=Actor(kind=ActorKind.FAMILY, case_id=case_id)))


def kept(context: Context) -> int:
    with context.database.reading() as transaction:
        return transaction.scalar(select(func.count()).select_from(DraftRow)) or 0


@pytest.mark.usefixtures("visit")
def test_what_was_typed_is_found_again_as_it_was_typed() -> None:
    draft = Draft(answers={"names": {"name": ["ሰላም", "<b>"]}})
    store(DRAFT, draft)
    assert load(DRAFT) == draft


@pytest.mark.usefixtures("visit")
def test_without_a_cookie_there_is_a_new_draft_with_a_key_of_its_own() -> None:
    first, second = load(DRAFT), load(DRAFT)
    assert first.answers == second.answers == {}
    assert first.key != second.key


@pytest.mark.usefixtures("visit")
def test_a_draft_stored_again_stays_one_draft(context: Context) -> None:
    draft = load(DRAFT)
    for name in ("Amina", "Amina Warsame"):
        draft.answers["names"] = {"name": [name]}
        store(DRAFT, draft)
    assert kept(context) == 1
    assert load(DRAFT).answers == {"names": {"name": ["Amina Warsame"]}}


@pytest.mark.usefixtures("visit")
def test_the_change_of_one_case_is_not_shown_at_another() -> None:
    first, second = uuid.UUID(int=1), uuid.UUID(int=2)
    opens(first)
    store(CHANGE, Draft(answers={"names": {"name": ["Only of the first"]}}))
    opens(second)
    assert load(CHANGE).answers == {}
    opens(first)
    assert load(CHANGE).answers == {"names": {"name": ["Only of the first"]}}
    remember(None)
    assert load(CHANGE).answers == {}


@pytest.mark.usefixtures("visit")
def test_a_new_search_belongs_to_no_case_although_one_is_open() -> None:
    opens(uuid.UUID(int=1))
    store(DRAFT, Draft(answers={"names": {"name": ["Another"]}}))
    remember(None)
    assert load(DRAFT).answers == {"names": {"name": ["Another"]}}


@pytest.mark.usefixtures("visit")
def test_a_draft_of_a_transaction_that_failed_is_not_kept(context: Context) -> None:
    def fail() -> None:
        with context.database.transaction() as transaction:
            store_in(transaction, DRAFT, Draft())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert kept(context) == 0


@pytest.mark.usefixtures("visit")
def test_a_receipt_waits_with_its_draft() -> None:
    receipt = Receipt(reference="AAAA-AAA1-1", words=("a", "b", "c", "d", "e"), filed_at=NOW)
    store(DRAFT, Draft(receipt=receipt))
    assert load(DRAFT).receipt == receipt


@pytest.mark.usefixtures("visit")
def test_a_discarded_draft_is_gone_from_the_server_and_the_cookie(context: Context) -> None:
    store(DRAFT, Draft(answers={"names": {"name": ["Amina"]}}))
    discard(DRAFT)
    assert kept(context) == 0
    assert DRAFT not in session
    discard(DRAFT)


@pytest.mark.usefixtures("visit")
@pytest.mark.parametrize(("own", "hours"), [(NO, 4), (YES, 7 * 24)])
def test_a_draft_is_kept_for_a_week_on_ones_own_phone_and_for_four_hours_elsewhere(
    family: Flask, context: Context, own: str, hours: int
) -> None:
    """Holds: "We keep it for seven days." and "We keep it for four hours after you last saved it"."""
    session[OWN_PHONE] = own
    store(DRAFT, Draft(answers={"names": {"name": ["Amina"]}}))
    # Elsewhere it is gone with the browser, too: the cookie that finds it does not outlive the window.
    assert session.permanent is (own == YES)
    for seconds, found in ((0, {"names": {"name": ["Amina"]}}), (1, {})):
        passed = datetime.timedelta(hours=hours, seconds=seconds)
        bind(family.extensions, replace(context, clock=partial(_after, passed)))
        # As in another request.
        read_anew()
        assert load(DRAFT).answers == found


@pytest.mark.parametrize(("method", "reads"), [("GET", 1), ("POST", 3)])
def test_a_page_reads_a_draft_once_and_whoever_sends_reads_it_anew(
    family: Flask, monkeypatch: pytest.MonkeyPatch, method: str, reads: int
) -> None:
    asked: list[str] = []

    def counted(session: Session, actor: Actor, token: str, *, now: datetime.datetime) -> bytes | None:
        asked.append(token)
        return read_draft(session, actor, token, now=now)

    monkeypatch.setattr("web.family.draft_answers.read_draft", counted)
    with family.test_request_context(method=method):
        store(DRAFT, Draft(answers={"names": {"name": ["Amina"]}}))
        for _ in range(3):
            assert load(DRAFT).answers == {"names": {"name": ["Amina"]}}
        assert len(asked) == reads
        # What was shown is nobody's to change, and what was written is read.
        load(DRAFT).answers.clear()
        assert load(DRAFT).answers != {}
        store(DRAFT, Draft(answers={"names": {"name": ["Hiwet"]}}))
        assert load(DRAFT).answers == {"names": {"name": ["Hiwet"]}}


def test_a_draft_is_begun_with_its_first_answer_or_its_first_element() -> None:
    assert not Draft().begun
    assert Draft(answers={"description.sex": {"": ["male"]}}).begun
    assert Draft(items={"description.marks": {"1": {}}}).begun


def _after(passed: datetime.timedelta) -> datetime.datetime:
    return NOW + passed
