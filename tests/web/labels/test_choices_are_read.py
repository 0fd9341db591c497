"""A mother who types the words of a choice instead of pressing it is read: in her language, at least nine of ten."""

from collections.abc import Iterator

from i18n.offered_languages import offered
from i18n.translate import gettext
from search.values.blanks import is_blank
from search.values.effect_words import read_effects
from search.values.mark_words import read_marks
from search.values.names_and_sex import sex_word
from search.values.relationships import read_relationship
from search.values.trait_words import colour_codes, trait_codes
from web.labels import body, effects, enquirers, person

_LEAST = 0.9
_WORDED = ("build", "hair_colour", "hair_form", "eyes", "facial_hair")


def _choices(tag: str) -> Iterator[tuple[str, bool]]:
    """Each choice in the words of a language, and whether they are read as what they stand for."""
    for code, word in body.TABLES["feature_value"].items():
        feature, _, value = code.partition(".")
        if feature in _WORDED:
            yield code, trait_codes(feature, gettext(tag, word)) == (value,)
    for code, word in body.TABLES["mark_kind"].items():
        yield code, code in [mark.kind for mark in read_marks(gettext(tag, word), (tag,)).marks]
    for code, word in effects.TABLES["effect_item"].items():
        yield code, code in [effect.item for effect in read_effects(gettext(tag, word), (tag,)).effects]
    for code, word in effects.TABLES["colour"].items():
        yield code, code in colour_codes(gettext(tag, word), (tag,))


def test_the_words_of_a_choice_are_read_as_that_choice_in_every_language() -> None:
    for tag in (row.tag for row in offered()):
        choices = [(code, read) for code, read in _choices(tag) if code != "other"]
        unread = [code for code, read in choices if not read]
        assert len(unread) <= len(choices) * (1 - _LEAST), (tag, unread)


def test_how_somebody_is_related_and_their_sex_are_read_in_the_words_of_every_page() -> None:
    unread = {
        (tag, code): gettext(tag, word)
        for tag in (row.tag for row in offered())
        for words, read in ((enquirers.TABLES["relationship"], read_relationship), (person.TABLES["sex"], sex_word))
        for code, word in words.items()
        if read(gettext(tag, word)) != code
    }
    assert unread == {}


def test_who_does_not_know_says_nothing_in_every_language() -> None:
    said = {row.tag: gettext(row.tag, enquirers.TABLES["no_answer"]["do_not_know"]) for row in offered()}
    assert {tag: words for tag, words in said.items() if not is_blank(words)} == {}
