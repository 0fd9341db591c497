"""An intermediary asks: age first, alone, each enquirer named and nothing more; an answer to all binds all."""

import datetime
import uuid

import pytest
from sqlalchemy import select

from search.access import Actor
from search.approaching.asking_person import (
    find_age,
    keep_answer,
    keep_standing,
    open_approach,
    read_approaches,
    withdraw_standing,
)
from search.errors import NotFound, Refused
from search.located_commands import FindAge, KeepAnswer, KeepStanding
from search.located_summaries import ApproachPage
from search.models import Approach, AuditEntry, MatchProposal, PersonAnswerRow, Reading, Record
from search.storage.database import Database
from search.vocabulary import (
    AgeFinding,
    AnswerMoment,
    OrganisationKind,
    PersonAnswer,
    ProposalState,
    Relationship,
    ReportKind,
    StaffRole,
    StandingKind,
    StateRun,
)
from tests.search.approaching.met_people import (
    ASKED,
    FACT,
    SECRET,
    agreed,
    belongs_to_no_state,
    member,
    met,
    searching,
    started,
)
from tests.search.consents_given import NAMING, SHELTERS, new_organisation, take_back, yes_to
from tests.search.scene import NOW, Scene

DAY = datetime.timedelta(days=1)


@pytest.fixture
def clerk(asking: Scene) -> Actor:
    """Somebody of the shelter whom two people appointed to ask, and who reports nobody."""
    return member(asking, asking.shelter_id, StaffRole.INTERMEDIARY)


def approach_id(scene: Scene) -> uuid.UUID:
    with scene.database.reading() as session:
        return session.scalars(select(Approach.id)).one()


def opened(scene: Scene, clerk: Actor, now: datetime.datetime = ASKED) -> ApproachPage:
    identifier = approach_id(scene)
    with scene.database.transaction() as session:
        return open_approach(session, clerk, identifier, now=now)


def aged(scene: Scene, clerk: Actor, found: AgeFinding, now: datetime.datetime = ASKED) -> ApproachPage:
    command = FindAge(approach_id=approach_id(scene), found=found)
    with scene.database.transaction() as session:
        return find_age(session, clerk, command, now=now)


def answered(  # noqa: PLR0913 - one argument a thing that somebody says
    scene: Scene,
    clerk: Actor,
    answer: PersonAnswer,
    moment: AnswerMoment = AnswerMoment.FIRST,
    *,
    alone: bool = True,
    which: int = 0,
    now: datetime.datetime = ASKED,
) -> ApproachPage:
    enquirer = opened(scene, clerk, now).enquirers[which].enquirer_id
    command = KeepAnswer(
        approach_id=approach_id(scene), enquirer_id=enquirer, answer=answer, moment=moment, alone=alone
    )
    with scene.database.transaction() as session:
        return keep_answer(session, clerk, command, now=now)


def standing(
    scene: Scene, clerk: Actor, kind: StandingKind, until: datetime.date | None = None, now: datetime.datetime = ASKED
) -> ApproachPage:
    command = KeepStanding(approach_id=approach_id(scene), kind=kind, until=until)
    with scene.database.transaction() as session:
        return keep_standing(session, clerk, command, now=now)


def listed(scene: Scene, clerk: Actor, now: datetime.datetime = ASKED) -> list[tuple[bool, int, bool]]:
    with scene.database.reading() as session:
        return [(one.child, one.to_ask, one.bound) for one in read_approaches(session, clerk, now=now)]


def test_the_person_hears_who_searches_and_nothing_of_how_to_reach_them(asking: Scene, clerk: Actor) -> None:
    pair = agreed(asking, searching(asking), met(asking))
    started(asking, pair)
    assert opened(asking, clerk).enquirers == ()
    page = aged(asking, clerk, AgeFinding.ADULT)
    (enquirer,) = page.enquirers
    assert [name.text for name in enquirer.names] == ["Mother of Somebody Invented"]
    assert enquirer.relationship is Relationship.MOTHER
    assert (page.met_by, page.number) == ("", "")
    assert SECRET not in repr(page)
    assert FACT not in repr(page)


def test_nothing_is_to_be_asked_before_the_hour_in_which_it_can_be_taken_back(asking: Scene, clerk: Actor) -> None:
    started(asking, agreed(asking, searching(asking), met(asking)))
    assert listed(asking, clerk, NOW) == []
    with pytest.raises(NotFound):
        opened(asking, clerk, ASKED - datetime.timedelta(seconds=1))
    assert listed(asking, clerk) == [(False, 1, False)]


