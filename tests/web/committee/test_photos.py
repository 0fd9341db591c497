"""Photos on a card: behind a click, those of the dead behind two, papers behind a reason; none in the list."""

import uuid
from pathlib import Path

import pytest
from sqlalchemy import select

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from search.access import Action, Actor, ActorKind
from search.commands import AddPhoto
from search.filing.record_photos import add_photo
from search.models import AuditEntry, FoundReport, MatchProposal, Record
from search.vocabulary import PhotoKind, ReportKind
from tests.fixtures.languages import english_left, walked
from tests.fixtures.photos import photos_on, with_places
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from tests.search.photos.drawn import drawing, written
from web.context import Context

pytestmark = pytest.mark.slow
Photos = dict[PhotoKind, str]


@pytest.fixture
def context(context: Context, tmp_path: Path) -> Context:
    return with_places(context, tmp_path)


@pytest.fixture
def photos(context: Context, pair: uuid.UUID, clerk: Actor) -> Photos:
    """The family's portrait and passport, and a photo of the body that the report is of; their ids by kind."""
    with context.database.transaction() as session:
        proposal = session.get_one(MatchProposal, pair)
        case = session.get_one(Record, proposal.request_number).id
        report = session.get_one(FoundReport, proposal.report_number)
        report.kind = ReportKind.MORTUARY.value
        family = Actor(kind=ActorKind.FAMILY, case_id=case)
        sent = [(family, case, PhotoKind.PORTRAIT), (family, case, PhotoKind.PAPER)]
        sent.append((clerk, report.id, PhotoKind.POST_MORTEM))
        return {
            kind: str(add_photo(session, actor, photo(record, kind), store_limit=10**9, now=NOW))
            for actor, record, kind in sent
        }


def photo(record: uuid.UUID, kind: PhotoKind) -> AddPhoto:
    jpeg = written(drawing(40 + len(kind)), "JPEG")
    return AddPhoto(record_id=record, kind=kind, words=f"words of {kind}", picture=jpeg, preview=jpeg)


def page_of(pair: uuid.UUID, one: str) -> str:
    return f"/cards/{pair}/photos/{one}"


def opened(context: Context) -> list[object]:
    asked = select(AuditEntry.detail).where(AuditEntry.action == Action.OPEN_PHOTO.value).order_by(AuditEntry.sequence)
    with context.database.reading() as session:
        return [{key: detail[key] for key in ("kind", "part")} for detail in session.scalars(asked)]


def test_the_card_leads_to_photos_and_shows_none(ana: Visitor, pair: uuid.UUID, photos: Photos) -> None:
    ana.goes_to(f"/cards/{pair}")
    assert photos_on(ana.page) == [photos[PhotoKind.PORTRAIT], photos[PhotoKind.POST_MORTEM]]
    assert "2 photos" in ana.page
    assert "words of portrait" in ana.page
    assert "words of post_mortem" not in ana.page
    assert ".jpg" not in ana.page


def test_the_list_of_pairs_says_nothing_of_photos(ana: Visitor, photos: Photos) -> None:
    ana.goes_to("/")
    assert photos
    assert "/photos/" not in ana.page
    assert ".jpg" not in ana.page


def test_a_card_without_photos_has_no_place_for_them(ana: Visitor, pair: uuid.UUID) -> None:
    ana.goes_to(f"/cards/{pair}")
    assert 'id="photos"' not in ana.page


def test_a_photo_opens_on_a_page_of_its_own_and_that_is_written_down(
    ana: Visitor, pair: uuid.UUID, photos: Photos, context: Context
) -> None:
    address = page_of(pair, photos[PhotoKind.PORTRAIT])
    ana.goes_to(address)
    assert f'<img src="/committee{address}/picture.jpg"' in ana.page
    answer = ana.client.get(f"{address}/picture.jpg")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/jpeg")
    assert opened(context) == [{"kind": "portrait", "part": "words"}, {"kind": "portrait", "part": "picture"}]


def test_a_photo_of_somebody_dead_is_shown_at_the_second_click(ana: Visitor, pair: uuid.UUID, photos: Photos) -> None:
    address = page_of(pair, photos[PhotoKind.POST_MORTEM])
    ana.goes_to(address)
    assert "This is a photo of somebody who has died." in ana.page
    assert "words of post_mortem" in ana.page
    assert "<img" not in ana.page
    ana.goes_to(f"{address}?shown=1")
    assert f'<img src="/committee{address}/picture.jpg"' in ana.page
    assert ana.client.get(f"{address}/picture.jpg").status_code == 200


def test_a_paper_is_shown_to_who_said_why_alone(ana: Visitor, berta: Visitor, pair: uuid.UUID, photos: Photos) -> None:
    address = page_of(pair, photos[PhotoKind.PAPER])
    for reader in (ana, berta):
        reader.goes_to(f"/cards/{pair}")
        assert photos[PhotoKind.PAPER] not in reader.page
        assert reader.client.get(f"{address}/picture.jpg").status_code == 404
    ana.goes_to(f"/cards/{pair}/contacts")
    ana.sends(f"/cards/{pair}/contacts", {"reason": "the number on the passport"})
    assert photos_on(ana.page) == [photos[PhotoKind.PAPER]]
    assert ana.client.get(f"{address}/picture.jpg").status_code == 200
    assert berta.client.get(f"{address}/picture.jpg").status_code == 404


def test_another_committee_finds_nothing(stranger: Visitor, pair: uuid.UUID, photos: Photos, context: Context) -> None:
    for one in photos.values():
        for end in ("", "?shown=1", "/picture.jpg"):
            assert stranger.goes_to(f"{page_of(pair, one)}{end}").status_code == 404
    assert opened(context) == []


@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
def test_every_page_with_photos_speaks_the_reader_s_language(
    ana: Visitor, pair: uuid.UUID, photos: Photos, row: LocaleRow
) -> None:
    ana.goes_to(f"/cards/{pair}/contacts?lang={row.tag}")
    ana.sends(f"/cards/{pair}/contacts", {"reason": "the number on the passport"})
    assert english_left(ana.page, row.tag) == []
    for one in photos.values():
        for address in (f"/cards/{pair}", page_of(pair, one), f"{page_of(pair, one)}?shown=1"):
            ana.goes_to(address)
            assert english_left(ana.page, row.tag) == []
