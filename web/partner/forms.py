"""The form in which an organisation reports one person: what a shelter or a mortuary knows, all of it optional."""

from collections.abc import Collection
from typing import Any, Self

from wtforms import FieldList, Form, FormField
from wtforms.validators import AnyOf

from i18n.translate import gettext_noop as _
from matching.record import NameKind, PhoneRole, Remains, Sex
from search.vocabulary import (
    LIVING_KINDS,
    NUMBERED_TEETH,
    BodyPlace,
    BodySide,
    Colour,
    DocumentKind,
    EffectItem,
    MarkKind,
    Motif,
    ReportKind,
    WantsContact,
)
from web.forms import CHOOSE, DO_NOT_KNOW, coded, dropdown, line, radios, text
from web.partner.read_fields import (
    age_line,
    birth_line,
    date_line,
    height_line,
    language_line,
    limited,
    nationality_line,
    phone_line,
    place_line,
)

ROWS_MORE = 3
_MOST_ROWS = 40
_NAME_KINDS = (
    NameKind.AS_HEARD, NameKind.ON_PAPERS_FOUND, NameKind.GIVEN, NameKind.FAMILY, NameKind.FATHER, NameKind.NICKNAME,
)  # fmt: skip
_PHONE_ROLES = (PhoneRole.SOUGHT, PhoneRole.CARRIED, PhoneRole.CONTACT_GIVEN, PhoneRole.CALLED_FROM)
_LIVING = [kind for kind in ReportKind if kind in LIVING_KINDS]
_DEAD = [kind for kind in ReportKind if kind not in LIVING_KINDS]
# A tooth is chosen by its number on the picture of the teeth.
_PLACES = [place for place in BodyPlace if place not in NUMBERED_TEETH]
_NO_KIND = _("Please choose the kind of place.")


class NameRow(Form):
    """One name as it was heard or read."""

    text = line(_("Name"))
    kind = dropdown(_("What kind of name is it?"), coded(_NAME_KINDS))


class MarkRow(Form):
    """One mark, tooth or medical feature."""

    kind = dropdown(_("What is it?"), coded(MarkKind, CHOOSE))
    place = dropdown(_("Where on the body?"), coded(_PLACES, CHOOSE))
    side = dropdown(_("Which side?"), coded(BodySide, CHOOSE))
    motif = dropdown(_("What does it show?"), coded(Motif, CHOOSE))
    words = line(_("In your own words"))


class EffectRow(Form):
    """One thing worn or carried."""

    item = dropdown(_("What is it?"), coded(EffectItem, CHOOSE))
    colour = dropdown(_("Colour"), coded(Colour, CHOOSE))
    brand = line(_("Make"))
    words = line(_("In your own words"))


class PhoneRow(Form):
    """One number and whose it is."""

    number = phone_line(_("Telephone number"))
    role = dropdown(_("Whose number is it?"), coded(_PHONE_ROLES, CHOOSE))


class DocumentRow(Form):
    """One document that was seen."""

    kind = dropdown(_("Kind of document"), coded(DocumentKind, CHOOSE))
    number = limited(_("Number of the document"))
    country = nationality_line(_("Country of the document"))


def rows(form: type[Form], shown: int = 1) -> Any:
    """Rows of the same fields; a button adds more."""
    return FieldList(FormField(form), min_entries=shown, max_entries=_MOST_ROWS)


class ReportForm(Form):
    """What is asked about everybody. `kind` stands in the two forms, which ask for it in their own words."""

    kind: Any
    sender_number = limited(
        _("Your own case number"),
        _("If you send the same number again, we take it as news about the same person."),
    )
    found_on = date_line(_("When were they found or met?"), _("For example 12.03.2024, March 2024 or 2024."))
    names = rows(NameRow, 2)
    sex = radios(_("Sex"), coded(Sex, DO_NOT_KNOW))
    age = age_line(_("Age or range of ages"), _("For example 30 or 25-35."))
    birth = birth_line(_("Date of birth"), _("As much of it as is known, for example 1990."))
    nationalities = nationality_line(_("Nationality"))
    languages = language_line(_("Languages they speak"), _("With commas between them."))
    height = height_line(_("Height"), _("For example 172 cm or 170-175 cm."))
    marks = rows(MarkRow)
    effects = rows(EffectRow)
    phones = rows(PhoneRow)
    documents = rows(DocumentRow)
    words = text(_("Anything else that could help somebody recognise them"))

    def offer(self, kinds: Collection[ReportKind]) -> Self:
        """Only the kinds of place that the organisation may report from; where there is one, it is chosen already."""
        self.kind.choices = {code: words for code, words in self.kind.choices.items() if code in kinds}
        if len(self.kind.choices) == 1 and not self.kind.data:
            self.kind.data = next(iter(self.kind.choices))
        return self

    def add_rows(self, which: str) -> None:
        """A few more empty rows where they were asked for."""
        listed = self._fields.get(which)
        if isinstance(listed, FieldList):
            for _more in range(min(ROWS_MORE, _MOST_ROWS - len(listed))):
                listed.append_entry()


class LivingForm(ReportForm):
    """A living person. Where they are is kept apart and shown to nobody without their consent."""

    kind = radios(_("Where did you meet them?"), coded(_LIVING))
    found_at = place_line(
        _("Where were they found or met?"), _("Reviewers see the country and the region only, never the exact place.")
    )
    wants_contact = radios(_("Do they want contact with their family?"), coded(WantsContact))
    present_place = place_line(
        _("Where are they now?"), _("Only you can read this until the person agrees that the family may know.")
    )
    condition = line(_("How are they?"))
    minor = radios(_("Are they under 18?"), coded(("yes", "no"), DO_NOT_KNOW, "yes_no"))

    def validate_kind(self, field: Any) -> None:
        """The kind decides who may see what, so it cannot be left open."""
        AnyOf(list(field.choices), message=_NO_KIND)(self, field)


class BodyForm(ReportForm):
    """A body or remains, with the numbers of those who hold it."""

    kind = radios(_("Who reports?"), coded(_DEAD))
    found_at = place_line(_("Where was the body found?"), _("In words. You can add coordinates, such as 35.50, 12.61."))
    remains = radios(_("Condition of the body"), coded(Remains))
    body_tag = limited(_("Body tag"))
    mortuary_number = limited(_("Number in the mortuary's register"))
    prosecutor_number = limited(_("Prosecutor's file number"))
    completeness = line(_("How complete is it?"))
    interval = line(_("Estimated time since death"))
    sex_method = line(_("How was the sex determined?"))
    age_method = line(_("How was the age estimated?"))
    stature_method = line(_("How was the height estimated?"))
    samples_taken = line(_("Samples and records taken"), _("For example: bone sample, fingerprints, dental chart."))
    burial_place = line(_("Place of burial"))
    cause = line(_("Cause of death"), _("Never shown in a list, and not on the reviewers' card."))

    def validate_kind(self, field: Any) -> None:
        """The kind decides who may see what, so it cannot be left open."""
        AnyOf(list(field.choices), message=_NO_KIND)(self, field)


WHICH = {"living": frozenset(_LIVING), "body": frozenset(_DEAD)}
FORMS: dict[str, type[LivingForm] | type[BodyForm]] = {"living": LivingForm, "body": BodyForm}
