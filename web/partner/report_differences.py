"""What somebody changed in a form that was filled in: news, and what it replaces or takes away.

What comes back as it was shown changes nothing, and neither does a control that was not sent. What was emptied or
taken out is a loss: it is shown back, and goes only when that was said.
"""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from search.commands import ReportFound
from search.documents import Answer, Description, Identifiers, PostMortem, Provenance, Whereabouts
from search.documents.field_changes import Correction
from search.documents.field_notes import FieldNote, note_of, with_note, with_part_notes
from search.documents.note_merging import kind_of
from search.documents.told_values import told
from search.fields import FieldRow
from search.fields.table import Widget
from search.fields.values_at_paths import with_value
from search.values.no_countries import says_stateless
from search.vocabulary import Channel, ReportKind, WantsContact
from web.fields import answers, elements
from web.fields.answers import Answered
from web.fields.elements import Element, Parts
from web.fields.typed import ANSWER, Typed, settled, texts
from web.partner.report_fields import SentReport, fields_of, setting
from web.partner.report_filling import FilledReport, shown_elements

_NATIONALITIES = "description.nationalities"
_STATELESS_GONE = (Correction(path="description.stateless"),)
_NOTHING = (None, "", (), WantsContact.NOT_ASKED)


@dataclass(frozen=True, slots=True)
class Loss:
    """One value that is to go, with the corrections that take it away; `mark` names it on a page."""

    path: str
    old: str
    corrections: tuple[Correction, ...]

    @property
    def mark(self) -> str:
        """What its tick sends."""
        return hashlib.sha256(f"{self.path}\n{self.old}".encode()).hexdigest()[:24]


@dataclass(slots=True)
class Differences:
    """What was changed: values that are said now, by field; what these replace; and what is to go."""

    said: dict[str, Answered] = field(default_factory=dict)
    replaced: list[Correction] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)

    def changes_nothing(self, kind: str, sent: SentReport) -> bool:
        """Whether the form came back as it was."""
        return not self.said and not self.losses and sent.kind == kind

    def only_takes_away(self, kind: str, sent: SentReport) -> bool:
        """Whether nothing is said anew."""
        return not self.said and sent.kind == kind

    def corrections(self, ticked: Collection[str]) -> tuple[Correction, ...]:
        """What is replaced, and of the losses those that were said to go."""
        gone = [one for loss in self.losses if loss.mark in ticked for one in loss.corrections]
        return (*self.replaced, *gone)


def differences(known: FilledReport, sent: SentReport) -> Differences:
    """What a form says otherwise than it was shown."""
    found = Differences()
    for row in fields_of(sent.which):
        if row.widget is Widget.ITEMS:
            _compare_list(row, known, sent, found)
        elif sent.fields[row.path]:
            _compare(row, known.said[row.path], sent.fields[row.path], found)
    return found


def news_of(found: Differences, sent: SentReport) -> ReportFound:
    """The report that says only what was changed."""
    own = {"whereabouts": Whereabouts()} if sent.is_living else {"post_mortem": PostMortem()}
    documents: dict[str, Any] = {
        "description": Description(), "identifiers": Identifiers(), "provenance": Provenance(), **own,
    }  # fmt: skip
    for path, said in found.said.items():
        section = path.partition(".")[0]
        stated = documents[section] if said.value in _NOTHING else with_value(documents[section], path, said.value)
        documents[section] = with_part_notes(with_note(stated, said.note), path, said.parts)
    described = documents["description"]
    if says_stateless(note_of(described, _NATIONALITIES).words):
        described = replace(described, stateless=True)
    provenance = documents["provenance"]
    return ReportFound(
        kind=ReportKind(sent.kind),
        sender_number=provenance.sender_number,
        source_date=provenance.source_date,
        told_by=provenance.told_by,
        told_by_contact=provenance.told_by_contact,
        provenance_notes=provenance.notes,
        found=described,
        identifiers=documents["identifiers"],
        whereabouts=documents.get("whereabouts"),
        post_mortem=documents.get("post_mortem"),
        channel=Channel.WEB,
    )


def _compare(row: FieldRow, old: Answered, typed: Typed, found: Differences) -> None:
    """One field that is no list."""
    now = answers.answered(row, typed, setting(), old)
    if (now.value, now.note) == (old.value, old.note):
        return
    if isinstance(old.value, tuple):
        _compare_lines(row, old, now, found)
        return
    before, after = _lines(old), _says(now)
    if after:
        found.said[row.path] = now
    if not before:
        return
    corrections = tuple(_taken_away(row, before))
    if after:
        found.replaced += corrections
    else:
        found.losses.append(Loss(row.path, "\n".join(before), corrections))


