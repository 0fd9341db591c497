"""Many reports that a program sends at once: each for itself, or all of them or none.

Neither makes others wait: what is new goes as a sheet goes, stored where nobody sees it and shown by one small commit.
"""

import datetime
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.commands import Again, ReportFound
from search.documents.element_merging import comparable_number
from search.errors import Busy, Conflict, HeldBack, NotFound, Refused, SearchError
from search.filing.importing_sheets import REFUSED
from search.filing.report_identity import incoming_of, known_reports
from search.filing.reporting_found_persons import erased_before, refuse_unfit, report_found
from search.filing.row_plans import ALREADY_KNOWN, HELD, RowPlan, plan_rows
from search.filing.sheet_storing import Clock, SheetStoring
from search.filing.taken_values import taken_report
from search.models import FoundReport, Organisation
from search.records.sections import vault_of
from search.sheets.column_mapping import Mapping as ColumnMapping
from search.sheets.row_outcomes import RowRead
from search.sheets.sheet_reading import SheetReading
from search.storage.database import Database
from search.storage.pace import Pace
from search.summaries import ReportReceipt
from search.vocabulary import MAY_REPORT, OrganisationKind, ReportKind

MOST = 500
# What a report comes to nothing by, where it is alone in that.
_REFUSALS = (Refused, NotFound, Conflict)


@dataclass(frozen=True, slots=True)
class BatchAnswer:
    """What became of each report, in their order: a receipt, or why not; None where only the others were at fault.

    `stored` is False where all or none was asked and it was none.
    """

    stored: bool
    answers: tuple[ReportReceipt | SearchError | None, ...]


