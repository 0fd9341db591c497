"""Coming in with a reference and five words."""

import pytest
from flask import Flask, session
from werkzeug.datastructures import MultiDict

from matching.record import PersonName
from search.access import ANYONE, ActorKind
from search.commands import RegisterSearch
from search.documents import Description
from search.errors import TooManyAttempts
from search.filing.registering_searches import register_search
from search.summaries import CaseFiled
from tests.fixtures.portals import NOW
from web.context import Context
from web.family.case_sign_in import OpenForm, enter
from web.session_cookies import DRAFT, TOKEN, current_actor


@pytest.fixture
def filed(context: Context) -> CaseFiled:
    """A search of one name."""
    command = RegisterSearch(sought=Description(names=(PersonName("Amina"),)))
    with context.database.transaction() as transaction:
        return register_search(transaction, ANYONE, command, now=NOW)


def test_reference_and_words_open_the_case_and_keep_a_form_that_is_being_filled_in(
    family: Flask, filed: CaseFiled
) -> None:
    with family.test_request_context():
        session[DRAFT] = "begun"
        assert enter(filed.reference, " ".join(filed.passphrase))
        assert (current_actor().kind, current_actor().case_id) == (ActorKind.FAMILY, filed.case_id)
        assert session[TOKEN]
        assert session[DRAFT] == "begun"


def test_words_that_do_not_fit_open_nothing_and_leave_the_cookie_alone(family: Flask, filed: CaseFiled) -> None:
    with family.test_request_context():
        assert not enter(filed.reference, "a b c d e")
        assert not enter("ZZZZ-ZZZZ-Z", " ".join(filed.passphrase))
        assert TOKEN not in session
        assert current_actor() == ANYONE


def test_guessing_is_slowed_down_also_for_the_right_words(family: Flask, filed: CaseFiled) -> None:
    with family.test_request_context():
        for _guess in range(5):
            enter(filed.reference, "a b c d e")
        with pytest.raises(TooManyAttempts):
            enter(filed.reference, " ".join(filed.passphrase))


def test_the_reference_runs_from_left_to_right_and_the_words_as_the_page_does() -> None:
    form = OpenForm(MultiDict({"reference": " aaaa-aaa1-1 ", "words": "one two\u200f three"}))
    assert form.reference.render_kw == {"dir": "ltr"}
    assert form.words.render_kw is None
    assert (form.reference.data, form.words.data) == ("aaaa-aaa1-1", "one two three")