def _compare_lines(row: FieldRow, old: Answered, now: Answered, found: Differences) -> None:
    """A field of several values, one in each control: those that are gone are losses, each by itself."""
    before, after = _lines(old), _lines(now)
    for line in before:
        if line not in after:
            stateless = _STATELESS_GONE if row.path == _NATIONALITIES and says_stateless(line) else ()
            found.losses.append(Loss(row.path, line, (Correction(path=row.path, old=line), *stateless)))
    words = "\n".join(line for line in now.note.words.splitlines() if line not in before)
    answer = now.note.answer if now.note.answer != old.note.answer else None
    added = tuple(one for one in now.value if one not in old.value)
    said = Answered(added, FieldNote(field=row.path, answer=answer, words=words))
    if _says(said):
        found.said[row.path] = said


def _lines(said: Answered) -> list[str]:
    """What a field says, in lines: its value, its answer, its words."""
    value = [] if said.value in _NOTHING else told(said.value).splitlines()
    answer = [said.note.answer.value] if said.note.answer else []
    return [*value, *answer, *said.note.words.splitlines()]


def _says(said: Answered) -> bool:
    return said.value not in _NOTHING or bool(said.note.answer or said.note.words)


def _taken_away(row: FieldRow, lines: list[str]) -> Iterator[Correction]:
    """What takes a field's value and notes away; of a kind of which there may be several, only what is shown."""
    yield from (Correction(path=row.path, old=line) for line in lines) if row.kind else (Correction(path=row.path),)


def _compare_list(row: FieldRow, known: FilledReport, sent: SentReport, found: Differences) -> None:
    """The elements of a list by their numbers, and whether "none" or "I do not know" was answered."""
    old = known.said[row.path]
    shown, standing = shown_elements(row, old), sent.standing(row)
    news: list[Element] = []
    for number in sent.items[row.path]:
        before = _Behind.of(row, old, number) if number in shown else None
        news += _compared(row, before, shown.get(number, {}), standing.get(number, {}), found)
    answer = _answer(row, sent.fields[row.path], old, found)
    words = "\n".join(one.words for one in news if one.words)
    made = [one for one in news if one.value is not None]
    notes = tuple(replace(note, element=place) for place, one in enumerate(made) for note in one.notes)
    said = Answered(tuple(one.value for one in made), FieldNote(field=row.path, answer=answer, words=words), notes)
    if _says(said):
        found.said[row.path] = said


@dataclass(frozen=True, slots=True)
class _Behind:
    """What stands behind an element that is shown: its value with the notes of its parts, or a line of words."""

    element: Element
    correction: Correction

    @classmethod
    def of(cls, row: FieldRow, old: Answered, number: int) -> "_Behind":
        """The element of this number: those with a value first, then the words that make none."""
        if number >= len(old.value):
            line = old.note.words.splitlines()[number - len(old.value)]
            return cls(Element(None, line), Correction(path=row.path, old=line))
        value = old.value[number]
        kind = f":{kind_of(value)}" if kind_of(value) else ""
        notes = tuple(replace(note, element=0) for note in old.parts if note.element == number)
        return cls(Element(value, notes=notes), Correction(path=f"{row.path}{kind}", old=told(value)))


def _compared(
    row: FieldRow, before: _Behind | None, shown: Parts, standing: Parts, found: Differences
) -> list[Element]:
    """The element that one is now, if it is new or another; what it replaces, or that it goes, is found."""
    now = elements.read(row, standing, setting()) if _settled(standing) else Element(None)
    if before is None:
        return [now]
    if _settled(standing) == _settled(shown) or (now == before.element and _settled(standing)):
        return []
    if now.value is None and not now.words:
        found.losses.append(Loss(row.path, before.correction.old or "", (before.correction,)))
        return []
    found.replaced.append(before.correction)
    return [now]


def _answer(row: FieldRow, typed: Typed, old: Answered, found: Differences) -> Answer | None:
    """The answer that was ticked now; one that was unticked is a loss."""
    given = texts(typed, ANSWER)
    ticked = next((Answer(one) for one in row.answers if one in given), None)
    if ticked == old.note.answer or not typed:
        return None
    if old.note.answer is not None:
        correction = Correction(path=row.path, old=old.note.answer.value)
        if ticked is None:
            found.losses.append(Loss(row.path, old.note.answer.value, (correction,)))
        else:
            found.replaced.append(correction)
    return ticked


def _settled(parts: Parts) -> dict[str, dict[str, list[str]]]:
    kept = {path: settled(typed) for path, typed in parts.items()}
    return {path: typed for path, typed in kept.items() if typed}
