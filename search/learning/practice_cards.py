"""A dozen invented pairs with known answers: every way in which a pair misleads its reader. Nobody in them is real."""

import datetime
from dataclasses import dataclass

from matching.record import (
    AgeRange,
    Effect,
    Event,
    HeightRange,
    IdentityDocument,
    Mark,
    NameKind,
    PartialDate,
    PersonName,
    Phone,
    Place,
    PlacePrecision,
    Remains,
    Sex,
)
from search.documents import Description, Identifiers
from search.vocabulary import JudgementKind, PracticeTrap, ReportKind


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedSide:
    """One side of an invented pair."""

    person: Description
    numbers: Identifiers = Identifiers()


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedPair:
    """A pair, what it is to teach, and the answer that is known."""

    trap: PracticeTrap
    kind: ReportKind
    sought: InventedSide
    found: InventedSide
    answer: JudgementKind


SAME, OTHER, OPEN = JudgementKind.POSITIVE, JudgementKind.NEGATIVE, JudgementKind.UNSURE
_MARIAM = Mark("tattoo", "upper_arm", "left", "letters", "MARIAM K")
_MAN, _WOMAN = Sex.MALE, Sex.FEMALE
_ZUWARA = Place("Zuwara", ("LY",), 32.93, 12.08, PlacePrecision.MUNICIPALITY)
_LAMPEDUSA = Place("Lampedusa", ("IT",), 35.5, 12.6, PlacePrecision.MUNICIPALITY)
_NADOR = Place("Nador", ("MA",), 35.17, -2.93, PlacePrecision.MUNICIPALITY)
_MOTRIL = Place("Motril", ("ES",), 36.74, -3.52, PlacePrecision.MUNICIPALITY)
_TAPACHULA = Place("Tapachula", ("MX",), 14.9, -92.26, PlacePrecision.MUNICIPALITY)
_REYNOSA = Place("Reynosa", ("MX",), 26.09, -98.28, PlacePrecision.MUNICIPALITY)


def _day(text: str) -> PartialDate:
    day = datetime.date.fromisoformat(text)
    return PartialDate(day, day)


def _at(day: str, place: Place) -> Event:
    return Event(_day(day), place)


def _names(*texts: str) -> tuple[PersonName, ...]:
    return tuple(PersonName(text) for text in texts)


def _phone(number: str) -> Identifiers:
    return Identifiers(phones=(Phone(number),))


def _paper(number: str, country: str) -> Identifiers:
    return Identifiers(documents=(IdentityDocument(number, "passport", country),))


def _aged(low: int, high: int) -> AgeRange:
    return AgeRange(low, high, estimated=True)


def _tall(low: int, high: int) -> HeightRange:
    return HeightRange(low, high)


