"""What an organisation tells of a person after it reported them: moved, died, spoke with the family, known elsewhere.

Each act is a revision of the report that only its organisation reads: nobody is told anything because of it.
To have died is the one way from a report of somebody living to one of somebody who died. A report that was sent by
mistake, or whose person is known elsewhere, is laid aside: kept, not compared any more, and it can be taken up again.
"""

import datetime
import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace

from sqlalchemy.orm import Session

from matching.record import Event
from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.reading_limits import LAID_ASIDE, count_things
from search.commands import FollowUpReport, ReportFound
from search.documents import Description, FieldNote, FollowUp, Whereabouts
from search.documents.field_notes import note_of, with_note
from search.documents.report_documents import EXACT_PLACE, ReportDocuments, in_form_of
from search.documents.told_values import told
from search.errors import Conflict, Refused
from search.filing.coarse_places import coarse_for_people, command_of, documents_of, filed_of
from search.filing.own_reports import own_report
from search.filing.record_storing import store_revision
from search.filing.report_identity import essence_of
from search.filing.row_plans import kept_documents
from search.models import FoundReport, Organisation, ReportRevision
from search.records.change_numbers import next_version
from search.records.sections import vault_of
from search.vocabulary import LAYING_ASIDE, LIVING_KINDS, MAY_REPORT, Channel, FollowUpAct, OrganisationKind, ReportKind

WITH_SEND = "laid_aside_with_send"
_OF_THE_LIVING = frozenset({FollowUpAct.MOVED, FollowUpAct.DIED, FollowUpAct.SPOKE_FAMILY})


def acts_open_to(kind: ReportKind, *, laid_aside: bool) -> tuple[FollowUpAct, ...]:
    """What can be told of a report of this kind."""
    if laid_aside:
        return (FollowUpAct.TAKEN_UP_AGAIN,)
    living = kind in LIVING_KINDS
    return tuple(
        act for act in FollowUpAct if act is not FollowUpAct.TAKEN_UP_AGAIN and (living or act not in _OF_THE_LIVING)
    )


def follow_up(
    session: Session, actor: Actor, command: FollowUpReport, *, now: datetime.datetime, with_send: bool = False
) -> int:
    """Keep what is told of the person of an own report; the revision that the report has now.

    `with_send`: laid aside with its whole sheet, of which the coordinators are told (`search.filing.taking_back`).
    Raises TooManyAttempts `laid_aside_used` where one person lays aside more, one by one, than anybody looks at.

    Raises Conflict where the report changed since it was read, NotFound for any other organisation's, and Refused for
    an act that this report does not take.
    """
    require(actor, Action.REPORT_FOUND, Subject(organisation_id=actor.organisation_id))
    # Whoever changes the same report at once waits here.
    version = next_version(session)
    report = _own_report(session, actor, command.report_id)
    if report.revision != command.seen_revision:
        raise Conflict("changed_meanwhile")
    act = _fit(report, command.told)
    if act in LAYING_ASIDE and not with_send:
        count_things(session, actor, LAID_ASIDE, (str(report.id),), now=now)
    kept = kept_documents(session, [report])[report.number]
    now_said = _SAID[act](session, report, kept, command.told) if act in _SAID else kept
    filed = command_of(now_said, ReportFound(kind=now_said.kind, found=Description(), channel=Channel.WEB))
    report.kind, report.version = filed.kind.value, version
    report.essence_digest = essence_of(vault_of(session), documents_of(filed))
    report.withdrawn_at = _withdrawn_at(report, act, now)
    documents = filed_of(report, filed)
    store_revision(session, replace(documents, documents=(*documents.documents, command.told)))
    session.add(
        ReportRevision(
            record_number=report.number, revision=report.revision, at=now, account_id=actor.account_id,
            channel=(Channel.API if actor.report_kinds is not None else Channel.WEB).value, act=act.value,
        )
    )  # fmt: skip
    session.flush()
    detail = {"outcome": WITH_SEND if with_send else act.value}
    record_act(session, actor, Action.REPORT_FOUND, subject=("found_report", report.id), now=now, detail=detail)
    return report.revision


def _own_report(session: Session, actor: Actor, report_id: uuid.UUID) -> FoundReport:
    """One's own report, of a kind that a token was made for."""
    report = own_report(session, actor.organisation_id, report_id)
    if actor.report_kinds is not None and ReportKind(report.kind) not in actor.report_kinds:
        raise Refused("kind_not_of_token")
    return report


def _fit(report: FoundReport, said: FollowUp) -> FollowUpAct:
    """The act, if the report takes it."""
    laid_aside = report.withdrawn_at is not None
    act = next((one for one in acts_open_to(ReportKind(report.kind), laid_aside=laid_aside) if one == said.act), None)
    if act is None:
        raise Refused("follow_up_does_not_fit")
    if act is FollowUpAct.MOVED and said.place is None:
        raise Refused("say_where_to")
    return act


def _withdrawn_at(report: FoundReport, act: FollowUpAct, now: datetime.datetime) -> datetime.datetime | None:
    if act in LAYING_ASIDE:
        return now
    return None if act is FollowUpAct.TAKEN_UP_AGAIN else report.withdrawn_at


def _moved(_session: Session, _report: FoundReport, kept: ReportDocuments, said: FollowUp) -> ReportDocuments:
    """They are at the new place now, and the way there is among the transfers."""
    whereabouts = kept.whereabouts or Whereabouts()
    way = _line(told(said.when), told(said.place))
    moved = replace(whereabouts, present_place=said.place, transfers=(*whereabouts.transfers, way))
    return replace(kept, whereabouts=moved)


def _died(session: Session, report: FoundReport, kept: ReportDocuments, said: FollowUp) -> ReportDocuments:
    """A report of somebody who died, with day and place of that; where they lived and were is closed.

    Places of the living stay with what only the organisation reads: they do not become the place of a body.
    """
    organisation = OrganisationKind(session.get_one(Organisation, report.organisation_id).kind)
    whereabouts = kept.whereabouts or Whereabouts()
    found = whereabouts.found
    met = _line(told(found.when), told(found.place)) if found else ""
    lines = (met, told(whereabouts.present_place), *note_of(whereabouts, EXACT_PLACE).words.splitlines())
    told_before = tuple(line for line in lines if line and line not in whereabouts.transfers)
    closed = with_note(
        replace(whereabouts, found=None, present_place=None, transfers=(*told_before, *whereabouts.transfers)),
        FieldNote(field=EXACT_PLACE),
    )
    happened = Event(when=said.when, place=said.place) if said.when or said.place else None
    described = replace(kept.description, event=happened or _coarsely(kept))
    return in_form_of(replace(kept, description=described, whereabouts=closed), _kind_of_the_dead(organisation))


def _coarsely(kept: ReportDocuments) -> Event | None:
    """When and where they were met, as the committee could read it."""
    return coarse_for_people(command_of(kept, ReportFound(kind=kept.kind, found=Description()))).found.event


def _kind_of_the_dead(organisation: OrganisationKind) -> ReportKind:
    """As what the organisation reports somebody who died; of those that report the living only, as mortuaries do."""
    of_the_dead = (kind for kind in MAY_REPORT[organisation] if kind not in LIVING_KINDS)
    return next(of_the_dead, ReportKind.MORTUARY)


def _line(*parts: str) -> str:
    return " · ".join(filter(None, parts))


_SAID: Mapping[FollowUpAct, Callable[[Session, FoundReport, ReportDocuments, FollowUp], ReportDocuments]] = {
    FollowUpAct.MOVED: _moved,
    FollowUpAct.DIED: _died,
}
