"""What stops a command is said in a sentence where there is one, and by its code where there is none."""

from i18n.errors import LanguageIncomplete, LanguageNotOffered
from search.cli.start_errors import sentence
from search.errors import Refused


def test_a_promised_language_without_words_is_named_with_what_it_lacks() -> None:
    assert sentence(LanguageIncomplete("es", 3, "family")).startswith(
        "the language es was promised and 3 messages of its catalogue family have no words: "
    )


def test_a_default_language_that_is_not_offered_is_answered_with_those_that_are() -> None:
    said = sentence(LanguageNotOffered(["en", "es"]))
    assert said == "OVILLO_DEFAULT_LANGUAGE must be one of en, es; nothing was started"


def test_a_database_of_other_keys_is_answered_with_what_to_give() -> None:
    said = sentence(Refused("database_of_other_keys"))
    assert said.startswith("the database was made with another master key")
    assert "give the key that it was made with, or an empty database" in said


def test_an_error_without_a_sentence_is_told_by_its_code() -> None:
    assert sentence(Refused("login_taken", name="reader")) == "login_taken name=reader"
