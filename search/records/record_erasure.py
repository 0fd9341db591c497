"""Erasing a record: its key, all that hangs on it, and what its own row says. The row itself stays, empty.

Destroying the key is the erasure: no copy of what was sealed opens again. The rest goes because it tells of the record
without being sealed, or because nobody can read it any more. What stays is that there was a record, of which side and
kind, when it came and when it was erased, so that numbers, counts and the audit still hold; and a keyed digest of each
number under which it was known, so that it does not come back with the next sheet (`erased_marks`).

`HANGING` and `EMPTIED` say of every table what becomes of its rows. A test holds them against the tables: one that
points at a record, or at something that does, and is not named here fails.
"""

import datetime
import uuid
from collections.abc import Callable, Collection, Mapping

from sqlalchemy import ColumnElement, Select, delete, inspect, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from search.models import (
    AgeFindingRow,
    Approach,
    ApproachEnquirer,
    Base,
    BlockingKey,
    CaseMove,
    ChildDecisionRow,
    ClaimCheck,
    Closing,
    ComeBack,
    ConflictAnswer,
    Consent,
    Disclosure,
    Draft,
    DueNotice,
    DuplicateJudgement,
    DuplicateProposal,
    ErasureRequest,
    ExtortionReport,
    FirstMessage,
    ForensicHandover,
    ForensicWishRow,
    FoundReport,
    Identification,
    Judgement,
    Letter,
    MatchProposal,
    NoticeChoice,
    OfficeRequest,
    PackedRecord,
    PersonAnswerRow,
    Photo,
    ProposalClaim,
    QuestionAnswer,
    QuestionSlot,
    Reading,
    Record,
    RecordKey,
    Relative,
    ReportRevision,
    SearchRequest,
    Section,
    SetAsideRecord,
    SignInSession,
    StandingAnswer,
    Talk,
    Telling,
    TellingPlan,
    WordRenewal,
)
from search.records.anchored_rows import key_of, note_rows
from search.records.chunks import chunks
from search.records.erased_marks import remember_marks
from search.records.vouched_tables import ANCHORED

Belonging = Callable[[int], ColumnElement[bool]]
Numbered = InstrumentedAttribute[int]

# In the order in which rows can be deleted: what points at another table before that table.
HANGING: tuple[tuple[type[Base], Belonging], ...] = (
    (RecordKey, lambda number: RecordKey.record_number == number),
    (Section, lambda number: Section.record_number == number),
    (ReportRevision, lambda number: ReportRevision.record_number == number),
    (PackedRecord, lambda number: PackedRecord.record_number == number),
    (Photo, lambda number: Photo.record_number == number),
    (SetAsideRecord, lambda number: SetAsideRecord.record_number == number),
    (BlockingKey, lambda number: BlockingKey.record_number == number),
    (Consent, lambda number: Consent.record_number == number),
    (CaseMove, lambda number: CaseMove.record_number == number),
    (ConflictAnswer, lambda number: ConflictAnswer.record_number == number),
    (Talk, lambda number: Talk.record_number == number),
    (WordRenewal, lambda number: WordRenewal.record_number == number),
    (ExtortionReport, lambda number: ExtortionReport.record_number == number),
    (ClaimCheck, lambda number: ClaimCheck.record_number == number),
    (SignInSession, lambda number: SignInSession.record_number == number),
    (Closing, lambda number: Closing.record_number == number),
    (Relative, lambda number: Relative.record_number == number),
    (Draft, lambda number: Draft.record_number == number),
    (Reading, lambda number: Reading.record_number == number),
    (ErasureRequest, lambda number: ErasureRequest.record_number == number),
    (
        OfficeRequest,
        lambda number: or_(OfficeRequest.record_number == number, OfficeRequest.caused_by.in_(_proposals(number))),
    ),
    (FirstMessage, lambda number: FirstMessage.proposal_id.in_(_proposals(number))),
    (Telling, lambda number: Telling.proposal_id.in_(_proposals(number))),
    (TellingPlan, lambda number: TellingPlan.proposal_id.in_(_proposals(number))),
    (QuestionAnswer, lambda number: QuestionAnswer.record_number == number),
    (QuestionSlot, lambda number: QuestionSlot.record_number == number),
    (Letter, lambda number: Letter.record_number == number),
    (NoticeChoice, lambda number: NoticeChoice.record_number == number),
    (DueNotice, lambda number: DueNotice.record_number == number),
    (Disclosure, lambda number: Disclosure.proposal_id.in_(_proposals(number))),
    (ProposalClaim, lambda number: ProposalClaim.proposal_id.in_(_proposals(number))),
    (ComeBack, lambda number: ComeBack.proposal_id.in_(_proposals(number))),
    (Judgement, lambda number: Judgement.proposal_id.in_(_proposals(number))),
    (PersonAnswerRow, lambda number: PersonAnswerRow.enquirer_id.in_(_enquirers(number))),
    (ApproachEnquirer, lambda number: ApproachEnquirer.proposal_id.in_(_proposals(number))),
    (Approach, lambda number: Approach.report_number == number),
    (StandingAnswer, lambda number: StandingAnswer.report_number == number),
    (AgeFindingRow, lambda number: AgeFindingRow.report_number == number),
    (ChildDecisionRow, lambda number: ChildDecisionRow.proposal_id.in_(_proposals(number))),
    (ForensicWishRow, lambda number: ForensicWishRow.handover_id.in_(_handovers(number))),
    (Identification, lambda number: Identification.handover_id.in_(_handovers(number))),
    (ForensicHandover, lambda number: ForensicHandover.proposal_id.in_(_proposals(number))),
    (MatchProposal, lambda number: _either(MatchProposal.request_number, MatchProposal.report_number, number)),
    (DuplicateJudgement, lambda number: DuplicateJudgement.duplicate_id.in_(_duplicates(number))),
    (
        DuplicateProposal,
        lambda number: _either(DuplicateProposal.first_number, DuplicateProposal.second_number, number),
    ),
)
# Their rows stay, and say nothing any more.
EMPTIED: tuple[type[Base], ...] = (Record, SearchRequest, FoundReport)

