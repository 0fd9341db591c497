"""The rule of judging, without a database: every combination of up to three judgements, and what people do in turn."""

import ast
import datetime
import uuid
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.access import WORKER, Actor, ActorKind
from search.casework.judgement_rows import counting_judgements
from search.errors import AccessDenied, Conflict, Refused, SearchError
from search.models import DuplicateJudgement, DuplicateProposal, Judgement, MatchProposal
from search.review import two_reader_rule
from search.review.two_reader_rule import (
    is_weighty,
    next_judgement,
    reader_of,
    require_another_reader,
    require_may_decide_together,
    require_may_read,
    require_unchanged,
    settle,
    state_after,
    why_not,
    without_own,
)
from search.vocabulary import JudgementKind, ProposalState, StaffRole
from tests.search.scene import NOW

PEOPLE = [uuid.UUID(int=number) for number in range(1, 5)]
KINDS = {
    "P": JudgementKind.POSITIVE,
    "N": JudgementKind.NEGATIVE,
    "n": JudgementKind.NEGATIVE,
    "U": JudgementKind.UNSURE,
}
# P, N and U: positive, negative and unsure; n: a negative against a pair for which much speaks. Each by another person.
STATES = {
    "": "open",
    "P": "awaiting_second",
    "N": "ruled_out",
    "n": "awaiting_second",
    "U": "unsure",
    "PP": "confirmed",
    "NN": "ruled_out",
    "nn": "ruled_out",
    "Nn": "ruled_out",
    "PN": "disagreed",
    "Pn": "disagreed",
    "PU": "awaiting_second",
    "NU": "ruled_out",
    "nU": "awaiting_second",
    "UU": "unsure",
    "PPU": "confirmed",
    "PNU": "disagreed",
    "PnU": "disagreed",
    "PUU": "awaiting_second",
    "NNU": "ruled_out",
    "nnU": "ruled_out",
    "NUU": "ruled_out",
    "UUU": "unsure",
}
# Of a disagreement it matters who came after it; whoever was there first wins nothing by it.
IN_TURN = {
    "PNP": "confirmed",
    "NPP": "confirmed",
    "PNN": "ruled_out",
    "NPN": "ruled_out",
    "nPn": "ruled_out",
    "PPN": "disagreed",
    "NNP": "disagreed",
    "PPNP": "confirmed",
    "PPNN": "disagreed",
    "PNUP": "confirmed",
}
Turns = Sequence[tuple[int, JudgementKind | None, bool]]


def of_person(
    person: uuid.UUID, kind: JudgementKind, takes_back: uuid.UUID | None = None, *, weighty: bool = False
) -> Judgement:
    return Judgement(
        id=uuid.uuid4(),
        account_id=person,
        kind=kind.value,
        takes_back_id=takes_back,
        weighty=weighty or None,
        revision=1,
        made_at=NOW,
    )


def by_different_people(kinds: Sequence[str]) -> list[Judgement]:
    """One judgement each, in turn."""
    made = [of_person(PEOPLE[person], KINDS[kind], weighty=kind == "n") for person, kind in enumerate(kinds)]
    for revision, one in enumerate(made, start=2):
        one.revision = revision
    return made


def actor(person: uuid.UUID, *more: StaffRole) -> Actor:
    roles = frozenset({StaffRole.REVIEWER, *more})
    return Actor(kind=ActorKind.REVIEWER, account_id=person, roles=roles)


@pytest.mark.parametrize(("kinds", "state"), STATES.items())
def test_the_state_follows_from_what_different_people_said_in_any_order(kinds: str, state: str) -> None:
    assert {state_after(by_different_people(order)) for order in permutations(kinds)} == {ProposalState(state)}


@pytest.mark.parametrize(("kinds", "state"), IN_TURN.items())
def test_whoever_reads_after_a_disagreement_makes_the_majority(kinds: str, state: str) -> None:
    assert state_after(by_different_people(kinds)) is ProposalState(state)


