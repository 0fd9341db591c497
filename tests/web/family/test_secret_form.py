"""Five boxes for five words, sixteen digits as the other form: at the door, and where a search is erased."""

from flask import Flask
from werkzeug.datastructures import MultiDict

from search.accounts.family_secret import digits_of
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files
from web.family.secret_form import SecretForm, typed_before

BOXES = ("words", "word_2", "word_3", "word_4", "word_5")


def test_a_word_in_each_box_all_five_in_the_first_and_digits_open_the_same_search(
    visitor: Visitor, family: Flask
) -> None:
    reference, words = files(visitor)
    assert digits_of(tuple(words)) in visitor.page
    slipped = (words[0], f"{words[1]}q", *words[2:])
    for typed in (
        dict(zip(BOXES, words, strict=True)),
        {"words": " ".join(words)},
        dict(zip(BOXES, slipped, strict=True)),
        {"digits": digits_of(tuple(words))},
    ):
        phone = Visitor(family.test_client())
        phone.goes_to("/open")
        phone.sends("/open", {"reference": reference, **typed})
        assert phone.place == "/case", typed


def test_digits_that_are_nobodys_are_said_to_be_so_whatever_the_reference_and_words_are_not(
    visitor: Visitor,
) -> None:
    reference, words = files(visitor)
    wrong = f"{digits_of(tuple(words))}1"
    for typed in (reference, "ZZZZ-ZZZZ-Z", ""):
        visitor.goes_to("/open")
        visitor.sends("/open", {"reference": typed, "digits": wrong})
        assert "One of the digits is wrong or missing" in visitor.page
        assert f'value="{wrong}"' in visitor.page
    visitor.goes_to("/open")
    visitor.sends("/open", {"reference": reference, "words": " ".join(words[:4])})
    assert "The reference and the words or digits do not fit together" in visitor.page
    assert "One of the digits" not in visitor.page


def test_what_does_not_fit_stays_in_its_box_and_the_message_leads_to_the_first(visitor: Visitor) -> None:
    visitor.goes_to("/open")
    visitor.sends("/open", {"reference": "ZZZZ-ZZZZ-Z", "words": "uno", "word_3": "tres"})
    assert 'id="words" name="words"' in visitor.page
    assert all(f'value="{word}"' in visitor.page for word in ("uno", "tres"))
    assert '<a href="#words">' in visitor.page
    assert 'role="alert" tabindex="-1" aria-labelledby="problems-title"' in visitor.page


def test_what_waited_for_a_turn_is_back_in_its_boxes() -> None:
    assert SecretForm(data=typed_before("R", "a b c d e")).word_5.data == "e"
    assert SecretForm(data=typed_before("R", "a b")).words.data == "a b"
    assert SecretForm(data=typed_before("R", "1234 5678")).digits.data == "1234 5678"
    assert SecretForm(data=typed_before("R", "")).secret == ""


def test_words_go_before_digits_where_both_were_typed() -> None:
    form = SecretForm(MultiDict({"words": "a b", "word_2": "c", "digits": "1"}))
    assert form.secret == "a b c"
    assert not form.slipped
