"""A page takes as long whatever was decided, and a guess as long whether or not there is something to guess at.

Pairs of requests are compared one after the other, so that what else the machine does falls upon both. Of a guess,
which is mostly hashing, the work of the thread is compared.
"""

import re
import statistics
import time
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event, select

from search.commands import JudgeProposal
from search.models import MatchProposal
from search.review.judging_proposals import judge
from search.vocabulary import JudgementKind, JudgementReason, OrganisationKind
from tests.fixtures.portals import NOW
from tests.fixtures.staff import SHELTER, add_staff_with_password, at_the_door
from tests.fixtures.visitor import Visitor
from tests.search.scene import Scene, found, make_scene
from web.context import Context
from web.family import create_family
from web.partner import create_partner

ROUNDS = 15
NOTICED_SECONDS = 0.025
PLANTED_SECONDS = 0.05


def apart(
    first: Callable[[], object], second: Callable[[], object], clock: Callable[[], float] = time.perf_counter
) -> float:
    """Seconds by which one usually takes longer: the middle of many pairs, run in turns, each first in half of them."""
    differences = []
    for number in range(ROUNDS):
        seconds = {}
        for run in (first, second) if number % 2 else (second, first):
            began = clock()
            run()
            seconds[run] = clock() - began
        differences.append(seconds[first] - seconds[second])
    return abs(statistics.median(differences))


def alike(first: Callable[[], object], second: Callable[[], object], **named: Any) -> bool:
    """Whether no difference is seen; looked at again where the machine was busy, since a real one is seen each time."""
    return any(apart(first, second, **named) < NOTICED_SECONDS for _ in range(6))


@pytest.fixture
def scene(context: Context) -> Scene:
    """Committees, organisations and readers."""
    return make_scene(context.database)


def at_case(app: Flask, name: str) -> Visitor:
    """A family that filed a search and is at its case."""
    visitor = Visitor(app.test_client())
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": name})
    visitor.goes_to("/search/review")
    visitor.sends("/search/review")
    visitor.sends("/filed")
    assert visitor.place == "/case"
    return visitor


@pytest.fixture
def decided_and_not(scene: Scene, context: Context, family: Flask) -> tuple[Visitor, Visitor]:
    """One family about whose search two readers agreed, and one for whom there is nothing."""
    decided, nothing = at_case(family, "Tesfalem Kidanemariam"), at_case(family, "Wilmer Quintanilla")
    scene.report(found("Tesfalem Kidanemariam"))
    scene.match()
    with context.database.transaction() as session:
        proposal = session.scalars(select(MatchProposal)).one()
        for reader in scene.reviewers[:2]:
            command = JudgeProposal(
                proposal_id=proposal.id,
                seen_revision=proposal.revision,
                kind=JudgementKind.POSITIVE,
                reasons=frozenset({JudgementReason.NAMES}),
            )
            judge(session, reader, command, now=NOW)
            session.refresh(proposal)
    return decided, nothing


def test_a_case_page_takes_as_long_whatever_was_decided(decided_and_not: tuple[Visitor, Visitor]) -> None:
    decided, nothing = decided_and_not
    assert alike(lambda: decided.goes_to("/case"), lambda: nothing.goes_to("/case"))


def test_a_delay_of_a_twentieth_of_a_second_would_be_noticed(
    family: Flask, decided_and_not: tuple[Visitor, Visitor]
) -> None:
    decided, nothing = decided_and_not
    show, names = family.view_functions["case.show"], []

    def slow() -> Any:
        page = show()
        names.append("Tesfalem" in str(page))
        time.sleep(PLANTED_SECONDS if names[-1] else 0)
        return page

    family.view_functions["case.show"] = slow
    assert apart(lambda: decided.goes_to("/case"), lambda: nothing.goes_to("/case")) > NOTICED_SECONDS


def test_a_case_page_asks_the_database_as_often_whatever_was_decided(
    context: Context, decided_and_not: tuple[Visitor, Visitor]
) -> None:
    asked: list[list[str]] = []

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked[-1].append(statement)

    event.listen(context.database.engine, "before_cursor_execute", count)
    for visitor in decided_and_not:
        asked.append([])
        visitor.goes_to("/case")
    event.remove(context.database.engine, "before_cursor_execute", count)
    assert asked[0] == asked[1]


@pytest.mark.usefixtures("scene", "true_hashes")
def test_a_guess_takes_as_long_for_a_reference_that_does_not_exist(context: Context) -> None:
    page = at_case(create_family(context), "Tesfalem").page
    reference = re.findall(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]", page)[0]
    visitor = Visitor(create_family(context).test_client())
    visitor.goes_to("/open")

    def guess(name: str) -> Callable[[], object]:
        return lambda: visitor.sends("/open", {"reference": name, "words": "a b c d e"})

    assert alike(guess(reference), guess("ZZZZ-ZZZZ-Z"), clock=time.thread_time)


@pytest.mark.usefixtures("true_hashes")
def test_a_guess_takes_as_long_for_a_login_that_does_not_exist(context: Context) -> None:
    add_staff_with_password(context, "clerk", SHELTER, OrganisationKind.SHELTER)
    visitor = at_the_door(create_partner(context), "/partner")
    visitor.goes_to("/sign-in")

    def guess(login: str) -> Callable[[], object]:
        return lambda: visitor.sends("/sign-in", {"login": login, "password": "wrong"})

    assert alike(guess("clerk"), guess("nobody"), clock=time.thread_time)
