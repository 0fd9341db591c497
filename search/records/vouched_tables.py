"""What the audit vouches for, table by table: the one list, which a test holds against all tables that there are.

A new table gets a place in one of the three lists: its rows are anchored one by one (`ANCHORED`), held in another way
(`HELD_OTHERWISE` says how), or not vouched for, for a reason (`NOT_VOUCHED_FOR`).
"""

from collections.abc import Mapping

from search.models import (
    AccessRequest,
    AccessToken,
    Account,
    AccountRole,
    Alarm,
    Base,
    CaseMove,
    CommitteeReach,
    CommitteeThreshold,
    Consent,
    Disclosure,
    DuplicateJudgement,
    DuplicateProposal,
    ErasureRequest,
    FirstMessage,
    FoundReport,
    ImportBatch,
    Judgement,
    MatchProposal,
    OfficeRequest,
    Organisation,
    Photo,
    ProtectionSubstitute,
    Reading,
    RecoveryCode,
    SearchRequest,
    SenderProfile,
    SetAsideRecord,
    Telling,
    TellingPlan,
)

# A search and a report with what both have in common, and with their sealed sections.
RECORDS: tuple[type[Base], ...] = (SearchRequest, FoundReport)
ANCHORED: tuple[type[Base], ...] = (
    Organisation,
    ProtectionSubstitute,
    Account,
    AccountRole,
    RecoveryCode,
    AccessRequest,
    AccessToken,
    Alarm,
    *RECORDS,
    Photo,
    Consent,
    MatchProposal,
    Judgement,
    DuplicateProposal,
    DuplicateJudgement,
    Disclosure,
    Reading,
    ErasureRequest,
    ImportBatch,
    SenderProfile,
    SetAsideRecord,
    TellingPlan,
    Telling,
    FirstMessage,
    OfficeRequest,
    CommitteeReach,
    CaseMove,
    CommitteeThreshold,
)
# Columns of anchored rows that an anchor leaves out, and why.
_USE = "changes with every use, and says nothing of who may come in"
_SEALED_ONCE = "sealed once under the row's own id: what was altered or moved does not open"
NOT_ANCHORED: Mapping[str, str] = {
    "accounts.totp_last_step": _USE,
    "accounts.last_seen_on": _USE,
    "access_tokens.last_used_on": _USE,
    "access_tokens.paced_until": _USE,
    "access_requests.totp_sealed": "sealed for its request; given anew with every look at the invitation",
    "import_batches.touched_at": "who works at a file right now; says nothing of what is stored",
    "import_batches.staged_count": "how far a file has come; says nothing of what is stored",
    "import_batches.name_sealed": _SEALED_ONCE,
    "import_batches.refused_sealed": _SEALED_ONCE,
    "photos.preview_sealed": _SEALED_ONCE,
    "photos.picture_sealed": _SEALED_ONCE,
    "records.matched_version": "told by the entries of comparing, and held against them",
}
# Tables whose rows carry no anchor, and what shows that one was changed, moved or taken away.
HELD_OTHERWISE: Mapping[str, str] = {
    "audit_entries": "the chain itself",
    "audit_head": "signed",
    "records": "a part of the anchors of its search or report; a row of neither is named",
    "sections": "a part of the anchor of the record",
    "report_revisions": "a part of the anchor of the report, up to the revision that is shown",
    "record_keys": "whatever was not erased has a key that opens for it, what was erased has none",
    "erased_marks": "each is signed, and the entries count them: an anchor would tell which record a mark is of",
    "door_sessions": "signed with its owner and moments: what was altered or moved opens nothing",
}
NOT_VOUCHED_FOR: Mapping[str, str] = {
    "blocking_keys": "keyed digests by which the worker finds whom to compare: without them a pair is not proposed",
    "conflict_answers": "a keyed mark each: without it a reader is asked again, and an anchor would tell who answered",
    "drafts": "sealed, each under a key of its own, and gone within days",
    "filing_counts": "how much was filed this hour",
    "import_parts": "sealed for its place; gone when its file is stored",
    "incidents": "a published list, brought in again from where it is published",
    "packed_records": "made anew from a section that is vouched for, and sealed for its revision",
    "practice_answers": "answers to cards of invented people",
    "registry_clock": "a number that only grows; one that is behind a record is named",
    "staged_rows": "what is held back of a file until it is stored, minutes later",
}
