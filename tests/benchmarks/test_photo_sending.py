"""Families that send photos over HTTP do so, and another opens its case meanwhile."""

from pathlib import Path

import pytest

from benchmarks.photo_sending import Family, large_photo, sending
from search.models import Photo
from tests.fixtures.photos import with_places
from tests.fixtures.serving import serving
from tests.search.photos.drawn import planted
from web.context import Context
from web.family import create_family


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_photos_are_sent_while_a_family_opens_its_case(context: Context, tmp_path: Path) -> None:
    with serving(create_family(with_places(context, tmp_path)).wsgi_app) as url:
        address = url.removeprefix("http://")
        family = Family(address)
        family.file_search("Nobody Invented")
        with sending(address, planted()["JPEG"], families=1) as times:
            opened = [family.open_case() for _ in range(3)]
    assert len(opened) == 3
    assert times
    with context.database.reading() as session:
        assert session.query(Photo.id).count() == 1


def test_the_photo_that_is_sent_is_as_large_as_a_telephone_s() -> None:
    assert 1_000_000 < len(large_photo()) < 8_000_000