def test_age_comes_first_and_being_alone(asking: Scene, clerk: Actor) -> None:
    started(asking, agreed(asking, searching(asking), met(asking)))
    with asking.database.transaction() as session, pytest.raises(Refused, match="settle_age_first"):
        keep_answer(session, clerk, KeepAnswer(
            approach_id=approach_id(asking), enquirer_id=uuid.uuid4(), answer=PersonAnswer.YES,
            moment=AnswerMoment.FIRST, alone=True,
        ), now=ASKED)  # fmt: skip
    aged(asking, clerk, AgeFinding.ADULT)
    with pytest.raises(Refused, match="ask_alone"):
        answered(asking, clerk, PersonAnswer.YES, alone=False)
    assert answered(asking, clerk, PersonAnswer.NOT_REACHED, alone=False).enquirers[0].answer == "not_reached"


@pytest.mark.parametrize("found", [AgeFinding.UNDER_18, AgeFinding.CANNOT_SAY])
def test_a_child_is_not_asked_but_protected(asking: Scene, clerk: Actor, found: AgeFinding) -> None:
    started(asking, agreed(asking, searching(asking), met(asking)))
    aged(asking, clerk, AgeFinding.ADULT)
    page = aged(asking, clerk, found)
    assert page.child
    assert page.enquirers == ()
    with asking.database.transaction() as session, pytest.raises(Refused, match="officer_decides"):
        keep_standing(session, clerk, KeepStanding(approach_id=page.approach_id, kind=StandingKind.NOBODY), now=ASKED)


def test_each_enquirer_has_an_answer_of_its_own_and_the_newest_counts(asking: Scene, clerk: Actor) -> None:
    report = met(asking)
    for name in ("Somebody Invented", "Invented Namesake"):
        started(asking, agreed(asking, searching(asking, name), report))
    aged(asking, clerk, AgeFinding.ADULT)
    answered(asking, clerk, PersonAnswer.NO)
    page = answered(asking, clerk, PersonAnswer.YES, which=1)
    assert [one.answer for one in page.enquirers] == [PersonAnswer.NO, PersonAnswer.YES]
    assert listed(asking, clerk) == [(False, 0, False)]
    page = answered(asking, clerk, PersonAnswer.MESSAGE_ONLY)
    assert [one.answer for one in page.enquirers] == [PersonAnswer.MESSAGE_ONLY, PersonAnswer.YES]


def test_who_allowed_nothing_is_not_asked_once_more(asking: Scene, clerk: Actor) -> None:
    started(asking, agreed(asking, searching(asking), met(asking)))
    aged(asking, clerk, AgeFinding.ADULT)
    answered(asking, clerk, PersonAnswer.NO)
    with pytest.raises(Refused, match="ask_first"):
        answered(asking, clerk, PersonAnswer.YES, AnswerMoment.AT_TELLING)
    answered(asking, clerk, PersonAnswer.YES)
    page = answered(asking, clerk, PersonAnswer.NO, AnswerMoment.AT_TELLING)
    assert (page.enquirers[0].answer, page.enquirers[0].at_telling) == (PersonAnswer.YES, PersonAnswer.NO)


def test_nobody_binds_searches_that_come_later_until_it_is_taken_back(asking: Scene, clerk: Actor) -> None:
    report = met(asking)
    started(asking, agreed(asking, searching(asking), report))
    aged(asking, clerk, AgeFinding.ADULT)
    assert standing(asking, clerk, StandingKind.NOBODY).enquirers == ()
    started(asking, agreed(asking, searching(asking, "Invented Namesake"), report))
    assert listed(asking, clerk) == [(False, 0, True)]
    assert opened(asking, clerk, ASKED + 400 * DAY).enquirers == ()
    with asking.database.transaction() as session:
        page = withdraw_standing(session, clerk, approach_id(asking), now=ASKED)
    assert len(page.enquirers) == 2


def test_not_before_a_day_ends_on_that_day(asking: Scene, clerk: Actor) -> None:
    started(asking, agreed(asking, searching(asking), met(asking)))
    aged(asking, clerk, AgeFinding.ADULT)
    for day in (None, ASKED.date()):
        with pytest.raises(Refused, match="day_to_come_needed"):
            standing(asking, clerk, StandingKind.NOT_BEFORE, day)
    standing(asking, clerk, StandingKind.NOT_BEFORE, ASKED.date() + 2 * DAY)
    assert opened(asking, clerk, ASKED + DAY).enquirers == ()
    assert len(opened(asking, clerk, ASKED + 2 * DAY).enquirers) == 1


