"""A of the core dataset: who asks, how they can be reached safely, and who must supply what."""

from dataclasses import dataclass

from matching.record import PersonName
from search.documents.field_notes import FieldNote
from search.vocabulary import ContactKind, PersonStatus, Relationship


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One way to reach the enquirer, with the hours that are safe and whether the reason may be said aloud.

    Each part may be all that was said. Whoever calls takes silence about the reason for a no.
    """

    kind: ContactKind | None = None
    value: str = ""
    safe_hours: str = ""
    safe_to_say_why: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierReport:
    """A report made elsewhere before, with that office's own number."""

    office: str
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """The enquirer. `control_facts` are known to the family only; a claimant must supply them."""

    enquirer_names: tuple[PersonName, ...] = ()
    relationship: Relationship | None = None
    contacts: tuple[Contact, ...] = ()
    filled_in_by: str = ""
    earlier_reports: tuple[EarlierReport, ...] = ()
    status: PersonStatus | None = None
    control_facts: tuple[str, ...] = ()
    notes: tuple[FieldNote, ...] = ()
