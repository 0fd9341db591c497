"""What was typed survives the end of a visit, and comes back to whoever typed it once the words were given again."""

import datetime
import re
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import func, select

from search.models import Consent, Draft, FoundReport, Judgement, SignInSession
from search.vocabulary import OrganisationKind
from tests.fixtures.portals import NOW
from tests.fixtures.staff import (
    COMMITTEE,
    PASSWORD,
    SHELTER,
    add_staff,
    add_staff_with_password,
    at_the_door,
    likely_pair,
)
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import NAME, files
from web.committee import create_committee
from web.context import Context, bind
from web.family import create_family
from web.partner import create_partner

RED_BAG = "He had a red bag & <b>a book</b>"
SIGNED_OUT = "What you typed is kept. Please come in again"


def ends_visits(context: Context) -> None:
    """Every visit is over."""
    with context.database.transaction() as session:
        for held in session.scalars(select(SignInSession)):
            held.expires_at = NOW - datetime.timedelta(seconds=1)


def count(context: Context, model: type) -> int:
    with context.database.reading() as session:
        return session.scalar(select(func.count()).select_from(model)) or 0


@pytest.fixture
def filed(visitor: Visitor) -> dict[str, str]:
    """A family that is at its case; what it types to come in."""
    reference, words = files(visitor)
    visitor.sends("/filed")
    assert visitor.place == "/case"
    return {"reference": reference, "words": " ".join(words)}


def types(visitor: Visitor) -> None:
    """Fills in a question of the change."""
    visitor.sends("/case/change/anything-else", {"words": RED_BAG})


def test_what_a_family_typed_comes_back_after_its_words(
    context: Context, visitor: Visitor, filed: dict[str, str]
) -> None:
    visitor.goes_to("/case/change/anything-else")
    ends_visits(context)
    types(visitor)
    assert visitor.place == "/open"
    assert SIGNED_OUT in visitor.page
    visitor.sends("/open", filed)
    assert visitor.place == "/case/change/anything-else"
    assert "He had a red bag &amp; &lt;b&gt;a book&lt;/b&gt;" in visitor.page
    visitor.goes_to("/case")
    assert "red bag" not in visitor.page


def test_it_comes_back_also_where_the_whole_cookie_is_gone(visitor: Visitor, filed: dict[str, str]) -> None:
    visitor.goes_to("/case/change/anything-else")
    visitor.client.delete_cookie("ovillo-family")
    types(visitor)
    assert SIGNED_OUT in visitor.page
    visitor.sends("/open", filed)
    assert "He had a red bag" in visitor.page


def test_wrong_words_show_nothing_of_it(context: Context, visitor: Visitor, filed: dict[str, str]) -> None:
    visitor.goes_to("/case/change/anything-else")
    ends_visits(context)
    types(visitor)
    visitor.sends("/open", {**filed, "words": "a b c d e"})
    assert "red bag" not in visitor.page
    assert visitor.goes_to("/typed").request.path == "/open"
    visitor.sends("/open", filed)
    assert "He had a red bag" in visitor.page


def test_another_family_on_the_same_phone_sees_nothing_of_it(
    context: Context, family: Flask, visitor: Visitor, filed: dict[str, str]
) -> None:
    assert filed
    reference, words = files(Visitor(family.test_client()))
    visitor.goes_to("/case/change/anything-else")
    ends_visits(context)
    types(visitor)
    visitor.sends("/open", {"reference": reference, "words": " ".join(words)})
    assert visitor.place == "/"
    visitor.goes_to("/case/change/anything-else")
    assert "red bag" not in visitor.page
    assert count(context, Draft) == 0


def test_it_is_kept_sealed_and_for_an_hour(
    context: Context, family: Flask, visitor: Visitor, filed: dict[str, str]
) -> None:
    visitor.goes_to("/case/change/anything-else")
    ends_visits(context)
    types(visitor)
    with context.database.reading() as session:
        (kept,) = session.scalars(select(Draft))
        assert (kept.kind, kept.expires_at) == ("typed", NOW + datetime.timedelta(hours=1))
        assert b"red bag" not in kept.sealed
    bind(family.extensions, replace(context, clock=lambda: NOW + datetime.timedelta(minutes=61)))
    visitor.sends("/open", filed)
    assert "red bag" not in visitor.page


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}])
def test_nothing_is_kept_that_another_site_sent(
    context: Context, visitor: Visitor, filed: dict[str, str], headers: dict[str, str]
) -> None:
    assert filed
    visitor.goes_to("/case/change/anything-else")
    ends_visits(context)
    visitor.sends("/case/change/anything-else", {"words": RED_BAG}, headers=headers)
    assert count(context, Draft) == 0


