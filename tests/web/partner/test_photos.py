"""An organisation's photos: of the living with their agreement, of bodies behind a second click."""

import uuid
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from search.access import Actor, clerk_of
from search.filing.reporting_found_persons import report_found
from search.models import Account
from search.vocabulary import ReportKind
from tests.fixtures.languages import english_left, walked
from tests.fixtures.photos import photos_on, sends_photo, with_places
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from tests.search.scene import found
from web.context import Context

pytestmark = pytest.mark.slow


@pytest.fixture
def context(context: Context, tmp_path: Path) -> Context:
    return with_places(context, tmp_path)


@pytest.fixture
def reported(context: Context, shelter: Actor) -> str:
    """The address of the photos of a report that the shelter made."""
    return address_of(context, shelter, ReportKind.SHELTER)


@pytest.fixture
def of_a_body(context: Context, mortuary: Visitor) -> str:  # noqa: ARG001 - makes the account
    """The address of the photos of a report that the mortuary made."""
    with context.database.reading() as session:
        account = session.scalars(select(Account).where(Account.login == "pathologist")).one()
    clerk = replace(clerk_of(account.organisation_id), account_id=account.id)
    return address_of(context, clerk, ReportKind.MORTUARY)


def address_of(context: Context, clerk: Actor, kind: ReportKind) -> str:
    with context.database.transaction() as session:
        report = report_found(session, clerk, found("Somebody Invented", kind=kind), now=NOW).report_id
    return f"/reports/{report}/photos"


def test_a_clerk_adds_a_photo_from_the_list_of_reports(clerk: Visitor, reported: str) -> None:
    clerk.goes_to("/reports")
    assert f'href="/partner{reported}"' in clerk.page
    sends_photo(clerk, reported, agreed="y", words="a tattoo")
    assert "The photo is kept with the report." in clerk.page
    (photo,) = photos_on(clerk.page)
    assert f"/photos/{photo}/preview.jpg" in clerk.page
    clerk.goes_to(f"/photos/{photo}")
    assert f"/photos/{photo}/picture.jpg" in clerk.page
    answer = clerk.client.get(f"/photos/{photo}/picture.jpg")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/jpeg")


def test_without_the_person_s_agreement_nothing_is_kept(clerk: Visitor, reported: str) -> None:
    assert sends_photo(clerk, reported, words="a tattoo").status_code == 400
    assert "only if that person knows of it and agrees" in clerk.page
    assert 'value="a tattoo"' in clerk.page
    assert photos_on(clerk.page) == []


@pytest.mark.parametrize("kind", ["", "scene", "post_mortem"])
def test_of_the_living_neither_places_nor_nothing_in_particular_is_taken(
    clerk: Visitor, reported: str, kind: str
) -> None:
    assert sends_photo(clerk, reported, agreed="y", kind=kind).status_code == 400
    assert "Please say what the photo shows" in clerk.page


def test_a_photo_of_a_body_is_in_no_list_and_opens_at_the_second_click(mortuary: Visitor, of_a_body: str) -> None:
    sends_photo(mortuary, of_a_body, kind="", words="left hand")
    (photo,) = photos_on(mortuary.page)
    assert "The body, or a part of it" in mortuary.page
    assert ".jpg" not in mortuary.page
    assert "left hand" not in mortuary.page
    assert mortuary.client.get(f"/photos/{photo}/preview.jpg").status_code == 404
    mortuary.goes_to(f"/photos/{photo}")
    assert "This is a photo of somebody who has died." in mortuary.page
    assert "left hand" in mortuary.page
    assert "<img" not in mortuary.page
    mortuary.goes_to(f"/photos/{photo}?shown=1")
    assert f'<img src="/partner/photos/{photo}/picture.jpg"' in mortuary.page


def test_a_photo_is_removed_after_a_question(clerk: Visitor, reported: str) -> None:
    sends_photo(clerk, reported, agreed="y")
    (photo,) = photos_on(clerk.page)
    clerk.goes_to(f"/photos/{photo}/remove")
    assert "It cannot be brought back" in clerk.page
    clerk.sends(f"/photos/{photo}/remove")
    assert "The photo is removed." in clerk.page
    assert photos_on(clerk.page) == []


def test_another_organisation_finds_nothing(clerk: Visitor, reported: str, mortuary: Visitor) -> None:
    sends_photo(clerk, reported, agreed="y")
    (photo,) = photos_on(clerk.page)
    rest = [f"/photos/{photo}{end}" for end in ("", "/remove", "/preview.jpg", "/picture.jpg")]
    assert [mortuary.goes_to(one).status_code for one in (reported, *rest)] == [404] * 5
    mortuary.goes_to("/reports")
    assert mortuary.sends(f"/photos/{photo}/remove").status_code == 404
    assert mortuary.goes_to(f"/reports/{uuid.uuid4()}/photos").status_code == 404


@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
def test_every_page_of_photos_speaks_the_reader_s_language(
    clerk: Visitor, reported: str, mortuary: Visitor, of_a_body: str, row: LocaleRow
) -> None:
    for visitor, address, kind in ((clerk, reported, "portrait"), (mortuary, of_a_body, "post_mortem")):
        visitor.goes_to(f"/reports?lang={row.tag}")
        assert english_left(visitor.page, row.tag) == []
        sends_photo(visitor, address, b"")
        assert english_left(visitor.page, row.tag) == []
        sends_photo(visitor, address, kind=kind, agreed="y")
        (photo,) = photos_on(visitor.page)
        for one in (address, f"/photos/{photo}", f"/photos/{photo}?shown=1", f"/photos/{photo}/remove"):
            visitor.goes_to(one)
            assert english_left(visitor.page, row.tag) == []
