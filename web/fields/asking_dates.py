"""What is asked about a date: of two days, of a year that another calendar has, of a feast, of a day that cannot be.

Nothing is asked about a date that everybody reads the same.
"""

import datetime
import re
from collections.abc import Iterator, Sequence

from matching.record import Calendar, DatePrecision, PartialDate
from search.fields import FieldRow, catalogue
from search.values.dates.calendar_days import days, month_names
from search.values.dates.date_alone import is_date_alone
from search.values.dates.date_parts import DateStyle
from search.values.dates.date_reading import read_date
from search.values.dates.days_ago import read_days_ago
from search.values.dates.feasts import names_feast
from search.values.folding import fold, plain_digits
from web.fields.dates import NO_DATE, ApproximateDate, shown_parts
from web.fields.measures import whole_number
from web.fields.odd_dates import BOXES, as_written, boxed, full_years, month_first, of_that_year
from web.fields.soft_question import SoftOption, SoftQuestion
from web.fields.two_days import day_of_two, day_typed
from web.fields.typed import Typed, text
from web.fields.widget import Setting
from web.locale import current_locale, pgettext
from web.template_filters import shown_date

_BIRTH = "description.birth"
_OLDEST, _EARLIEST_CONTACT = 110, 1950
_YEARS_OFFERED = 4
# Years of the Hijri calendars, and from which a year is of another one: the Buddhist era, and that of Nepal.
_HIJRI_YEARS, _BUDDHIST_YEARS = range(1250, 1500), range(2440, 2600)
_ERAS = {"NP": 57, "BD": -593}
_BUDDHIST = 543
_ETHIOPIA = frozenset({"ET"})


def two_days(row: FieldRow, typed: Typed, setting: Setting) -> SoftQuestion | None:
    """Which of two days 03/04/2021 is; who does not know keeps both."""
    typed = _unanswered(typed, setting)
    asked = day_of_two(row, typed, "")
    if asked is None:
        return None
    told = ((option, day_typed(row, typed, {asked.name: option.value})) for option in asked.options)
    options = tuple(
        SoftOption(option.value, option.label, _answered(said, asked.typed, option.label))
        for option, said in told
        if said
    )
    return SoftQuestion(code="which_day", written=asked.typed, options=options)


def _unanswered(typed: Typed, setting: Setting) -> Typed:
    """The words alone where the boxes hold nothing but the usual reading of them: nobody has said which day it is."""
    written = text(typed, "written")
    found = read_date(written, DateStyle(setting.today)) if written and text(typed, "year") else None
    if found is None:
        return typed
    shown = shown_parts(found)
    return {"written": [written]} if all(text(typed, part) == shown.get(part, "") for part in BOXES) else typed


def _answered(said: Typed, written: str, label: str) -> dict[str, list[str]]:
    """One of two days as it is typed: beside what was written stands which day it is, so that it is asked once."""
    return {**_plain(said), "written": [f"{written}: {label}"]} if text(said, "year") else _plain(said)


def other_calendar(row: FieldRow, typed: Typed, setting: Setting) -> SoftQuestion | None:
    """In which calendar a year is, where none was chosen and another one has such years; or which day was meant."""
    kept = boxed(_unanswered(typed, setting))
    typed = kept if text(kept, "year") else typed
    year = whole_number(text(typed, "year"), 1, 9999)
    if year is None or _is_sure(row, typed, setting):
        return None
    turned = month_first(typed, setting.today)
    options = (*_turned(typed, turned), *_read_as(typed, setting, year))
    code = "which_day" if turned else "which_calendar"
    return SoftQuestion(code=code, written=as_written(typed), options=options) if options else None


def short_year(row: FieldRow, typed: Typed, setting: Setting) -> SoftQuestion | None:
    """In which year it was, where two digits of it were written."""
    typed = boxed(typed)
    oldest = setting.today.year - _OLDEST if row.path == _BIRTH else _EARLIEST_CONTACT
    options = tuple(
        SoftOption(str(year), str(year), {**_plain(typed), "year": [str(year)], "written": [_with_words(typed)]})
        for year in full_years(typed, oldest, setting.today)
    )
    return SoftQuestion(code="which_year", written=as_written(typed), options=options) if options else None


