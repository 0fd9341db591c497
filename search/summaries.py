"""The only things that may go out: frozen summaries.

Services make them; pages, API, exports and the command line show them.
"""

import datetime
import uuid
from dataclasses import dataclass

from matching.evidence import Evidence
from matching.record import Side
from search.access import Actor
from search.consent_summaries import ConsentSummary
from search.decision_summaries import Decisions
from search.documents import Description, Filing, Identifiers
from search.documents.field_changes import FieldChange
from search.review_summaries import NO_CONTEXT, CardContext
from search.sheet_summaries import RowOutcome
from search.vocabulary import (
    ClosingOutcome,
    ConsentPurpose,
    GroupReason,
    JudgementKind,
    OrganisationKind,
    ProposalState,
    ReportKind,
    StateRun,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFiled:
    """A search was filed. `passphrase` is shown this once and kept nowhere.

    It is empty for a retried submission, and where the words of another search open this one.
    """

    case_id: uuid.UUID
    reference: str
    passphrase: tuple[str, ...]
    already_filed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyMember:
    """Another search that the same words open, and how the person is called there."""

    case_id: uuid.UUID
    reference: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LastVisit:
    """When a family was at its case before, and the registry's change number then."""

    version: int
    at: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonNews:
    """What was compared, never whom: reports by kind, and up to when. The same for every outcome.

    `new`: how many of them are new since the family's last visit, at `since`; it never was here before where that is
    empty.
    """

    compared: tuple[tuple[ReportKind, int], ...]
    compared_through: datetime.datetime | None
    new: int = 0
    since: datetime.datetime | None = None

    @property
    def total(self) -> int:
        """How many were compared in all."""
        return sum(count for _, count in self.compared)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSummary:
    """A family's own words back, and what is being done.

    `helped_by`: the organisation that filed it together with the family, when that agreed, and when the family took
    words of its own. `talked_on`: when somebody last spoke with the family about who it is. `photos`: how many it
    added. `closed`: what it knew when it closed the search; `asked_if_still`: it is asked whether it still searches.
    `words_asked_for`: somebody asked its committee for new words.
    """

    case_id: uuid.UUID
    reference: str
    language: str
    filed_at: datetime.datetime
    revision: int
    sought: Description
    identifiers: Identifiers
    filing: Filing
    consents: tuple[ConsentSummary, ...]
    withdrawn: bool
    news: ComparisonNews
    helped_by: str = ""
    helped_at: datetime.datetime | None = None
    own_words_since: datetime.datetime | None = None
    talked_on: datetime.date | None = None
    photos: int = 0
    closed: ClosingOutcome | None = None
    asked_if_still: bool = False
    words_asked_for: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseToChange:
    """A family's own words at one revision, to be changed: nothing of what was compared or done."""

    revision: int
    sought: Description
    identifiers: Identifiers
    filing: Filing
    consents: tuple[ConsentSummary, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReceipt:
    """`outcome` is accepted, already_known (nothing new), updated, or held: nothing was stored, a question is open.

    `question` is its code; `changes` are what an update changed. `perhaps_again` are the sender's own reports that look
    like a new one. `revision` is the newest of the report after it.
    """

    report_id: uuid.UUID
    sender_number: str
    outcome: str
    revision: int = 0
    question: str = ""
    changes: tuple[FieldChange, ...] = ()
    perhaps_again: tuple[uuid.UUID, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReport:
    """One line of an organisation's own list. `number_given`: its number is that of another report now."""

    report_id: uuid.UUID
    kind: ReportKind
    sender_number: str
    entry_date: datetime.datetime
    found: Description
    number_given: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReceipt:
    """`notes` are rows accepted with a value that was kept as words only.

    While a large sheet is neither `stored` nor `given_up`, `staged` of its `rows` are written, and nobody sees them.
    """

    accepted: int
    already_known: int
    updated: int
    refused: int
    outcomes: tuple[RowOutcome, ...]
    notes: tuple[RowOutcome, ...]
    stored: bool
    batch_id: uuid.UUID | None = None
    given_up: bool = False
    rows: int = 0
    staged: int = 0
    begun: datetime.datetime | None = None
    touched: datetime.datetime | None = None

    @property
    def not_taken(self) -> int:
        """How many rows were refused, or wait for an answer."""
        return self.refused + sum(one.outcome == "held" for one in self.outcomes)

    @property
    def rows_a_second(self) -> int:
        """How many rows of a large sheet were written in each second so far; 0 where that cannot be told yet."""
        if self.begun is None or self.touched is None:
            return 0
        return int(self.staged / max(1.0, (self.touched - self.begun).total_seconds()))


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentsImported:
    """What became of a list of incidents; a changed one was known before and says something else now."""

    added: int
    changed: int
    already_known: int
    refused: tuple[RowOutcome, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalCard:
    """Both sides of a proposal with the evidence, as far as the reader may see.

    Contacts and documents are not part of a card; they are revealed apart, with a reason. `evidence` carries the
    aligned parts for names, marks and effects. `match_weight` is in bits and includes `prior_weight`.
    `few_left`: how many other cards the reader may open now, where those are few. `reporter_may`: whether the family
    lets the organisation that sent the report do now what it could ask for, see `reporter_purpose`. `helped_by`: the
    organisation that filed the search together with the family; `listed_by`: the one in whose list it stood. Where
    there is no family (`has_family`), nobody can be asked or told. `without_account`: no organisation sent the report,
    anybody may have told it. `inbox_only`: the family left no way to reach it, and is written to on its own page.
    `held_until`: until when another reader has the pair open. `state` and `decisions` tell what the reader may know of
    what others decided.
    """

    proposal_id: uuid.UUID
    revision: int
    state: ProposalState
    reference: str
    report_kind: ReportKind
    match_weight: float
    prior_weight: float
    match_probability: float
    engine_version: str
    evidence: tuple[Evidence, ...]
    sought: Description
    found: Description
    found_date: datetime.date | None
    competitors: int
    decisions: Decisions
    reporter_purpose: ConsentPurpose
    reporter_may: bool
    helped_by: str = ""
    listed_by: str = ""
    has_family: bool = True
    without_account: bool = False
    few_left: int | None = None
    case_id: uuid.UUID | None = None
    inbox_only: bool = False
    held_until: datetime.datetime | None = None
    context: CardContext = NO_CONTEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupIncident:
    """A published incident: days, place words and numbers as the list gives them, None where it does not know."""

    source_id: str
    first_day: datetime.date
    last_day: datetime.date
    place: str
    route: str
    dead: int | None
    missing: int | None
    survivors: int | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMember:
    """Somebody who seems to belong, as far as the reader may see: a search (`reference`) or a report (`report_kind`).

    `proposal_id` is the heaviest pair of the reader's committee that the record is in, None when there is none.
    """

    side: Side
    reasons: tuple[GroupReason, ...]
    description: Description
    reference: str = ""
    report_kind: ReportKind | None = None
    proposal_id: uuid.UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSummary:
    """Incidents near the pair (`near_both`: near the last contact and the finding), and who seems to belong to it.

    `elsewhere_searches` and `elsewhere_reports` count those that are not open to the reader; `left_out` those beyond
    the longest list. `few_left`: how many other pairs the reader may open now, where those are few.
    """

    proposal_id: uuid.UUID
    reference: str
    sought_name: str
    incidents: tuple[GroupIncident, ...]
    near_both: bool
    members: tuple[GroupMember, ...]
    elsewhere_searches: int
    elsewhere_reports: int
    left_out: int
    few_left: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateSide:
    """One record of a pair that may be one person: a search by its reference, a report by its kind."""

    description: Description
    entry_date: datetime.datetime
    reference: str = ""
    report_kind: ReportKind | None = None
    proposal_id: uuid.UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateJudgementSummary:
    """One answer; `taken_back` ones stay in the list."""

    judgement_id: uuid.UUID
    kind: JudgementKind
    made_at: datetime.datetime
    by: str
    by_me: bool
    taken_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicatePair:
    """Two records of one side that may be of one person. `evidence` has codes and bits, no values.

    `judgements` are those that the reader may know of; of the others, who may still be contradicted blindly, only how
    many there are.
    """

    duplicate_id: uuid.UUID
    revision: int
    state: ProposalState
    side: Side
    match_weight: float
    match_probability: float
    evidence: tuple[Evidence, ...]
    sides: tuple[DuplicateSide, DuplicateSide]
    judgements: tuple[DuplicateJudgementSummary, ...]
    may_judge: bool
    others_decided: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateList:
    pairs: tuple[DuplicatePair, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """A session was opened: `token` goes into the cookie and is kept only as a digest.

    It ends at `expires_at` unless it is used before, and at `ends_at` in any case.
    `proved_at`: when password and code were last given in it; `used_on`: the day on which it was last noted as used.
    `since_*`: when a family was here before, and the registry's change number then.
    """

    token: str
    actor: Actor
    organisation_name: str = ""
    organisation_kind: OrganisationKind | None = None
    expires_at: datetime.datetime | None = None
    ends_at: datetime.datetime | None = None
    session_id: uuid.UUID | None = None
    proved_at: datetime.datetime | None = None
    used_on: datetime.date | None = None
    since_version: int | None = None
    since_at: datetime.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationSummary:
    """An organisation as the operator described it; `contact` is for the operator alone."""

    organisation_id: uuid.UUID
    name: str
    kind: OrganisationKind
    country: str
    state_run: StateRun
    contact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedProposal:
    """One line of the export: handles and codes. `evidence` lists comparison, level and bits."""

    reference: str
    earlier_reference: str
    sender: str
    sender_number: str
    report_kind: str
    match_weight: float
    match_probability: float
    state: str
    engine_version: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A record that could not be compared. `fault` is a kind of error; `again_at` None where nobody tries again."""

    record_id: uuid.UUID
    side: str
    fault: str
    tries: int
    since: datetime.datetime
    again_at: datetime.datetime | None
