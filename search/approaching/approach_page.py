"""What whoever asks a person is shown: the person, and who may be named to them now."""

import datetime
from collections.abc import Sequence

from sqlalchemy.orm import Session

from search.access import Actor
from search.accounts.case_readings import ReadingPurpose, note_reading
from search.approaching.approach_rows import LiveEnquirer, enquirer_names, live_enquirers, may_be_asked, met_person
from search.casework.ages import ages, is_child
from search.casework.person_answers import Answered, answers_to, newest, standing_answer
from search.errors import NotFound
from search.located_summaries import ApproachLine, ApproachPage, NamedEnquirer
from search.models import Approach, FoundReport
from search.records.consent_rows import standing_of
from search.records.sections import held_keys
from search.vocabulary import AgeFinding, AnswerMoment, StaffRole

_ROLE = StaffRole.INTERMEDIARY


def known_enquirers(session: Session, approach: Approach, now: datetime.datetime) -> list[LiveEnquirer]:
    """Who may be named to the person now; NotFound where there is nobody, and nothing that the person said to all."""
    report = session.get_one(FoundReport, approach.report_number)
    if approach.intermediary_id is None or report.withdrawn_at is not None:
        raise NotFound("not_found")
    live = live_enquirers(session, report.number, standing_of(session, approach.intermediary_id), now)
    if not live and standing_answer(session, report.number) is None:
        raise NotFound("not_found")
    return live


def approach_line(session: Session, approach: Approach, actor: Actor, now: datetime.datetime) -> ApproachLine | None:
    """One person in a list; None where there is nothing to ask."""
    number = approach.report_number
    try:
        live = known_enquirers(session, approach, now) if held_keys(session, (number,)) else None
    except NotFound:
        return None
    if live is None:
        return None
    bound = not may_be_asked(standing_answer(session, number), now.date())
    said = answers_to(session, number, [one.row.id for one in live])
    person, _, _ = met_person(session, session.get_one(FoundReport, number), actor, _ROLE)
    return ApproachLine(
        approach_id=approach.id,
        names=person.names,
        child=is_child(ages(session, (number,))[number]),
        to_ask=0 if bound else sum(not answers for answers in said.values()),
        bound=bound,
    )


def approach_page(session: Session, approach: Approach, actor: Actor, now: datetime.datetime) -> ApproachPage:
    """One person; enquirers are named once the person is known to be an adult, and has not said that nobody may ask."""
    live = known_enquirers(session, approach, now)
    report = session.get_one(FoundReport, approach.report_number)
    age, standing = ages(session, (report.number,))[report.number], standing_answer(session, report.number)
    asks = age is AgeFinding.ADULT and may_be_asked(standing, now.date())
    person, met_by, number = met_person(session, report, actor, _ROLE)
    named = live if asks else []
    said = answers_to(session, report.number, [one.row.id for one in named])
    _note(session, actor, report.number, named, now)
    return ApproachPage(
        approach_id=approach.id,
        names=person.names,
        languages=person.languages,
        age=age,
        child=is_child(age),
        enquirers=tuple(_enquirer(session, actor, one, said[one.row.id]) for one in named),
        standing=standing.kind if standing else None,
        not_before=standing.until if standing else None,
        met_by=met_by,
        number=number,
    )


def _enquirer(session: Session, actor: Actor, one: LiveEnquirer, said: Sequence[Answered]) -> NamedEnquirer:
    names, relationship = enquirer_names(session, one.request, actor, _ROLE)
    first, again = newest(said, AnswerMoment.FIRST), newest(said, AnswerMoment.AT_TELLING)
    return NamedEnquirer(
        enquirer_id=one.row.id,
        names=names,
        relationship=relationship,
        answer=first.answer if first else None,
        at_telling=again.answer if again else None,
    )


def _note(
    session: Session, actor: Actor, report_number: int, named: Sequence[LiveEnquirer], now: datetime.datetime
) -> None:
    """Write the reading down: of each search with its own pair, so that no family learns of it before it was told."""
    for one in named:
        numbers = (one.request.number,)
        note_reading(session, actor, numbers, ReadingPurpose.APPROACH, now=now, caused_by=one.proposal.id)
    note_reading(session, actor, (report_number,), ReadingPurpose.APPROACH, now=now)
