"""The partner's pages and the API: open while the family allows it; foreign, withdrawn and missing look alike."""

import re
import uuid
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import update

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from search.access import ANYONE, Actor, ActorKind
from search.accounts.new_family_words import prepare_words
from search.accounts.reading_limits import HOUR, SHARED, Window
from search.commands import ConsentGiven, GiveConsent, RegisterSearch, WithdrawConsent
from search.filing.consenting import give_consent, withdraw_consent
from search.filing.record_photos import add_photo
from search.filing.registering_searches import register_search
from search.models import Organisation
from search.summaries import CaseFiled
from search.vocabulary import OrganisationKind, PhotoUse, StateRun
from tests.fixtures.languages import english_left, walked
from tests.fixtures.portals import NOW
from tests.fixtures.staff import SHELTER, add_staff, signed_in, token_of
from tests.fixtures.visitor import Visitor
from tests.search.consents_given import FORENSIC, SHELTERS, consulates_of, forensic_services_of, yes_to
from tests.search.photos.kept_photos import photo_for
from tests.web.family.answers import RICH
from web.api import create_api_application
from web.context import Context
from web.partner import create_partner

PAGES = ("/shared/{case}", "/shared", "/shared.csv", "/shared.json")
KEPT_BACK = ("Letebrhan", "the priest", "name of the goat", "+46701234567", "+2917123456", "a call", "sings", "tes.k")


@pytest.fixture
def portal(context: Context) -> Flask:
    return create_partner(context)


@pytest.fixture
def clerk(context: Context, portal: Flask) -> Visitor:
    add_staff(context, "clerk", SHELTER, OrganisationKind.SHELTER)
    with context.database.transaction() as session:
        session.execute(update(Organisation).values(state_run=StateRun.NO.value, country="MX"))
    return signed_in(context, portal, "/partner", "clerk")


@pytest.fixture
def case(context: Context) -> CaseFiled:
    return file(context)


def file(context: Context) -> CaseFiled:
    command = RegisterSearch(sought=RICH.sought, identifiers=RICH.identifiers, filing=RICH.filing)
    with context.database.transaction() as session:
        return register_search(session, ANYONE, command, prepare_words("en"), now=NOW)


def without_token(page: bytes) -> bytes:
    """A page without the token of its forms, which is another one with each second."""
    return re.sub(rb'name="(?:csrf_token|whose)" value="[^"]+"', b"", page)


def family_of(case: CaseFiled) -> Actor:
    return Actor(kind=ActorKind.FAMILY, case_id=case.case_id)


def give(context: Context, case: CaseFiled, given: ConsentGiven) -> None:
    with context.database.transaction() as session:
        give_consent(session, family_of(case), GiveConsent(case_id=case.case_id, given=given), now=NOW)


def take_back(context: Context, case: CaseFiled, given: ConsentGiven) -> None:
    command = WithdrawConsent(case_id=case.case_id, purpose=given.purpose, receiver=given.receiver)
    with context.database.transaction() as session:
        withdraw_consent(session, family_of(case), command, now=NOW)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_a_search_only_while_it_is_open(
    context: Context, clerk: Visitor, case: CaseFiled, page: str
) -> None:
    address = page.format(case=case.case_id)
    before = without_token(clerk.goes_to(address).data)
    assert "Tesfalem" not in clerk.page
    give(context, case, yes_to(SHELTERS))
    assert clerk.goes_to(address).status_code == 200
    assert "Tesfalem" in clerk.page
    for kept_back in (*KEPT_BACK, case.reference):
        assert kept_back not in clerk.page
    take_back(context, case, yes_to(SHELTERS))
    assert without_token(clerk.goes_to(address).data) == before


def test_foreign_withdrawn_and_missing_are_the_same_page_byte_for_byte(
    context: Context, clerk: Visitor, case: CaseFiled
) -> None:
    give(context, case, yes_to(consulates_of("MX")))
    give(context, case, yes_to(SHELTERS))
    take_back(context, case, yes_to(SHELTERS))
    foreign = clerk.client.get(f"/shared/{case.case_id}")
    missing = clerk.client.get(f"/shared/{uuid.UUID(int=404)}")
    assert (foreign.status_code, without_token(foreign.data)) == (missing.status_code, without_token(missing.data))
    assert foreign.status_code == 404
    assert [key for key, _ in foreign.headers] == [key for key, _ in missing.headers]


@pytest.mark.usefixtures("clerk")
def test_the_api_answers_by_the_same_consents(context: Context, case: CaseFiled) -> None:
    token = token_of(context, SHELTER)
    client = create_api_application(context).test_client()

    def call(address: str) -> tuple[int, bytes]:
        answer = client.get(address, headers={"Authorization": f"Bearer {token}"})
        return answer.status_code, answer.data

    one, nobody = f"/v1/shared-searches/{case.case_id}", f"/v1/shared-searches/{uuid.UUID(int=404)}"
    empty = call("/v1/shared-searches")
    assert call(one) == call(nobody)
    assert call(one)[0] == 404
    give(context, case, yes_to(SHELTERS))
    assert call(one)[0] == 200
    for address in (one, "/v1/shared-searches"):
        written = call(address)[1].decode()
        assert "Tesfalem" in written
        assert not [kept_back for kept_back in (*KEPT_BACK, case.reference) if kept_back in written]
    take_back(context, case, yes_to(SHELTERS))
    assert (call(one), call("/v1/shared-searches")) == (call(nobody), empty)


