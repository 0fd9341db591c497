"""Errors carry codes and ids, and never what somebody wrote."""

import pytest

from i18n import errors
from i18n.errors import I18nError, MissingTranslation, NotALiteral, UnknownCode, UnknownLocale

WORDS = "Tesfalem of the river"


def test_all_errors_grow_on_one_tree_and_are_drawn_in_the_docstring() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]
    assert all(issubclass(kind, I18nError) for kind in kinds)
    assert [kind.__name__ for kind in kinds if kind.__name__ not in (errors.__doc__ or "")] == []


@pytest.mark.parametrize("error", [UnknownLocale(WORDS), MissingTranslation("es", WORDS)])
def test_what_somebody_wrote_is_told_by_a_digest_alone(error: I18nError) -> None:
    assert WORDS not in str(error)
    assert len(str(error).rsplit(":", maxsplit=1)[1]) == 8


def test_two_messages_that_are_missing_can_be_told_apart() -> None:
    assert str(MissingTranslation("es", "one")) != str(MissingTranslation("es", "two"))
    assert str(MissingTranslation("es", "one")) != str(MissingTranslation("ar", "one"))
    assert MissingTranslation("es", "one").tag == "es"


def test_what_is_wrong_in_the_sources_is_told_by_its_place() -> None:
    error = NotALiteral("web/forms.py", 12)
    assert (str(error), error.path, error.line) == ("message_not_a_literal:web/forms.py:12", "web/forms.py", 12)
    assert str(UnknownCode("day/mayan")) == "unknown_code:day/mayan"