def test_one_person_who_is_kept_twice_agrees_with_nobody_and_rules_nothing_out() -> None:
    for kind in (JudgementKind.POSITIVE, JudgementKind.NEGATIVE):
        twice = [of_person(PEOPLE[0], kind, weighty=True) for _ in range(2)]
        assert state_after(twice) is ProposalState.AWAITING_SECOND


@pytest.mark.parametrize("said", ["PN", "PPN", "PNU"])
@pytest.mark.parametrize(
    ("kind", "state"), [(JudgementKind.POSITIVE, "confirmed"), (JudgementKind.NEGATIVE, "ruled_out")]
)
def test_a_meeting_decides_alone_and_the_last_one_counts(said: str, kind: JudgementKind, state: str) -> None:
    together = of_person(PEOPLE[3], kind)
    together.as_meeting, together.revision = True, 9
    assert state_after([*by_different_people(said), together]) is ProposalState(state)
    before = of_person(PEOPLE[3], JudgementKind.POSITIVE)
    before.as_meeting, before.revision = True, 8
    assert state_after([*by_different_people(said), together, before]) is ProposalState(state)


@pytest.mark.parametrize(
    ("weight", "evidence", "weighty"),
    [
        (10.0, [], True),
        (9.99, [], False),
        (1.0, [["phones", "same", "agrees", 9.0]], True),
        (1.0, [["documents", "one_digit", "agrees", 6.0]], True),
        (1.0, [["documents", "different", "disagrees", -3.0], ["names", "strong", "agrees", 8.0]], False),
    ],
)
def test_much_speaks_for_a_pair_that_is_heavy_or_has_an_equal_number(
    weight: float, evidence: list[list[Any]], *, weighty: bool
) -> None:
    assert is_weighty(MatchProposal(evidence=evidence, match_weight=99.0), weight) is weighty


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
    ("said", "person", "why"),
    [
        ("", 0, ""),
        ("P", 0, "second_reader_must_differ"),
        ("P", 1, ""),
        ("N", 1, ""),
        ("PN", 2, ""),
        ("PP", 2, ""),
    ],
)
def test_a_person_is_asked_once_and_may_contradict_what_others_agreed_on(said: str, person: int, why: str) -> None:
    made = by_different_people(said)
    pair = DuplicateProposal(state=state_after(made).value)
    assert why_not(pair, made, actor(PEOPLE[person])) == why


def test_what_two_agreed_on_is_only_contradicted() -> None:
    made = by_different_people("PP")
    pair = MatchProposal(state="confirmed")
    require_may_read(pair, made, actor(PEOPLE[2]), JudgementKind.NEGATIVE)
    for kind in (JudgementKind.POSITIVE, JudgementKind.UNSURE):
        with pytest.raises(Refused, match="agreed_already"):
            require_may_read(pair, made, actor(PEOPLE[2]), kind)


def test_whoever_coordinates_keeps_the_minutes_and_is_no_third_reader() -> None:
    made = by_different_people("PN")
    pair = MatchProposal(state="disagreed")
    assert why_not(pair, made, actor(PEOPLE[2], StaffRole.COORDINATOR)) == "coordinator_keeps_minutes"
    require_may_decide_together(pair, made, PEOPLE[2])
    with pytest.raises(AccessDenied, match="minutes_by_another"):
        require_may_decide_together(pair, made, PEOPLE[0])
    for state in ("open", "awaiting_second", "unsure", "confirmed", "ruled_out"):
        with pytest.raises(Refused, match="nothing_for_a_meeting"):
            require_may_decide_together(MatchProposal(state=state), made, PEOPLE[2])


def test_what_a_meeting_decided_no_reader_undoes_but_another_meeting_corrects() -> None:
    made = by_different_people("PNP")
    made[2].as_meeting = True
    pair = MatchProposal(state="confirmed")
    assert why_not(pair, made, actor(PEOPLE[3])) == "meeting_decided"
    require_may_decide_together(pair, made, PEOPLE[2])


