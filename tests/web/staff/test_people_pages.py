"""Coordinators let people in by two and end access by one, on pages of both portals, in every language."""

import itertools
import re

import pyotp
import pytest
from flask import Flask
from sqlalchemy import select

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from search.accounts.alarms import raise_alarm
from search.models import Account, Alarm
from search.vocabulary import AlarmKind, OrganisationKind, StaffRole
from tests.fixtures.languages import english_left, walked
from tests.fixtures.portals import NOW
from tests.fixtures.staff import COMMITTEE, SHELTER, add_staff, at_the_door, let_proofs_age, signed_in
from tests.fixtures.visitor import Visitor
from web.committee import create_committee
from web.context import Context
from web.partner import create_partner

LANGUAGES = pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
PAGES = [
    "/",
    "/people",
    "/people/new",
    "/my-sign-in",
    "/my-sign-in/password",
    "/my-sign-in/codes",
    "/invitation",
    "/prove",
]
WORK = {"partner": StaffRole.REPORTER, "committee": StaffRole.REVIEWER}


@pytest.fixture(params=["partner", "committee"])
def portal(request: pytest.FixtureRequest) -> str:
    """Both portals of staff have the same pages."""
    return str(request.param)


@pytest.fixture
def app(context: Context, portal: str) -> Flask:
    return (create_partner if portal == "partner" else create_committee)(context)


@pytest.fixture
def two(context: Context, app: Flask, portal: str) -> tuple[Visitor, Visitor]:
    """Two coordinators, signed in."""
    kind = OrganisationKind.SHELTER if portal == "partner" else OrganisationKind.COMMITTEE
    name = SHELTER if portal == "partner" else COMMITTEE
    for login in ("ana.c", "berta.c"):
        add_staff(context, login, name, kind, WORK[portal], StaffRole.COORDINATOR)
    first, second = (signed_in(context, app, f"/{portal}", login) for login in ("ana.c", "berta.c"))
    return first, second


def test_a_page_speaks_the_readers_language_and_no_other(two: tuple[Visitor, Visitor]) -> None:
    for row, address in itertools.product(walked(Catalogue.STAFF), PAGES):
        assert two[0].goes_to(f"{address}?lang={row.tag}").status_code == 200, (row.tag, address)
        assert f'<html lang="{row.tag}" dir="{row.direction}">' in two[0].page, (row.tag, address)
        assert english_left(two[0].page, row.tag) == [], (row.tag, address)


