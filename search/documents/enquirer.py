"""A of the core dataset: who asks, how they can be reached safely, and who must supply what."""

from dataclasses import dataclass

from matching.record import PersonName
from search.documents.field_notes import FieldNote
from search.vocabulary import ContactKind, MaySay, PersonStatus, Relationship


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One way to reach the enquirer, with everything that whoever calls has to know before the number.

    Each part may be all that was said; `search.casework.reaching` says what silence counts as. `country` is where the
    enquirer is when reached, `speaker` who answers there and speaks for the family. `safe_to_say_why` is how `may_say`
    was asked once, and becomes it.
    """

    kind: ContactKind | None = None
    value: str = ""
    safe_hours: str = ""
    country: str = ""
    may_say: MaySay | None = None
    speaker: str = ""
    languages: tuple[str, ...] = ()
    safe_to_say_why: bool | None = None

    def __post_init__(self) -> None:
        if self.safe_to_say_why is None:
            return
        if self.may_say is None:
            object.__setattr__(self, "may_say", MaySay.WHY_TO_ANYBODY if self.safe_to_say_why else MaySay.NEVER_WHY)
        object.__setattr__(self, "safe_to_say_why", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlQuestion:
    """A question that only the family can answer, and its answer; without a question, something that only it knows."""

    question: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierReport:
    """A report made elsewhere before, with that office's own number."""

    office: str
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """The enquirer. The answers of `control_questions` are known to the family only; a claimant must supply them.

    `control_facts` are how they were asked once, and how other systems send them: answers without a question.
    """

    enquirer_names: tuple[PersonName, ...] = ()
    relationship: Relationship | None = None
    contacts: tuple[Contact, ...] = ()
    filled_in_by: str = ""
    earlier_reports: tuple[EarlierReport, ...] = ()
    status: PersonStatus | None = None
    control_questions: tuple[ControlQuestion, ...] = ()
    control_facts: tuple[str, ...] = ()
    notes: tuple[FieldNote, ...] = ()

    def __post_init__(self) -> None:
        if self.control_facts:
            facts = tuple(ControlQuestion(answer=fact) for fact in self.control_facts)
            object.__setattr__(self, "control_questions", (*self.control_questions, *facts))
            object.__setattr__(self, "control_facts", ())
