"""Filing together with an organisation: what is read, what a no does, and what another family left on the device."""

import datetime
import re
from dataclasses import replace

import msgspec
import pytest
from flask import Flask
from sqlalchemy import func, select

from search.accounts.helper_passes import BEGUN_WITHIN, FILED_WITHIN, HelperPass, open_pass, seal_pass
from search.models import Account, AuditEntry, Consent, Organisation, SearchRequest
from tests.fixtures.helping import (
    CONSULATE,
    NAME,
    add_officer,
    agrees,
    begins,
    file_together,
    pass_of,
    receipt_of,
    words_on,
)
from tests.fixtures.languages import walked
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from web.context import Context, bind
from web.labels.help_consent import help_text

TAGS = [row.tag for row in walked()]


@pytest.fixture(autouse=True)
def officer(context: Context) -> None:
    add_officer(context)


def case_of(context: Context) -> SearchRequest:
    with context.database.reading() as session:
        return session.scalars(select(SearchRequest)).one()


def at(app: Flask, context: Context, later: datetime.timedelta) -> None:
    bind(app.extensions, replace(context, clock=lambda: NOW + later))


def test_a_search_that_is_filed_together_says_who_helped_what_was_read_and_when(
    context: Context, visitor: Visitor
) -> None:
    reference, words = file_together(context, visitor)
    case = case_of(context)
    with context.database.reading() as session:
        helper = session.scalars(select(Account).where(Account.login == "officer")).one()
        filed = session.scalars(select(AuditEntry).where(AuditEntry.action == "file_for_family")).one()
        organisation = session.get_one(Organisation, helper.organisation_id)
    assert (case.reference, len(words)) == (reference, 5)
    assert (case.filed_by_organisation, case.filed_by_account) == (organisation.id, helper.id)
    assert (case.read_language, case.read_at, case.first_opened_at) == ("en", NOW, None)
    assert (filed.actor_id, filed.actor_kind, filed.subject_id) == (helper.id, "partner", str(case.id))


@pytest.mark.parametrize("tag", TAGS)
def test_what_is_read_aloud_is_kept_by_its_digest_in_the_relatives_language(
    context: Context, visitor: Visitor, tag: str
) -> None:
    begins(visitor, pass_of(context))
    visitor.goes_to(f"/together?lang={tag}")
    assert CONSULATE in visitor.page
    assert "checked" not in visitor.page
    agrees(visitor)
    assert visitor.place == "/search/who"
    assert CONSULATE in visitor.page
    visitor.sends("/search/names", {"names-full": NAME})
    visitor.goes_to("/search/review")
    assert CONSULATE in visitor.page
    visitor.sends("/search/review")
    assert visitor.place == "/filed"
    case = case_of(context)
    with context.database.reading() as session:
        kept = session.scalars(select(SearchRequest)).one()
        helper = _helper(context)
    assert (kept.read_language, kept.read_digest) == (tag, help_text(tag, helper).digest)
    assert case.language == tag


def _helper(context: Context) -> HelperPass:
    helper = open_pass(context.vault, pass_of(context))
    assert helper is not None
    return helper


def test_a_no_keeps_nothing_and_is_said_to_be_all_right(context: Context, visitor: Visitor) -> None:
    begins(visitor, pass_of(context))
    agrees(visitor, "no")
    assert "Nothing was written down" in visitor.page
    assert "begins on another page" in visitor.goes_to("/together").text
    with context.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(SearchRequest)) == 0


def test_without_an_answer_it_is_asked_again_and_nothing_is_chosen(context: Context, visitor: Visitor) -> None:
    begins(visitor, pass_of(context))
    agrees(visitor, "")
    assert "Please choose yes or no." in visitor.page
    assert "checked" not in visitor.page


def test_a_text_that_changed_meanwhile_is_read_once_more(context: Context, visitor: Visitor) -> None:
    begins(visitor, pass_of(context))
    answer = visitor.sends("/together", {"text": "ab" * 32, "answer": "yes"})
    assert (answer.status_code, "The text has changed since you read it" in answer.text) == (409, True)
    assert visitor.sends("/together", {"text": "not hexadecimal", "answer": "yes"}).status_code == 409


