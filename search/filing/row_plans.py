"""What storing reports would do to each: the one place where that is decided, for showing it and for doing it."""

import datetime
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from search.commands import Again, ReportFound
from search.documents import Description, Identifiers, PostMortem, Provenance, Whereabouts
from search.documents.contradictions import person_contradictions
from search.documents.field_changes import FieldChange
from search.documents.merging import Merged, merged, replaced
from search.documents.report_documents import ReportDocuments, in_form_of
from search.errors import Refused
from search.filing.coarse_places import command_of
from search.filing.report_identity import (
    Incoming,
    KnownReports,
    alike_reports,
    incoming_of,
    is_of_form,
    is_of_key,
    is_of_returned_row,
    known_reports,
)
from search.models import FoundReport, Record, ReportRevision
from search.records.change_numbers import NOT_YET
from search.records.chunks import chunks
from search.records.erased_marks import essence_number, which_were_erased
from search.records.sections import read_sections, vault_of
from search.vocabulary import LIVING_KINDS, ReportKind

ACCEPTED, UPDATED, ALREADY_KNOWN, HELD = "accepted", "updated", "already_known", "held"
USED_AGAIN, TWICE, ERASED_ALIKE = "number_used_again", "number_twice", "report_was_erased_alike"
# Who was reported living is said to be dead: only the act that says so leads there (`following_up`).
TOLD_AS_DEAD = "told_as_dead"
ROW_USED_AGAIN = "row_used_again"
FILED, NEWS, READ_AGAIN, CORRECTED = "filed", "news", "read_again", "corrected"
CHANGING = frozenset({ACCEPTED, UPDATED})
_REPORT = ReportRevision.record_number


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPlan:
    """What becomes of one report. `command` says all that will be known; `report` is the one that it is news of.

    `question` is why it is held, `contradictions` what speaks against one person, `alike` the sender's own reports that
    look like it. `number` and `origin` are what its report is stored under from now on; `moved` is the report that
    gives that number up to this one, of another person.
    """

    incoming: Incoming
    outcome: str
    command: ReportFound
    report: FoundReport | None = None
    act: str = FILED
    changes: tuple[FieldChange, ...] = ()
    question: str = ""
    contradictions: tuple[str, ...] = ()
    alike: tuple[uuid.UUID, ...] = ()
    number: int | None = None
    origin: int | None = None
    moved: FoundReport | None = None
    being_stored: bool = False


def plan_rows(
    session: Session, organisation_id: uuid.UUID, commands: Sequence[ReportFound], *, today: datetime.date
) -> list[RowPlan]:
    """What storing these reports would do to each; the caller has asked for permission."""
    vault = vault_of(session)
    incoming = [incoming_of(vault, command) for command in commands]
    known = known_reports(session, organisation_id, incoming)
    found = [known.of(one) for one in incoming]
    met = {report.number: report for report in found if report is not None}
    desk = _Desk(
        kept=kept_documents(session, [report for report in met.values() if report.version != NOT_YET]),
        origins=_origins(session, list(met.values())),
        sent=_sent_under_keys(session, incoming, list(met)),
        today=today,
    )
    plans = [_named(desk.plan(one, report), known) for one, report in zip(incoming, found, strict=True)]
    return _asked_of_new(session, organisation_id, plans, set(met))


