"""Kinds of report × states of a pair × who acts × acts: each cell is allowed, or looks as if nothing were there."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from sqlalchemy.orm import Session

from search.access import ANYONE, OPERATOR, WORKER, Action, Actor
from search.approaching.answer_reading import read_answers
from search.approaching.asking_person import find_age, keep_answer, keep_standing, open_approach, withdraw_standing
from search.approaching.child_deciding import decide_with_child, find_age_of_child, open_child
from search.approaching.forensic_handing import hand_over, read_forensic_page, settle_wish, take_back_hand_over
from search.approaching.forensic_working import identify, make_wish, open_handed
from search.approaching.starting import start_approach, take_back_approach
from search.approaching.waiting_list import read_waiting
from search.errors import AccessDenied, Conflict, NotFound, Refused
from search.located_commands import (
    DecideWithChild,
    FindAge,
    HandOver,
    Identify,
    KeepAnswer,
    KeepStanding,
    MakeWish,
    SettleWish,
    StartApproach,
)
from search.models import Approach, ApproachEnquirer, ForensicHandover, ForensicWishRow, MatchProposal
from search.vocabulary import (
    LIVING_KINDS,
    AgeFinding,
    AnswerMoment,
    ChildDecision,
    ChildSays,
    ForensicWish,
    IdentificationMethod,
    IdentificationResult,
    OrganisationKind,
    PersonAnswer,
    ProposalState,
    ReportKind,
    StaffRole,
    StandingKind,
)
from tests.search.approaching.met_people import (
    ASKED,
    agreed,
    belongs_to_no_state,
    coordinator,
    known_who_asks,
    member,
    met,
    searching,
)
from tests.search.consents_given import FORENSIC, NAMING, give, new_organisation, one, yes_to
from tests.search.scene import NOW, Scene, family_of

WHY = "because she asked me for it"
Act = Callable[[Session, Actor], object]


@dataclass(frozen=True)
class World:
    """One pair with an approach and a handing over, whatever it is of, and everybody who could act."""

    scene: Scene
    pair: uuid.UUID
    report: uuid.UUID
    actors: dict[str, Actor]
    acts: dict[str, Act]


# Who may do what at all. A state or a kind then refuses in words, or there is nothing there.
READERS = {"reader", "named", "coordinator"}
MAY = {
    "start": READERS,
    "take_back": READERS,
    "ask": {"intermediary"},
    "age": {"intermediary"},
    "answer": {"intermediary"},
    "standing": {"intermediary"},
    "again": {"intermediary"},
    "read_answers": {"named"},
    "child": {"officer"},
    "decide": {"officer"},
    "child_age": {"officer"},
    "forensic": READERS,
    "hand": READERS,
    "take_back_hand": READERS,
    "settle": READERS,
    "handed": {"examiner"},
    "wish": {"examiner"},
    "identify": {"examiner"},
}
# Of one kind of the living and one of the dead every state is tried, of all others two.
WHOLE = (ReportKind.SHELTER, ReportKind.MORTUARY)
OF_THE_DEAD = {"forensic", "hand", "take_back_hand", "settle", "handed", "wish", "identify"}


def world(scene: Scene, kind: ReportKind, state: ProposalState) -> World:
    """The pair of a report of this kind in this state, in which everything was begun while it was agreed."""
    service = new_organisation(scene.database, OrganisationKind.FORENSIC)
    sender = scene.sender_of(kind)
    assert sender.organisation_id is not None
    belongs_to_no_state(scene, sender.organisation_id)
    case = searching(scene)
    give(scene.database, case, yes_to(one(service), FORENSIC))
    if kind in LIVING_KINDS and kind is not ReportKind.CONSULATE:
        give(scene.database, case, yes_to(one(sender.organisation_id), NAMING))
    report = met(scene, kind, by=sender)
    pair, named = agreed(scene, case, report, state), coordinator(scene)
    ids = _begun(scene, pair, sender.organisation_id, service, named)
    actors = {
        "reader": scene.reviewers[0],
        "named": named,
        "coordinator": coordinator(scene),
        "stranger": scene.stranger,
        "intermediary": member(scene, sender.organisation_id, StaffRole.INTERMEDIARY),
        "officer": member(scene, sender.organisation_id, StaffRole.PROTECTION_OFFICER),
        "reporter": member(scene, sender.organisation_id, StaffRole.REPORTER, StaffRole.SHARED_READER),
        "elsewhere": member(scene, scene.shelter_id, *(set(StaffRole) - {StaffRole.REVIEWER})),
        "examiner": member(scene, service, StaffRole.REPORTER),
        "family": family_of(case),
        "anyone": ANYONE,
        "operator": OPERATOR,
        "worker": WORKER,
    }
    return World(scene, pair, report, actors, _acts(pair, report, ids, named))


def _begun(scene: Scene, pair: uuid.UUID, sender: uuid.UUID, service: uuid.UUID, named: Actor) -> dict[str, uuid.UUID]:
    """An approach and a handing over of the pair, as rows: what the acts would make of it is what is asked here."""
    ids = {name: uuid.uuid4() for name in ("approach", "enquirer", "handover", "wish")}
    ids["service"] = service
    with scene.database.transaction() as session:
        number = session.get_one(MatchProposal, pair).report_number
        session.add(Approach(id=ids["approach"], report_number=number, intermediary_id=sender, made_at=NOW))
        session.flush()
        made = {"proposal_id": pair, "made_at": NOW, "acts_at": ASKED, "taken_back_at": None}
        by = {"coordinator_id": named.account_id, "started_by": named.account_id}
        session.add(ApproachEnquirer(id=ids["enquirer"], approach_id=ids["approach"], **by, **made))
        session.add(ForensicHandover(id=ids["handover"], service_id=service, made_by=named.account_id, **made))
        session.flush()
        wish = {"wish": ForensicWish.DENTAL_RECORDS.value, "account_id": named.account_id, "made_at": NOW}
        session.add(ForensicWishRow(id=ids["wish"], handover_id=ids["handover"], **wish))
    return ids


def _acts(pair: uuid.UUID, report: uuid.UUID, ids: dict[str, uuid.UUID], named: Actor) -> dict[str, Act]:
    assert named.account_id is not None
    at, late = {"now": NOW}, {"now": ASKED}
    approach, handover = ids["approach"], ids["handover"]
    answer = KeepAnswer(
        approach_id=approach,
        enquirer_id=ids["enquirer"],
        answer=PersonAnswer.NO,
        moment=AnswerMoment.FIRST,
        alone=True,
    )
    decision = DecideWithChild(
        report_id=report,
        proposal_id=pair,
        decision=ChildDecision.AGREES,
        child_says=ChildSays.YES,
        child_view=WHY,
        reasons=WHY,
    )
    entry = Identify(
        handover_id=handover, method=IdentificationMethod.DNA, result=IdentificationResult.OPEN, document="D-1"
    )
    start = StartApproach(proposal_id=pair, seen_revision=1, coordinator_id=named.account_id)
    hand = HandOver(proposal_id=pair, seen_revision=1, service_id=ids["service"])
    age = FindAge(approach_id=approach, found=AgeFinding.ADULT)
    nobody = KeepStanding(approach_id=approach, kind=StandingKind.NOBODY)
    return {
        "start": lambda s, a: start_approach(s, a, start, **late),
        "take_back": lambda s, a: take_back_approach(s, a, pair, **at),
        "ask": lambda s, a: open_approach(s, a, approach, **late),
        "age": lambda s, a: find_age(s, a, age, **late),
        "answer": lambda s, a: keep_answer(s, a, answer, **late),
        "standing": lambda s, a: keep_standing(s, a, nobody, **late),
        "again": lambda s, a: withdraw_standing(s, a, approach, **late),
        "read_answers": lambda s, a: read_answers(s, a, pair, **late),
        "child": lambda s, a: open_child(s, a, report, **late),
        "decide": lambda s, a: decide_with_child(s, a, decision, **late),
        "child_age": lambda s, a: find_age_of_child(s, a, report, AgeFinding.UNDER_18, **late),
        "forensic": lambda s, a: read_forensic_page(s, a, pair, **late),
        "hand": lambda s, a: hand_over(s, a, hand, **late),
        "take_back_hand": lambda s, a: take_back_hand_over(s, a, pair, **at),
        "settle": lambda s, a: settle_wish(s, a, SettleWish(proposal_id=pair, wish_id=ids["wish"]), **late),
        "handed": lambda s, a: open_handed(s, a, handover, **late),
        "wish": lambda s, a: make_wish(s, a, MakeWish(handover_id=handover, wish=ForensicWish.PHOTO_OF_TEETH), **late),
        "identify": lambda s, a: identify(s, a, entry, **late),
    }


def came_to(world: World, name: str, actor: Actor) -> str:
    """What an act comes to; nothing of it is kept."""
    try:
        with world.scene.database.transaction() as session:
            world.acts[name](session, actor)
            session.rollback()
    except AccessDenied:
        return "denied"
    except NotFound:
        return "nothing"
    except (Refused, Conflict) as refused:
        return refused.code
    return "done"


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("kind", ReportKind)
@pytest.mark.usefixtures("everything_switched_on")
def test_every_act_is_open_to_those_alone_whom_it_is_for(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, kind: ReportKind
) -> None:
    known_who_asks(monkeypatch)
    wrong, cells = [], 0
    states = list(ProposalState) if kind in WHOLE else [ProposalState.AGREED, ProposalState.DISAGREED]
    for state in states:
        made = world(scene, kind, state)
        for name in MAY:
            for who, actor in made.actors.items():
                cells += 1
                said = came_to(made, name, actor)
                if not _fits(said, name, who, kind, state):
                    wrong.append((state.value, name, who, said))
    assert wrong == []
    assert cells == len(states) * len(MAY) * 13


def _fits(said: str, name: str, who: str, kind: ReportKind, state: ProposalState) -> bool:
    """To all others an act is denied, or there is nothing; for its own it depends on the kind and the state."""
    if who not in MAY[name]:
        return said in ("denied", "nothing")
    living = kind in LIVING_KINDS
    if name in OF_THE_DEAD - {"take_back_hand", "settle"}:
        if name in ("handed", "wish", "identify"):
            return said == ("done" if state is ProposalState.AGREED else "nothing")
        return said == ("nothing" if living else "done")
    if name in ("ask", "age", "answer", "standing", "again"):
        may_name = kind in LIVING_KINDS - {ReportKind.CONSULATE}
        if not may_name or state is not ProposalState.AGREED:
            return said == "nothing" or (name in ("answer", "standing") and said == "settle_age_first")
        return said == ("settle_age_first" if name in ("answer", "standing") else "done")
    if name in ("child", "decide", "child_age"):
        return said == "nothing"
    return said == "done"


def test_switched_off_every_act_is_closed_to_everybody(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    known_who_asks(monkeypatch)
    made = world(scene, ReportKind.SHELTER, ProposalState.AGREED)
    monkeypatch.setattr("search.access.SWITCHED_OFF", frozenset(Action))
    open_to = [
        (name, who) for name in MAY for who, actor in made.actors.items() if came_to(made, name, actor) == "done"
    ]
    assert open_to == []


@pytest.mark.usefixtures("everything_switched_on")
def test_a_case_of_which_nobody_knows_who_asks_is_agreed_on_and_nobody_is_approached(scene: Scene) -> None:
    belongs_to_no_state(scene, scene.shelter_id)
    member(scene, scene.shelter_id, StaffRole.INTERMEDIARY)
    named = coordinator(scene)
    assert named.account_id is not None
    pair = agreed(scene, searching(scene), met(scene))
    command = StartApproach(proposal_id=pair, seen_revision=1, coordinator_id=named.account_id)
    with pytest.raises(Refused, match="who_asks_unknown"), scene.database.transaction() as session:
        start_approach(session, named, command, now=NOW)
    with scene.database.reading() as session:
        (waits,) = read_waiting(session, named, now=NOW).pairs
    assert (waits.why.value, waits.missing) == ("who_asks_unknown", ("talk", "forensic"))
