"""Each field of the form by itself: typed on its page, filed, and found everywhere as it was typed."""

import pytest
from flask import Flask

from search.fields import FieldRow
from search.fields.table import Widget, asked_parts
from tests.fixtures.visitor import Visitor
from tests.web.family.filing_people import NAME, missing, pages_of, text_of, writes
from tests.web.family.typing_people import FIELDS, norm
from web.family.draft_answers import Draft
from web.fields.choices import offered_codes

TAGS = ("en", "es", "ar")
# What nobody can read as a number, a date, a country or a code.
WORDS = "As He told it & <b>so</b>, الجدّة"
_NAME, _PHONE = "description.names:full", "identifiers.phones.number"


@pytest.fixture
def engine_name() -> str:
    """Both databases keep what they are given; the ways there are what is looked at."""
    return "sqlite"


def typed(row: FieldRow) -> dict[str, list[str]]:
    """One answer to a field."""
    match row.widget:
        case Widget.CHOICE:
            return {"": [offered_codes(row)[-1]]}
        case Widget.YES_NO:
            return {"": ["yes"]}
        case Widget.DATE:
            return {"written": [WORDS]}
        case Widget.PLACE:
            return {"text": [WORDS]}
        case _:
            return {"": ["+49305550142" if row.path == _PHONE else WORDS]}


def draft_of(row: FieldRow) -> Draft:
    """A draft that answers this field, beside a name, without which nothing is filed."""
    draft = Draft(answers={_NAME: {"": [NAME]}})
    if row.widget is Widget.ITEMS:
        draft.items[row.path] = {"1": {part.path: typed(part) for part in asked_parts(row)}}
    else:
        draft.answers[row.path] = typed(row)
    return draft


def lost_alone(family: Flask, row: FieldRow, tag: str) -> list[tuple[str, str, str]]:
    """Files one field in a language; what of it is found not everywhere."""
    draft, visitor = draft_of(row), Visitor(family.test_client())
    visitor.goes_to(f"/?lang={tag}")
    writes(visitor, draft)
    places = {"review": text_of(visitor.goes_to("/search/review").text)}
    visitor.sends("/search/review")
    visitor.sends("/filed")
    places["case"] = text_of(visitor.page)
    places["print"] = text_of(visitor.goes_to("/case/print").text)
    places["export"] = norm(visitor.goes_to("/case/export.json").text.replace('\\"', '"'))
    places["change"] = " ".join(text_of(visitor.goes_to(f"/case/change/{slug}").text) for slug in pages_of(draft))
    with family.test_request_context(headers={"Accept-Language": tag}):
        return missing(draft, places)


@pytest.mark.parametrize("tag", TAGS)
def test_each_field_alone_is_found_everywhere_as_it_was_typed(family: Flask, tag: str) -> None:
    # Every third field in each language: all of them in all three are measured.
    mine = FIELDS[TAGS.index(tag) :: len(TAGS)]
    assert {row.path: lost for row in mine if (lost := lost_alone(family, row, tag))} == {}


@pytest.mark.slow
@pytest.mark.measurement
@pytest.mark.parametrize("part", range(2))
@pytest.mark.parametrize("tag", TAGS)
def test_all_of_them_in_each_language(family: Flask, tag: str, part: int) -> None:
    # No more from one network within the hour than a portal takes.
    assert {row.path: lost for row in FIELDS[part::2] if (lost := lost_alone(family, row, tag))} == {}