class _Desk:
    """What is known of the reports that some rows are news of, and what the rows before a row said."""

    def __init__(
        self,
        kept: dict[int, ReportDocuments],
        origins: dict[int, list[int]],
        sent: dict[tuple[int, int], int],
        today: datetime.date,
    ) -> None:
        self._kept, self._origins, self._sent, self._today = kept, origins, sent, today
        self._said: dict[tuple[str, int], int] = {}

    def plan(self, one: Incoming, report: FoundReport | None) -> RowPlan:
        """What becomes of one row after those before it."""
        keys = [("number", one.number), ("origin", one.origin), ("report", report.number if report else None)]
        known = [(name, key) for name, key in keys if key is not None]
        earlier = next((self._said[key] for key in known if key in self._said), None)
        for key in known:
            self._said.setdefault(key, one.content)
        if earlier is not None:
            return _again(one, report, equal=earlier == one.content)
        if report is None:
            if one.command.corrections:
                # Of a person whom nobody reported there is nothing to correct.
                raise Refused("correction_not_read")
            return RowPlan(incoming=one, outcome=ACCEPTED, command=one.command)
        if report.version == NOT_YET:
            return replace(_again(one, report, equal=report.content_digest == one.content), being_stored=True)
        return self._of_known(one, report)

    def _of_known(self, one: Incoming, report: FoundReport) -> RowPlan:
        kept = self._kept.get(report.number)
        if kept is None:
            raise Refused("report_was_erased")
        if self._sent_before(one, report):
            return RowPlan(incoming=one, outcome=ALREADY_KNOWN, command=one.command, report=report)
        sent_twice = one.origin is not None and report.origin_digest == one.origin
        if one.command.again is Again.OTHER and one.command.alike is None and not sent_twice:
            return RowPlan(incoming=one, outcome=ACCEPTED, command=one.command, moved=report)
        earlier, came_back = self._origins.get(report.number, []), is_of_returned_row(one.command.origin)
        apart = person_contradictions(kept, one.documents, self._today) if one.command.again is Again.ASK else ()
        if came_back and apart and one.command.alike is None:
            return _held(one, report, apart)
        said_since = one.origin in earlier and earlier[-1] != one.origin and not is_of_form(one.command.origin)
        if said_since and not one.command.corrections:
            # It was said before what was said since: no news.
            return RowPlan(incoming=one, outcome=ALREADY_KNOWN, command=one.command, report=report)
        again = one.origin is not None and earlier[-1:] == [one.origin] and not one.command.corrections
        again = again and not is_of_form(one.command.origin)
        if apart and not again and one.command.alike is None:
            return _held(one, report, apart)
        sure = again and not came_back
        if not sure and kept.kind in LIVING_KINDS and one.command.kind not in LIVING_KINDS:
            return replace(_held(one, report, ("life",)), question=TOLD_AS_DEAD)
        return _updated(one, report, self._merged(kept, one, again=again), again=again)

    def _sent_before(self, one: Incoming, report: FoundReport) -> bool:
        """Whether a program sent this very thing under this key before; Refused where it was something else."""
        before = self._sent.get((report.number, one.origin)) if one.origin is not None else None
        if before is not None and before != one.sent:
            raise Refused("key_used_again")
        return before is not None

    def _merged(self, kept: ReportDocuments, one: Incoming, *, again: bool) -> Merged:
        """News, or what is read now in the very row that the report was last read from."""
        if again:
            return replaced(kept, one.documents)
        return merged(kept, one.documents, one.command.corrections)


def _held(one: Incoming, report: FoundReport, contradictions: tuple[str, ...]) -> RowPlan:
    """A row that says what cannot be of the person whose number, or whose row that came back, it carries."""
    question = USED_AGAIN if report.sender_number_digest in one.numbers else ROW_USED_AGAIN
    return RowPlan(
        incoming=one, outcome=HELD, command=one.command, report=report, question=question, contradictions=contradictions
    )


def _updated(one: Incoming, report: FoundReport, result: Merged, *, again: bool) -> RowPlan:
    if again and result.changes and is_of_key(one.command.origin):
        raise Refused("key_used_again")
    return RowPlan(
        incoming=one,
        outcome=UPDATED if result.changes else ALREADY_KNOWN,
        command=command_of(result.documents, one.command),
        report=report,
        act=CORRECTED if one.command.corrections else READ_AGAIN if again else NEWS,
        changes=result.changes,
    )


def _named(plan: RowPlan, known: KnownReports) -> RowPlan:
    """The plan with the number and the origin that its report is known by from now on, where nobody else has them."""
    one, moved, report = plan.incoming, plan.moved, plan.report
    if moved is not None:
        number = moved.sender_number_digest or one.number
    else:
        holder = known.by_number.get(one.number) if one.number is not None else None
        number = one.number if holder is None else holder.sender_number_digest if holder is report else None
    if report is not None and number is None and plan.command.sender_number:
        # Without a number in its news the report keeps its own, unless that was taken away.
        number = report.sender_number_digest
    return replace(plan, number=number, origin=None if one.origin in known.by_origin else one.origin)


