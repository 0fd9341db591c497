"""The pages of the form, as the table of fields makes them: which fields stand on one, and when it is asked."""

from dataclasses import dataclass
from functools import cache

from search.fields import FieldRow
from search.fields.conditions import Said, is_asked
from search.fields.table import AskedOf, Widget, asked_rows, list_of
from web.labels.field_words import FIELDS
from web.labels.field_words.entry import Marked
from web.labels.page_words import NO_WORDS, PAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page. `listed` is the list that it shows, `element_of` the list whose elements it asks for, one at a time."""

    slug: str
    group: str
    rows: tuple[FieldRow, ...]
    element_of: FieldRow | None = None

    @property
    def listed(self) -> FieldRow | None:
        """The list that the page shows with its elements; None for a page of fields."""
        return self.rows[0] if self.rows[0].widget is Widget.ITEMS else None

    @property
    def title(self) -> Marked:
        """The page's own heading, or the question of its only field."""
        return PAGES.get(self.slug, NO_WORDS).title or FIELDS[self.rows[0].path].asked

    @property
    def why(self) -> Marked | None:
        """Why the page asks, where it says so."""
        return PAGES.get(self.slug, NO_WORDS).why

    @property
    def number(self) -> int:
        """The number of the question, the same on screen and on paper; a page of an element has that of its list."""
        slug = self.element_of.page if self.element_of else self.slug
        return next((place for place, one in enumerate(main_pages(), start=1) if one.slug == slug), 0)

    def asked(self, said: Said) -> tuple[FieldRow, ...]:
        """The fields that are asked after what was said so far."""
        return tuple(row for row in self.rows if is_asked(row.when, said))


@cache
def all_pages() -> tuple[Page, ...]:
    """Every page in its order, those of elements behind the page of their list."""
    rows: dict[str, list[FieldRow]] = {}
    for row in asked_rows(AskedOf.SOUGHT):
        rows.setdefault(row.page, []).append(row)
    return tuple(
        Page(slug=slug, group=fields[0].group, rows=tuple(fields), element_of=list_of(fields[0].path))
        for slug, fields in rows.items()
    )


@cache
def page(slug: str) -> Page | None:
    """The page at an address; None where there is none."""
    return next((one for one in all_pages() if one.slug == slug), None)


@cache
def element_pages(path: str) -> tuple[Page, ...]:
    """The pages that ask for one element of a list, in their order."""
    return tuple(one for one in all_pages() if one.element_of is not None and one.element_of.path == path)


def main_pages() -> tuple[Page, ...]:
    """The pages that follow one another; those of elements are reached from their list."""
    return tuple(one for one in all_pages() if one.element_of is None)


def page_of(row: FieldRow) -> str:
    """The address of the page that asks for a field; empty for one that families are not asked for."""
    return row.page if AskedOf.SOUGHT in row.asked_of else ""


def is_beginners(row: FieldRow) -> bool:
    """Whether whoever began a search alone writes a field: by it a family is known when it has lost its words."""
    return row.path.startswith("filing.control_questions")
