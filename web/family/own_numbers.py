"""The enquirer's own numbers follow from the ways to reach them: they are evidence too, on a scrap of paper."""

from dataclasses import replace

from matching.record import Phone, PhoneRole
from search.documents import Contact
from search.values.phone_numbers import phone_number
from search.vocabulary import ContactKind
from web.family.case_draft import CaseDraft

# A way that was not named may be a telephone.
_CALLED = (ContactKind.PHONE, ContactKind.MESSENGER, None)


def with_own_numbers(case: CaseDraft, before: CaseDraft) -> CaseDraft:
    """The case with the numbers of its contacts among the phones; unchanged contacts leave them as they are."""
    if case.filing.contacts == before.filing.contacts:
        return case
    others = without_own_numbers(case).identifiers.phones
    phones = (*others, *_called_numbers(case.filing.contacts))
    return replace(case, identifiers=replace(case.identifiers, phones=phones))


def is_own(element: object) -> bool:
    """Whether an element of a list is the enquirer's own number, which no page asks for."""
    return isinstance(element, Phone) and element.role is PhoneRole.ENQUIRER


def without_own_numbers(case: CaseDraft) -> CaseDraft:
    """The case without the enquirer's own numbers: what is left is what the family wrote of the person's numbers."""
    phones = tuple(phone for phone in case.identifiers.phones if not is_own(phone))
    return replace(case, identifiers=replace(case.identifiers, phones=phones))


def _called_numbers(contacts: tuple[Contact, ...]) -> tuple[Phone, ...]:
    numbers = (phone_number(contact.value) for contact in contacts if contact.kind in _CALLED)
    return tuple(Phone(number, PhoneRole.ENQUIRER) for number in dict.fromkeys(numbers) if number)
