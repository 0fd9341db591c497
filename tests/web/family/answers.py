"""A case that says more than the questions ask for, and what a browser sends of a question's page."""

import datetime

from wtforms import BooleanField, Field, SelectField

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
from search.vocabulary import ConsentPurpose, ContactKind, Network, PersonStatus, ReceiverKind, Relationship
from web.family.case_draft import CaseDraft
from web.family.draft_answers import as_formdata
from web.family.steps import BY_SLUG, Step
from web.forms import every_field, options
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
        phones=(Phone("+2917123456", PhoneRole.SOUGHT), Phone("+46700000000", PhoneRole.ENQUIRER)),
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


def unchanged(step: Step, case: CaseDraft) -> dict[str, list[str]]:
    """What a browser sends when the filled page is sent off untouched."""
    fields = {field.name: shown(field) for field in every_field(step.form(data=step.fill(case)))}
    return {name: values for name, values in fields.items() if values}


def shown(field: Field) -> list[str]:
    """What a field sends as it stands."""
    if isinstance(field, SelectField):
        return [option.value for option in options(field) if option.selected]
    if isinstance(field, BooleanField):
        return ["y"] if field.data else []
    return ["" if field.data is None else str(field.data)]


def read(step: Step, case: CaseDraft, answers: dict[str, list[str]]) -> CaseDraft:
    """The case after answers that can be read were sent for a question."""
    form = step.form(as_formdata(answers))
    assert form.validate(), form.errors
    return step.read(case, form.data)


def answered(slug: str, **answers: str) -> CaseDraft:
    """An empty case after one question was answered."""
    return read(BY_SLUG[slug], CaseDraft(), {key: [value] for key, value in answers.items()})


def problems_of(slug: str, **answers: str) -> list[str]:
    """What a question says about answers that it cannot read; empty when it can."""
    form = BY_SLUG[slug].form(as_formdata({key: [value] for key, value in answers.items()}))
    form.validate()
    return [message for part in every_field(form) for message in part.errors]