def test_somebody_comes_in_by_two_people_a_code_and_their_own_password(
    context: Context, app: Flask, portal: str, two: tuple[Visitor, Visitor]
) -> None:
    first, second = two
    first.goes_to("/people/new")
    first.sends("/people/new", {"login": "somebody.new", "roles": [WORK[portal].value]})
    assert "Another person must confirm this." in first.page
    second.goes_to("/people")
    second.sends(re.findall(r'action="[^"]*(/people/requests/[^"]*/confirm)"', second.page)[0])
    (code,) = re.findall(r"[A-Z2-9]{5}(?:-[A-Z2-9]{5}){4}", second.page)
    assert f"/{portal}/invitation</code>" in second.page
    assert "code=" not in second.page
    assert "If its code was lost, take this back and ask again." in second.goes_to("/people").text
    guest = at_the_door(app, f"/{portal}")
    assert f'value="{code}"' not in guest.goes_to(f"/invitation?code={code}").text
    guest.goes_to("/invitation")
    guest.sends("/invitation", {"code": code})
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in guest.page or "<svg" in guest.page
    secret = re.findall(r"secret=([A-Z2-7]+)", guest.page)[0]
    weak = {"code": code, "new": "password2026", "one_time_code": pyotp.TOTP(secret).at(NOW)}
    guest.sends("/invitation/accept", weak)
    assert "easy to guess" in guest.page
    assert secret in guest.page
    guest.sends("/invitation/accept", {**weak, "new": "copper meadow candle"})
    assert len(re.findall(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", guest.page)) == 10
    with context.database.reading() as session:
        account = session.scalars(select(Account).where(Account.login == "somebody.new")).one()
    assert account.role == portal
    guest.goes_to("/invitation")
    assert "opens nothing" in guest.sends("/invitation", {"code": code}).text


def test_a_request_whose_answer_was_lost_can_be_sent_again(two: tuple[Visitor, Visitor], portal: str) -> None:
    first, second = two
    typed = {"login": "somebody.new", "roles": [WORK[portal].value]}
    for _ in range(2):
        first.goes_to("/people/new")
        assert first.sends("/people/new", typed).status_code == 200
        assert first.place == "/people"
    assert first.page.count("somebody.new") == second.goes_to("/people").text.count("To be let in as") * 2
    second.goes_to("/people/new")
    assert second.sends("/people/new", typed).status_code == 400
    (address,) = set(re.findall(r'href="[^"]*(/people/[0-9a-f-]{36})"[^>]*><bdi>berta\.c', first.page))
    for _ in range(2):
        first.goes_to(f"{address}/roles")
        first.sends(f"{address}/roles", {"roles": "protection_officer"})
    assert first.page.count("To be given besides") == 1


def test_whoever_is_ended_is_out_with_their_next_request(two: tuple[Visitor, Visitor]) -> None:
    first, second = two
    assert second.goes_to("/people").status_code == 200
    first.goes_to("/people")
    (address,) = set(re.findall(r'href="[^"]*(/people/[0-9a-f-]{36})"[^>]*><bdi>berta\.c', first.page))
    first.goes_to(address)
    first.sends(f"{address}/end")
    assert "Access ended" in first.page
    assert second.goes_to("/people").request.path == "/sign-in"


def test_the_last_coordinator_is_told_why_they_stay(two: tuple[Visitor, Visitor]) -> None:
    first, _second = two
    first.goes_to("/people")
    links = dict(re.findall(r'href="[^"]*(/people/[0-9a-f-]{36})"[^>]*><bdi>([a-z.]+)', first.page))
    other, mine = (next(link for link, login in links.items() if login == name) for name in ("berta.c", "ana.c"))
    first.goes_to(other)
    first.sends(f"{other}/end")
    first.goes_to(mine)
    assert first.sends(f"{mine}/end").status_code == 400
    assert "Nobody else coordinates here." in first.page


def test_after_ten_minutes_letting_in_asks_for_the_password_again_and_ending_does_not(
    context: Context, two: tuple[Visitor, Visitor]
) -> None:
    first, _second = two
    let_proofs_age(context)
    assert first.goes_to("/people/new").request.path == "/prove"
    assert first.sends("/prove?to=/people/new", {"password": "wrong", "code": ""}).status_code == 403
    first.goes_to("/people")
    (address,) = set(re.findall(r'href="[^"]*(/people/[0-9a-f-]{36})"[^>]*><bdi>berta\.c', first.page))
    first.goes_to(address)
    first.sends(f"{address}/end")
    assert "Access ended" in first.page


@pytest.mark.parametrize("to", ["//example.org", "https://example.org", "/people/../x", "/People", "javascript:x"])
def test_the_page_that_asks_again_leads_to_our_own_pages_only(two: tuple[Visitor, Visitor], to: str) -> None:
    two[0].goes_to(f"/prove?to={to}")
    assert 'action="' in two[0].page
    assert "to=" not in re.findall(r'action="([^"]*/prove[^"]*)"', two[0].page)[0]


@LANGUAGES
def test_an_alarm_stands_first_until_somebody_else_answers_it_in_words(
    context: Context, two: tuple[Visitor, Visitor], row: LocaleRow
) -> None:
    first, second = two
    with context.database.transaction() as session:
        account = session.scalars(select(Account).where(Account.login == "ana.c")).one()
        for kind in AlarmKind:
            raise_alarm(session, kind, account, now=NOW)
    assert "/alarms/" not in first.goes_to(f"/?lang={row.tag}").text
    second.goes_to(f"/?lang={row.tag}")
    assert english_left(second.page, row.tag) == []
    addresses = re.findall(r'action="[^"]*(/alarms/[^"]*)"', second.page)
    assert len(addresses) == len(AlarmKind)
    assert second.sends(addresses[0], {"words": "ok"}).status_code == 400
    assert english_left(second.page, row.tag) == []
    second.sends(addresses[0], {"words": "I called her and it was her own work"})
    assert addresses[0] not in second.page
    with context.database.reading() as session:
        answered = session.scalars(select(Alarm).where(Alarm.acknowledged_at.is_not(None))).one()
        assert b"called" not in (answered.words_sealed or b"")


def test_an_alarm_says_what_it_may_mean_and_no_evenings_work_explains_a_guess(
    context: Context, two: tuple[Visitor, Visitor]
) -> None:
    meanings = {
        AlarmKind.CARDS_REACHED: "long evening",
        AlarmKind.WRONG_PROOFS: "somebody else who guesses",
        AlarmKind.COORDINATOR_ENDED: "the coordinator who did it",
    }
    with context.database.transaction() as session:
        account = session.scalars(select(Account).where(Account.login == "ana.c")).one()
        for kind in meanings:
            raise_alarm(session, kind, account, now=NOW)
    two[1].goes_to("/")
    assert [two[1].page.count(meaning) for meaning in meanings.values()] == [1, 1, 1]
