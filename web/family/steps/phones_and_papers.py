"""Everything that points at one person: telephone numbers, papers, accounts, transfers."""

from dataclasses import replace
from functools import partial

from wtforms import Field, Form
from wtforms.validators import ValidationError

from i18n.translate import gettext_noop as _
from matching.record import IdentityDocument, Phone, PhoneRole
from search.documents import Identifiers
from search.values.phone_numbers import phone_number
from search.vocabulary import DocumentKind
from web.family.case_draft import CaseDraft, Typed, all_rebuilt
from web.family.country_choices import COUNTRIES
from web.family.field_groups import rows
from web.family.steps.step import Step, choice, lines_of
from web.forms import CHOOSE, code_line, coded, dropdown, line, text

_ROLES = (
    PhoneRole.SOUGHT,
    PhoneRole.CALLED_FROM,
    PhoneRole.COMPANION,
    PhoneRole.CARRIED,
    PhoneRole.CONTACT_GIVEN,
    PhoneRole.UNKNOWN,
)
_NO_DIGITS = _("Please write the number in digits, best with + and the country code. You can also leave this empty.")


class PhoneForm(Form):
    """One number and whose it is."""

    number = code_line(
        _("Phone number"), _("Best with + and the country code, for example +502 5555 0101. Without is fine too.")
    )
    role = dropdown(_("Whose number is it?"), coded(_ROLES, CHOOSE))

    def validate_number(self, field: Field) -> None:
        """Some digits, in any script."""
        if field.data and not phone_number(field.data):
            raise ValidationError(_NO_DIGITS)


class DocumentForm(Form):
    """One paper."""

    kind = dropdown(_("Kind of paper"), coded(DocumentKind, CHOOSE))
    country = dropdown(_("Country of the paper"), coded(COUNTRIES, CHOOSE, "country"))
    number = line(_("Number on the paper"))


class NumbersForm(Form):
    """Everything that points at one person."""

    phones = rows(PhoneForm)
    documents = rows(DocumentForm)
    accounts = text(_("Names on social media or messengers"), _("One on each line."))
    transfers = text(_("Money sent to them: number or office of the transfer"), _("One on each line."))


def _fill_phone(phone: Phone) -> Typed:
    return {"number": phone.number, "role": phone.role.value}


def _build_phone(regions: tuple[str, ...], typed: Typed) -> Phone | None:
    """`regions`: whose own way of writing numbers is tried where no country is written."""
    number = phone_number(typed["number"], regions)
    return Phone(number, PhoneRole(choice(typed["role"], _ROLES) or PhoneRole.UNKNOWN)) if number else None


def _fill_document(document: IdentityDocument) -> Typed:
    return {"kind": document.kind, "country": document.country, "number": document.number}


def _build_document(typed: Typed) -> IdentityDocument | None:
    if not typed["number"]:
        return None
    return IdentityDocument(typed["number"], choice(typed["kind"], DocumentKind), choice(typed["country"], COUNTRIES))


def phones_of_others(case: CaseDraft) -> list[Phone]:
    """All numbers but the enquirer's own, which follow from the contacts."""
    return [phone for phone in case.identifiers.phones if phone.role is not PhoneRole.ENQUIRER]


def own_phones(case: CaseDraft) -> list[Phone]:
    """The enquirer's own numbers."""
    return [phone for phone in case.identifiers.phones if phone.role is PhoneRole.ENQUIRER]


def _fill_numbers(case: CaseDraft) -> Typed:
    return {
        "phones": [_fill_phone(phone) for phone in phones_of_others(case)],
        "documents": [_fill_document(document) for document in case.identifiers.documents],
        "accounts": "\n".join(case.identifiers.accounts),
        "transfers": "\n".join(case.identifiers.transfers),
    }


def _read_numbers(case: CaseDraft, typed: Typed) -> CaseDraft:
    phones = all_rebuilt(
        phones_of_others(case), typed["phones"], _fill_phone, partial(_build_phone, case.sought.nationalities)
    )
    documents = all_rebuilt(case.identifiers.documents, typed["documents"], _fill_document, _build_document)
    identifiers = Identifiers(
        phones=(*phones, *own_phones(case)),
        documents=documents,
        accounts=lines_of(typed["accounts"]),
        transfers=lines_of(typed["transfers"]),
    )
    return replace(case, identifiers=identifiers)


NUMBERS = Step(
    slug="numbers",
    title=_("Phone numbers, papers and accounts"),
    why=_(
        "A number on a scrap of paper can be enough to find somebody. We never call these numbers without asking you."
    ),
    form=NumbersForm,
    fill=_fill_numbers,
    read=_read_numbers,
)
