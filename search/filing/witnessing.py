"""Somebody without an account tells whom they travelled with or saw: a statement for a committee, no finding."""

import datetime

from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.casework.committee_cases import first_committee
from search.commands import Again, FileWitness, ReportFound
from search.documents import Whereabouts
from search.documents.blankness import says_something
from search.errors import Refused
from search.filing.report_identity import origin_of_form
from search.filing.reporting_found_persons import Source, erased_before, store_plans
from search.filing.row_plans import plan_rows
from search.filing.taken_values import taken_report
from search.records.change_numbers import next_version
from search.vocabulary import Channel, ReportKind


def file_witness(session: Session, actor: Actor, command: FileWitness, *, now: datetime.datetime) -> None:
    """Keep one statement for the committee that reads new searches; sent twice, it is kept once.

    Nothing is answered but that it came: a witness is told of no search and of no other report.
    """
    require(actor, Action.FILE_WITNESS)
    report = taken_report(_report_of(command))
    if not says_something(report.found, report.identifiers):
        raise Refused("witness_says_nothing")
    committee_id = first_committee(session)
    # Taken before looking for an earlier sending: a second press at the same moment waits here for the first.
    version = next_version(session)
    if erased_before(session, committee_id, (report,)):
        return
    plans = plan_rows(session, committee_id, (report,), today=now.date())
    (receipt,) = store_plans(session, committee_id, plans, version, Source(now))
    record_act(session, actor, Action.FILE_WITNESS, subject=("found_report", receipt.report_id), now=now)


def _report_of(command: FileWitness) -> ReportFound:
    return ReportFound(
        kind=ReportKind.WITNESS,
        found=command.seen,
        whereabouts=Whereabouts(found=command.seen.event),
        told_by=command.told_by,
        told_by_contact=command.told_by_contact,
        channel=Channel.WEB,
        origin=origin_of_form(f"witness {command.key}"),
        # Two who saw the same person are two statements.
        again=Again.OTHER,
    )
