"""What is stored. Columns hold what SQL must ask for; what a person is stays in sealed sections."""

from search.models.asking import DueNotice, Letter, NoticeChoice, QuestionAnswer, QuestionSlot, ReporterAnswer
from search.models.audit import AuditEntry, AuditHead
from search.models.base import Base
from search.models.casework import ClaimCheck, Closing, ExtortionReport, Talk, WordRenewal
from search.models.committees import CaseMove, CommitteeReach, CommitteeThreshold, ConflictAnswer, PracticeAnswer
from search.models.consents import Consent
from search.models.duplicates import DuplicateJudgement, DuplicateProposal
from search.models.erasures import ErasedMark, ErasureRequest
from search.models.from_anybody import Complaint, SelfReport
from search.models.imports import BatchState, ImportBatch, ImportPart, SenderProfile, StagedRow
from search.models.incidents import Incident
from search.models.located import (
    AgeFindingRow,
    Approach,
    ApproachEnquirer,
    ChildDecisionRow,
    ForensicHandover,
    ForensicWishRow,
    Identification,
    PersonAnswerRow,
    StandingAnswer,
)
from search.models.organisations import (
    AccessRequest,
    AccessToken,
    Account,
    AccountRole,
    Alarm,
    Draft,
    FilingCount,
    Organisation,
    ProtectionSubstitute,
    RecoveryCode,
    SignInSession,
)
from search.models.photos import Photo
from search.models.proposals import Disclosure, Judgement, MatchProposal
from search.models.proposed_pairs import ProposedPair
from search.models.queue import ComeBack, ProposalClaim
from search.models.readings import Reading
from search.models.recordings import Recording
from search.models.records import (
    BlockingKey,
    FoundReport,
    KeySide,
    PackedRecord,
    Record,
    RecordKey,
    RecordSide,
    RegistryClock,
    Relative,
    SearchRequest,
    Section,
    SectionKind,
)
from search.models.report_revisions import ReportRevision
from search.models.set_aside import SetAsideRecord
from search.models.telling import FirstMessage, OfficeRequest, Telling, TellingPlan

__all__ = [
    "AccessRequest",
    "AccessToken",
    "Account",
    "AccountRole",
    "AgeFindingRow",
    "Alarm",
    "Approach",
    "ApproachEnquirer",
    "AuditEntry",
    "AuditHead",
    "Base",
    "BatchState",
    "BlockingKey",
    "CaseMove",
    "ChildDecisionRow",
    "ClaimCheck",
    "Closing",
    "ComeBack",
    "CommitteeReach",
    "CommitteeThreshold",
    "Complaint",
    "ConflictAnswer",
    "Consent",
    "Disclosure",
    "Draft",
    "DueNotice",
    "DuplicateJudgement",
    "DuplicateProposal",
    "ErasedMark",
    "ErasureRequest",
    "ExtortionReport",
    "FilingCount",
    "FirstMessage",
    "ForensicHandover",
    "ForensicWishRow",
    "FoundReport",
    "Identification",
    "ImportBatch",
    "ImportPart",
    "Incident",
    "Judgement",
    "KeySide",
    "Letter",
    "MatchProposal",
    "NoticeChoice",
    "OfficeRequest",
    "Organisation",
    "PackedRecord",
    "PersonAnswerRow",
    "Photo",
    "PracticeAnswer",
    "ProposalClaim",
    "ProposedPair",
    "ProtectionSubstitute",
    "QuestionAnswer",
    "QuestionSlot",
    "Reading",
    "Record",
    "RecordKey",
    "RecordSide",
    "Recording",
    "RecoveryCode",
    "RegistryClock",
    "Relative",
    "ReportRevision",
    "ReporterAnswer",
    "SearchRequest",
    "Section",
    "SectionKind",
    "SelfReport",
    "SenderProfile",
    "SetAsideRecord",
    "SignInSession",
    "StagedRow",
    "StandingAnswer",
    "Talk",
    "Telling",
    "TellingPlan",
    "WordRenewal",
]
