"""A case in words, part by part, as the table of fields makes it: for the review, the case page and print."""

from collections.abc import Callable
from dataclasses import dataclass

from i18n.formats import isolate
from search.access import ActorKind
from search.commands import ConsentGiven
from search.consent_summaries import ConsentSummary
from search.fields import FieldRow
from search.fields.conditions import is_asked
from search.fields.contradictions import contradicts
from search.fields.table import Widget, catalogue, list_of
from search.vocabulary import ConsentAnswer, ConsentPurpose
from web.family.case_draft import CaseDraft
from web.family.draft_reading import said_in
from web.family.own_numbers import is_own
from web.family.pages import is_beginners, page, page_of
from web.family.sharing_step import SHARING, SPECIAL_PAGES
from web.fields.showing import shown
from web.labels import words
from web.labels.consents import receiver_name
from web.labels.field_words import own_label
from web.labels.page_words import GROUPS
from web.locale import gettext, language, pgettext
from web.session_cookies import current_actor
from web.values_in_words import Value, joined

_DOCUMENTS = ("description", "identifiers", "filing")


@dataclass(frozen=True, slots=True)
class Row:
    """A field with its values; `page` is where they can be changed, empty where no page asks for them.

    `twice`: two answers stand in it that do not fit together. `number`: that of its question; 0 where there is none.
    """

    label: str
    values: tuple[Value, ...]
    page: str
    twice: bool = False
    number: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the case: what was said, and what was skipped."""

    title: str
    rows: list[Row]
    skipped: list[Row]


def sections(case: CaseDraft) -> list[Section]:
    """Every part of the case with what was answered and what was left open."""
    return [*described(case), _sharing(case)]


def described(case: CaseDraft) -> list[Section]:
    """Every part but who may see it, which the page of a case asks about by itself."""
    return [_section(group, case) for group in GROUPS if group != SHARING.group]


def rows_of(case: CaseDraft, asked: Callable[[FieldRow], bool]) -> list[Row]:
    """Those fields of the case alone, answered or not."""
    return [_row(row, case) for row in catalogue().values() if _is_field(row) and asked(row)]


def _section(group: str, case: CaseDraft) -> Section:
    said = said_in(case)
    fields = [row for row in catalogue().values() if row.group == group and _is_field(row)]
    rows = [_row(row, case) for row in fields]
    open_ones = [row for row in fields if _page_for(row) and is_asked(row.when, said)]
    return Section(
        title=pgettext(*GROUPS[group]),
        rows=[row for row in rows if row.values],
        skipped=[row for row in (_row(row, case) for row in open_ones) if not row.values],
    )


def _row(row: FieldRow, case: CaseDraft) -> Row:
    said = case.answered(row)
    value = said.value
    if row.widget is Widget.ITEMS:
        value = tuple(element for element in value if not is_own(element))
    values = shown(row, value, said.note, said.parts)
    asked = page(_page_for(row))
    number = asked.number if asked else 0
    return Row(own_label(row.path), values, _page_for(row), twice=contradicts(value, said.note), number=number)


def _page_for(row: FieldRow) -> str:
    """The page where this visitor can change a field; empty where there is none."""
    return "" if is_beginners(row) and current_actor().kind is ActorKind.RELATIVE else page_of(row)


def _is_field(row: FieldRow) -> bool:
    """A field of a family's documents that is no part of a list's element."""
    return row.section in _DOCUMENTS and row.widget is not None and list_of(row.path) is None


def _sharing(case: CaseDraft) -> Section:
    """What was answered for each purpose; silence is an answer too: nobody."""
    said = [(one.purpose, Value(_answer_words(one))) for one in case.consents]
    rows = [
        Row(words(purpose), tuple(value for asked, value in said if asked is purpose), _page_of(purpose))
        for purpose in ConsentPurpose
    ]
    nobody = Row(gettext("May see this search"), (Value(gettext("Nobody outside this service")),), SHARING.slug)
    answered = [row for row in rows if row.values]
    return Section(
        title=pgettext(*GROUPS["sharing"]),
        rows=answered if any(one.allowed for one in case.consents) else [*answered, nobody],
        skipped=[],
    )


def _page_of(purpose: ConsentPurpose) -> str:
    """The address of the page that asks for a purpose while a search is filed."""
    return next((slug for slug, page in SPECIAL_PAGES.items() if page.purpose is purpose), SHARING.slug)


def _answer_words(given: ConsentGiven | ConsentSummary) -> str:
    organisation = given.organisation if isinstance(given, ConsentSummary) else ""
    return joined(
        isolate(receiver_name(language(), given.receiver, organisation)),
        words(ConsentAnswer.YES if given.allowed else ConsentAnswer.NO),
    )