CARDS: tuple[InventedPair, ...] = (
    InventedPair(
        trap=PracticeTrap.SPELT_ANEW,
        kind=ReportKind.SHELTER,
        sought=InventedSide(
            person=Description(
                names=_names("ሰለሞን ገብረመድህን"), sex=_MAN, birth=_day("1998-03-14"), nationalities=("ER",),
                event=_at("2025-05-02", _ZUWARA), marks=(Mark("scar", "face", "left"),),
            ),
            numbers=_phone("+218910000417"),
        ),
        found=InventedSide(
            person=Description(
                names=_names("Solomon Gebremedhin"), sex=_MAN, birth=_day("1998-03-14"), nationalities=("ER",),
                event=_at("2025-05-09", _LAMPEDUSA), marks=(Mark("scar", "face", "left"),),
            ),
            numbers=_phone("+218910000417"),
        ),
        answer=SAME,
    ),
    InventedPair(
        trap=PracticeTrap.FOUND_BEFORE_SEEN,
        kind=ReportKind.MORTUARY,
        sought=InventedSide(
            person=Description(
                names=_names("Yamileth Orellana Pineda"), sex=_WOMAN, birth=_day("1991-11-23"), nationalities=("HN",),
                event=_at("2025-02-18", _REYNOSA), height=_tall(155, 159),
                marks=(Mark("tattoo", "wrist", "right", "butterfly"), Mark("scar", "abdomen", words="cesárea")),
                effects=(Effect("necklace", "silver", words="Y.O."),),
            )
        ),
        found=InventedSide(
            person=Description(
                sex=_WOMAN, age=_aged(28, 40), event=_at("2025-02-15", _REYNOSA), height=_tall(154, 160),
                marks=(Mark("tattoo", "wrist", "right", "butterfly"), Mark("scar", "abdomen", words="cesárea")),
                effects=(Effect("necklace", "silver", words="Y.O."),), remains=Remains.FRESH,
            )
        ),
        answer=SAME,
    ),
    InventedPair(
        trap=PracticeTrap.FATHER_AND_SON,
        kind=ReportKind.HOSPITAL,
        sought=InventedSide(
            person=Description(
                names=_names("كريم بن سالم الطرابلسي"), sex=_MAN, birth=_day("1969-08-30"), nationalities=("TN",),
                event=_at("2025-06-11", _ZUWARA),
            ),
            numbers=_phone("+216200000538"),
        ),
        found=InventedSide(
            person=Description(
                names=_names("Salim bin Karim Trabelsi"), sex=_MAN, birth=_day("1999-08-30"), nationalities=("TN",),
                event=_at("2025-06-14", _LAMPEDUSA),
            ),
            numbers=_phone("+216200000538"),
        ),
        answer=OTHER,
    ),
    InventedPair(
        trap=PracticeTrap.BROTHER,
        kind=ReportKind.SHELTER,
        sought=InventedSide(
            person=Description(
                names=_names("Mamadou Oury Sidibé"), sex=_MAN, birth=_day("2003-01-19"), nationalities=("GN",),
                event=_at("2025-07-01", _NADOR), marks=(Mark("scar", "knee", "right"),),
            ),
            numbers=_phone("+224620000261"),
        ),
        found=InventedSide(
            person=Description(
                names=_names("Alpha Oury Sidibé"), sex=_MAN, birth=_day("2001-04-02"), nationalities=("GN",),
                event=_at("2025-07-03", _MOTRIL), marks=(Mark("burn", "hand", "left"),),
            ),
            numbers=_phone("+224620000261"),
        ),
        answer=OTHER,
    ),
    InventedPair(
        trap=PracticeTrap.COMMON_NAME,
        kind=ReportKind.SHELTER,
        sought=InventedSide(
            person=Description(
                names=_names("محمد أحمد"), sex=_MAN, birth=_day("2000-06-09"), nationalities=("SD",),
                event=_at("2024-12-20", _ZUWARA), marks=(Mark("scar", "neck", "left"),),
            )
        ),
        found=InventedSide(
            person=Description(
                names=_names("Mohamed Ahmed"), sex=_MAN, age=_aged(20, 30), nationalities=("SD",),
                event=_at("2025-03-02", _LAMPEDUSA),
            )
        ),
        answer=OPEN,
    ),
    InventedPair(
        trap=PracticeTrap.NAME_AND_CLOTHES,
        kind=ReportKind.MORTUARY,
        sought=InventedSide(
            person=Description(
                names=_names("Wilmer Antonio Zelaya"), sex=_MAN, birth=_day("1995-09-05"), nationalities=("SV",),
                event=_at("2025-01-08", _TAPACHULA), effects=(Effect("jeans", "blue"), Effect("tshirt", "black")),
            )
        ),
        found=InventedSide(
            person=Description(
                names=(PersonName("Wilmer Zelaya", NameKind.AS_HEARD),), sex=_MAN, age=_aged(20, 35),
                event=_at("2025-01-30", _REYNOSA), effects=(Effect("jeans", "blue"), Effect("tshirt", "black")),
                remains=Remains.FRESH,
            )
        ),
        answer=OPEN,
    ),
    InventedPair(
        trap=PracticeTrap.SHARED_NUMBER,
        kind=ReportKind.SHELTER,
        sought=InventedSide(
            person=Description(
                names=_names("Nadia Rahimi"), sex=_WOMAN, birth=_day("1988-02-27"), nationalities=("AF",),
                event=_at("2025-04-04", _NADOR),
            ),
            numbers=_phone("+212600000733"),
        ),
        found=InventedSide(
            person=Description(
                names=_names("Reza Haidari"), sex=_MAN, birth=_day("2004-10-16"), nationalities=("AF",),
                event=_at("2025-04-06", _MOTRIL),
            ),
            numbers=_phone("+212600000733"),
        ),
        answer=OTHER,
    ),
    InventedPair(
        trap=PracticeTrap.FIRST_OF_JANUARY,
        kind=ReportKind.DETENTION,
        sought=InventedSide(
            person=Description(
                names=_names("Cabdi Warsame"), sex=_MAN, birth=_day("1999-01-01"), nationalities=("SO",),
                event=_at("2025-03-12", _ZUWARA),
            )
        ),
        found=InventedSide(
            person=Description(
                names=_names("Abdi Warsame"), sex=_MAN, birth=_day("1999-01-01"), nationalities=("SO",),
                event=_at("2025-08-20", _LAMPEDUSA),
            )
        ),
        answer=OPEN,
    ),
    InventedPair(
        trap=PracticeTrap.AGE_ESTIMATED,
        kind=ReportKind.MORTUARY,
        sought=InventedSide(
            person=Description(
                names=_names("Ibrahima Kourouma"), sex=_MAN, birth=_day("2001-12-12"), nationalities=("CI",),
                event=_at("2025-09-01", _NADOR), height=_tall(183, 187),
                marks=(_MARIAM, Mark("amputation", "finger", "right")),
                effects=(Effect("ring", "silver", words="M + I 2023"),),
            )
        ),
        found=InventedSide(
            person=Description(
                sex=_MAN, age=_aged(30, 45), event=_at("2025-09-19", _MOTRIL), height=_tall(182, 188),
                marks=(_MARIAM, Mark("amputation", "finger", "right")),
                effects=(Effect("ring", "silver", words="M + I 2023"),), remains=Remains.FRESH,
            )
        ),
        answer=SAME,
    ),
    InventedPair(
        trap=PracticeTrap.SILENT_REPORT,
        kind=ReportKind.HOSPITAL,
        sought=InventedSide(
            person=Description(
                names=_names("Жанар Абдыкадырова"), sex=_WOMAN, birth=_day("1994-05-17"), nationalities=("KG",),
                event=_at("2025-05-20", _ZUWARA), height=_tall(160, 164), marks=(Mark("mole", "face", "right"),),
            )
        ),
        found=InventedSide(
            person=Description(
                names=(PersonName("Zhanar", NameKind.AS_HEARD),), sex=_WOMAN, event=_at("2025-05-28", _LAMPEDUSA)
            )
        ),
        answer=OPEN,
    ),
    InventedPair(
        trap=PracticeTrap.BORROWED_PAPER,
        kind=ReportKind.MORTUARY,
        sought=InventedSide(
            person=Description(
                names=_names("Óscar Danilo Peralta"), sex=_MAN, birth=_day("1987-07-07"), nationalities=("NI",),
                event=_at("2025-03-03", _TAPACHULA), height=_tall(164, 168),
                marks=(Mark("tattoo", "chest", "", "eagle"), Mark("amputation", "finger", "left")),
            ),
            numbers=_paper("C0000417", "NI"),
        ),
        found=InventedSide(
            person=Description(
                names=_names("Óscar Danilo Peralta"), sex=_MAN, age=_aged(20, 28), event=_at("2025-04-10", _REYNOSA),
                height=_tall(180, 184), marks=(Mark("scar", "thigh", "right"),), remains=Remains.FRESH,
            ),
            numbers=_paper("C0000417", "NI"),
        ),
        answer=OPEN,
    ),
    InventedPair(
        trap=PracticeTrap.OTHER_SIDE,
        kind=ReportKind.SHELTER,
        sought=InventedSide(
            person=Description(
                names=(*_names("فاطمة الزهراء بن يوسف"), PersonName("الحداد", NameKind.MAIDEN)), sex=_WOMAN,
                birth=_day("1992-10-21"), nationalities=("DZ",), event=_at("2025-06-06", _NADOR),
                marks=(Mark("scar", "forearm", "right"),),
            ),
            numbers=_paper("1840000293", "DZ"),
        ),
        found=InventedSide(
            person=Description(
                names=_names("Fatima Zohra Haddad"), sex=_WOMAN, birth=_day("1992-10-21"), nationalities=("DZ",),
                event=_at("2025-06-09", _MOTRIL), marks=(Mark("scar", "forearm", "left"),),
            ),
            numbers=_paper("1840000293", "DZ"),
        ),
        answer=SAME,
    ),
)  # fmt: skip
