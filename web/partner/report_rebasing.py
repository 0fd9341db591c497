"""A form that was filled in before another act changed its report: neither that act nor what was typed is lost."""

from collections.abc import Mapping

from search.fields import FieldRow
from search.fields.table import Widget
from web.fields.elements import Parts
from web.fields.typed import ANSWER, Typed, settled, texts
from web.partner.report_fields import SentReport, element_name, fields_of
from web.partner.report_filling import FilledReport


def rebased(old: FilledReport, new: FilledReport, sent: SentReport) -> SentReport:
    """What was typed, in the form as it is filled in now: what nobody touched is shown as the report says it now."""
    fields: dict[str, Typed] = {}
    items: dict[str, Mapping[int, Parts]] = {}
    removed: set[str] = set()
    for row in fields_of(sent.which):
        fields[row.path] = _typed(row, old, new, sent)
        if row.widget is Widget.ITEMS:
            items[row.path] = _elements(row, old, new, sent, removed)
    kind = new.shown.kind if sent.kind == old.shown.kind else sent.kind
    return SentReport(sent.which, kind, fields, items, frozenset(removed))


def _typed(row: FieldRow, old: FilledReport, new: FilledReport, sent: SentReport) -> Typed:
    typed, before = sent.fields[row.path], old.shown.fields[row.path]
    if row.widget is Widget.ITEMS:
        untouched = texts(typed, ANSWER) == texts(before, ANSWER)
    else:
        untouched = not typed or settled(typed) == settled(before)
    return new.shown.fields[row.path] if untouched else typed


def _elements(
    row: FieldRow, old: FilledReport, new: FilledReport, sent: SentReport, removed: set[str]
) -> dict[int, Parts]:
    """The elements that there are now with what was typed in them, then new ones and touched ones that are gone."""
    before, now = old.shown.items[row.path], dict(new.shown.items[row.path])
    followed: set[int] = set()
    for number, parts in new.shown.items[row.path].items():
        same = next((one for one, shown in before.items() if one not in followed and shown == parts), None)
        if same is not None:
            followed.add(same)
            now[number] = sent.items[row.path].get(same, parts)
            if sent.is_removed(row, same):
                removed.add(element_name(row, number))
    for number, parts in sent.items[row.path].items():
        touched = number not in before or _settled(parts) != _settled(before[number])
        if number not in followed and touched and not sent.is_removed(row, number) and _settled(parts):
            now[max(now, default=-1) + 1] = parts
    return now


def _settled(parts: Parts) -> dict[str, dict[str, list[str]]]:
    return {path: kept for path, typed in parts.items() if (kept := settled(typed))}
