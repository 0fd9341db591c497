"""What people type: sense and nonsense for every field, and whether all of it can be found again."""

import datetime
import random
import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from babel.dates import format_date

from i18n.calendars import month_name, with_calendar_name
from i18n.formats import number
from matching.record import Calendar
from search.fields import FieldRow
from search.fields.table import AskedOf, Widget, asked_parts, asked_rows, catalogue, list_of
from search.values.dates.calendar_days import month_names
from search.values.folding import fold, plain_digits
from search.vocabulary.code_sets import CODE_SETS
from web.family.case_draft import CaseDraft
from web.family.draft_answers import Draft
from web.family.draft_reading import items_of, typed_for
from web.family.review_sections import sections
from web.fields.choices import offered_codes, yes_no_words
from web.fields.dates import LABELS
from web.fields.kept_unseen import UNSEEN
from web.fields.typed import ANSWER, DO_NOT_KNOW, Typed
from web.fields.typed_names import country_codes, language_codes
from web.labels import words as label
from web.labels.field_words import FIELDS as FIELD_WORDS
from web.labels.field_words import said
from web.locale import language, pgettext

FIELDS = tuple(row for row in asked_rows(AskedOf.SOUGHT) if list_of(row.path) is None)

# Words that nobody can read as the value that a field is for, and some that can be read in part.
WORDS = (
    "as tall as the door", "before Eid", "قبل العيد", "в сезон", "ከፋሲካ በፊት", "lost", "no sé",
    "Kurdistan, I think",
    "Hassaniya, French", "0917 123 456 after six", "30 or 31?", "<b>&amp;", "O’Brien “the tall”", "x" * 320,
    "১৯৯৮",
    "٣٢", "no", "1/1/1990", "two lines\nof words", " padded ", "-", "1.70 m or so", "سوريا أو لبنان",
    "Republic of Nowhere",
)  # fmt: skip
NUMBERS = ("30", "1998", "170", "٣٠", "25-30", "5'9\"", "+502 5555 0101", "12", "2021", "0", "99999999999999999999")
PLACES = ("Agadez", "Libya", "السودان", "Guatemala", "Eritrea", "ER", "Tigrinya", "العربية", "Français", "español")
_DAYS = ("1", "12", "31", "32", "first", "")
_MONTHS = ("3", "13", "March", "رمضان", "agosto", "14", "soon", "")
_YEARS = ("1998", "2021", "1442", "1375", "98", "the flood", "")


def typed_at_random(row: FieldRow, chance: random.Random) -> dict[str, list[str]]:
    """What somebody may send for one field."""
    typed = _typed(row, chance)
    if row.answers and row.widget not in (Widget.CHOICE, Widget.YES_NO) and chance.random() < 0.2:
        typed[ANSWER] = [chance.choice(row.answers)]
    return typed


def _typed(row: FieldRow, chance: random.Random) -> dict[str, list[str]]:
    match row.widget:
        case Widget.CHOICE:
            return {"": [chance.choice([*offered_codes(row), *_unknown(row)])]}
        case Widget.YES_NO:
            return {"": [chance.choice(["yes", "no"])]}
        case Widget.DATE:
            return _date(chance)
        case Widget.PLACE:
            return {"text": [_text(chance)], "country": [_text(chance)]}
        case Widget.COUNTRIES | Widget.LANGUAGES | Widget.NAMES:
            return {"": [_text(chance) for _ in range(chance.randint(1, 3))]}
        case Widget.ITEMS:
            return {}
        case _:
            return {"": [_text(chance)]}


def element_at_random(row: FieldRow, chance: random.Random) -> dict[str, dict[str, list[str]]]:
    """What somebody may send for one element of a list: some of its parts."""
    parts = [part for part in asked_parts(row) if chance.random() < 0.6]
    return {part.path: _typed(part, chance) for part in parts}


def draft_at_random(fields: Iterable[FieldRow], chance: random.Random) -> Draft:
    """A draft in which these fields were answered."""
    draft = Draft()
    for row in fields:
        if row.widget is not Widget.ITEMS:
            draft.answers[row.path] = typed_at_random(row, chance)
        else:
            elements = [element_at_random(row, chance) for _ in range(chance.randint(1, 3))]
            draft.items[row.path] = {str(number): one for number, one in enumerate(elements, start=1)}
    return draft


def lost(draft: Draft, case: CaseDraft) -> list[tuple[str, str, str]]:
    """What of a draft cannot be found again: field, text, and where it is missing."""
    places = {
        "documents": in_documents(case.sought, case.identifiers, case.filing),
        "review": _review(case),
        "change": _change(case),
    }
    typed = list(draft.answers.items())
    typed += [item for parts in draft.items.values() for one in parts.values() for item in one.items()]
    return not_found(typed, places)


