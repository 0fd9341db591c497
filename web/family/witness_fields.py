"""The fields that a witness without an account is asked for, and the documents that the answers make."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from search.documents import Description, FieldNote, Provenance
from search.documents.field_notes import with_note
from search.fields import FieldRow
from search.fields.table import AskedOf, catalogue
from search.fields.values_at_paths import value_at, with_value
from web.family.case_draft import CaseDraft
from web.family.draft_answers import Draft
from web.family.draft_reading import setting_of
from web.family.pages import Page
from web.fields.answers import Answered, answered

_NOTHING = (None, "", ())


def _page(slug: str, *paths: str) -> Page:
    """A page whose fields are asked as families are asked."""
    rows = tuple(replace(catalogue()[path], asked_of=frozenset({AskedOf.SOUGHT})) for path in paths)
    return Page(slug=slug, group="", rows=rows)


PAGES = (
    _page("who", "description.names:full", "description.names:nickname", "description.sex", "description.age"),
    _page("seen", "description.event.when", "description.event.place", "description.journey.what_was_said"),
    _page("road", "description.journey.vessel", "description.journey.companions", "description.words"),
    _page("you", "provenance.told_by", "provenance.told_by_contact"),
)
WITNESS_FIELDS: tuple[FieldRow, ...] = tuple(row for page in PAGES for row in page.rows)


@dataclass(frozen=True, slots=True)
class Told:
    """What a witness told: the documents, and the answer to each field."""

    description: Description
    provenance: Provenance
    answers: Mapping[str, Answered]


def page_of(slug: str) -> Page | None:
    """The page at an address; None where there is none."""
    return next((page for page in PAGES if page.slug == slug), None)


def told(draft: Draft) -> Told:
    """The answers of a draft as documents; what no type can take stands as words under its field."""
    documents: dict[str, Any] = {"description": Description(), "provenance": Provenance()}
    answers: dict[str, Answered] = {}
    for row in WITNESS_FIELDS:
        document = documents[row.section]
        blank = Answered(value_at(document, row.path), FieldNote(field=row.path))
        said = answered(row, draft.answers.get(row.path, {}), setting_of(CaseDraft()), blank)
        changed = document if said.value in _NOTHING else with_value(document, row.path, said.value)
        documents[row.section] = with_note(changed, said.note)
        answers[row.path] = said
    return Told(documents["description"], documents["provenance"], answers)