@pytest.mark.parametrize("state_run", ["yes", "no", "unknown"])
def test_a_relative_hears_that_a_consulate_belongs_to_a_state(
    context: Context, visitor: Visitor, state_run: str
) -> None:
    with context.database.reading() as session:
        owner = session.scalars(select(Organisation).where(Organisation.name == CONSULATE)).one().id
    with context.database.transaction() as session:
        session.get_one(Organisation, owner).state_run = state_run
    begins(visitor, pass_of(context))
    assert "other offices of that state may learn" in visitor.page


@pytest.mark.parametrize("sealed", ["", "forged", "é"])
def test_a_pass_of_nobody_begins_nothing(visitor: Visitor, sealed: str) -> None:
    begins(visitor, sealed)
    assert "Starting a search together begins on another page" in visitor.page
    assert visitor.client.get("/together").status_code == 400


def test_a_pass_is_taken_up_for_some_minutes_and_used_for_a_day(
    context: Context, family: Flask, visitor: Visitor
) -> None:
    sealed = pass_of(context)
    at(family, context, BEGUN_WITHIN)
    begins(visitor, sealed)
    assert "begins on another page" in visitor.page
    at(family, context, datetime.timedelta())
    begins(visitor, sealed)
    agrees(visitor)
    visitor.sends("/search/names", {"names-full": NAME})
    at(family, context, FILED_WITHIN)
    visitor.goes_to("/search/review")
    visitor.sends("/search/review")
    assert "The time for starting this search together is over" in visitor.page
    assert NAME in visitor.page


def test_whoever_helped_yesterday_goes_on_with_the_form_under_a_new_pass(
    context: Context, family: Flask, visitor: Visitor
) -> None:
    begins(visitor, pass_of(context))
    agrees(visitor)
    visitor.sends("/search/names", {"names-full": NAME})
    tomorrow = NOW + FILED_WITHIN + datetime.timedelta(hours=1)
    at(family, context, tomorrow - NOW)
    begins(visitor, seal_pass(context.vault, msgspec.structs.replace(_helper(context), made_at=tomorrow)))
    visitor.sends("/together", {"left": "on"})
    assert NAME in visitor.page
    visitor.sends("/search/review")
    assert case_of(context).read_at == NOW


def test_the_form_of_another_family_is_never_shown_to_the_next(context: Context, visitor: Visitor) -> None:
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": "Another Family"})
    begins(visitor, pass_of(context))
    assert "Another Family" not in visitor.page
    assert 'value="on"' not in visitor.page
    visitor.sends("/together", {"left": "on"})
    assert "A form was begun here" in visitor.page
    visitor.sends("/together", {"left": "new"})
    agrees(visitor)
    assert "Another Family" not in visitor.goes_to("/search/review").text


def test_the_words_of_the_last_search_are_written_down_before_the_next_begins(
    context: Context, visitor: Visitor
) -> None:
    _, words = file_together(context, visitor)
    begins(visitor, pass_of(context))
    assert "five words of the last search" in visitor.page
    assert not set(words) & set(re.findall(r"\w+", visitor.page)) & {" ".join(words)}
    visitor.goes_to("/filed")
    visitor.sends("/filed")
    assert visitor.place == "/together/done"
    begins(visitor, pass_of(context))
    assert 'name="text"' in visitor.page


def test_a_search_that_was_open_on_the_device_is_closed_when_a_helper_begins(
    context: Context, visitor: Visitor
) -> None:
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": "Another Family"})
    visitor.goes_to("/search/review")
    visitor.sends("/search/review")
    visitor.sends("/filed")
    assert visitor.place == "/case"
    begins(visitor, pass_of(context))
    assert visitor.goes_to("/case").request.path == "/open"


