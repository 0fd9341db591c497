"""From a draft, which keeps texts as they were typed, to the case that they make."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from matching.record import Calendar
from search.documents import Answer, FieldNote
from search.documents.field_notes import note_of
from search.fields import FieldRow
from search.fields.conditions import Said
from search.fields.table import AskedOf, Widget, asked_rows, catalogue, list_of
from search.values.no_countries import says_stateless
from web.context import now
from web.family.case_draft import CaseDraft
from web.family.draft_answers import Draft
from web.family.element_numbers import note_saved, number_elements
from web.family.own_numbers import is_own, with_own_numbers
from web.family.sharing_step import SPECIAL_PAGES
from web.fields import elements
from web.fields.answers import Answered, answered, filled
from web.fields.elements import Parts
from web.fields.typed import ANSWER, Typed, text, texts
from web.fields.widget import Setting
from web.locale import current_locale

_NATIONALITIES: Final = "description.nationalities"


def case_so_far(base: CaseDraft, draft: Draft) -> CaseDraft:
    """The case with all answers of a draft. What no type can take stands as words under its field."""
    case = base
    for row in asked_rows(AskedOf.SOUGHT):
        if list_of(row.path) is None and (row.path in draft.answers or row.path in draft.items):
            case = case.with_answer(row, _said(case, row, draft))
    if _NATIONALITIES in draft.answers:
        case = _with_statelessness(case)
    for slug, page in SPECIAL_PAGES.items():
        if slug in draft.answers:
            case = page.read(case, draft.answers[slug])
    return with_own_numbers(case, base)


def _with_statelessness(case: CaseDraft) -> CaseDraft:
    """To have no nationality is a statement and no country; it goes with the words that said so."""
    words = note_of(case.sought, _NATIONALITIES).words
    return replace(case, sought=replace(case.sought, stateless=says_stateless(words) or None))


def setting_of(case: CaseDraft) -> Setting:
    """How this case's texts are read: by today, and numbers in the way of the countries they come from."""
    sought = case.sought
    last_contact = sought.event.when if sought.event else None
    return Setting(
        now().date(),
        sought.nationalities,
        birth=sought.birth,
        last_contact=last_contact,
        calendar=_calendar_of(case),
    )


def _calendar_of(case: CaseDraft) -> Calendar:
    """The calendar in which the family told its last date; without any, that of the reader's language."""
    journey = case.sought.journey
    departure = journey.departure.when if journey and journey.departure else None
    last_contact = case.sought.event.when if case.sought.event else None
    told = next((one for one in (departure, last_contact, case.sought.birth) if one is not None), None)
    return told.calendar if told is not None else Calendar(current_locale().calendar)


def typed_for(row: FieldRow, base: CaseDraft, draft: Draft) -> Typed:
    """What a field's controls show: what was typed last, else what the case says."""
    if row.path in draft.answers:
        return draft.answers[row.path]
    if row.path in draft.checked:
        return draft.checked[row.path]
    said = base.answered(row)
    return filled(row, said.value, said.note)


def items_of(row: FieldRow, base: CaseDraft, draft: Draft) -> dict[str, Parts]:
    """The elements of a list by their numbers: those of the draft, else those of the case."""
    if row.path in draft.items:
        return dict(draft.items[row.path])
    return {str(number): parts for number, parts in enumerate(_elements(row, base), start=1)}


def number_lists(draft: Draft, base: CaseDraft, paths: Iterable[str]) -> None:
    """Gives the elements of a filed case the numbers under which its pages know them."""
    for path in sorted(paths):
        number_elements(draft, path, _elements(catalogue()[path], base))


def settle(draft: Draft, case: CaseDraft) -> None:
    """Leaves of a draft that is saved in `case` only how the elements of its lists are numbered."""
    for path in draft.items:
        note_saved(draft, path, _elements(catalogue()[path], case))
    draft.answers, draft.held = {}, False


def standing(row: FieldRow, base: CaseDraft, draft: Draft) -> dict[str, Parts]:
    """The elements that were not taken out."""
    gone = draft.removed.get(row.path, [])
    return {number: parts for number, parts in items_of(row, base, draft).items() if number not in gone}


def said_in(case: CaseDraft, parts: Parts | None = None) -> Said:
    """What conditions ask: the code of a field of the case, or of a part of the element that is being asked for."""

    def said(path: str) -> str:
        if parts is not None and path in parts:
            return text(parts[path])
        row = catalogue()[path]
        return "" if list_of(path) is not None else case.code(row)

    return said


def _said(case: CaseDraft, row: FieldRow, draft: Draft) -> Answered:
    if row.widget is Widget.ITEMS:
        return _list_said(case, row, draft)
    return answered(row, draft.answers[row.path], setting_of(case), case.answered(row))


def _list_said(case: CaseDraft, row: FieldRow, draft: Draft) -> Answered:
    old = case.answered(row)
    typed = list(standing(row, case, draft).values())
    read = elements.read_all(row, typed, old._replace(value=_asked(old.value)), setting_of(case))
    own = tuple(element for element in old.value if is_own(element))
    given = texts(draft.answers[row.path], ANSWER) if row.path in draft.answers else None
    # Whoever adds an element takes an earlier "none" back; one that is given beside elements stands until it is asked.
    earlier = None if read.value else old.note.answer
    answer = earlier if given is None else next((one for one in row.answers if one in given), None)
    right = elements.right_words(row, typed, setting_of(case))
    note = FieldNote(field=row.path, answer=Answer(answer) if answer else None, words=read.words, right=right)
    return Answered((*read.value, *own), note, read.notes)


def _elements(row: FieldRow, case: CaseDraft) -> list[Parts]:
    said = case.answered(row)
    return elements.filled(row, _asked(said.value), said.note, said.parts)


def _asked(held: Sequence[Any]) -> list[Any]:
    return [element for element in held if not is_own(element)]
