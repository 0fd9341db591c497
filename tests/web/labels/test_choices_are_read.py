"""A mother who types the words of a choice instead of pressing it is read: in her language, at least nine of ten."""

from collections.abc import Iterator

from i18n.offered_languages import offered
from i18n.translate import gettext
from search.values.effect_words import read_effects
from search.values.mark_words import read_marks
from search.values.trait_words import colour_codes, trait_codes
from web.labels import body, effects

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
