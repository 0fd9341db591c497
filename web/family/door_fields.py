"""How the three pages of the short way write into a draft what the long form asks elsewhere.

A number in the place of a name is kept among the numbers of the person; a way to be reached is the first of the list;
"I come back here myself" is the list's answer that there is none.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from i18n.translate import gettext_noop as _
from search.fields import FieldRow
from search.fields.table import Widget, catalogue, list_of
from search.values.folding import plain_digits
from search.values.phone_numbers import phone_number
from search.vocabulary import MaySay
from web.family.case_draft import CaseDraft
from web.family.draft_answers import Answers, Draft
from web.family.draft_reading import items_of, typed_for
from web.family.pages import Page
from web.fields.drawing import DrawnField
from web.fields.typed import ANSWER, Typed, settled, text
from web.fields.widget import Control, Option
from web.labels.field_words import FIELDS, said
from web.locale import gettext

NONE = "none"
TWICE = _(
    "You wrote how we can reach you, and also that you come back here yourself. Please take one of them away. "
    "If you leave both, both are kept, and nobody calls or writes to you."
)
_NAME, _PHONES, _NUMBER = "description.names:full", "identifiers.phones", "identifiers.phones.number"
_CONTACTS, _KIND, _VALUE, _MAY_SAY = (
    "filing.contacts", "filing.contacts.kind", "filing.contacts.value", "filing.contacts.may_say",
)  # fmt: skip
_FIRST = "1"
# Of what may be said on a line the short way asks yes or never; the long form has what lies between.
_YES_OR_NEVER = (MaySay.WHY_TO_ME_ONLY, MaySay.NEVER_WHY)
_A_NUMBER = re.compile(r"[+(]?[\d\s().+/-]+")

Sent = Mapping[str, Typed]


def typed_before(row: FieldRow, base: CaseDraft, draft: Draft) -> Typed:
    """What a field of the short way shows: what was typed last, wherever that was."""
    above = list_of(row.path)
    if above is not None:
        parts = items_of(above, base, draft).get(_FIRST, {})
        return {"": [NONE]} if row.path == _KIND and _says_none(draft) else parts.get(row.path, {})
    typed = typed_for(row, base, draft)
    if row.path == _NAME and not text(typed):
        return items_of(catalogue()[_PHONES], base, draft).get(_FIRST, {}).get(_NUMBER, {})
    return typed


def keep_sent(asked: Page, draft: Draft, seen: Sent, sent: Mapping[str, Answers]) -> None:
    """Writes what was sent where the long form writes it."""
    if asked.rows and list_of(asked.rows[0].path) is not None:
        _keep_way(draft, sent)
        return
    for row in asked.rows:
        if row.path in sent and settled(sent[row.path]) != _seen_here(row, seen[row.path]):
            draft.answers[row.path] = sent[row.path]
    if _NAME in sent and settled(sent[_NAME]) != settled(seen[_NAME]):
        _keep_number(draft, text(seen[_NAME]), text(sent[_NAME]))


def short_fields(asked: Page, typed: Sent, fields: Sequence[DrawnField], *, check: bool) -> list[DrawnField]:
    """The fields with the controls alone that the short way has."""
    return [_short(row, typed, field, check=check) for row, field in zip(asked.rows, fields, strict=True)]


def said_twice(asked: Page, sent: Sent) -> bool:
    """Whether a way to be reached was written beside "I come back here myself"."""
    return _KIND in {row.path for row in asked.rows} and text(sent.get(_KIND, {})) == NONE and _has_value(sent)


def _seen_here(row: FieldRow, typed: Typed) -> dict[str, list[str]]:
    """What the short way shows of a field; what it does not show stays while the rest stays as it was."""
    shown = settled(typed)
    return {
        part: values
        for part, values in shown.items()
        if part != ANSWER and (row.widget is not Widget.PLACE or part == "text")
    }


def _short(row: FieldRow, typed: Sent, field: DrawnField, *, check: bool) -> DrawnField:
    short = replace(field, answers=(), question=None, problem="", wrong="")
    if row.widget is Widget.PLACE:
        return replace(short, controls=tuple(one for one in field.controls if one.part == "text"))
    if row.path == _MAY_SAY:
        offered = [one for one in field.controls[0].options if one.value in _YES_OR_NEVER or one.chosen]
        return replace(short, controls=_offering(field, offered))
    if row.path == _KIND:
        twice = check and text(typed[_KIND]) == NONE and _has_value(typed)
        none = Option(NONE, said(FIELDS[_CONTACTS].none), text(typed[_KIND]) == NONE)
        ways = [one for one in field.controls[0].options if one.value != NONE]
        return replace(short, controls=_offering(field, [*ways, none]), problem=gettext(TWICE) if twice else "")
    return short


def _offering(field: DrawnField, options: Sequence[Option]) -> tuple[Control, ...]:
    return (replace(field.controls[0], options=tuple(options)),)


def _keep_way(draft: Draft, sent: Mapping[str, Answers]) -> None:
    """The first way to be reached; what the long form says of it stays."""
    items = draft.items.setdefault(_CONTACTS, {})
    none = text(sent.get(_KIND, {})) == NONE
    parts: dict[str, Any] = {**items.get(_FIRST, {}), **sent}
    if none:
        parts.pop(_KIND, None)
    if any(settled(typed) for typed in parts.values()):
        items[_FIRST] = parts
    else:
        items.pop(_FIRST, None)
    draft.removed[_CONTACTS] = [number for number in draft.removed.get(_CONTACTS, []) if number != _FIRST]
    if none:
        draft.answers[_CONTACTS] = {ANSWER: [NONE]}
    elif _says_none(draft):
        draft.answers.pop(_CONTACTS)


def _keep_number(draft: Draft, before: str, now: str) -> None:
    """A line of digits alone is a number of the person's and no name; one that was taken away goes."""
    phones = draft.items.setdefault(_PHONES, {})
    if text(phones.get(_FIRST, {}).get(_NUMBER, {})) == before and before:
        phones.pop(_FIRST)
    if _is_number(now):
        free = _FIRST if _FIRST not in phones else str(max(map(int, phones)) + 1)
        phones[free] = {_NUMBER: {"": [now]}}
        draft.answers[_NAME] = {}
    if not phones:
        draft.items.pop(_PHONES)


def _is_number(typed: str) -> bool:
    return bool(_A_NUMBER.fullmatch(plain_digits(typed)) and phone_number(typed))


def _says_none(draft: Draft) -> bool:
    return NONE in draft.answers.get(_CONTACTS, {}).get(ANSWER, ())


def _has_value(typed: Sent) -> bool:
    return bool(text(typed.get(_VALUE, {})))
