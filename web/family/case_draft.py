"""What a family has said so far: the parts of a case that the pages fill, one field after the other."""

from dataclasses import dataclass, replace
from typing import Any

from search.commands import ConsentGiven
from search.consent_summaries import ConsentSummary
from search.documents import Answer, Contact, Description, FieldNote, Filing, Identifiers
from search.documents.field_notes import note_of, part_notes, with_note, with_part_notes
from search.fields import FieldRow
from search.fields.values_at_paths import value_at, with_value
from search.summaries import CaseSummary, CaseToChange
from search.values.phone_doubts import can_be_called
from search.values.phone_numbers import read_phones
from search.vocabulary import ContactKind
from web.fields.answers import Answered
from web.fields.asking_numbers import is_address, is_number_alone

# The part of a case that each document of the table is.
_PARTS = {"description": "sought", "identifiers": "identifiers", "filing": "filing"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDraft:
    """The case as it stands; empty before the first answer."""

    sought: Description = Description()
    identifiers: Identifiers = Identifiers()
    filing: Filing = Filing()
    consents: tuple[ConsentGiven | ConsentSummary, ...] = ()

    @classmethod
    def of(cls, case: CaseSummary | CaseToChange) -> "CaseDraft":
        """What was filed, as the base of a change."""
        counting = tuple(one for one in case.consents if one.withdrawn_at is None)
        return cls(sought=case.sought, identifiers=case.identifiers, filing=case.filing, consents=counting)

    def answered(self, row: FieldRow) -> Answered:
        """What a field says."""
        document = getattr(self, _PARTS[row.section])
        return Answered(value_at(document, row.path), note_of(document, row.path), part_notes(document, row.path))

    def with_answer(self, row: FieldRow, said: Answered) -> "CaseDraft":
        """This case with another answer to one field; an equal answer leaves even the order of names as it was."""
        if said == self.answered(row):
            return self
        document: Any = getattr(self, _PARTS[row.section])
        changed = with_note(with_value(document, row.path, said.value), said.note)
        changed = with_part_notes(changed, row.path, said.parts)
        return replace(self, **{_PARTS[row.section]: changed})

    @property
    def reachable(self) -> bool:
        """Whether the family can be reached by what it wrote, and did not say that nobody is to call or write."""
        note = note_of(self.filing, "filing.contacts")
        written = note.words or any(_can_be_used(contact) for contact in self.filing.contacts)
        return bool(written) and note.answer is not Answer.NONE

    @property
    def wrote_a_way(self) -> bool:
        """Whether the family wrote anything of how to reach it, usable or not."""
        note = note_of(self.filing, "filing.contacts")
        return note.answer is not Answer.NONE and any(contact.value for contact in self.filing.contacts)

    def code(self, row: FieldRow) -> str:
        """The code that a field says; empty where it says none."""
        return str(self.answered(row).value or "")

    def says_nothing(self, row: FieldRow) -> bool:
        """Whether a field was left open: no value, no words, and not even "I do not know"."""
        said = self.answered(row)
        return said.value in (None, "", ()) and said.note == FieldNote(field=row.path)


def _can_be_used(contact: Contact) -> bool:
    """Whether a way is what its kind says: a number that can be called, an address for an e-mail, else any words.

    A number without its country can be called by nobody, whatever it was written as.
    """
    if contact.kind is ContactKind.EMAIL:
        return is_address(contact.value)
    if contact.kind is ContactKind.PHONE or is_number_alone(contact.value):
        return any(can_be_called(phone.number) for phone in read_phones(contact.value))
    return bool(contact.value)
