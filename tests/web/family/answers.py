"""A case that says more than the questions ask for, and what a browser sends of a question's page."""

import datetime

from matching.record import (
    AgeRange,
    Calendar,
    DatePrecision,
    Effect,
    Event,
    HeightRange,
    IdentityDocument,
    Mark,
    NameKind,
    PartialDate,
    PersonName,
    Phone,
    PhoneRole,
    Place,
    PlacePrecision,
    Sex,
    Trait,
)
from search.commands import ConsentGiven
from search.consents import Receiver
from search.documents import Contact, Description, EarlierReport, Filing, Identifiers, Journey, JourneyLeg, Medical
from search.fields import FieldRow
from search.fields.table import catalogue, parts_of
from search.vocabulary import ConsentPurpose, ContactKind, Network, PersonStatus, ReceiverKind, Relationship
from web.family.asked_simply import asked_simply, said_plainly
from web.family.case_draft import CaseDraft
from web.family.draft_answers import Draft
from web.family.draft_reading import case_so_far, items_of, typed_for
from web.family.pages import Page
from web.fields.drawing import drawn
from web.fields.typed import ANSWER, Typed
from web.fields.widget import Control
from web.labels.consents import consent_text

DAY = datetime.date(2021, 3, 12)
SEASON = PartialDate(DAY, DAY + datetime.timedelta(days=80), DatePrecision.SEASON, Calendar.HIJRI, "after Ramadan")
PLACE = Place("Agadez, near the bus station", ("NE", "LY"), 16.97, 7.99, PlacePrecision.ROUTE)

HUMANITARIAN = Receiver(ReceiverKind.NETWORK, Network.HUMANITARIAN.value)
RICH = CaseDraft(
    sought=Description(
        names=(
            PersonName("Tesfalem", NameKind.GIVEN, "ti"),
            PersonName("ተስፋለም ኪዳነማርያም", NameKind.FULL, "ti"),
            PersonName("Kidane", NameKind.FATHER, "ti"),
            PersonName("Tes", NameKind.AS_HEARD),
        ),
        sex=Sex.MALE,
        birth=SEASON,
        age=AgeRange(20, 25, estimated=True, written="about 22"),
        birth_place=PLACE,
        nationalities=("ER", "XK"),
        languages=("ti", "zza"),
        religion="not asked for",
        marital_status="not asked for",
        event=Event(SEASON, PLACE),
        journey=Journey(
            departure=Event(SEASON, PLACE),
            destination=PLACE,
            legs=(JourneyLeg(means="lorry"),),
            aboard=31,
            companions=(PersonName("Amanuel", NameKind.NICKNAME, "ti"),),
            extortion="a call",
        ),
        height=HeightRange(168, 172, estimated=True, written="1.70 more or less"),
        traits=(Trait("eyes", "brown"), Trait("skin", "dark")),
        marks=(Mark("scar", "forearm", "left", "", "from a fall"), Mark("tattoo", "wrist", "", "cross")),
        effects=(Effect("ring", "gold", "", "engraved"),),
        medical=Medical(illnesses="asthma", implant_numbers="not asked for"),
        words="sings",
    ),
    identifiers=Identifiers(
        phones=(Phone("+2917123456", PhoneRole.SOUGHT), Phone("+46701234567", PhoneRole.ENQUIRER)),
        documents=(IdentityDocument("K123", "passport", "ER"),),
        accounts=("tes.k",),
        transfers=("MTCN 12",),
    ),
    filing=Filing(
        enquirer_names=(PersonName("Letebrhan", NameKind.FULL, "ti"), PersonName("Abeba")),
        relationship=Relationship.MOTHER,
        contacts=(
            Contact(kind=ContactKind.THROUGH_SOMEONE, value="the priest", safe_hours="Sundays", safe_to_say_why=True),
        ),
        earlier_reports=(EarlierReport(office="Red Cross", number="7"),),
        status=PersonStatus.BELIEVED_MISSING,
        control_facts=("the name of the goat",),
    ),
    consents=(
        ConsentGiven(
            purpose=ConsentPurpose.SHARING,
            receiver=HUMANITARIAN,
            allowed=True,
            text_digest=consent_text("en", ConsentPurpose.SHARING, HUMANITARIAN).digest,
            language="en",
        ),
    ),
)


def untouched(row: FieldRow, typed: Typed) -> dict[str, list[str]]:
    """What a browser sends of a field that was shown with `typed` and left alone."""
    field = asked_simply(row, drawn(row, typed))
    sent: dict[str, list[str]] = {}
    for control in field.controls:
        sent[control.part] = _as_it_stands(control)
    if field.answers:
        sent[ANSWER] = [option.value for option in field.answers if option.chosen]
    return {part: values for part, values in said_plainly(row, sent).items() if values}


def sent_untouched(page: Page, case: CaseDraft) -> Draft:
    """The draft after a page was opened and sent off as it was, with every page of its elements."""
    if page.listed is None:
        return Draft(answers={row.path: untouched(row, typed_for(row, case, Draft())) for row in page.rows})
    items = items_of(page.listed, case, Draft())
    return Draft(
        items={
            page.listed.path: {
                number: {row.path: untouched(row, parts.get(row.path, {})) for row in parts_of(page.listed.path)}
                for number, parts in items.items()
            }
        }
    )


def _as_it_stands(control: Control) -> list[str]:
    if control.kind in ("radios", "select", "calendar"):
        return [option.value for option in control.options if option.chosen]
    if control.kind == "tick":
        return ["y"] if control.values[0] else []
    return list(control.values)


def answered(path: str, *texts: str, base: CaseDraft | None = None, **parts: str) -> CaseDraft:
    """A case, empty unless another is given, after one field was answered: its one control, or its parts by name."""
    typed = {"": list(texts)} if texts else {}
    return case_so_far(
        base or CaseDraft(), Draft(answers={path: {**typed, **{part: [said] for part, said in parts.items()}}})
    )


def with_element(path: str, base: CaseDraft | None = None, **parts: str) -> CaseDraft:
    """A case after one element was added to a list; the parts by the last word of their path."""
    typed = {f"{path}.{part}": {"": [said]} for part, said in parts.items()}
    case = base or CaseDraft()
    row = catalogue()[path]
    items = {number: dict(said) for number, said in items_of(row, case, Draft()).items()}
    new: dict[str, dict[str, dict[str, list[str]]]] = {
        number: {part: dict(said) for part, said in parts.items()} for number, parts in items.items()
    }
    return case_so_far(case, Draft(items={path: {**new, str(len(new) + 1): typed}}))


def notes(case: CaseDraft) -> dict[str, tuple[str, str]]:
    """Answer and words of every note of a case, by field."""
    every = (*case.sought.notes, *case.identifiers.notes, *case.filing.notes)
    return {note.field: (str(note.answer or ""), note.words) for note in every}
