"""What is to be looked at again in a report's form: what cannot be read, and what contradicts itself."""

import hashlib
from collections.abc import Iterator

import msgspec

from search.fields import FieldRow
from search.fields.contradictions import contradicts
from search.fields.table import Widget, asked_parts
from web.fields import answers
from web.fields.answers import BOTH
from web.fields.drawing import control_name
from web.fields.typed import ANSWER, Typed, settled
from web.fields.widget import Reading
from web.fields.widgets import widget_of
from web.partner.report_command import answer_to
from web.partner.report_fields import SentReport, element_name, setting


def unread(sent: SentReport) -> list[str]:
    """A mark for each text that cannot be read: it is shown once, and may stay as it is when it is sent again."""
    return [_mark(name, typed) for name, typed, reading in _readings(sent) if reading.problem]


def list_reading(row: FieldRow, sent: SentReport) -> Reading:
    """A list as a whole: whether "none" stands beside its elements."""
    listed = answer_to(row, sent, setting(), None)
    return Reading(listed.value, listed.note.words, BOTH if contradicts(listed.value, listed.note) else "")


def _all_of(row: FieldRow, sent: SentReport) -> Typed:
    """Everything that stands in a list, as one field's texts."""
    elements = {
        f"{number}-{path}-{part}": texts
        for number, parts in sent.standing(row).items()
        for path, typed in parts.items()
        for part, texts in typed.items()
    }
    return {**elements, ANSWER: list(sent.fields[row.path].get(ANSWER, ()))}


def part_name(name: str, part: FieldRow) -> str:
    """The name of the controls of one part of an element."""
    return f"{name}-{part.path.rpartition('.')[2]}"


def _readings(sent: SentReport) -> Iterator[tuple[str, Typed, Reading]]:
    """Every field that stands on the page with what was typed in it and what was read."""
    for row in sent.rows:
        if row.widget is not Widget.ITEMS:
            typed = sent.fields[row.path]
            yield control_name(row.path), typed, answers.reading(row, typed, setting(), None)
            continue
        yield control_name(row.path), _all_of(row, sent), list_reading(row, sent)
        for number, parts in sent.standing(row).items():
            for part in asked_parts(row):
                typed = parts.get(part.path, {})
                name = part_name(element_name(row, number), part)
                yield name, typed, widget_of(part).read(part, typed, setting(), None)


def _mark(name: str, typed: Typed) -> str:
    digest = hashlib.sha256(msgspec.json.encode(sorted(settled(typed).items()))).hexdigest()
    return f"{name}:{digest[:16]}"
