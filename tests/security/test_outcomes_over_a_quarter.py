"""Over a simulated quarter all that a family's side can see is the same, byte for byte and day for day.

Whether there is no candidate, one, a disagreement, somebody who is asked, refuses, says yes or is not reached, a child,
a body that is handed over or identified, and a plan that is not carried out: pages, print, export, the list of offices
and the account of readings, also after the family closed its search.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from search.storage.encryption import Vault
from search.vocabulary import (
    AgeFinding,
    AnswerMoment,
    ChildDecision,
    IdentificationResult,
    JudgementKind,
    PersonAnswer,
    ReportKind,
)
from tests.search.approaching.met_people import known_who_asks
from tests.security import quarter_acts as staff
from tests.security.quarter import PAGES, Act, World, copy_of, first_world, lived

YES, NO = JudgementKind.POSITIVE, JudgementKind.NEGATIVE
LIVING, DEAD = ReportKind.SHELTER, ReportKind.MORTUARY
ADULT, YOUNG = staff.aged(AgeFinding.ADULT), staff.aged(AgeFinding.UNDER_18)
# Days on which something is looked at: after each thing that happens, and now and then.
QUARTER = (1, 2, 10, 16, 18, 21, 31, 45, 59, 73, 81, 91)
Course = Mapping[int, Act]


def decided(kind: ReportKind, *kinds: JudgementKind) -> Course:
    """A pair is read and decided on the first day."""

    def act(world: World) -> None:
        staff.proposed(world)
        staff.read(world, world.pair(kind))
        staff.judged(world, world.pair(kind), *kinds)

    return {1: act}


AGREED, BODY = decided(LIVING, YES, YES), decided(DEAD, YES, YES)
ASKED = {**AGREED, 9: staff.asked_to_ask, 10: ADULT}
SAID_YES = {**ASKED, 15: staff.answered(PersonAnswer.YES)}
CHILD = {**AGREED, 9: staff.asked_to_ask, 10: YOUNG}
HANDED = {**BODY, 9: staff.handed}
IDENTIFIED = {**HANDED, 20: staff.examined(IdentificationResult.IDENTIFIED)}
AT_TELLING = staff.answered(PersonAnswer.YES, AnswerMoment.AT_TELLING)
READY = {**SAID_YES, 16: staff.planned, 17: AT_TELLING}

OUTCOMES: Mapping[str, Course] = {
    "no candidate": {1: staff.compared},
    "candidate": {1: staff.proposed},
    "read": decided(LIVING),
    "one reader": decided(LIVING, YES),
    "agreed": AGREED,
    "disagreed": decided(LIVING, YES, NO),
    "ruled out": decided(LIVING, NO, NO),
    "to be asked": ASKED,
    "yes, not told": SAID_YES,
    "yes, ticked by mistake": {**READY, 18: staff.almost_told},
    "no": {**ASKED, 15: staff.answered(PersonAnswer.NO)},
    "later": {**ASKED, 15: staff.answered(PersonAnswer.LATER)},
    "not reached": {**ASKED, 15: staff.answered(PersonAnswer.NOT_REACHED)},
    "nobody": {**ASKED, 15: staff.nobody},
    "child": CHILD,
    "child says no": {**CHILD, 15: staff.decided_with_child(ChildDecision.DOES_NOT)},
    "child agrees": {**CHILD, 15: staff.decided_with_child(ChildDecision.AGREES)},
    "body agreed": BODY,
    "handed over": HANDED,
    "excluded": {**HANDED, 20: staff.examined(IdentificationResult.EXCLUDED)},
    "identified, not told": IDENTIFIED,
    "identified, planned": {**IDENTIFIED, 30: staff.planned},
}


def whole(acts: Course) -> Course:
    """An outcome within the quarter that every world has: an office is asked on day 3, the family closes on day 80."""
    return {**acts, 3: staff.asked_office, 80: staff.closed}


@pytest.fixture(autouse=True)
def _who_asks_is_known(everything_switched_on: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - switches on
    known_who_asks(monkeypatch)


@pytest.fixture
def first(tmp_path: Path, migrated_sqlite_file: Path, vault: Vault) -> World:
    return first_world(tmp_path, migrated_sqlite_file, vault)


def test_four_outcomes_look_the_same_for_some_weeks(first: World, tmp_path: Path, vault: Vault) -> None:
    chosen = {name: OUTCOMES[name] for name in ("no candidate", "no", "child agrees", "identified, planned")}
    compare(first, tmp_path, vault, chosen, [1, 16, 31, 81])


@pytest.mark.measurement
def test_every_outcome_looks_the_same_over_a_quarter(first: World, tmp_path: Path, vault: Vault) -> None:
    compare(first, tmp_path, vault, OUTCOMES, QUARTER)


@pytest.mark.parametrize("course", [READY, {**IDENTIFIED, 21: staff.planned}], ids=["living", "dead"])
def test_what_was_told_is_seen_and_not_before(first: World, tmp_path: Path, vault: Vault, course: Course) -> None:
    days = [2, 31, 38]
    nothing = lived(copy_of(first, tmp_path, "nothing", vault), whole({1: staff.compared}), days)
    seen = lived(copy_of(first, tmp_path, "told", vault), whole({**course, 37: staff.told}), days)
    differing = {place for place, shown in seen.items() if shown != nothing[place]}
    assert {day for day, _ in differing} == {38}
    # Where somebody lives and lets words pass there is also a page for first words.
    assert {page for _, page in differing} - {"/case/message"} == {
        "/case", "/case/done", "/case/print", "/case/export.json", "/case/export.html", "account",
    }  # fmt: skip


def compare(first: World, folder: Path, vault: Vault, outcomes: Mapping[str, Course], days: Sequence[int]) -> None:
    seen = {name: lived(copy_of(first, folder, name, vault), whole(acts), days) for name, acts in outcomes.items()}
    nothing = seen.pop("no candidate")
    assert {page for _, page in nothing} == {*PAGES, "account", "notices"}
    assert any(b"Message(" in shown for (_, page), shown in nothing.items() if page == "notices")
    assert any(b"Save this answer" in shown for (_, page), shown in nothing.items() if page == "/case/questions")
    assert any(b"As of any" in shown for (_, page), shown in nothing.items() if page == "/case/done")
    for name, other in seen.items():
        differing = [place for place, shown in nothing.items() if other[place] != shown]
        assert differing == [], name