# Out of whose files it has to go.
TABLES: tuple[str, ...] = tuple(table.__tablename__ for table in (*(table for table, _ in HANGING), *EMPTIED))


def erase_record(session: Session, record: Record, *, now: datetime.datetime) -> Mapping[str, int]:
    """Erase a record whose row is held; returns how many rows of which table went. Erasing twice is erasing once."""
    session.flush()
    # As it is with its sections, which go first.
    note_rows(session, type(record), [key_of(record)])
    remember_marks(session, record)
    gone = {table.__tablename__: _delete(session, table, belongs(record.number)) for table, belongs in HANGING}
    _empty(record, now)
    session.flush()
    session.info.get("record_keys", {}).pop(record.number, None)
    return {table: rows for table, rows in gone.items() if rows}


def not_erased(session: Session, numbers: Collection[int]) -> set[int]:
    """Which of these records have their key, held so that none is erased before the transaction ends."""
    wanted = sorted(numbers)
    found: set[int] = set()
    for chunk in chunks(wanted):
        for row in (SearchRequest.__table__, FoundReport.__table__):
            # Not the rows of `records`, which a worker holds while it compares them.
            held = select(row.c.number).where(row.c.number.in_(chunk)).order_by(row.c.number)
            session.execute(held.with_for_update(read=True, key_share=True)).all()
        found |= set(session.scalars(select(RecordKey.record_number).where(RecordKey.record_number.in_(chunk))))
    return found


def _delete(session: Session, table: type[Base], belonging: ColumnElement[bool]) -> int:
    if table in ANCHORED:
        note_rows(
            session,
            table,
            [tuple(row) for row in session.execute(select(*inspect(table).primary_key).where(belonging))],
        )
    deleted = session.connection().execute(delete(table).where(belonging))
    return deleted.rowcount


def _proposals(number: int) -> Select[uuid.UUID]:
    return select(MatchProposal.id).where(_either(MatchProposal.request_number, MatchProposal.report_number, number))


def _enquirers(number: int) -> Select[uuid.UUID]:
    return select(ApproachEnquirer.id).where(ApproachEnquirer.proposal_id.in_(_proposals(number)))


def _handovers(number: int) -> Select[uuid.UUID]:
    return select(ForensicHandover.id).where(ForensicHandover.proposal_id.in_(_proposals(number)))


def _duplicates(number: int) -> Select[uuid.UUID]:
    pairs = _either(DuplicateProposal.first_number, DuplicateProposal.second_number, number)
    return select(DuplicateProposal.id).where(pairs)


def _either(first: Numbered, second: Numbered, number: int) -> ColumnElement[bool]:
    return or_(first == number, second == number)


def _empty(record: Record, now: datetime.datetime) -> None:
    record.erased_at = record.erased_at or now
    record.withdrawn_at = record.withdrawn_at or now
    record.expiry_date = None
    if isinstance(record, SearchRequest):
        # No reference that anybody could type; it has to differ from all others.
        record.reference = f"-{record.number}"
        record.passphrase_hash = record.language = record.reply_language = ""
        record.earlier_reference_digest = record.idempotency_digest = None
        record.filed_by_organisation = record.filed_by_account = None
        record.read_digest = record.read_language = record.read_at = record.first_opened_at = None
        record.changed_at = record.still_searching_at = record.words_seen_at = None
        record.seen_version = record.seen_at = record.party_id = None
    if isinstance(record, FoundReport):
        record.sender_number_digest = None
        record.origin_digest = record.essence_digest = None
        record.content_digest = 0