@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
def test_a_reader_is_told_how_many_are_left_and_then_until_when(
    context: Context, clerk: Visitor, case: CaseFiled, row: LocaleRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    bounded = replace(SHARED, windows=(Window(1, HOUR),), at_once=1)
    monkeypatch.setattr("search.filing.shared_searches.SHARED", bounded)
    give(context, case, yes_to(SHELTERS))
    clerk.goes_to(f"/shared?lang={row.tag}")
    assert english_left(clerk.page, row.tag) == []
    if row.tag == "en":
        assert "You have reached the limit for now." in clerk.page
    other = file(context)
    give(context, other, yes_to(SHELTERS))
    for address in ("/shared", "/shared.csv", "/shared.json", f"/shared/{other.case_id}"):
        answer = clerk.goes_to(address)
        assert (answer.status_code, answer.headers["Retry-After"]) == (429, "3600")
        assert english_left(clerk.page, row.tag) == []
        assert "(UTC)" in clerk.page
    assert clerk.goes_to(f"/shared/{case.case_id}").status_code == 200


@pytest.mark.usefixtures("clerk")
def test_a_program_is_told_by_the_api_until_when(
    context: Context, case: CaseFiled, monkeypatch: pytest.MonkeyPatch
) -> None:
    bounded = replace(SHARED, windows=(Window(1, HOUR),), at_once=1)
    monkeypatch.setattr("search.filing.shared_searches.SHARED", bounded)
    token, client = token_of(context, SHELTER), create_api_application(context).test_client()
    give(context, case, yes_to(SHELTERS))
    other = file(context)
    give(context, other, yes_to(SHELTERS))
    head = {"Authorization": f"Bearer {token}"}
    assert client.get(f"/v1/shared-searches/{case.case_id}", headers=head).status_code == 200
    for address in ("/v1/shared-searches", f"/v1/shared-searches/{other.case_id}"):
        answer = client.get(address, headers=head)
        assert answer.json is not None
        assert (answer.status_code, answer.json["error"]) == (429, "shared_used")
        assert answer.headers["Retry-After"] == "3600"
        assert "(UTC)" in answer.json["message"]


def test_a_forensic_service_reads_health_and_papers_too(context: Context, portal: Flask, case: CaseFiled) -> None:
    add_staff(context, "pathologist", "Servicio Invented", OrganisationKind.FORENSIC)
    with context.database.transaction() as session:
        session.execute(update(Organisation).values(country="MX"))
    pathologist = signed_in(context, portal, "/partner", "pathologist")
    give(context, case, yes_to(forensic_services_of("MX"), FORENSIC))
    pathologist.goes_to(f"/shared/{case.case_id}")
    assert "asthma" in pathologist.page
    assert "K123" in pathologist.page
    assert not [kept_back for kept_back in KEPT_BACK if kept_back in pathologist.page]


def test_a_cell_that_looks_like_a_formula_computes_nothing(context: Context, clerk: Visitor) -> None:
    tricky = replace(RICH.sought, occupation="=1+1")
    with context.database.transaction() as session:
        command = RegisterSearch(sought=tricky, consents=(yes_to(SHELTERS),))
        register_search(session, ANYONE, command, prepare_words("en"), now=NOW)
    assert "'=1+1" in clerk.goes_to("/shared.csv").text


@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
@pytest.mark.parametrize("filled", [False, True])
def test_the_pages_speak_the_readers_language(
    context: Context, clerk: Visitor, case: CaseFiled, row: LocaleRow, *, filled: bool
) -> None:
    if filled:
        give(context, case, yes_to(SHELTERS))
        assert english_left(clerk.goes_to(f"/shared/{case.case_id}?lang={row.tag}").text, row.tag) == []
    assert english_left(clerk.goes_to(f"/shared?lang={row.tag}").text, row.tag) == []


@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
def test_a_photo_that_the_family_allowed_is_led_to_and_shown_until_it_is_taken_back(
    clerk: Visitor, case: CaseFiled, context: Context, row: LocaleRow
) -> None:
    given = yes_to(SHELTERS)
    give(context, case, given)
    command = photo_for(case.case_id, words="", use=PhotoUse.RECEIVERS)
    with context.database.transaction() as session:
        photo = add_photo(session, family_of(case), command, store_limit=10**6, now=NOW)
    picture = f"/shared/{case.case_id}/photos/{photo}/picture.jpg"
    clerk.goes_to(f"/shared/{case.case_id}?lang={row.tag}")
    assert f'href="/partner{picture}"' in clerk.page
    assert english_left(clerk.page, row.tag) == []
    assert clerk.client.get(picture).headers["Content-Type"] == "image/jpeg"
    take_back(context, case, given)
    assert clerk.client.get(picture).status_code == 404


def test_names_of_parents_are_not_among_the_names_of_whoever_is_looked_for(
    context: Context, case: CaseFiled, clerk: Visitor
) -> None:
    give(context, case, yes_to(SHELTERS))
    for address in ("/shared", f"/shared/{case.case_id}"):
        title = re.findall(r"<(?:h1|th scope=.row.[^>]*)>(.*?)</(?:h1|th)>", clerk.goes_to(address).text)[-1]
        assert "<bdi>Tesfalem</bdi> · <bdi>" in title
        assert "Kidane<" not in title