def not_found(typed: Iterable[tuple[str, Typed]], places: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """What of the typed texts, by the path of their field, cannot be found in all places."""
    return [
        (path, text, place)
        for path, text, readings in _said(typed)
        for place, found in places.items()
        if (path not in UNSEEN or place == "documents")
        and not any(all(norm(line) in found for line in one.splitlines()) for one in readings)
    ]


def _said(typed: Iterable[tuple[str, Typed]]) -> list[tuple[str, str, list[str]]]:
    """Everything that was said: the field, the text, and the ways in which it may be shown again."""
    return [
        (path, text, _ways(catalogue()[path], part, text))
        for path, parts in typed
        for part, texts in parts.items()
        for text in texts
        if text.strip()
    ]


def _ways(row: FieldRow, part: str, text: str) -> list[str]:
    """How a text may be found: as it was typed, or as what it was read as."""
    ways = [text.strip()]
    if row.widget is Widget.CHOICE and text != DO_NOT_KNOW:
        ways += [label(f"{CODE_SETS[row.codes].prefix}{text}", CODE_SETS[row.codes].table), text]
    elif text == DO_NOT_KNOW or part == ANSWER:
        ways = [
            "unknown" if text in ("unknown", DO_NOT_KNOW) else "none",
            yes_no_words(row, DO_NOT_KNOW) if text in ("unknown", DO_NOT_KNOW) else said(FIELD_WORDS[row.path].none),
        ]
        ways += ['"?"'] if text == DO_NOT_KNOW else []
    elif row.widget is Widget.YES_NO:
        ways += [yes_no_words(row, text), {"yes": "true", "no": "false"}[text]]
    elif part == "country" or row.widget in (Widget.COUNTRY, Widget.COUNTRIES):
        ways += _named(country_codes(text.strip())[0], "country")
    elif row.widget is Widget.LANGUAGES:
        ways += _named(language_codes(text.strip())[0], "language")
    elif row.widget in (Widget.PHONE, Widget.NUMBER, Widget.AGE, Widget.HEIGHT):
        digits = re.sub(r"[^\d+]", "", plain_digits(text))
        ways += [digits or text, *([number(language(), int(digits))] if digits.isdecimal() else [])]
        # A number of a country that was told is kept with that country's code, without the zero before it.
        ways += [digits.lstrip("0")] if row.widget is Widget.PHONE and digits.lstrip("0") else []
    elif row.widget is Widget.DATE:
        ways += _of_date(part, text)
    return ways


def _of_date(part: str, text: str) -> list[str]:
    """The words for what a part of a date was read as; a document keeps the days that were meant."""
    if part == "calendar":
        # The calendar of most is not named where a date is shown.
        named = with_calendar_name(language(), text, "") if text != Calendar.GREGORIAN else ""
        return [re.sub(r"[()]", "", named).strip(), label(text, "calendar"), f'"{text}"']
    if part == "around":
        around = pgettext("date", "around %(date)s", date="").strip()
        return ['"about"', '"y"', pgettext(*LABELS["around"]), around]
    return ['"earliest"', *(_months(text) if part == "month" else ())]


def _months(text: str) -> list[str]:
    """The names of a month in the reader's language, whatever calendar it is of, and its number."""
    month = month_names()[fold(text)][1] if fold(text) in month_names() else int(text) if text.isdecimal() else 0
    if not 1 <= month <= 13:
        return []
    others = [
        one for one in (Calendar.HIJRI, Calendar.SOLAR_HIJRI, Calendar.ETHIOPIAN) if month < 13 or one == "ethiopian"
    ]
    names = [month_name(language(), one, month) for one in others]
    gregorian = [format_date(datetime.date(2021, month, 1), "LLLL", locale=language())] if month <= 12 else []
    return [*names, *gregorian, f'"{month}"']


def _named(codes: tuple[str, ...], table: str) -> list[str]:
    return [shown for code in codes for shown in (label(code, table), f'"{code}"')]


def _unknown(row: FieldRow) -> list[str]:
    return [DO_NOT_KNOW] if "unknown" in row.answers else []


def _date(chance: random.Random) -> dict[str, list[str]]:
    parts = {
        "day": chance.choice(_DAYS),
        "month": chance.choice(_MONTHS),
        "year": chance.choice(_YEARS),
        "calendar": chance.choice(["", "", *Calendar]),
        "around": chance.choice(["", "y"]),
        "written": chance.choice(["", *WORDS]),
    }
    return {part: [text] for part, text in parts.items() if text}


def _text(chance: random.Random) -> str:
    if chance.random() < 0.15:
        return "".join(chance.choice("abcİß ١۲३ ሀ 한 字 🙂‌é\"'<>&;/·,0123456789") for _ in range(chance.randint(1, 20)))
    return chance.choice([*WORDS, *NUMBERS, *PLACES])


def in_documents(*documents: Any) -> str:
    """Documents as one text to look things up in."""
    return norm(msgspec.json.encode(documents).decode().replace('\\"', '"'))


def _review(case: CaseDraft) -> str:
    rows = [row for section in sections(case) for row in section.rows]
    return norm("\n".join(f"{row.label} {value.text} {value.note}" for row in rows for value in row.values))


def _change(case: CaseDraft) -> str:
    shown: dict[str, Any] = {}
    for row in FIELDS:
        if row.widget is Widget.ITEMS:
            shown[row.path] = [list(items_of(row, case, Draft()).values()), _list_answer(row, case)]
        elif typed := typed_for(row, case, Draft()):
            shown[row.path] = typed
    return norm(msgspec.json.encode(shown).decode().replace('\\"', '"'))


def _list_answer(row: FieldRow, case: CaseDraft) -> Typed:
    answer = case.answered(row).note.answer
    return {ANSWER: [answer.value]} if answer else {}


def norm(text: str) -> str:
    """A text without what no reader would miss: case, blanks, the digits' script, marks of direction."""
    plain = plain_digits(text.replace("\\n", "\n")).casefold()
    return re.sub(r"[\s\u2066-\u2069\u200e\u200f]+", " ", plain).strip()
