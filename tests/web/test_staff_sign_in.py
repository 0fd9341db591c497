import re
from dataclasses import replace

import pyotp
import pytest
from flask import Flask
from markupsafe import escape
from sqlalchemy import select

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from search.accounts.code_attempts import MOST
from search.accounts.second_factor import give_recovery_codes
from search.models import Account
from search.vocabulary import OrganisationKind
from tests.fixtures.languages import english_left, staff_gettext, walked
from tests.fixtures.portals import NOW
from tests.fixtures.staff import PASSWORD, SHELTER, add_staff_with_password, at_the_door
from tests.fixtures.turns import somebody_else_hashes
from tests.fixtures.visitor import Visitor
from web.committee import create_committee
from web.context import Context
from web.partner import create_partner

PREFIX = "/partner"


@pytest.fixture
def partner(context: Context) -> Flask:
    """The partner's portal."""
    return create_partner(context)


@pytest.fixture
def clerk(partner: Flask) -> Visitor:
    """Somebody at the sign-in page."""
    visitor = at_the_door(partner, PREFIX)
    visitor.goes_to("/sign-in")
    return visitor


def tries(visitor: Visitor, login: str, password: str, code: str = "") -> int:
    """Sends the form."""
    return visitor.sends("/sign-in", {"login": login, "password": password, "code": code}).status_code


def test_login_and_password_open_the_portal_and_signing_out_closes_it(context: Context, clerk: Visitor) -> None:
    add_staff_with_password(context, "clerk", SHELTER, OrganisationKind.SHELTER)
    assert tries(clerk, "clerk", PASSWORD) == 200
    assert (clerk.place, SHELTER in clerk.page) == ("/", True)
    clerk.sends("/sign-out")
    clerk.goes_to("/reports")
    assert clerk.place == "/sign-in"


def test_the_code_is_asked_for_only_after_a_password_that_fits(context: Context, clerk: Visitor) -> None:
    secret = add_staff_with_password(context, "clerk", SHELTER, OrganisationKind.SHELTER, code=True)
    assert tries(clerk, "clerk", "wrong") == 403
    assert "One-time code" not in clerk.page
    assert tries(clerk, "clerk", PASSWORD) == 200
    assert "One-time code" in clerk.page
    assert tries(clerk, "clerk", PASSWORD, "000000") == 403
    assert "One-time code" in clerk.page
    assert tries(clerk, "clerk", PASSWORD, pyotp.TOTP(secret).at(NOW)) == 200
    assert clerk.place == "/"


def without_token(page: str) -> str:
    """A page without its forgery token, which carries the second in which it was made."""
    return re.sub(r'name="(?:csrf_token|whose)" value="[^"]+"', "", page)


def test_a_wrong_password_and_an_unknown_login_look_the_same(context: Context, clerk: Visitor) -> None:
    add_staff_with_password(context, "clerk", SHELTER, OrganisationKind.SHELTER)
    assert tries(clerk, "clerk", "wrong") == 403
    known = without_token(clerk.page.replace("clerk", ""))
    assert tries(clerk, "nobody", "wrong") == 403
    assert without_token(clerk.page.replace("nobody", "")) == known


def test_no_number_of_wrong_guesses_keeps_somebody_out(context: Context, clerk: Visitor) -> None:
    add_staff_with_password(context, "clerk", SHELTER, OrganisationKind.SHELTER)
    assert [tries(clerk, "clerk", "wrong") for _guess in range(12)] == [403] * 12
    assert tries(clerk, "clerk", PASSWORD) == 200
    assert clerk.place == "/"


def test_whoever_has_a_password_cannot_try_all_codes_and_a_recovery_code_still_opens(
    context: Context, clerk: Visitor
) -> None:
    secret = add_staff_with_password(context, "clerk", SHELTER, OrganisationKind.SHELTER, code=True)
    with context.database.transaction() as session:
        account = session.scalars(select(Account).where(Account.login == "clerk")).one()
        recovery, *_ = give_recovery_codes(session, account)
    assert {tries(clerk, "clerk", PASSWORD, "000000") for _guess in range(MOST)} == {403}
    assert tries(clerk, "clerk", PASSWORD, pyotp.TOTP(secret).at(NOW)) == 403
    assert tries(clerk, "clerk", PASSWORD, recovery) == 200
    assert clerk.place == "/"


def test_wrong_passwords_use_up_no_codes(context: Context, clerk: Visitor) -> None:
    secret = add_staff_with_password(context, "clerk", SHELTER, OrganisationKind.SHELTER, code=True)
    assert {tries(clerk, "clerk", "wrong", "000000") for _guess in range(MOST)} == {403}
    assert tries(clerk, "clerk", PASSWORD, pyotp.TOTP(secret).at(NOW)) == 200


def test_an_account_without_one_time_codes_opens_nothing_outside_a_demonstration(context: Context) -> None:
    add_staff_with_password(context, "clerk", SHELTER, OrganisationKind.SHELTER)
    settings = replace(context.settings, demonstration=False)
    clerk = Visitor(create_partner(replace(context, settings=settings)).test_client())
    clerk.goes_to("/sign-in", base_url="https://localhost")
    fields = {"login": "clerk", "password": PASSWORD}
    assert clerk.sends("/sign-in", fields, base_url="https://localhost").status_code == 403


def test_who_waits_for_a_turn_is_told_so_in_the_frame_of_the_portal_and_enters_by_itself(
    context: Context, clerk: Visitor
) -> None:
    secret = add_staff_with_password(context, "clerk", SHELTER, OrganisationKind.SHELTER, code=True)
    with somebody_else_hashes(context):
        assert tries(clerk, "clerk", PASSWORD, pyotp.TOTP(secret).at(NOW)) == 202
    assert "One moment, please" in clerk.page
    clerk.goes_to("/sign-in/turn")
    assert (clerk.place, SHELTER in clerk.page) == ("/", True)


def test_an_account_of_one_portal_does_not_open_the_other(context: Context) -> None:
    add_staff_with_password(context, "clerk", SHELTER, OrganisationKind.SHELTER)
    committee = at_the_door(create_committee(context), "/committee")
    committee.goes_to("/sign-in")
    assert tries(committee, "clerk", PASSWORD) == 403


@pytest.mark.parametrize(("login", "password"), [("", PASSWORD), ("clerk", ""), ("c" * 400, PASSWORD)])
def test_a_form_that_is_not_filled_in_says_what_is_missing(clerk: Visitor, login: str, password: str) -> None:
    assert tries(clerk, login, password) == 400
    assert "Please look at this again" in clerk.page


def test_the_password_is_never_sent_back(clerk: Visitor) -> None:
    tries(clerk, "clerk", "typed in vain")
    assert "typed in vain" not in clerk.page


@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
def test_what_does_not_fit_is_said_in_the_readers_language_and_the_login_stays(clerk: Visitor, row: LocaleRow) -> None:
    clerk.goes_to(f"/sign-in?lang={row.tag}")
    for login, password, status, says in (
        ("clerk", "wrong", 403, "Login, password or code do not fit. Please try again."),
        ("clerk", "", 400, "Please write your password."),
        ("", "wrong", 400, "Please write your login."),
    ):
        assert tries(clerk, login, password) == status
        assert str(escape(staff_gettext(row.tag, says))) in clerk.page
        assert f'value="{login}"' in clerk.page
        assert f'<html lang="{row.tag}" dir="{row.direction}">' in clerk.page
        assert english_left(clerk.page, row.tag) == []
