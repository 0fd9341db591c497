"""Found reports as the senders' own sheets: six layouts, languages, date formats and encodings."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from anyascii import anyascii
from babel import Locale
from openpyxl import Workbook

from benchmarks.invented.sheet_layouts import Layout
from matching.record import Effect, Mark, MatchRecord, PartialDate, Sex
from search.values import lexicon

Row = tuple[str, ...]
_CASES = {"shelter": "SH", "detention": "DE", "hospital": "HO", "mortuary": "MO", "consulate": "CO"}


def case_number(number: int, record: MatchRecord) -> str:
    """The sender's own number for a report."""
    return f"{_CASES[record.kind]}-{number:05d}"


def sheet_row(layout: Layout, number: str, record: MatchRecord) -> Row:
    """One report as a row of a layout."""
    return tuple(number if cell == "number" else _CELLS[cell](record, layout) for _, cell in layout.columns)


def write_sheet(folder: Path, layout: Layout, rows: Sequence[Row]) -> None:
    """A sender's whole sheet."""
    path = folder / layout.file
    if path.suffix == ".xlsx":
        _write_workbook(path, [layout.header, *rows])
        return
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=layout.delimiter).writerows([layout.header, *rows])
    path.write_bytes(_encoded(text.getvalue(), layout.encoding))


def _write_workbook(path: Path, rows: Sequence[Row]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    for row in rows:
        sheet.append([cell or None for cell in row])
    book.save(path)


def _encoded(text: str, encoding: str) -> bytes:
    """Letters that the encoding lacks become plain ones."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(one if _can_write(one, encoding) else anyascii(one) for one in text).encode(encoding)


def _can_write(letter: str, encoding: str) -> bool:
    try:
        letter.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _when(record: MatchRecord, layout: Layout) -> str:
    return _date(record.event.when if record.event else None, layout)


def _date(date: PartialDate | None, layout: Layout) -> str:
    return date.earliest.strftime(layout.date) if date else ""


def _place(record: MatchRecord, _: Layout) -> str:
    return record.event.place.text if record.event and record.event.place else ""


def _latitude(record: MatchRecord, _: Layout) -> str:
    place = record.event.place if record.event else None
    return "" if place is None or place.latitude is None else str(place.latitude)


def _longitude(record: MatchRecord, _: Layout) -> str:
    place = record.event.place if record.event else None
    return "" if place is None or place.longitude is None else str(place.longitude)


def _age(record: MatchRecord, _: Layout) -> str:
    if record.age is None:
        return ""
    return str(record.age.low) if record.age.low == record.age.high else f"{record.age.low}-{record.age.high}"


def _sex(record: MatchRecord, layout: Layout) -> str:
    return layout.sexes[record.sex is Sex.FEMALE] if record.sex else ""


def _nationality(record: MatchRecord, layout: Layout) -> str:
    return _country(record.nationalities[0], layout.language) if record.nationalities else ""


def _marks(record: MatchRecord, layout: Layout) -> str:
    return "; ".join(_mark(mark, layout.language) for mark in record.marks)


def _mark(mark: Mark, language: str) -> str:
    what = " ".join(filter(None, (_word("mark", mark.kind, language), _word("motif", mark.motif, language))))
    if mark.kind in ("missing_tooth", "gold_tooth") or not mark.place:
        return what
    return f"{what}, " + " ".join(
        filter(None, (_word("place", mark.place, language), _word("side", mark.side, language)))
    )


def _effects(record: MatchRecord, layout: Layout) -> str:
    return ", ".join(_effect(effect, layout.language) for effect in record.effects)


def _effect(effect: Effect, language: str) -> str:
    item, colour = _word("item", effect.item, language), _word("colour", effect.colour, language)
    return f"{colour} {item}" if language == "en" else f"{item} {colour}"


@lru_cache(maxsize=1024)
def _word(category: str, code: str, language: str) -> str:
    """The first word of a language for a code, "" for none."""
    wanted = f"{category}:{code}"
    rows = lexicon.rows("body_words")
    return next((words[0] for found, spoken, words in rows if found == wanted and spoken == language), "")


@lru_cache(maxsize=1024)
def _country(code: str, language: str) -> str:
    return str(Locale(language).territories[code])


_CELLS: Mapping[str, Callable[[MatchRecord, Layout], str]] = {
    "when": _when,
    "place": _place,
    "latitude": _latitude,
    "longitude": _longitude,
    "name": lambda record, _: record.names[0].text if record.names else "",
    "sex": _sex,
    "birth": lambda record, layout: _date(record.birth, layout),
    "age": _age,
    "nationality": _nationality,
    "phone": lambda record, _: ", ".join(phone.number for phone in record.phones),
    "document": lambda record, _: ", ".join(document.number for document in record.documents),
    "height": lambda record, _: str(record.height.low_cm) if record.height else "",
    "marks": _marks,
    "effects": _effects,
}
