"""Photos that are kept beside a report which was not sent yet, and go with it."""

import re
from pathlib import Path

import pytest
from sqlalchemy import func, select

from search.demonstration.drawn_pictures import necklace
from search.models import Draft, FoundReport, Photo
from tests.fixtures.photos import sends_photo, with_places
from tests.fixtures.visitor import Visitor
from tests.web.partner.places import begins
from web.context import Context

pytestmark = pytest.mark.slow


@pytest.fixture
def context(context: Context, tmp_path: Path) -> Context:
    return with_places(context, tmp_path)


def photos(context: Context) -> list[tuple[str, int]]:
    with context.database.reading() as session:
        return [(one.kind, one.record_number) for one in session.scalars(select(Photo).order_by(Photo.added_at))]


def kept_pictures(page: str) -> list[str]:
    return re.findall(r"/photos/([0-9a-f-]{36})/remove", page)


def test_photos_of_a_body_and_of_its_wristband_are_stored_in_the_act_that_files_the_report(
    context: Context, mortuary: Visitor
) -> None:
    form = begins(mortuary, "mortuary")
    mortuary.sends(f"{form}/numbers", {"body_tag": "LMP-12"})
    mortuary.sends(f"{form}/more", {"words": "found at dawn"})
    assert mortuary.place.endswith("/photos")
    sends_photo(mortuary, f"{form}/photos", kind="post_mortem", words="a tattoo")
    assert "kept with what you wrote" in mortuary.page
    sends_photo(mortuary, f"{form}/photos", necklace(), kind="wristband")
    band = kept_pictures(mortuary.page)[1]
    assert mortuary.page.count("<img") == 1
    assert mortuary.client.get(f"/report/{form.partition('/report/')[2]}/photos/{band}/preview.jpg").status_code == 200
    assert photos(context) == []
    mortuary.goes_to(f"{form}/review")
    assert "2 photos are sent with the report." in mortuary.page
    assert mortuary.sends(f"{form}/review", {"go": "send"}).status_code == 200
    with context.database.reading() as session:
        number = session.scalars(select(FoundReport)).one().number
        left = session.execute(select(func.count()).select_from(Draft)).scalar_one()
    assert photos(context) == [("post_mortem", number), ("wristband", number)]
    assert left == 1


def test_of_somebody_living_no_photo_is_kept_without_their_agreement_and_what_was_typed_stays(
    context: Context, clerk: Visitor
) -> None:
    form = begins(clerk, "shelter")
    clerk.goes_to(f"{form}/photos")
    assert sends_photo(clerk, f"{form}/photos", kind="mark", words="a star").status_code == 400
    assert kept_pictures(clerk.page) == []
    assert 'value="a star"' in clerk.page
    sends_photo(clerk, f"{form}/photos", kind="mark", words="a star", agreed="y")
    (kept,) = kept_pictures(clerk.page)
    clerk.sends(f"{form}/photos/{kept}/remove")
    assert kept_pictures(clerk.page) == []
    assert photos(context) == []


def test_no_photo_is_asked_for_of_somebody_whom_only_a_witness_saw(clerk: Visitor) -> None:
    form = begins(clerk, "witness")
    assert "photos" not in clerk.page.partition("<main")[2]
    assert clerk.goes_to(f"{form}/photos").status_code == 404
