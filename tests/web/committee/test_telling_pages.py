"""The pages on which a family's telling is planned, ticked, undone and corrected."""

import datetime
import re
import uuid
from dataclasses import dataclass, replace

import pytest
from sqlalchemy import update

from search.casework.undo_periods import TELLING_WAITS
from search.models import MatchProposal
from search.vocabulary import ProposalState
from tests.fixtures.languages import english_left
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from web.context import Context

PLAN = {
    "name": "Mother (invented)",
    "relationship": "mother",
    "opens_page": "yes",
    "teller": "Berta",
    "how": "Sitting down",
    "place": "at_home",
    "with_whom": "Her sister",
    "language": "Tigrinya",
    "support": ["psychologist"],
}
TODAY = NOW.date().isoformat()


@dataclass
class Clock:
    """A clock that a test puts forward."""

    now: datetime.datetime = NOW


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def context(context: Context, clock: Clock) -> Context:
    return replace(context, clock=lambda: clock.now)


@pytest.fixture
def ready(context: Context, pair: uuid.UUID, ready_to_tell: None) -> str:  # noqa: ARG001 - opens the way
    """The address of the plan of an agreed pair."""
    with context.database.transaction() as session:
        session.execute(update(MatchProposal).values(state=ProposalState.AGREED.value))
    return f"/cards/{pair}/telling"


def test_a_talk_is_planned_ticked_undone_ticked_again_and_corrected(ana: Visitor, ready: str, clock: Clock) -> None:
    ana.goes_to(ready)
    ana.sends(ready, PLAN)
    assert "<bdi>Mother (invented)</bdi>" in ana.page
    key = re.findall(r'name="key" value="(\w{32})"', ana.page)[0]
    ana.sends(f"{ready}/told", {"key": key, "told_on": TODAY})
    assert "Spoken with on 22 November 2026" in ana.page
    ana.sends(tick_address(ana, "take-back"))
    assert "Spoken with on" not in ana.page
    ana.sends(f"{ready}/told", {"key": key, "told_on": TODAY})
    late = tick_address(ana, "take-back")
    clock.now = NOW + TELLING_WAITS
    ana.goes_to(ready)
    assert "Everybody who may open the page was spoken with." in ana.page
    assert ana.sends(late).status_code == 409
    assert "It is too late to take this back." in ana.page
    ana.sends(tick_address(ana, "correct"), {"happened": "no"})
    assert "The talk did not take place." in ana.page


def test_what_is_missing_is_said_and_nothing_typed_is_lost(ana: Visitor, ready: str) -> None:
    ana.goes_to(ready)
    answer = ana.sends(ready, {**PLAN, "teller": "", "place": "", "support": []})
    assert answer.status_code == 400
    assert "nobody is told before it is known" in ana.page
    assert ana.page.count("Please choose one of these.") >= 2
    assert 'value="Mother (invented)"' in ana.page
    ana.sends(ready, {**PLAN, "lang": "es", "how": "Despacio"})
    assert "Despacio</textarea>" in ana.page


def test_a_day_that_is_none_and_one_that_is_not_there_yet_are_refused(ana: Visitor, ready: str) -> None:
    ana.goes_to(ready)
    ana.sends(ready, PLAN)
    key = re.findall(r'name="key" value="(\w{32})"', ana.page)[0]
    assert ana.sends(f"{ready}/told", {"key": key, "told_on": "yesterday"}).status_code == 400
    assert ana.sends(f"{ready}/told", {"key": key, "told_on": "2027-01-01"}).status_code == 409
    assert "That day is not there yet" in ana.page


def test_a_relative_is_changed_and_taken_out_of_the_plan(ana: Visitor, ready: str) -> None:
    ana.goes_to(ready)
    ana.sends(ready, PLAN)
    key = re.findall(r'name="key" value="(\w{32})"', ana.page)[0]
    ana.goes_to(f"{ready}?change={key}")
    assert 'value="Mother (invented)"' in ana.page
    ana.sends(ready, {**PLAN, "key": key, "name": "Grandmother"})
    assert ana.page.count('<li class="card">') == 1
    ana.sends(f"{ready}/drop", {"key": key})
    assert "Grandmother" not in ana.page


@pytest.mark.parametrize("tag", ["es", "ar"])
def test_the_page_is_in_the_readers_language(ana: Visitor, ready: str, tag: str) -> None:
    ana.goes_to(f"{ready}?lang={tag}")
    assert english_left(ana.page, tag) == []
    ana.sends(ready, PLAN)
    assert english_left(ana.page, tag) == []


def test_there_is_no_such_page_while_telling_is_switched_off_or_nothing_is_ready(
    ana: Visitor, stranger: Visitor, pair: uuid.UUID
) -> None:
    for reader in (ana, stranger):
        assert reader.goes_to(f"/cards/{pair}/telling").status_code == 404


def tick_address(reader: Visitor, act: str) -> str:
    found = re.findall(rf'action="/committee(/cards/[0-9a-f-]+/telling/[0-9a-f-]+/{act})"', reader.page)
    return str(found[0])
