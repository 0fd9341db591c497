"""A case in words, section by section: for the review, the case page and print."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from i18n.formats import isolate, isolate_ltr
from matching.record import Effect, Event, HeightRange, IdentityDocument, Mark, PartialDate
from search.commands import ConsentGiven
from search.consent_summaries import ConsentSummary
from search.documents import Contact
from search.vocabulary import ConsentAnswer, ConsentPurpose, ContactKind
from web import description_fields
from web.description_fields import joined, place_words, span_words
from web.family.case_draft import CaseDraft
from web.family.steps import BY_SLUG, Step
from web.labels import words
from web.labels.consents import receiver_name
from web.locale import gettext, language
from web.template_filters import shown_date

Row = tuple[str, list[str]]


@dataclass(frozen=True, slots=True)
class Section:
    """One question's answers: rows of a label and its values, already in words."""

    step: Step
    rows: list[Row]


def sections(case: CaseDraft) -> list[Section]:
    """Every question with what was answered, unanswered ones with no rows."""
    return [Section(BY_SLUG[slug], _without_empty(rows(case))) for slug, rows in _ROWS.items()]


def _without_empty(rows: Iterable[Row]) -> list[Row]:
    filled = ((label, [value for value in values if value]) for label, values in rows)
    return [(label, values) for label, values in filled if values]


def date_words(date: PartialDate | None) -> str:
    """A date as the reader writes it, with the family's own words for it."""
    if date is None:
        return ""
    shown = shown_date(date)
    spoken = bool(date.written) and not any(letter.isdecimal() for letter in date.written)
    return gettext("%(date)s (“%(written)s”)", date=shown, written=date.written) if spoken else shown


def mark_words(mark: Mark) -> str:
    """A mark in one line, with the family's own words for it."""
    return joined(description_fields.mark_words(mark), mark.words)


def effect_words(effect: Effect) -> str:
    """A thing worn or carried in one line, with the family's own words for it."""
    return joined(description_fields.effect_words(effect), effect.words)


def _names(case: CaseDraft) -> list[Row]:
    return [(words(name.kind), [name.text]) for name in case.sought.names]


def _age(case: CaseDraft) -> list[Row]:
    sought = case.sought
    age = "" if sought.age is None else sought.age.written or span_words(sought.age.low, sought.age.high)
    return [
        (gettext("Sex"), [words(sought.sex) if sought.sex else ""]),
        (gettext("Born"), [date_words(sought.birth)]),
        (gettext("Age when last heard from"), [age]),
    ]


def _origin(case: CaseDraft) -> list[Row]:
    sought = case.sought
    return [
        (gettext("Nationality"), [words(code, "country") for code in sought.nationalities]),
        (gettext("Language they speak"), [words(code, "language") for code in sought.languages]),
        (gettext("Birth place"), [place_words(sought.birth_place)]),
        (gettext("People or community"), [sought.community]),
        (gettext("Work"), [sought.occupation]),
    ]


def _last_contact(case: CaseDraft) -> list[Row]:
    event = case.sought.event or Event()
    return [
        (gettext("When"), [date_words(event.when)]),
        (gettext("Where"), [place_words(event.place)]),
        (gettext("How you heard from them"), [case.journey.channel]),
        (gettext("What was said"), [case.journey.what_was_said]),
    ]


def _journey(case: CaseDraft) -> list[Row]:
    journey = case.journey
    departure = journey.departure or Event()
    return [
        (gettext("Set out from"), [place_words(departure.place)]),
        (gettext("Set out when"), [date_words(departure.when)]),
        (gettext("Wanted to go to"), [place_words(journey.destination)]),
        (gettext("Boat, car, bus or train"), [journey.vessel]),
        (gettext("People on board"), [str(journey.aboard or "")]),
        (gettext("Travelled with"), [name.text for name in journey.companions]),
        (gettext("Held, registered or in hospital on the way"), [journey.earlier_detention]),
        (gettext("News since"), [journey.news_since]),
    ]


def _body(case: CaseDraft) -> list[Row]:
    traits = [
        (words(trait.feature, "feature"), [words(f"{trait.feature}.{trait.value}", "feature_value")])
        for trait in case.sought.traits
    ]
    medical = case.sought.medical
    return [
        (gettext("Height"), [_height_words(case.sought.height)]),
        *traits,
        (gettext("Illnesses and operations"), [medical.illnesses if medical else ""]),
    ]


def _height_words(height: HeightRange | None) -> str:
    """As the family wrote it; a bare number with its unit."""
    if height is None:
        return ""
    if height.written and not height.written.isdecimal():
        return height.written
    return gettext("%(height)s centimetres", height=height.written or span_words(height.low_cm, height.high_cm))


def _marks(case: CaseDraft) -> list[Row]:
    return [(gettext("Marks"), [mark_words(mark) for mark in case.sought.marks])]


def _belongings(case: CaseDraft) -> list[Row]:
    return [(gettext("Clothing and belongings"), [effect_words(effect) for effect in case.sought.effects])]


def _numbers(case: CaseDraft) -> list[Row]:
    identifiers = case.identifiers
    return [
        *((words(phone.role), [isolate_ltr(phone.number)]) for phone in identifiers.phones),
        *((_document_label(document), [document.number]) for document in identifiers.documents),
        (gettext("Accounts"), list(identifiers.accounts)),
        (gettext("Money sent"), list(identifiers.transfers)),
    ]


def _document_label(document: IdentityDocument) -> str:
    country = words(document.country, "country") if document.country else ""
    return joined(words(document.kind, "document_kind"), country)


def _about_you(case: CaseDraft) -> list[Row]:
    filing = case.filing
    return [
        (gettext("Your name"), [name.text for name in filing.enquirer_names]),
        (gettext("You are"), [words(filing.relationship) if filing.relationship else ""]),
        (gettext("How we can reach you"), [_contact_words(contact) for contact in filing.contacts]),
        (gettext("What only your family knows"), list(filing.control_facts)),
    ]


def _contact_words(contact: Contact) -> str:
    why = gettext("we may say why we call") if contact.safe_to_say_why else gettext("we do not say why we call")
    value = (isolate_ltr if contact.kind is ContactKind.PHONE else isolate)(contact.value)
    hours = isolate(contact.safe_hours) if contact.safe_hours else ""
    return joined(words(contact.kind) if contact.kind else "", value, hours, why)


def _sharing(case: CaseDraft) -> list[Row]:
    said = [(one.purpose, _answer_words(one)) for one in case.consents]
    rows = [(words(purpose), [line for asked, line in said if asked is purpose]) for purpose in ConsentPurpose]
    nobody = not any(one.allowed for one in case.consents)
    return [*rows, (gettext("May see this search"), [gettext("Nobody outside this service")] if nobody else [])]


def _answer_words(given: ConsentGiven | ConsentSummary) -> str:
    organisation = given.organisation if isinstance(given, ConsentSummary) else ""
    return joined(
        isolate(receiver_name(language(), given.receiver, organisation)),
        words(ConsentAnswer.YES if given.allowed else ConsentAnswer.NO),
    )


def _anything_else(case: CaseDraft) -> list[Row]:
    return [(gettext("In your words"), [case.sought.words])]


_ROWS: dict[str, Callable[[CaseDraft], list[Row]]] = {
    "names": _names,
    "age": _age,
    "origin": _origin,
    "last-contact": _last_contact,
    "journey": _journey,
    "body": _body,
    "marks": _marks,
    "belongings": _belongings,
    "numbers": _numbers,
    "anything-else": _anything_else,
    "about-you": _about_you,
    "sharing": _sharing,
}
