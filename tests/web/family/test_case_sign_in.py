"""Coming in with a reference and five words."""

import pytest
from flask import Flask, session
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from matching.record import PersonName
from search.access import ANYONE, ActorKind
from search.accounts.new_family_words import prepare_words
from search.commands import RegisterSearch
from search.documents import Description
from search.filing.registering_searches import register_search
from search.summaries import CaseFiled
from tests.fixtures.portals import NOW
from web.context import Context
from web.family.case_sign_in import answer_to, attempt_of
from web.family.secret_form import SecretForm
from web.session_cookies import DRAFT, TOKEN, current_actor
from web.sign_in_turns import try_to_enter


@pytest.fixture
def filed(context: Context) -> CaseFiled:
    """A search of one name."""
    command = RegisterSearch(sought=Description(names=(PersonName("Amina"),)))
    with context.database.transaction() as transaction:
        return register_search(transaction, ANYONE, command, prepare_words("en"), now=NOW)


def test_reference_and_words_open_the_case_and_keep_a_form_that_is_being_filled_in(
    family: Flask, filed: CaseFiled
) -> None:
    with family.test_request_context():
        session[DRAFT] = "begun"
        assert enters(filed.reference, " ".join(filed.passphrase))
        assert (current_actor().kind, current_actor().case_id) == (ActorKind.FAMILY, filed.case_id)
        assert session[TOKEN]
        assert session[DRAFT] == "begun"


def test_words_that_do_not_fit_open_nothing_and_leave_the_cookie_alone(family: Flask, filed: CaseFiled) -> None:
    with family.test_request_context():
        assert not enters(filed.reference, "a b c d e")
        assert not enters("ZZZZ-ZZZZ-Z", " ".join(filed.passphrase))
        assert TOKEN not in session
        assert current_actor() == ANYONE


def enters(reference: str, words: str) -> bool:
    """Whether what was typed leads to the case."""
    answer = answer_to(lambda: try_to_enter(attempt_of(reference, words)), SecretForm())
    return isinstance(answer, Response) and answer.location == "/case"


def test_the_reference_runs_from_left_to_right_and_the_words_as_the_page_does() -> None:
    form = SecretForm(MultiDict({"reference": " aaaa-aaa1-1 ", "words": "one two\u200f three"}))
    assert form.reference.render_kw == {"dir": "ltr"}
    assert form.words.render_kw is None
    assert (form.reference.data, form.words.data) == ("aaaa-aaa1-1", "one two three")