def test_nothing_is_kept_of_a_page_without_typed_words_or_of_nobody(
    context: Context, visitor: Visitor, filed: dict[str, str]
) -> None:
    assert filed
    visitor.goes_to("/case/withdraw")
    ends_visits(context)
    visitor.sends("/case/withdraw")
    assert SIGNED_OUT not in visitor.page
    visitor.sends("/case/change/anything-else", {"words": RED_BAG, "whose": ""})
    assert count(context, Draft) == 0


def test_a_page_whose_token_is_too_old_shows_what_was_typed_again(visitor: Visitor, filed: dict[str, str]) -> None:
    assert filed
    visitor.goes_to("/case/change/anything-else")
    with visitor.client.session_transaction() as cookie:
        del cookie["csrf_token"]
    headers = {"Origin": "http://localhost"}
    visitor.sends("/case/change/anything-else", {"words": RED_BAG}, headers=headers)
    assert visitor.place == "/case/change/anything-else"
    assert "He had a red bag" in visitor.page


def test_a_new_search_whose_cookie_is_gone_keeps_the_page_that_was_typed(visitor: Visitor) -> None:
    visitor.goes_to("/search/names")
    visitor.client.delete_cookie("ovillo-family")
    visitor.sends("/search/names", {"names-full": NAME}, headers={"Sec-Fetch-Site": "same-origin"})
    assert visitor.place == "/search/names"
    assert f'value="{NAME}"' in visitor.page


def test_a_token_that_is_too_old_shows_nothing_that_may_come_from_elsewhere(visitor: Visitor) -> None:
    visitor.goes_to("/search/names")
    visitor.client.delete_cookie("ovillo-family")
    assert visitor.sends("/search/names", {"names-full": NAME}).status_code == 400
    assert NAME not in visitor.page


def test_what_a_partner_typed_into_a_report_comes_back_and_nothing_is_filed(context: Context) -> None:
    add_staff_with_password(context, "clerk", SHELTER, OrganisationKind.SHELTER)
    clerk = at_the_door(create_partner(context), "/partner")
    clerk.goes_to("/sign-in")
    typed = {"login": "clerk", "password": PASSWORD}
    clerk.sends("/sign-in", typed)
    clerk.goes_to("/report/living")
    names = re.findall(r'name="([^"]*)"', clerk.page)
    name = next(one for one in names if one.startswith("names"))
    ends_visits(context)
    clerk.sends("/report/living", {name: "Tesfalem", "sender_number": "CI-7"})
    assert SIGNED_OUT in clerk.page
    clerk.sends("/sign-in", typed)
    assert clerk.place == "/typed"
    assert 'value="Tesfalem"' in clerk.page
    assert 'action="/partner/report/living"' in clerk.page
    assert count(context, FoundReport) == 0


def test_the_words_of_a_judgement_come_back_and_nothing_is_decided(context: Context) -> None:
    proposal = likely_pair(context, add_staff(context, "clerk", SHELTER, OrganisationKind.SHELTER))
    add_staff_with_password(context, "ana", COMMITTEE, OrganisationKind.COMMITTEE)
    ana = at_the_door(create_committee(context), "/committee")
    ana.goes_to("/sign-in")
    typed = {"login": "ana", "password": PASSWORD}
    ana.sends("/sign-in", typed)
    ana.goes_to(f"/cards/{proposal}")
    ends_visits(context)
    judgement = {"kind": "positive", "words": "Both say the scar is from oil", "seen_revision": "1", "reasons": "names"}
    ana.sends(f"/cards/{proposal}/judgements", judgement)
    assert ana.place == "/sign-in"
    ana.sends("/sign-in", typed)
    assert "Both say the scar is from oil" in ana.page
    assert count(context, Judgement) == 0
    ana.sends(f"/cards/{proposal}/judgements", judgement)
    assert count(context, Judgement) == 1


@pytest.mark.parametrize("create", [create_family, create_partner, create_committee])
def test_every_page_whose_typed_words_come_back_is_one_of_the_portal(context: Context, create: object) -> None:
    assert callable(create)
    app = create(context)
    pages = app.extensions["typed_again"]
    assert pages.keys() <= app.view_functions.keys()
    assert pages


def test_a_consent_is_asked_again_and_not_answered_by_what_was_pressed_before(
    context: Context, visitor: Visitor, filed: dict[str, str]
) -> None:
    visitor.goes_to("/case/consents/sharing/network")
    address = re.findall(r'href="(/case/consents/[a-z_]+/[a-z_]+/[a-zA-Z_]+)"', visitor.page)[0]
    visitor.goes_to(address)
    before = count(context, Consent)
    ends_visits(context)
    visitor.sends(address, {"answer": "yes"})
    assert SIGNED_OUT in visitor.page
    visitor.sends("/open", filed)
    assert 'name="answer" value="yes"' in visitor.page
    assert f'action="{address}"' in visitor.page
    assert count(context, Consent) == before