@pytest.mark.parametrize(("minutes", "blind"), [(9, True), (10, False)])
def test_whoever_could_read_the_other_before_taking_back_reads_blind_no_more(minutes: int, *, blind: bool) -> None:
    own, other = by_different_people("NP")
    back = of_person(PEOPLE[0], JudgementKind.NEGATIVE, own.id)
    back.made_at, back.revision = NOW + datetime.timedelta(minutes=minutes), 4
    pair = MatchProposal(state="awaiting_second")
    assert why_not(pair, [own, other, back], actor(PEOPLE[0])) == ("" if blind else "has_read_others")
    assert why_not(pair, [own, back], actor(PEOPLE[0])) == ""


def test_a_judgement_is_kept_as_the_next_revision_of_its_pair() -> None:
    pair = DuplicateProposal(revision=4, engine_version="one")
    kept = DuplicateJudgement(**next_judgement(pair, PEOPLE[0], JudgementKind.UNSURE, NOW))
    assert (kept.account_id, kept.kind, kept.engine_version, kept.made_at) == (PEOPLE[0], "unsure", "one", NOW)
    assert (kept.revision, pair.revision) == (5, 5)
    assert kept.id != next_judgement(pair, PEOPLE[0], JudgementKind.UNSURE, NOW)["id"]


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from([*JudgementKind, None]), st.booleans()), max_size=12))
def test_whatever_people_do_in_turn_only_two_agree_and_only_two_rule_out_what_much_speaks_for(turns: Turns) -> None:
    """Each turn is of one person, who judges, or takes their own judgement back where the kind is None."""
    pair = MatchProposal(revision=1, state="open", engine_version="one")
    history: list[Judgement] = []
    for person, kind, weighty in turns:
        take_turn(pair, history, PEOPLE[person], kind, weighty=weighty)
        counting = counting_judgements(history)
        said = [JudgementKind(one.kind) for one in counting]
        assert len({one.account_id for one in counting}) == len(counting)
        positives, negatives = said.count(JudgementKind.POSITIVE), said.count(JudgementKind.NEGATIVE)
        light = any(one.kind == JudgementKind.NEGATIVE and not one.weighty for one in counting)
        assert pair.state != "confirmed" or (positives >= 2 and positives > negatives)
        assert pair.state != "ruled_out" or ((negatives >= 2 or (light and not positives)) and negatives > positives)
        assert pair.state != "disagreed" or (positives and negatives)
        assert pair.state != "unsure" or (said and not positives and not negatives)
        assert (pair.state == "open") == (not said)
        assert pair.state == state_after(counting).value
        assert pair.revision == 1 + len(history)


def take_turn(
    pair: MatchProposal, history: list[Judgement], person: uuid.UUID, kind: JudgementKind | None, *, weighty: bool
) -> None:
    """What the acts do, without a database; an act that is refused leaves everything as it was."""
    counting = counting_judgements(history)
    try:
        if kind is None:
            own = next((one for one in counting if one.account_id == person), None)
            remaining = without_own(counting, own.id if own else uuid.uuid4(), person)
            made = Judgement(**next_judgement(pair, person, JudgementKind.UNSURE, NOW))
            made.takes_back_id = own.id if own else None
        else:
            require_may_read(pair, history, actor(person), kind)
            made = Judgement(**next_judgement(pair, person, kind, NOW), weighty=weighty)
            remaining = [*counting, made]
    except SearchError:
        return
    history.append(made)
    settle(pair, remaining)


def test_the_rule_asks_no_database() -> None:
    tree = ast.parse(Path(two_reader_rule.__file__).read_text(encoding="utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not {module for module in imported if module and module.startswith(("sqlalchemy", "search.records"))}
