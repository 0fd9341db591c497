"""A report and its photos are one act."""

import uuid

import pytest
from sqlalchemy import func, select

from search.commands import AddPhoto
from search.errors import Refused
from search.filing.report_with_photos import report_with_photos
from search.models import FoundReport, Photo
from search.vocabulary import PhotoKind
from tests.search.scene import NOW, Scene, found

BAND = AddPhoto(record_id=uuid.UUID(int=0), kind=PhotoKind.WRISTBAND, agreed=True, picture=b"large", preview=b"small")
STORE = 10_000_000


def counted(scene: Scene) -> tuple[int, int]:
    with scene.database.reading() as session:
        return (
            session.execute(select(func.count()).select_from(FoundReport)).scalar_one(),
            session.execute(select(func.count()).select_from(Photo)).scalar_one(),
        )


def test_the_photos_hang_on_the_report_that_was_filed(scene: Scene) -> None:
    with scene.database.transaction() as session:
        report_with_photos(session, scene.shelter, found("Husein"), (BAND,), store_limit=STORE, now=NOW)
    assert counted(scene) == (1, 1)


def test_where_a_photo_is_refused_nothing_of_the_report_is_stored(scene: Scene) -> None:
    with pytest.raises(Refused, match="photo_store_full"), scene.database.transaction() as session:
        report_with_photos(session, scene.shelter, found("Husein"), (BAND,), store_limit=1, now=NOW)
    assert counted(scene) == (0, 0)
