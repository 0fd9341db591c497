"""Who asks and how to reach them."""

from dataclasses import replace

from wtforms import BooleanField, Form

from i18n.translate import gettext_noop as _
from matching.record import NameKind, PersonName, Phone, PhoneRole
from search.documents import Contact
from search.values.phone_numbers import phone_number
from search.vocabulary import ContactKind, Relationship
from web.family.case_draft import CaseDraft, Typed, all_rebuilt, rebuilt
from web.family.field_groups import rows
from web.family.steps.phones_and_papers import own_phones, phones_of_others
from web.family.steps.step import Step, choice, lines_of
from web.forms import CHOOSE, coded, dropdown, line, text

_CALLED = (ContactKind.PHONE, ContactKind.MESSENGER)


class ContactForm(Form):
    """One safe way to reach the enquirer."""

    kind = dropdown(_("How can we reach you?"), coded(ContactKind, CHOOSE))
    value = line(_("Number or address"))
    safe_hours = line(_("When is it safe to reach you?"), _("For example: only in the evening, never on Fridays."))
    safe_to_say_why = BooleanField(_("You may say why you call, also to somebody else who answers"))


class AboutYouForm(Form):
    """The enquirer."""

    name = line(_("Your name, or what we should call you"))
    relationship = dropdown(_("Who are you to them?"), coded(Relationship, CHOOSE))
    contacts = rows(ContactForm)
    control_facts = text(
        _("One or two things that only your family knows"),
        _(
            "If anybody ever says that they found the person, we can ask them about it. It protects you from people "
            "who lie for money. We show it to nobody."
        ),
    )


class AnythingElseForm(Form):
    """Whatever no question asked for."""

    words = text(_("Is there anything else that could help?"))


def _fill_contact(contact: Contact) -> Typed:
    return {
        "kind": contact.kind or "",
        "value": contact.value,
        "safe_hours": contact.safe_hours,
        "safe_to_say_why": bool(contact.safe_to_say_why),
    }


def _build_contact(typed: Typed) -> Contact | None:
    if not typed["value"]:
        return None
    kind = ContactKind(choice(typed["kind"], ContactKind) or ContactKind.PHONE)
    return Contact(
        kind=kind, value=typed["value"], safe_hours=typed["safe_hours"], safe_to_say_why=typed["safe_to_say_why"]
    )


def _fill_own_name(names: tuple[PersonName, ...]) -> str:
    return names[0].text if names else ""


def _build_own_name(typed: str) -> tuple[PersonName, ...]:
    return (PersonName(typed, NameKind.FULL),) if typed else ()


def _fill_about_you(case: CaseDraft) -> Typed:
    filing = case.filing
    return {
        "name": _fill_own_name(filing.enquirer_names),
        "relationship": filing.relationship or "",
        "contacts": [_fill_contact(contact) for contact in filing.contacts],
        "control_facts": "\n".join(filing.control_facts),
    }


def _read_about_you(case: CaseDraft, typed: Typed) -> CaseDraft:
    relationship = choice(typed["relationship"], Relationship)
    contacts = all_rebuilt(case.filing.contacts, typed["contacts"], _fill_contact, _build_contact)
    filing = replace(
        case.filing,
        enquirer_names=rebuilt(case.filing.enquirer_names, typed["name"], _fill_own_name, _build_own_name),
        relationship=Relationship(relationship) if relationship else None,
        contacts=contacts,
        control_facts=lines_of(typed["control_facts"]),
    )
    phones = (*phones_of_others(case), *_called_numbers(case, contacts))
    return replace(case, filing=filing, identifiers=replace(case.identifiers, phones=phones))


def _called_numbers(case: CaseDraft, contacts: tuple[Contact, ...]) -> tuple[Phone, ...]:
    """The enquirer's own numbers are evidence too: they may be found on a scrap of paper.

    Unchanged contacts leave them as they are.
    """
    if contacts == case.filing.contacts:
        return tuple(own_phones(case))
    numbers = (phone_number(contact.value) for contact in contacts if contact.kind in _CALLED)
    return tuple(Phone(number, PhoneRole.ENQUIRER) for number in dict.fromkeys(numbers) if number)


def _read_anything_else(case: CaseDraft, typed: Typed) -> CaseDraft:
    return case.with_sought(words=typed["words"])


ABOUT_YOU = Step(
    slug="about-you",
    title=_("About you"),
    why=_("So that people can ask you a question, or bring you news themselves. You can leave all of this empty."),
    form=AboutYouForm,
    fill=_fill_about_you,
    read=_read_about_you,
)
ANYTHING_ELSE = Step(
    slug="anything-else",
    title=_("Anything else"),
    why=_("Whatever you think of: habits, skills, a song, a way of walking."),
    form=AnythingElseForm,
    fill=lambda case: {"words": case.sought.words},
    read=_read_anything_else,
)