def test_the_words_are_shown_for_writing_down_and_lead_into_no_search(context: Context, visitor: Visitor) -> None:
    reference, words = file_together(context, visitor)
    assert "The words on this paper open the search for the first time" in visitor.page
    assert "The search is opened at this address" in visitor.page
    assert re.search(r"<bdi dir=\"ltr\" class=\"address\" translate=\"no\">https?://[^<]+/open</bdi>", visitor.page)
    # Another look, and the same press again after a lost answer, show the same words.
    visitor.goes_to("/filed")
    assert receipt_of(visitor.page) == (reference, words)
    visitor.goes_to("/search/review")
    visitor.sends("/search/review")
    assert receipt_of(visitor.page) == (reference, words)
    visitor.sends("/filed")
    assert visitor.place == "/together/done"
    assert words_on(visitor.page) == []
    assert 'href="/partner/"' in visitor.page
    assert visitor.goes_to("/filed").request.path == "/open"
    assert visitor.goes_to("/case").request.path == "/open"


def test_whoever_lost_their_access_meanwhile_helps_no_longer(context: Context, visitor: Visitor) -> None:
    begins(visitor, pass_of(context))
    agrees(visitor)
    visitor.sends("/search/names", {"names-full": NAME})
    with context.database.transaction() as session:
        session.scalars(select(Account).where(Account.login == "officer")).one().disabled_at = NOW
    visitor.goes_to("/search/review")
    visitor.sends("/search/review")
    assert "The time for starting this search together is over" in visitor.page


def test_each_purpose_is_read_aloud_and_answered_by_itself(context: Context, visitor: Visitor) -> None:
    begins(visitor, pass_of(context))
    agrees(visitor)
    visitor.sends("/search/names", {"names-full": NAME})
    for slug, said in (("sharing", "no"), ("naming", "yes")):
        visitor.goes_to(f"/search/{slug}?about=shelters")
        assert "checked" not in visitor.page
        text = re.search(r'name="text_shelters" value="([0-9a-f]{64})"', visitor.page)
        assert text is not None
        visitor.sends(f"/search/{slug}?about=shelters", {"text_shelters": text[1], "answer_shelters": said})
        assert visitor.place == f"/search/{slug}"
    visitor.goes_to("/search/review")
    visitor.sends("/search/review")
    with context.database.reading() as session:
        rows = session.execute(select(Consent.purpose, Consent.receiver, Consent.answer).order_by(Consent.purpose))
        assert [tuple(row) for row in rows] == [("naming", "shelters", "yes"), ("sharing", "shelters", "no")]


def test_a_family_alone_is_asked_the_same(visitor: Visitor) -> None:
    visitor.goes_to("/search/sharing")
    visitor.sends("/search/sharing", {"go": "save"})
    assert visitor.place == "/search/naming"
    visitor.sends("/search/naming", {"go": "save"})
    assert visitor.place == "/search/forensic"


def test_a_form_that_is_begun_without_the_relatives_yes_names_no_helper(context: Context, visitor: Visitor) -> None:
    begins(visitor, pass_of(context))
    assert CONSULATE in visitor.goes_to("/").text
    visitor.goes_to("/search/names")
    assert CONSULATE not in visitor.page
    visitor.sends("/search/names", {"names-full": NAME})
    visitor.goes_to("/search/review")
    visitor.sends("/search/review")
    assert "The words on this paper open the search for the first time" not in visitor.page
    assert case_of(context).filed_by_organisation is None


def test_whoever_helped_goes_back_to_the_portal_of_the_pass_and_a_family_alone_is_sent_to_none(
    context: Context, visitor: Visitor
) -> None:
    visitor.goes_to("/together/done")
    assert 'href="/partner/"' not in visitor.page
    helper = open_pass(context.vault, pass_of(context))
    assert helper is not None
    begins(visitor, seal_pass(context.vault, msgspec.structs.replace(helper, reads_pairs=True)))
    visitor.sends("/together", {"answer": "no"})
    visitor.goes_to("/together/done")
    assert 'href="/committee/"' in visitor.page
