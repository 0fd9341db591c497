"""Each language has its glossary, its pages keep to it, and the words that shut people out stand on no page."""

import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from i18n.locales import SOURCE_TAG
from i18n.offered_languages import offered
from i18n.terms import COLUMNS, TERMS, glossary
from tests.i18n.test_sentence_lengths import texts

TAGS = [row.tag for row in offered()]
FEWEST = 40


@cache
def all_words(tag: str) -> str:
    """Everything that families can read in a language, in small letters."""
    return "\n".join(texts(tag)).casefold()


@pytest.mark.parametrize("tag", TAGS)
def test_a_language_has_a_glossary_whose_words_its_pages_use(tag: str) -> None:
    terms = glossary(tag)
    assert len(terms) >= FEWEST
    assert len({term.term for term in terms}) == len(terms)
    assert [term.term for term in terms if not term.word] == []
    unused = {term.term: term.word for term in terms if not any(one in all_words(tag) for one in written(term.word))}
    assert unused == {}


@pytest.mark.parametrize("tag", TAGS)
def test_no_page_of_families_has_a_word_that_is_to_be_avoided(tag: str) -> None:
    avoided = [word for term in glossary(tag) for word in term.avoid]
    assert len(avoided) >= 5
    assert [word for word in avoided if stands_alone(word, all_words(tag))] == []


@pytest.mark.parametrize("tag", [tag for tag in TAGS if tag != SOURCE_TAG])
def test_a_language_says_what_was_chosen_and_what_native_speakers_are_asked(tag: str) -> None:
    page = (TERMS.parent / "languages" / f"{tag}.md").read_text("utf-8")
    assert page.startswith("# ")
    assert "native" in page.casefold()
    assert len(page.splitlines()) >= 12


@pytest.mark.parametrize("path", sorted(TERMS.glob("*.tsv")), ids=lambda path: path.stem)
def test_a_glossary_has_its_columns_and_no_row_too_long_or_too_short(path: Path) -> None:
    head, *rows = path.read_text("utf-8").splitlines()
    assert tuple(head.split("\t")) == COLUMNS
    assert {len(row.split("\t")) for row in rows} == {len(COLUMNS)}


def test_a_word_is_found_alone_and_not_inside_another() -> None:
    assert stands_alone("alien", "no alien here")
    assert not stands_alone("alien", "to be alienated")
    assert stands_alone("جثة", "عن جثة.")
    assert not stands_alone("গুম", "পাগুমেন")
    assert not stands_alone("lost", "lost\u0301")


def test_a_language_without_a_file_has_no_glossary(tmp_path: Path) -> None:
    assert glossary("xx", tmp_path) == ()


def written(cell: str) -> list[str]:
    """The words of a cell: several stand between marks, what is in brackets explains."""
    plain = re.sub(r"\([^)]*\)", "", cell)
    return [one for part in re.split(r"[;,/،؛፣]|: ", plain) if (one := part.strip(" …“”«».").casefold())]


def stands_alone(word: str, text: str) -> bool:
    """Whether a text has a word that is not part of a longer one."""
    wanted = word.casefold()
    places = (found.span() for found in re.finditer(re.escape(wanted), text))
    return any(
        not _is_of_a_word(text[start - 1 : start]) and not _is_of_a_word(text[end : end + 1]) for start, end in places
    )


def _is_of_a_word(letter: str) -> bool:
    """Letters, digits, and the vowels and accents that are marks."""
    return unicodedata.category(letter)[0] in "LMN" if letter else False
