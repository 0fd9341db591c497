"""Every field of a document has its words, in one place and in every language."""

import dataclasses

import pytest

from i18n.offered_languages import offered
from i18n.translate import pgettext
from search.fields.table import Widget, catalogue
from web.labels.field_words import FIELDS
from web.labels.field_words.entry import FieldWords, Marked

ROWS = {path: row for path, row in catalogue().items() if row.widget is not None}
LIST_WORDS = ("item", "add", "another", "remove")
TAGS = [row.tag for row in offered()]


def messages(entry: FieldWords) -> dict[str, Marked]:
    """What is said of a field, by the name of its part."""
    values = {field.name: getattr(entry, field.name) for field in dataclasses.fields(entry)}
    return {name: marked for name, marked in values.items() if marked}


def test_every_field_has_words_and_no_words_are_left_over() -> None:
    assert sorted(FIELDS) == sorted(ROWS)


@pytest.mark.parametrize("path", FIELDS)
def test_the_words_of_a_field_say_in_their_context_what_they_are_said_of(path: str) -> None:
    assert {context for context, _ in messages(FIELDS[path]).values()} == {path}


@pytest.mark.parametrize("path", FIELDS)
def test_a_field_has_words_for_what_can_be_answered_and_pressed(path: str) -> None:
    entry, row = FIELDS[path], ROWS[path]
    assert (entry.none is not None) is ("none" in row.answers)
    listed = row.widget is Widget.ITEMS
    assert all(getattr(entry, name) is not None for name in LIST_WORDS) is listed


def test_a_field_without_a_question_is_asked_for_by_its_noun() -> None:
    noun = ("description.gender", "Gender")
    assert FieldWords(short=noun).asked == noun
    assert FieldWords(short=noun, question=("x", "Which?")).asked == ("x", "Which?")


@pytest.mark.parametrize("tag", TAGS)
def test_no_two_fields_that_stand_on_one_page_are_asked_for_in_the_same_words(tag: str) -> None:
    asked: dict[str, list[str]] = {}
    for path, row in ROWS.items():
        if row.page:
            asked.setdefault(row.page, []).append(pgettext(tag, *FIELDS[path].asked))
    assert [page for page, words in asked.items() if len(words) != len(set(words))] == []
