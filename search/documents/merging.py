"""News of a report, merged into it value by value: what is not said stays, and nothing is removed but by a correction.

Silence is never news: a blank, "not asked", "I do not know", or a wider interval than the one that is known. Lists are
united; a value that is said otherwise replaces the earlier one, and the change is told.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from matching.record import Event, Place, Remains
from search.documents.description import Journey, Medical
from search.documents.element_merging import comparable_number, folded, joined_words, merged_list
from search.documents.field_changes import Correction, FieldChange
from search.documents.note_merging import merged_notes
from search.documents.report_corrections import corrected
from search.documents.report_documents import ReportDocuments, in_form_of
from search.documents.told_values import ends_of, told
from search.vocabulary import WantsContact

KIND = "found_reports.kind"
_NUMBER = "provenance.sender_number"
# Words that are told in lines, to which news adds; words in one line are replaced.
TEXTS = frozenset(
    {
        "description.words",
        "description.journey.what_was_said",
        "description.journey.earlier_detention",
        "description.journey.news_since",
        "description.journey.extortion",
        "description.medical.illnesses",
        "description.medical.operations",
    }
)
_NESTED = (Event, Journey, Medical)
_NOTHING = (None, "", ())
_NO_NEWS = (WantsContact.NOT_ASKED, Remains.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Merged:
    """A report with its news, and what changed with them."""

    documents: ReportDocuments
    changes: tuple[FieldChange, ...]


def merged(kept: ReportDocuments, news: ReportDocuments, corrections: Sequence[Correction] = ()) -> Merged:
    """A report with corrections and then its news; Conflict where a correction names what is not there any more."""
    changes: list[FieldChange] = []
    kept, news = in_form_of(kept, kept.kind), in_form_of(news, news.kind)
    for correction in corrections:
        kept = corrected(kept, correction, changes)
    taken_away = len(changes)
    if kept.kind != news.kind:
        changes.append(FieldChange(path=KIND, old=kept.kind.value, new=news.kind.value))
        kept = in_form_of(kept, news.kind)
    told_now = dict(news.sections())
    sections = {name: _section(name, said, told_now[name], changes) for name, said in kept.sections()}
    return Merged(replace(kept, **sections), _together(changes[:taken_away], changes[taken_away:]))


def _together(taken_away: Sequence[FieldChange], others: Sequence[FieldChange]) -> tuple[FieldChange, ...]:
    """What was taken away and said anew in the same field is one change, from old to new."""
    left = [*others]
    found = []
    for one in taken_away:
        paths = (one.path, one.path.partition(":")[0])
        anew = next((other for other in left if other.old is None and other.path in paths), None)
        if one.new is not None or anew is None:
            found.append(one)
            continue
        left.remove(anew)
        found.append(replace(anew, old=one.old))
    return (*found, *left)


def replaced(kept: ReportDocuments, reading: ReportDocuments) -> Merged:
    """A report read again from the very same place: it is what is read there now, whatever was read before."""
    kept, reading = in_form_of(kept, kept.kind), in_form_of(reading, reading.kind)
    if kept == reading:
        return Merged(kept, ())
    forward, back = merged(kept, reading).changes, merged(reading, kept).changes
    said = {change.path for change in forward if change.old is not None}
    gone = [FieldChange(path=change.path, old=change.new, new=change.old) for change in back if change.path not in said]
    # A section that the report had and the reading has not must not be read on from its earlier revision.
    emptied = {name: type(document)() for name, document in kept.sections() if document is not None}
    sections = {name: document for name, document in reading.sections() if document is not None}
    return Merged(replace(reading, **{**emptied, **sections}), (*_as_read(forward, back), *gone))


def _as_read(forward: Sequence[FieldChange], back: Sequence[FieldChange]) -> Iterator[FieldChange]:
    """Changes with what the reading says, where putting both together would say the old words beside the new ones."""
    before = Counter(change.path for change in forward if change.old is not None)
    read = [change for change in back if change.old is not None]
    for change in forward:
        mates = [one.old for one in read if one.path == change.path]
        known = change.old is not None and before[change.path] == len(mates) == 1
        yield replace(change, new=mates[0]) if known else change


def _section(path: str, kept: Any, news: Any, changes: list[FieldChange]) -> Any:
    if news is None:
        return kept
    blank = type(news)()
    places: dict[str, list[int]] = {}
    document = _fields(path, blank if kept is None else kept, news, changes, places)
    notes = merged_notes(kept or blank, news, document, places, changes)
    return replace(document, notes=notes)


def _fields(path: str, kept: Any, news: Any, changes: list[FieldChange], places: dict[str, list[int]]) -> Any:
    said = {
        field.name: _value(
            f"{path}.{field.name}", getattr(kept, field.name), getattr(news, field.name), changes, places
        )
        for field in fields(news)
        if field.name != "notes"
    }
    return replace(kept, **said)


def _value(path: str, kept: Any, news: Any, changes: list[FieldChange], places: dict[str, list[int]]) -> Any:
    if news in _NOTHING or (news in _NO_NEWS and kept not in _NOTHING):
        return kept
    if isinstance(news, _NESTED):
        return _fields(path, kept or type(news)(), news, changes, places)
    if isinstance(news, tuple):
        elements, places[path] = merged_list(path, kept, news, changes)
        return elements
    value = news if kept in _NOTHING else _newer(path, kept, news)
    if value != kept:
        # The blank of a field that says "not asked" was no value.
        old = None if kept in _NOTHING or kept in _NO_NEWS else told(kept)
        changes.append(FieldChange(path=path, old=old, new=told(value)))
    return value


def _newer(path: str, kept: Any, news: Any) -> Any:
    """Which of two values stands, both of which say something."""
    if isinstance(news, Place):
        return _place(kept, news)
    if path in TEXTS:
        return joined_words(kept, news)
    if path == _NUMBER and comparable_number(news) == comparable_number(kept):
        return kept
    if isinstance(news, str) and folded(news) == folded(kept):
        return kept
    mine, other = ends_of(kept), ends_of(news)
    if is_dataclass(news) and mine and other and other[0] <= mine[0] and mine[1] <= other[1]:
        return kept
    return news


def _place(kept: Place, news: Place) -> Place:
    """The place, filled up; another one replaces it whole, since old coordinates under a new town lie nowhere."""
    if news == Place():
        return kept
    pointed = news.latitude is not None and news.longitude is not None
    if news.text and folded(news.text) == folded(kept.text):
        point = news if pointed else kept
        countries = news.countries or kept.countries
    elif not news.text and not _elsewhere(kept, news):
        point = news if kept.latitude is None and pointed else kept
        countries = kept.countries or news.countries
    else:
        return news
    return replace(
        kept, countries=countries, latitude=point.latitude, longitude=point.longitude, precision=point.precision
    )


def _elsewhere(kept: Place, news: Place) -> bool:
    """Whether a place without words is not the one that is known."""
    points = [(place.latitude, place.longitude) for place in (kept, news)]
    moved = None not in (kept.latitude, news.latitude) and points[0] != points[1]
    abroad = bool(kept.countries and news.countries) and set(kept.countries).isdisjoint(news.countries)
    return moved or abroad
