"""A family reads which committee reads its case, and chooses another: at once, whatever was proposed or decided."""

import datetime
import uuid

from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.casework.committee_cases import read_reaches
from search.casework.moved_cases import Agreed, held_case, move_to
from search.committee_commands import ChooseCommittee
from search.committee_summaries import CommitteeChoice
from search.committees.reach import described
from search.models import Organisation, SearchRequest
from search.records.search_rows import find_case


def read_choice(session: Session, actor: Actor, case_id: uuid.UUID) -> CommitteeChoice:
    """The committee that reads the family's case, and the others."""
    require(actor, Action.CHOOSE_COMMITTEE, Subject(case_id=case_id))
    return choice_of(session, find_case(session, case_id))


def committee_name(session: Session, actor: Actor, case_id: uuid.UUID) -> str:
    """What the committee is called that reads a case, for whoever reads the case."""
    require(actor, Action.READ_SLOTS, Subject(case_id=case_id))
    return session.get_one(Organisation, find_case(session, case_id).committee_id).name


def choose_committee(session: Session, actor: Actor, command: ChooseCommittee, *, now: datetime.datetime) -> None:
    """Let another committee read the family's case."""
    require(actor, Action.CHOOSE_COMMITTEE, Subject(case_id=command.case_id))
    request = held_case(session, find_case(session, command.case_id))
    agreed = Agreed(text_digest=command.text_digest, language=command.language, on=now.date())
    move_to(session, request, command.committee_id, agreed, now=now)
    subject = ("search_request", request.id)
    record_act(session, actor, Action.CHOOSE_COMMITTEE, subject=subject, now=now)


def choice_of(session: Session, request: SearchRequest) -> CommitteeChoice:
    """The committees of a case; the caller has asked for permission."""
    committees = {reach.committee_id: described(reach) for reach in read_reaches(session)}
    current = committees.pop(request.committee_id)
    return CommitteeChoice(
        case_id=request.id,
        reference=request.reference,
        language=request.reply_language,
        current=current,
        others=tuple(committees.values()),
    )
