"""What comes in: one frozen command per act.

Adapters (pages, API, sheets, command line) build them; services carry them out.
"""

import datetime
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from search.consents import Receiver
from search.documents import Description, FieldNote, Filing, FollowUp, Identifiers, PostMortem, Whereabouts
from search.documents.field_changes import Correction
from search.vocabulary import (
    Channel,
    ClosingOutcome,
    ConsentPurpose,
    FieldCheck,
    JudgementKind,
    JudgementReason,
    PhotoKind,
    PhotoUse,
    ReportKind,
    RuledOutBy,
    ToldBy,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentGiven:
    """A family's answer, with the SHA-256 of the very text that it read and the language of that text."""

    purpose: ConsentPurpose
    receiver: Receiver
    allowed: bool
    text_digest: bytes
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterSearch:
    """A family files a search. `earlier_reference` is the number a registry it was moved from gave it.

    `idempotency_key` makes a retried submission the same submission.
    """

    sought: Description
    identifiers: Identifiers = Identifiers()
    filing: Filing = Filing()
    language: str = "en"
    reply_language: str = ""
    channel: Channel = Channel.WEB
    consents: tuple[ConsentGiven, ...] = ()
    earlier_reference: str = ""
    idempotency_key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpAgreed:
    """A relative's yes to filing together with an organisation: the SHA-256 of the text that was read aloud, and when.

    `account_id` is whose account of the organisation read it.
    """

    organisation_id: uuid.UUID
    account_id: uuid.UUID
    text_digest: bytes
    language: str
    read_at: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FileForFamily:
    """A relative files a search together with an organisation, and has agreed to that."""

    search: RegisterSearch
    agreed: HelpAgreed


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendSearch:
    """The family's search as it now stands; what was said before stays as an earlier revision.

    `seen_revision`: the revision that was changed, where somebody else may have changed the search meanwhile.
    """

    case_id: uuid.UUID
    sought: Description
    identifiers: Identifiers
    filing: Filing
    seen_revision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveConsent:
    """A family answers one question about one receiver; its earlier answer to the question ends."""

    case_id: uuid.UUID
    given: ConsentGiven


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawConsent:
    """A family takes its answer back: the question is as if it had never been answered."""

    case_id: uuid.UUID
    purpose: ConsentPurpose
    receiver: Receiver


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseFound:
    """Stop searching because the family knows where the person is."""

    case_id: uuid.UUID
    outcome: ClosingOutcome = ClosingOutcome.NOT_SAID
    told_by: ToldBy = ToldBy.NOT_SAID
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawSearch:
    case_id: uuid.UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseSearch:
    """A family erases its search for good; `typed` is its reference, typed again.

    `proven` is the hash that the five words fitted, typed again too, empty where they fitted none.
    """

    case_id: uuid.UUID
    typed: str
    proven: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseSearchByReference:
    """The operator erases a search; `typed` is the reference, typed again."""

    reference: str
    typed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseReport:
    """A report is to be erased; `typed` is its number, typed again."""

    report_id: uuid.UUID
    typed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineErasure:
    """A body's report is to stay, although somebody asked that it be erased."""

    request_id: uuid.UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AskErasure:
    """A living person asks that a report be erased that another organisation made, by that one's name and number."""

    organisation: str
    sender_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleAskedErasure:
    """A request of another organisation is closed; `erased` is False where there is no such report."""

    request_id: uuid.UUID
    erased: bool


class Again(StrEnum):
    """Whether a report that may be of a person reported before is: to be asked, of that person, of another one."""

    ASK = "ask"
    SAME = "same"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFound:
    """An organisation reports a person, by form, sheet or API. `sender_number` is its own case number.

    `told_by` is the witness of a statement, and how to ask them.
    `provenance_notes` is what was noted under that number and under the day of the report. `origin` tells what was sent
    from what is sent again where there is no number: a digest of a file's bytes with the row, or an idempotency key.
    `again` answers whether a number used before is used for another person; `alike` is the sender's own report that
    the sender says is of this person. `corrections` name what they replace or take away. `expires`: when the sender's
    registry wants it forgotten.
    """

    kind: ReportKind
    sender_number: str = ""
    found: Description
    identifiers: Identifiers = Identifiers()
    whereabouts: Whereabouts | None = None
    post_mortem: PostMortem | None = None
    source_date: datetime.date | None = None
    told_by: str = ""
    told_by_contact: str = ""
    provenance_notes: tuple[FieldNote, ...] = ()
    channel: Channel = Channel.WEB
    origin: str = ""
    again: Again = Again.ASK
    alike: uuid.UUID | None = None
    corrections: tuple[Correction, ...] = ()
    expires: datetime.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileWitness:
    """Somebody without an account tells whom they saw; `seen.event` is when and where. `key` makes two presses one."""

    seen: Description
    told_by: str = ""
    told_by_contact: str = ""
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendReport:
    """News and corrections of one own report, as of the revision that was read.

    `again` ASK: what contradicts the person whom the report is of is held; SAME: it is of that person.
    """

    report_id: uuid.UUID
    seen_revision: int
    news: ReportFound
    corrections: tuple[Correction, ...] = ()
    again: Again = Again.SAME


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpReport:
    """What became of the person of one own report, as of the revision that was read; `told` says it."""

    report_id: uuid.UUID
    seen_revision: int
    told: FollowUp


@dataclass(frozen=True, slots=True, kw_only=True)
class BringBack:
    """An own report shall say again what it said at `revision`; `seen_revision` is the newest that was read."""

    report_id: uuid.UUID
    revision: int
    seen_revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCard:
    proposal_id: uuid.UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenGroup:
    """Who seems to have travelled with the two people of a proposal."""

    proposal_id: uuid.UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeDuplicate:
    """A reader's answer whether two records of one side are of one person, as of the revision that was read."""

    duplicate_id: uuid.UUID
    seen_revision: int
    kind: JudgementKind


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackDuplicateJudgement:
    judgement_id: uuid.UUID
    seen_revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeProposal:
    """A reader's decision on a proposal. `seen_revision` is the revision of the card that was read.

    `reasons`, `words`: why, as codes, and the reader's own words. `ruled_out_by`: of a negative, what it rests on
    beyond reading. `checks`: what the reader found, by comparison. `as_meeting`: a meeting decided, and the words are
    its minutes.
    """

    proposal_id: uuid.UUID
    seen_revision: int
    kind: JudgementKind
    reasons: frozenset[JudgementReason] = frozenset()
    words: str = ""
    ruled_out_by: frozenset[RuledOutBy] = frozenset()
    checks: Mapping[str, FieldCheck] = field(default_factory=dict)
    as_meeting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackJudgement:
    """An own judgement is to count no longer. `words` say why, once it is more than undoing a slip."""

    judgement_id: uuid.UUID
    seen_revision: int
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealIdentifiers:
    """A reviewer asks to read contacts and documents of one case, with a typed reason."""

    proposal_id: uuid.UUID
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPhoto:
    """A photo for one's own search or report, made anew already (`search.photos.picture_reading`).

    `agreed`: the living person on it knows of it and agrees, as who sends it says; `placeless`: and nothing in it or in
    its words tells where they are, without which only who sent it sees it.
    """

    record_id: uuid.UUID
    kind: PhotoKind
    words: str = ""
    taken: str = ""
    use: PhotoUse = PhotoUse.COMMITTEE
    agreed: bool = False
    placeless: bool = False
    picture: bytes = field(repr=False)
    preview: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePhoto:
    """Another permission for a photo of one's own search; whoever asks for it next is answered by it."""

    photo_id: uuid.UUID
    use: PhotoUse


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribePhoto:
    """What a family says of its photo afterwards, in place of what it said before; without a kind that stays."""

    photo_id: uuid.UUID
    kind: PhotoKind | None = None
    words: str = ""
    taken: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPhoto:
    """A reviewer asks for one photo of one side of a pair."""

    proposal_id: uuid.UUID
    photo_id: uuid.UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportIncidents:
    """A published list of incidents as it came."""

    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSheet:
    """A sender's file as it came, and the mapping the sender confirmed (None: the remembered or proposed one)."""

    filename: str
    content: bytes
    profile: dict[str, str] | None = field(default=None)