def _again(one: Incoming, report: FoundReport | None, *, equal: bool) -> RowPlan:
    """A row of a number that a row before it has: the same said twice, or a question."""
    if equal:
        return RowPlan(incoming=one, outcome=ALREADY_KNOWN, command=one.command, report=report)
    return RowPlan(incoming=one, outcome=HELD, command=one.command, report=report, question=TWICE)


def _asked_of_new(
    session: Session, organisation_id: uuid.UUID, plans: Sequence[RowPlan], met: Collection[int]
) -> list[RowPlan]:
    """The plans, new ones with the sender's own reports that look like them, or held where such a one was erased."""
    new = [plan for plan in plans if plan.outcome == ACCEPTED and plan.incoming.essence is not None]
    essences = [plan.incoming.essence for plan in new]
    alike = alike_reports(session, organisation_id, essences)
    numbers = {essence: essence_number(organisation_id, essence) for essence in essences if essence is not None}
    erased = which_were_erased(session, list(dict.fromkeys(numbers.values())))
    return [_asked(plan, alike, met, erased, numbers) if plan.outcome == ACCEPTED else plan for plan in plans]


def _asked(
    plan: RowPlan,
    alike: dict[int, list[FoundReport]],
    met: Collection[int],
    erased: Collection[str],
    numbers: dict[int, str],
) -> RowPlan:
    essence = plan.incoming.essence
    if essence is None or plan.incoming.command.again is Again.OTHER:
        return plan
    if numbers[essence] in erased:
        return replace(plan, outcome=HELD, question=ERASED_ALIKE)
    likely = [report.id for report in alike.get(essence, ()) if report.number not in met]
    return replace(plan, alike=tuple(likely))


def kept_documents(session: Session, reports: Sequence[FoundReport]) -> dict[int, ReportDocuments]:
    """What is known of these reports, by number, in the form in which they are compared with news."""
    numbers = [report.number for report in reports]
    described, identified, provenance, whereabouts, examined = (
        read_sections(session, numbers, Description),
        read_sections(session, numbers, Identifiers),
        read_sections(session, numbers, Provenance),
        read_sections(session, numbers, Whereabouts),
        read_sections(session, numbers, PostMortem),
    )
    return {
        report.number: in_form_of(
            ReportDocuments(
                kind=ReportKind(report.kind),
                description=described[report.number],
                identifiers=identified.get(report.number, Identifiers()),
                whereabouts=whereabouts.get(report.number),
                post_mortem=examined.get(report.number),
                provenance=provenance.get(report.number, Provenance()),
            ),
            ReportKind(report.kind),
        )
        for report in reports
        if report.number in described
    }


def _origins(session: Session, reports: Sequence[FoundReport]) -> dict[int, list[int]]:
    """From which rows of which files each report came, the last one at the end; 0 where a revision came from none."""
    found: dict[int, list[int]] = {}
    for chunk in chunks([report.number for report in reports]):
        asked = select(ReportRevision.record_number, ReportRevision.origin_digest)
        published = Record.number == ReportRevision.record_number, ReportRevision.revision <= Record.revision
        statement = asked.join(Record, and_(*published)).where(ReportRevision.record_number.in_(chunk))
        for number, origin in session.execute(statement.order_by(ReportRevision.revision)):
            found.setdefault(number, []).append(origin or 0)
    return found


def _sent_under_keys(
    session: Session, incoming: Sequence[Incoming], numbers: Sequence[int]
) -> dict[tuple[int, int], int]:
    """What programs sent under the keys of these reports before, by report and origin."""
    if all(one.sent is None for one in incoming):
        return {}
    asked = select(ReportRevision.record_number, ReportRevision.origin_digest, ReportRevision.sent_digest)
    published = Record.number == ReportRevision.record_number, ReportRevision.revision <= Record.revision
    keyed = asked.join(Record, and_(*published)).where(ReportRevision.sent_digest.is_not(None))
    rows = (row for chunk in chunks(numbers) for row in session.execute(keyed.where(_REPORT.in_(chunk))))
    return {(number, origin or 0): sent or 0 for number, origin, sent in rows}
