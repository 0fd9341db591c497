"""The rule of judging, without a database: every combination of up to three judgements, and what people do in turn."""

import ast
import uuid
from collections.abc import Sequence
from itertools import combinations_with_replacement, permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.access import WORKER, Actor, ActorKind
from search.errors import AccessDenied, Conflict, Refused, SearchError
from search.models import DuplicateJudgement, DuplicateProposal, Judgement, MatchProposal
from search.review import two_reader_rule
from search.review.two_reader_rule import (
    counting_judgements,
    may_judge,
    next_judgement,
    reader_of,
    require_another_reader,
    require_unchanged,
    settle,
    state_after,
    without_own,
)
from search.vocabulary import JudgementKind, ProposalState
from tests.search.scene import NOW

PEOPLE = [uuid.UUID(int=number) for number in range(1, 5)]
KINDS = {"P": JudgementKind.POSITIVE, "N": JudgementKind.NEGATIVE, "U": JudgementKind.UNSURE}
# P, N and U: positive, negative and unsure, each by another person, in any order.
STATES = {
    "": "open",
    "P": "awaiting_second",
    "N": "ruled_out",
    "U": "unsure",
    "PP": "confirmed",
    "PN": "ruled_out",
    "PU": "awaiting_second",
    "NN": "ruled_out",
    "NU": "ruled_out",
    "UU": "unsure",
    "PPP": "confirmed",
    "PPN": "ruled_out",
    "PPU": "confirmed",
    "PNN": "ruled_out",
    "PNU": "ruled_out",
    "PUU": "awaiting_second",
    "NNN": "ruled_out",
    "NNU": "ruled_out",
    "NUU": "ruled_out",
    "UUU": "unsure",
}
Turns = Sequence[tuple[int, JudgementKind | None]]


def of_person(person: uuid.UUID, kind: JudgementKind, takes_back: uuid.UUID | None = None) -> Judgement:
    return Judgement(id=uuid.uuid4(), account_id=person, kind=kind.value, takes_back_id=takes_back)


def by_different_people(kinds: Sequence[str]) -> list[Judgement]:
    return [of_person(person, KINDS[kind]) for person, kind in zip(PEOPLE, kinds, strict=False)]


def test_the_table_has_every_combination_of_up_to_three_judgements() -> None:
    every = {"".join(kinds) for many in range(4) for kinds in combinations_with_replacement("PNU", many)}
    assert set(STATES) == every


@pytest.mark.parametrize(("kinds", "state"), STATES.items())
def test_the_state_follows_from_what_different_people_said_in_any_order(kinds: str, state: str) -> None:
    assert {state_after(by_different_people(order)) for order in permutations(kinds)} == {ProposalState(state)}


def test_one_person_who_is_kept_twice_confirms_nothing() -> None:
    twice = [of_person(PEOPLE[0], JudgementKind.POSITIVE) for _ in range(2)]
    assert state_after(twice) is ProposalState.AWAITING_SECOND
    assert state_after([*twice, of_person(PEOPLE[1], JudgementKind.POSITIVE)]) is ProposalState.AGREED


def test_what_was_taken_back_and_the_taking_back_count_no_longer() -> None:
    first, second = by_different_people("PN")
    back = of_person(PEOPLE[1], JudgementKind.NEGATIVE, second.id)
    assert counting_judgements([first, second, back]) == [first]


def test_the_second_reader_is_another_person() -> None:
    said = by_different_people("P")
    require_another_reader(said, PEOPLE[1])
    with pytest.raises(AccessDenied, match="second_reader_must_differ"):
        require_another_reader(said, PEOPLE[0])


def test_only_an_own_judgement_that_counts_is_taken_back() -> None:
    first, second = by_different_people("PN")
    assert without_own([first, second], first.id, PEOPLE[0]) == [second]
    for judgement, person in ((first, PEOPLE[1]), (of_person(PEOPLE[0], JudgementKind.UNSURE), PEOPLE[0])):
        with pytest.raises(AccessDenied, match="not_own_judgement"):
            without_own([first, second], judgement.id, person)


def test_a_pair_that_changed_since_it_was_read_is_not_judged() -> None:
    require_unchanged(MatchProposal(revision=3), 3)
    for seen in (2, 4):
        with pytest.raises(Conflict, match="proposal_changed"):
            require_unchanged(MatchProposal(revision=3), seen)


def test_whoever_has_no_account_judges_nothing() -> None:
    assert reader_of(Actor(kind=ActorKind.REVIEWER, account_id=PEOPLE[0])) == PEOPLE[0]
    with pytest.raises(Refused, match="no_account"):
        reader_of(WORKER)


@pytest.mark.parametrize(
    ("said", "person", "asked"), [("", 0, True), ("P", 0, False), ("P", 1, True), ("N", 1, True), ("PP", 2, False)]
)
def test_a_person_is_asked_once_and_nobody_once_it_is_confirmed(said: str, person: int, *, asked: bool) -> None:
    counting = by_different_people(said)
    pair = DuplicateProposal(state=state_after(counting).value)
    assert may_judge(pair, counting, PEOPLE[person]) is asked


def test_a_judgement_is_kept_as_the_next_revision_of_its_pair() -> None:
    pair = DuplicateProposal(revision=4, engine_version="one")
    kept = DuplicateJudgement(**next_judgement(pair, PEOPLE[0], JudgementKind.UNSURE, NOW))
    assert (kept.account_id, kept.kind, kept.engine_version, kept.made_at) == (PEOPLE[0], "unsure", "one", NOW)
    assert (kept.revision, pair.revision) == (5, 5)
    assert kept.id != next_judgement(pair, PEOPLE[0], JudgementKind.UNSURE, NOW)["id"]


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from([*JudgementKind, None])), max_size=12))
def test_whatever_people_do_in_turn_two_of_them_agree_on_what_is_confirmed(turns: Turns) -> None:
    """Each turn is of one person, who judges, or takes their own judgement back where the kind is None."""
    pair = MatchProposal(revision=1, state="open", engine_version="one")
    history: list[Judgement] = []
    for person, kind in turns:
        take_turn(pair, history, PEOPLE[person], kind)
        counting = counting_judgements(history)
        by_person = {one.account_id: JudgementKind(one.kind) for one in counting}
        assert len(by_person) == len(counting)
        agreed = list(by_person.values()).count(JudgementKind.POSITIVE)
        against = JudgementKind.NEGATIVE in by_person.values()
        assert (pair.state == "confirmed") == (agreed >= 2 and not against)
        assert (pair.state == "ruled_out") == against
        assert (pair.state == "open") == (not by_person)
        assert pair.revision == 1 + len(history)


def take_turn(pair: MatchProposal, history: list[Judgement], person: uuid.UUID, kind: JudgementKind | None) -> None:
    """What the acts do, without a database; an act that is refused leaves everything as it was."""
    counting = counting_judgements(history)
    try:
        if kind is None:
            own = next((one for one in counting if one.account_id == person), None)
            remaining = without_own(counting, own.id if own else uuid.uuid4(), person)
            made = Judgement(**next_judgement(pair, person, JudgementKind.UNSURE, NOW))
            made.takes_back_id = own.id if own else None
        else:
            require_another_reader(counting, person)
            made = Judgement(**next_judgement(pair, person, kind, NOW))
            remaining = [*counting, made]
    except SearchError:
        return
    history.append(made)
    settle(pair, remaining)


def test_the_rule_asks_no_database() -> None:
    tree = ast.parse(Path(two_reader_rule.__file__).read_text(encoding="utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not {module for module in imported if module and module.startswith(("sqlalchemy", "search.records"))}
