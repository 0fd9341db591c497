"""Photos lie sealed under the key of their record, each part in its own place, and are read no further than asked."""

import pytest
from sqlalchemy import delete, select, update

from search.errors import NotFound, SealBroken
from search.models import Photo, Record, RecordKey
from search.photos.photo_store import (
    bytes_stored,
    content_digest,
    count_photos,
    find_photo,
    photo_with_content,
    photos_of,
    row_of,
)
from search.vocabulary import PhotoKind
from tests.search.photos.kept_photos import PICTURE, PREVIEW, add, photo_for, report_of, search_of
from tests.search.scene import Scene

SEALED = ("words_sealed", "preview_sealed", "picture_sealed")


def number_of(scene: Scene, record: object) -> int:
    with scene.database.reading() as session:
        return session.scalars(select(Record.number).where(Record.id == record)).one()


def test_a_photo_comes_back_with_the_part_that_was_asked_for_and_no_other(scene: Scene) -> None:
    family, case = search_of(scene)
    photo = add(scene, family, photo_for(case))
    with scene.database.reading() as session:
        parts = {part: find_photo(session, photo, part=part).document for part in ("", "preview", "picture")}
    assert {part: (one.preview, one.picture) for part, one in parts.items()} == {
        "": (b"", b""),
        "preview": (PREVIEW, b""),
        "picture": (b"", PICTURE + b"\x00"),
    }
    assert {(one.words, one.taken) for one in parts.values()} == {("with the blue scarf", "before Eid")}


def test_photos_of_several_records_come_in_the_order_in_which_they_were_added(scene: Scene) -> None:
    (family, case), (clerk, report) = search_of(scene), report_of(scene)
    added = [add(scene, family, photo_for(case, number=one)) for one in range(3)]
    other = add(scene, clerk, photo_for(report))
    numbers = [number_of(scene, case), number_of(scene, report)]
    with scene.database.reading() as session:
        assert {photo.id for photo in photos_of(session, numbers)} == {*added, other}
        assert [photo.document.preview for photo in photos_of(session, numbers[1:], part="preview")] == [PREVIEW]
        assert photos_of(session, []) == []
        assert (count_photos(session, numbers[0]), count_photos(session, numbers[1])) == (3, 1)
        assert bytes_stored(session) == 4 * (len(PICTURE) + 1 + len(PREVIEW))


def test_an_empty_store_takes_nothing(scene: Scene) -> None:
    with scene.database.reading() as session:
        assert bytes_stored(session) == 0


def test_no_part_of_a_photo_lies_open_in_its_row(scene: Scene) -> None:
    family, case = search_of(scene)
    photo = add(scene, family, photo_for(case, PhotoKind.PAPER))
    with scene.database.reading() as session:
        row = session.get_one(Photo, photo)
        for sealed in SEALED:
            assert not any(open_text in getattr(row, sealed) for open_text in (b"scarf", b"Eid", PICTURE, PREVIEW))


@pytest.mark.parametrize("column", SEALED)
def test_a_part_that_was_moved_to_another_photo_does_not_open(scene: Scene, column: str) -> None:
    family, case = search_of(scene)
    one, other = (add(scene, family, photo_for(case, number=number)) for number in range(2))
    with scene.database.transaction() as session:
        moved = session.scalars(select(getattr(Photo, column)).where(Photo.id == one)).one()
        session.execute(update(Photo).where(Photo.id == other).values({column: moved}))
    part = column.removesuffix("_sealed").replace("words", "")
    with scene.database.reading() as session, pytest.raises(SealBroken):
        find_photo(session, other, part=part)


def test_nothing_opens_once_the_key_of_the_record_is_gone(scene: Scene) -> None:
    family, case = search_of(scene)
    photo = add(scene, family, photo_for(case))
    with scene.database.transaction() as session:
        session.execute(delete(RecordKey))
    with scene.database.reading() as session, pytest.raises(NotFound):
        find_photo(session, photo, part="picture")


def test_the_digest_of_one_picture_on_two_records_is_not_one_digest(scene: Scene) -> None:
    family, case = search_of(scene)
    photo = add(scene, family, photo_for(case))
    with scene.database.reading() as session:
        document = find_photo(session, photo, part="picture").document
        number = number_of(scene, case)
        assert photo_with_content(session, number, document) == photo
        assert photo_with_content(session, number + 1, document) is None
        assert content_digest(session, number, document) != content_digest(session, number + 1, document)


def test_a_photo_that_never_was_is_not_found(scene: Scene) -> None:
    _, case = search_of(scene)
    with scene.database.reading() as session, pytest.raises(NotFound):
        find_photo(session, case)


def test_a_row_is_read_without_its_pictures_when_only_its_words_change(scene: Scene) -> None:
    family, case = search_of(scene)
    photo = add(scene, family, photo_for(case))
    with scene.database.reading() as session:
        assert {"preview_sealed", "picture_sealed"}.isdisjoint(row_of(session, photo).__dict__)
