"""Numbers that point at one person: phones in all their roles, documents, accounts, money transfers."""

from dataclasses import dataclass

from matching.record import IdentityDocument, Phone
from search.documents.field_notes import FieldNote


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifiers:
    """`accounts` and `transfers` are kept in words: a messenger name, a transfer's number and office."""

    phones: tuple[Phone, ...] = ()
    documents: tuple[IdentityDocument, ...] = ()
    accounts: tuple[str, ...] = ()
    transfers: tuple[str, ...] = ()
    notes: tuple[FieldNote, ...] = ()