class ReportBatches:
    """Stores reports that come together, for one database."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        timer: Callable[[], float] = time.monotonic,
        rest: Callable[[float], None] = time.sleep,
    ) -> None:
        self._database, self._clock = database, clock
        self._timer, self._rest = timer, rest
        self._sheets = SheetStoring(database, clock, timer=timer, rest=rest)

    def store_each(self, actor: Actor, commands: Sequence[ReportFound], name: str, digest: int) -> BatchAnswer:
        """Store each report that can be stored, as if they had come one after the other.

        `name` and `digest` are of the send that they are. Raises Busy, with nothing stored.
        """
        commands = _asked_anew(commands)
        later = _of_one_before(commands)
        first = [command for place, command in enumerate(commands) if place not in later]
        told = iter(self._store_some(actor, first, name, digest))
        answers = [None if place in later else next(told) for place in range(len(commands))]
        with_later = dict(zip(later, self._one_by_one(actor, [commands[place] for place in later]), strict=True))
        return BatchAnswer(
            stored=True, answers=tuple(with_later.get(place, answer) for place, answer in enumerate(answers))
        )

    def store_all(self, actor: Actor, commands: Sequence[ReportFound], name: str, digest: int) -> BatchAnswer:
        """Store all of these reports, or none; `name` and `digest` are of the send that they are.

        Raises Conflict, with nothing stored, where somebody changed one of them meanwhile, and Busy.
        """
        taken = [taken_report(command) for command in commands]
        foreseen = self._foreseen(actor, taken)
        plans = {place: one for place, one in enumerate(foreseen) if isinstance(one, RowPlan)}
        if len(plans) < len(foreseen):
            alone = tuple(one if isinstance(one, SearchError) else None for one in foreseen)
            return BatchAnswer(stored=False, answers=alone)
        if sheet := _as_sheet(plans, name):
            self._sheets.store_whole(actor, sheet, digest)
        return BatchAnswer(stored=True, answers=tuple(self._receipts(actor, plans).values()))

    def _store_some(
        self, actor: Actor, commands: Sequence[ReportFound], name: str, digest: int
    ) -> list[ReportReceipt | SearchError]:
        """Store those of these reports, none of which is of one before it, that can be stored."""
        foreseen = self._foreseen(actor, [taken_report(command) for command in commands])
        plans = {place: one for place, one in enumerate(foreseen) if isinstance(one, RowPlan)}
        missed: set[int] = set()
        if sheet := _as_sheet(plans, name):
            outcomes = self._sheets.store(actor, sheet, digest).outcomes
            missed = {one.row - 1 for one in outcomes if one.outcome in (HELD, REFUSED)}
        receipts = self._receipts(actor, {place: plan for place, plan in plans.items() if place not in missed})
        changed = Conflict("batch_changed_meanwhile")
        return [
            one if isinstance(one, SearchError) else receipts.get(place, changed) for place, one in enumerate(foreseen)
        ]

    def _one_by_one(self, actor: Actor, commands: Sequence[ReportFound]) -> list[ReportReceipt | SearchError]:
        pace = Pace(self._database, self._timer, self._rest)
        answers: list[ReportReceipt | SearchError] = []
        while left := commands[len(answers) :]:
            told: list[ReportReceipt | SearchError] = []
            with pace.transaction() as session:
                for part in pace.some(left):
                    told += [self._one(session, actor, command) for command in part]
            # Only now is it stored.
            answers += told
        return answers

    def _one(self, session: Session, actor: Actor, command: ReportFound) -> ReportReceipt | SearchError:
        try:
            return report_found(session, actor, command, now=self._clock())
        except _REFUSALS as error:
            # Whatever is refused is refused before anything of it is written.
            return error

    def _foreseen(self, actor: Actor, commands: Sequence[ReportFound]) -> list[RowPlan | SearchError]:
        with self._database.reading() as session:
            require(actor, Action.IMPORT_REPORTS, Subject(organisation_id=actor.organisation_id))
            organisation = session.get_one(Organisation, actor.organisation_id)
            allowed = MAY_REPORT[OrganisationKind(organisation.kind)]
            unfit = [_unfit(actor, command, allowed) for command in commands]
            for place in erased_before(session, organisation.id, commands):
                unfit[place] = unfit[place] or Refused("report_was_erased")
            fit = [command for command, error in zip(commands, unfit, strict=True) if error is None]
            plans = iter(_planned(session, organisation.id, fit, self._clock().date()))
            return [error or next(plans) for error in unfit]

    def _receipts(self, actor: Actor, plans: Mapping[int, RowPlan]) -> dict[int, ReportReceipt]:
        """The receipts of reports that are stored now, found as each of them is known."""
        with self._database.reading() as session:
            vault = vault_of(session)
            incoming = {place: incoming_of(vault, plan.incoming.command) for place, plan in plans.items()}
            organisation = session.get_one(Organisation, actor.organisation_id)
            known = known_reports(session, organisation.id, list(incoming.values()))
            return {place: _receipt(plans[place], known.of(one)) for place, one in incoming.items()}


def _receipt(plan: RowPlan, report: FoundReport | None) -> ReportReceipt:
    if report is None:
        raise LookupError("a stored report that is not known")
    return ReportReceipt(
        report_id=report.id,
        sender_number=plan.incoming.command.sender_number,
        outcome=plan.outcome,
        revision=report.revision,
        changes=plan.changes,
        perhaps_again=plan.alike,
    )


def _unfit(actor: Actor, command: ReportFound, allowed: Sequence[ReportKind]) -> SearchError | None:
    if actor.report_kinds is not None and command.kind not in actor.report_kinds:
        return Refused("kind_not_of_token")
    try:
        refuse_unfit(command, allowed)
    except Refused as error:
        return error
    return None


def _planned(
    session: Session, organisation_id: uuid.UUID, commands: Sequence[ReportFound], today: datetime.date
) -> list[RowPlan | SearchError]:
    """What storing these reports together does to each; where one cannot be, each by itself, to know which."""
    try:
        return [_asked(plan) for plan in plan_rows(session, organisation_id, commands, today=today)]
    except _REFUSALS:
        return [_alone(session, organisation_id, command, today) for command in commands]


def _alone(
    session: Session, organisation_id: uuid.UUID, command: ReportFound, today: datetime.date
) -> RowPlan | SearchError:
    try:
        (plan,) = plan_rows(session, organisation_id, (command,), today=today)
    except _REFUSALS as error:
        return error
    return _asked(plan)


def _asked(plan: RowPlan) -> RowPlan | SearchError:
    """The plan, or why it cannot be carried out without an answer."""
    named = plan.incoming.command.alike
    if plan.being_stored:
        return Busy("sheet_being_stored")
    if named is not None and (plan.report is None or plan.report.id != named):
        return NotFound("not_found")
    if plan.outcome != HELD:
        return plan
    report_id = str(plan.report.id) if plan.report else ""
    return HeldBack(plan.question, report_id=report_id, contradictions=" ".join(plan.contradictions))


def _asked_anew(commands: Sequence[ReportFound]) -> list[ReportFound]:
    """The reports; what says `same` of a number that one before it gives to another person is asked again.

    It answered for whoever had the number when the sender looked. One that names its report needs no asking.
    """
    given: set[str] = set()
    asked = []
    for command in commands:
        number = comparable_number(command.sender_number)
        stale = command.again is Again.SAME and command.alike is None and number in given
        asked.append(replace(command, again=Again.ASK) if stale else command)
        if command.again is Again.OTHER and command.alike is None and number:
            given.add(number)
    return asked


def _of_one_before(commands: Sequence[ReportFound]) -> list[int]:
    """The places of reports that are of one before them, by the sender's number or because they name one report."""
    seen: set[str] = set()
    later: list[int] = []
    for place, command in enumerate(commands):
        known = {comparable_number(command.sender_number), str(command.alike or "")} - {""}
        if known & seen:
            later.append(place)
        seen |= known
    return later


def _as_sheet(plans: Mapping[int, RowPlan], name: str) -> SheetReading | None:
    """What there is to store of these reports, as the rows of a send without columns; None where nothing is new."""
    new = {place: plan for place, plan in plans.items() if plan.outcome != ALREADY_KNOWN}
    if not new:
        return None
    return SheetReading(
        filename=name,
        worksheet="",
        left_out=(),
        row_count=len(new),
        mapping=ColumnMapping(columns=(), kind_certain=True),
        remembered=False,
        rows=tuple(RowRead(place + 1, plan.incoming.command) for place, plan in new.items()),
        refused=(),
    )