def which_year(row: FieldRow, typed: Typed, setting: Setting) -> SoftQuestion | None:
    """In which of the last years it was, where a feast, a day or a month is said without one."""
    said = " ".join(filter(None, (text(typed, part) for part in ("day", "month", "written"))))
    if not said or text(typed, "year") or row.path == _BIRTH or _says_year(said):
        return None
    options = tuple(_of_last_years(typed, said, setting))
    return SoftQuestion(code="which_year", written=said, options=options) if options else None


def days_ago(row: FieldRow, typed: Typed, setting: Setting) -> SoftQuestion | None:
    """Which days were meant by words that count back from today; later they would count from another day."""
    written = text(typed, "written")
    day = read_days_ago(written, setting.today) if written and not any(text(typed, part) for part in BOXES) else None
    if day is None:
        return None
    parts = {part: [said] for part, said in shown_parts(day).items() if said}
    option = SoftOption("counted", shown_date(day), {**_plain(typed), **parts})
    return SoftQuestion(code="which_days", written=written, options=(option,))


def cannot_be(row: FieldRow, typed: Typed, setting: Setting) -> SoftQuestion | None:
    """Whether a day to come, a birth long ago, or a last contact before the birth is right."""
    day = ApproximateDate().read(row, typed, setting, None).value
    code = _doubt(row, day, setting) if day is not None else ""
    if day is None or not code:
        return None
    return SoftQuestion(code=code, written=shown_date(day), key=f"{day.earliest.isoformat()}/{day.latest.isoformat()}")


def no_date(row: FieldRow, typed: Typed, setting: Setting) -> SoftQuestion | None:
    """Whether a day that no calendar has is right."""
    typed = boxed(typed)
    wrong = ApproximateDate().read(row, typed, setting, None).problem == NO_DATE
    return SoftQuestion(code="no_date", written=as_written(typed)) if wrong else None


def _doubt(row: FieldRow, day: PartialDate, setting: Setting) -> str:
    birth, last_contact = (day, setting.last_contact) if row.path == _BIRTH else (setting.birth, day)
    if day.earliest > setting.today:
        return "day_to_come"
    if row.path == _BIRTH and day.latest.year < setting.today.year - _OLDEST:
        return "long_ago"
    if row.path != _BIRTH and day.latest.year < _EARLIEST_CONTACT:
        return "long_ago"
    before = birth is not None and last_contact is not None and last_contact.latest < birth.earliest
    return "before_birth" if before else ""


def _is_sure(row: FieldRow, typed: Typed, setting: Setting) -> bool:
    """Whether the calendar was chosen or is that of the month, and has such a date."""
    value = ApproximateDate().read(row, typed, setting, None).value
    if value is None or (value.calendar is Calendar.GREGORIAN and not text(typed, "calendar")):
        return False
    return bool(value.earliest <= setting.today)


def _in(typed: Typed, calendar: Calendar, setting: Setting, behind: int = 0) -> PartialDate | None:
    """The date in a calendar, by how it reads there; None for a day that is none, to come, or before all memory."""
    year = whole_number(text(typed, "year"), 1, 9999)
    named = month_names(calendar).get(fold(text(typed, "month")))
    month = named[1] if named and named[0] is calendar else whole_number(text(typed, "month"), 1, 13)
    if year is None or (text(typed, "month") and month is None) or (named and named[0] is not calendar):
        return None
    day = whole_number(text(typed, "day"), 1, 31) if month else None
    span = days(year - behind, month, day, calendar)
    oldest = setting.today.year - _OLDEST
    if span is None or span[0] > setting.today or span[1].year < oldest:
        return None
    return _dated(span, month, day, calendar)


def _dated(
    span: tuple[datetime.date, datetime.date], month: int | None, day: int | None, calendar: Calendar
) -> PartialDate:
    precision = DatePrecision.DAY if day else DatePrecision.MONTH if month else DatePrecision.YEAR
    return PartialDate(*span, precision, calendar)