def test_a_visiting_organisation_learns_where_to_ask_for_the_person_and_no_place(asking: Scene) -> None:
    belongs_to_no_state(asking, asking.shelter_id, StateRun.YES)
    visitors = new_organisation(asking.database, OrganisationKind.DETENTION_VISITS)
    visitor = member(asking, visitors, StaffRole.INTERMEDIARY)
    started(asking, agreed(asking, searching(asking), met(asking)))
    page = aged(asking, visitor, AgeFinding.ADULT)
    assert page.met_by == "Casa Invented"
    assert [name.text for name in page.names] == ["Somebody Invented"]
    assert "Tapachula" not in repr(page)


def test_nobody_else_has_such_a_page(asking: Scene) -> None:
    started(asking, agreed(asking, searching(asking), met(asking)))
    elsewhere = new_organisation(asking.database, OrganisationKind.SHELTER)
    for other in (asking.shelter, asking.mortuary, member(asking, elsewhere, StaffRole.INTERMEDIARY)):
        with pytest.raises(NotFound):
            opened(asking, other)


def test_a_person_is_named_only_to_those_for_whom_it_holds_now(asking: Scene, clerk: Actor) -> None:
    case = searching(asking)
    pair = agreed(asking, case, met(asking))
    started(asking, pair)
    take_back(asking.database, case, yes_to(SHELTERS, NAMING))
    assert listed(asking, clerk) == []


@pytest.mark.parametrize("what", ["state", "request_number", "report_number"])
def test_nobody_is_asked_about_a_pair_that_came_to_an_end(asking: Scene, clerk: Actor, what: str) -> None:
    pair = agreed(asking, searching(asking), met(asking))
    started(asking, pair)
    with asking.database.transaction() as session:
        row = session.get_one(MatchProposal, pair)
        if what == "state":
            row.state = ProposalState.DISAGREED.value
        else:
            session.get_one(Record, getattr(row, what)).withdrawn_at = NOW
    assert listed(asking, clerk) == []
    with pytest.raises(NotFound):
        opened(asking, clerk)


def test_a_child_comes_first_in_the_list(asking: Scene, clerk: Actor) -> None:
    for minor in (None, True):
        report = met(asking, minor=minor)
        officer = member(asking, asking.shelter_id, StaffRole.PROTECTION_OFFICER)
        assert officer.organisation_id == asking.shelter_id
        started(asking, agreed(asking, searching(asking), report))
    assert [child for child, _, _ in listed(asking, clerk)] == [True, False]


def test_readings_wait_for_the_telling_and_are_written_down(asking: Scene, clerk: Actor) -> None:
    pair = agreed(asking, searching(asking), met(asking))
    started(asking, pair)
    aged(asking, clerk, AgeFinding.ADULT)
    with asking.database.reading() as session:
        row = session.get_one(MatchProposal, pair)
        of_search = session.scalars(select(Reading.caused_by).where(Reading.record_number == row.request_number)).all()
        of_report = session.scalars(select(Reading.purpose).where(Reading.record_number == row.report_number)).all()
    assert set(of_search) == {pair}
    assert set(of_report) == {"approach"}


def test_every_answer_leaves_the_same_trace(database: Database, asking: Scene, clerk: Actor) -> None:
    """One length of what is sealed, one kind of entry: only who may open it reads it."""
    for number, answer in enumerate(PersonAnswer):
        report = met(asking, ReportKind.OTHER if number % 2 else ReportKind.SHELTER)
        started(asking, agreed(asking, searching(asking), report))
        with database.reading() as session:
            last = session.scalars(select(Approach).order_by(Approach.made_at, Approach.id)).all()
        of_report = next(one for one in last if one.report_number == max(row.report_number for row in last))
        with database.transaction() as session:
            find_age(session, clerk, FindAge(approach_id=of_report.id, found=AgeFinding.ADULT), now=ASKED)
        with database.transaction() as session:
            enquirer = open_approach(session, clerk, of_report.id, now=ASKED).enquirers[0].enquirer_id
            command = KeepAnswer(
                approach_id=of_report.id, enquirer_id=enquirer, answer=answer, moment=AnswerMoment.FIRST, alone=True
            )
            keep_answer(session, clerk, command, now=ASKED)
    with database.reading() as session:
        lengths = {len(sealed) for sealed in session.scalars(select(PersonAnswerRow.answer_sealed))}
        entries = session.scalars(select(AuditEntry).where(AuditEntry.action == "ask_person")).all()
    assert len(lengths) == 1
    assert {(one.subject_kind, tuple(sorted(one.detail))) for one in entries} == {("approach", ("rows",))}
