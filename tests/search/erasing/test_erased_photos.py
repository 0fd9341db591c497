"""Photos go with their record, and one that is removed goes alone: rows, ciphertext in the files, and all."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from search.erasing.erasing_searches import erase_search
from search.filing.record_photos import remove_photo
from search.models import Photo
from search.records.record_erasure import TABLES
from tests.search.photos.kept_photos import PREVIEW, add, photo_for
from tests.search.scene import NOW, Scene, erasing, family_of, sought

# Long enough to lie in pages of its own.
LARGE = bytes(range(256)) * 400


def rows(scene: Scene) -> int:
    with scene.database.reading() as session:
        return session.execute(select(func.count()).select_from(Photo)).scalar_one()


def sealed_parts(scene: Scene) -> list[bytes]:
    """A piece of every ciphertext of every photo, from its middle."""
    with scene.database.reading() as session:
        sealed = session.execute(select(Photo.words_sealed, Photo.preview_sealed, Photo.picture_sealed)).all()
    return [part[len(part) // 2 :][:64] for row in sealed for part in row]


def lie_in_files(scene: Scene, parts: list[bytes]) -> bool:
    path = Path(scene.database.engine.url.database or "")
    files = [one.read_bytes() for one in path.parent.glob(f"{path.name}*")]
    return any(part in content for part in parts for content in files)


def test_an_erased_search_takes_its_photos_along(scene: Scene) -> None:
    case, other = scene.file(sought("Tesfalem")), scene.file(sought("Hiwet", 1))
    for one in (case, other):
        add(scene, family_of(one), photo_for(one.case_id))
    with scene.database.transaction() as session:
        erase_search(session, family_of(case), erasing(session, case), now=NOW)
    assert rows(scene) == 1


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("alone", [True, False], ids=["removed", "erased"])
def test_nothing_of_a_photo_that_is_gone_is_left_in_the_embedded_database(scene: Scene, alone: bool) -> None:  # noqa: FBT001 - a parameter of the test
    case = scene.file(sought("Tesfalem"))
    family = family_of(case)
    photo = add(scene, family, photo_for(case.case_id, picture=LARGE, preview=PREVIEW * 9))
    parts = sealed_parts(scene)
    assert lie_in_files(scene, parts)
    with scene.database.transaction() as session:
        if alone:
            remove_photo(session, family, photo, now=NOW)
        else:
            erase_search(session, family, erasing(session, case), now=NOW)
    scene.database.scrub(("photos",) if alone else TABLES)
    assert rows(scene) == 0
    assert not lie_in_files(scene, parts)