def _read_as(typed: Typed, setting: Setting, year: int) -> Iterator[SoftOption]:
    """The date in every calendar in which it may have been told."""
    for calendar in _calendars(typed, setting, year):
        if (day := _in(typed, calendar, setting)) is not None:
            yield SoftOption(calendar.value, shown_date(day), {**_plain(typed), "calendar": [calendar.value]})
        elif (told := of_that_year(typed, year, calendar)) is not None:
            day = ApproximateDate().read(catalogue()[_BIRTH], told, setting, None).value
            yield SoftOption(calendar.value, shown_date(day), {**told, "written": [_with_words(typed)]})
    mixed = read_date(" ".join(text(typed, part) for part in BOXES), DateStyle(setting.today))
    if year >= _EARLIEST_CONTACT and mixed is not None and _is_of_another(text(typed, "month")):
        told = {part: [said] for part, said in shown_parts(mixed).items() if said}
        yield SoftOption("mixed", shown_date(mixed), told)
    for code, behind in _eras(setting, year):
        if (day := _in(typed, Calendar.GREGORIAN, setting, behind)) is not None and not text(typed, "month"):
            said = pgettext("date", "%(date)s, told as %(year)s", date=shown_date(day), year=text(typed, "year"))
            parts = {"year": [str(year - behind)], "around": ["y"], "written": [said], "calendar": ["gregorian"]}
            yield SoftOption(code, said, parts)


def _turned(typed: Typed, day: PartialDate | None) -> Iterator[SoftOption]:
    if day is not None:
        told = {**_plain(typed), "day": [text(typed, "month")], "month": [text(typed, "day")]}
        yield SoftOption("month_first", shown_date(day), told)


def _with_words(typed: Typed) -> str:
    """What stood in the boxes beside the words, which an answer keeps."""
    return " · ".join(filter(None, (as_written(typed), text(typed, "written"))))


def _is_of_another(month: str) -> bool:
    named = month_names().get(fold(month))
    return named is not None and named[0] is not Calendar.GREGORIAN


def _calendars(typed: Typed, setting: Setting, year: int) -> Sequence[Calendar]:
    """The calendars that are worth asking about; none where the one that was meant is sure."""
    if year in _HIJRI_YEARS:
        return (Calendar.SOLAR_HIJRI, Calendar.HIJRI)
    if text(typed, "month") in ("13", "፲፫") or (not text(typed, "calendar") and _ETHIOPIA & set(setting.regions)):
        return (Calendar.GREGORIAN, Calendar.ETHIOPIAN)
    if not text(typed, "calendar") and _is_of_the_readers(typed, setting):
        return (Calendar.ETHIOPIAN, Calendar.GREGORIAN)
    if text(typed, "calendar") in (Calendar.HIJRI, Calendar.SOLAR_HIJRI):
        return (Calendar.GREGORIAN, Calendar.ETHIOPIAN) if _ETHIOPIA & set(setting.regions) else (Calendar.GREGORIAN,)
    return ()


def _is_of_the_readers(typed: Typed, setting: Setting) -> bool:
    """Whether the reader's own calendar is the Ethiopian one and has such a date, with years like those of ours."""
    reads_ethiopian = current_locale().calendar == Calendar.ETHIOPIAN
    return reads_ethiopian and _in(typed, Calendar.ETHIOPIAN, setting) is not None


def _eras(setting: Setting, year: int) -> Iterator[tuple[str, int]]:
    """Counts of years that are not among the calendars: that of Buddhists, of Nepal, of Bengal."""
    if year in _BUDDHIST_YEARS:
        yield "buddhist", _BUDDHIST
    for country in setting.regions:
        behind = _ERAS.get(country, 0)
        if behind and (year > setting.today.year or year in _HIJRI_YEARS):
            yield f"era-{country}", behind


def _of_last_years(typed: Typed, said: str, setting: Setting) -> Iterator[SoftOption]:
    feast = names_feast(said)
    for year in range(setting.today.year, setting.today.year - _YEARS_OFFERED, -1):
        day = read_date(f"{said} {year}", DateStyle(setting.today))
        finer = day is not None and day.precision is not DatePrecision.YEAR
        if day is None or day.earliest > setting.today or not (feast or (finer and is_date_alone(said))):
            continue
        shown = pgettext("date", "%(year)s: %(date)s", year=year, date=shown_date(day)) if finer else str(year)
        yield SoftOption(str(year), shown, {**_plain(typed), "year": [str(year)]})


def _says_year(said: str) -> bool:
    return bool(re.search(r"\d{3}|\d\D+\d\D+\d", plain_digits(said)))


def _plain(typed: Typed) -> dict[str, list[str]]:
    return {part: list(texts) for part, texts in typed.items()}
