"""What protection officers are shown: a child, who searches for it, what the child said and what was signed."""

import datetime
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Actor
from search.accounts.case_readings import ReadingPurpose, note_reading
from search.approaching.approach_rows import LiveEnquirer, enquirer_names, met_person
from search.casework.ages import ages
from search.casework.child_rule import Signed, is_contested, outcome
from search.casework.person_answers import child_words, signed_with_child
from search.located_summaries import ChildEnquirer, ChildLine, ChildPage, SignedLine
from search.models import ChildDecisionRow, FoundReport, Organisation
from search.vocabulary import AgeFinding, StaffRole

_ROLE = StaffRole.PROTECTION_OFFICER


def child_line(
    session: Session, report: FoundReport, actor: Actor, live: Sequence[LiveEnquirer], age: AgeFinding | None
) -> ChildLine:
    """One child in a list; `waiting` counts the enquirers about whom too few have signed."""
    person, _, _ = met_person(session, report, actor, _ROLE)
    signed = [signed_with_child(session, report.number, one.proposal.id) for one in live]
    undecided = [outcome(one) is None for one in signed]
    return ChildLine(report_id=report.id, names=person.names, age=age, waiting=sum(undecided))


def child_page(
    session: Session, report: FoundReport, actor: Actor, live: Sequence[LiveEnquirer], now: datetime.datetime
) -> ChildPage:
    """One child, with everybody who may be named to it."""
    person, met_by, number = met_person(session, report, actor, _ROLE)
    for one in live:
        numbers = (one.request.number,)
        note_reading(session, actor, numbers, ReadingPurpose.APPROACH, now=now, caused_by=one.proposal.id)
    note_reading(session, actor, (report.number,), ReadingPurpose.APPROACH, now=now)
    return ChildPage(
        report_id=report.id,
        names=person.names,
        languages=person.languages,
        age=ages(session, (report.number,))[report.number],
        enquirers=tuple(_enquirer(session, report, actor, one) for one in live),
        met_by=met_by,
        number=number,
    )


def _enquirer(session: Session, report: FoundReport, actor: Actor, one: LiveEnquirer) -> ChildEnquirer:
    names, relationship = enquirer_names(session, one.request, actor, _ROLE)
    signed = signed_with_child(session, report.number, one.proposal.id)
    return ChildEnquirer(
        proposal_id=one.proposal.id,
        names=names,
        relationship=relationship,
        signed=_lines(session, report, actor, one, signed),
        outcome=outcome(signed),
        contested=is_contested({signature.account_id: signature for signature in signed}.values()),
    )


def _lines(
    session: Session, report: FoundReport, actor: Actor, one: LiveEnquirer, signed: Sequence[Signed]
) -> tuple[SignedLine, ...]:
    asked = (
        select(ChildDecisionRow, Organisation.name)
        .join(Organisation, Organisation.id == ChildDecisionRow.organisation_id)
        .where(ChildDecisionRow.proposal_id == one.proposal.id)
        .order_by(ChildDecisionRow.revision)
    )
    rows = session.execute(asked).all()
    words = [child_words(session, report.number, row) for row, _ in rows]
    return tuple(
        SignedLine(
            organisation=name,
            by_me=row.account_id == actor.account_id,
            decision=signature.decision,
            child_says=signature.child_says,
            child_view=said["view"],
            reasons=said["reasons"],
            day=row.made_at.date(),
        )
        for (row, name), signature, said in zip(rows, signed, words, strict=True)
    )
