"""A photo reaches an organisation only by two permissions: the family's for it, and the photo's own."""

import uuid
from dataclasses import replace

import pytest
from sqlalchemy import select

from search.access import Actor, clerk_of
from search.commands import ChangePhoto
from search.errors import AccessDenied, NotFound
from search.filing.record_photos import change_photo
from search.filing.shared_photos import shared_photos, shared_picture
from search.models import Reading
from search.summaries import CaseFiled
from search.vocabulary import OrganisationKind, PhotoKind, PhotoUse
from tests.search.consents_given import SHELTERS, give, new_organisation, take_back, yes_to
from tests.search.photos.kept_photos import PICTURE, add, photo_for
from tests.search.scene import NOW, Scene, family_of, sought


@pytest.fixture
def case(scene: Scene) -> CaseFiled:
    return scene.file(sought("Nobody Invented"))


@pytest.fixture
def reader(scene: Scene) -> Actor:
    """A shelter."""
    shelter = new_organisation(scene.database, OrganisationKind.SHELTER)
    return clerk_of(shelter)


def listed(scene: Scene, reader: Actor, case: CaseFiled) -> list[uuid.UUID]:
    with scene.database.reading() as session:
        return [one.photo_id for one in shared_photos(session, reader, case.case_id)]


def picture(scene: Scene, reader: Actor, case: CaseFiled, photo: uuid.UUID) -> bytes:
    with scene.database.transaction() as session:
        return shared_picture(session, reader, case.case_id, photo, now=NOW)


def refused(scene: Scene, reader: Actor, case: CaseFiled, photo: uuid.UUID) -> bool:
    with pytest.raises((NotFound, AccessDenied)):
        picture(scene, reader, case, photo)
    return True


def test_both_permissions_are_needed_and_each_can_be_taken_back(scene: Scene, case: CaseFiled, reader: Actor) -> None:
    family = family_of(case)
    photo = add(scene, family, photo_for(case.case_id, use=PhotoUse.RECEIVERS))
    kept_back = add(scene, family, photo_for(case.case_id, number=1))
    with pytest.raises(NotFound):
        listed(scene, reader, case)
    assert refused(scene, reader, case, photo)
    give(scene.database, case, yes_to(SHELTERS))
    assert listed(scene, reader, case) == [photo]
    assert picture(scene, reader, case, photo) == PICTURE + b"\x00"
    assert refused(scene, reader, case, kept_back)
    with scene.database.reading() as session:
        (reading,) = session.scalars(select(Reading))
        assert (reading.organisation_id, reading.purpose) == (reader.organisation_id, "shared")
    with scene.database.transaction() as session:
        change_photo(session, family, ChangePhoto(photo_id=photo, use=PhotoUse.COMMITTEE), now=NOW)
    assert listed(scene, reader, case) == []
    assert refused(scene, reader, case, photo)
    with scene.database.transaction() as session:
        change_photo(session, family, ChangePhoto(photo_id=photo, use=PhotoUse.RECEIVERS), now=NOW)
    take_back(scene.database, case, yes_to(SHELTERS))
    assert refused(scene, reader, case, photo)


def test_photos_of_papers_stay_with_the_committee(scene: Scene, case: CaseFiled, reader: Actor) -> None:
    command = replace(photo_for(case.case_id, PhotoKind.PAPER), use=PhotoUse.RECEIVERS)
    photo = add(scene, family_of(case), command)
    give(scene.database, case, yes_to(SHELTERS))
    assert listed(scene, reader, case) == []
    assert refused(scene, reader, case, photo)


def test_a_photo_of_another_search_is_not_seen_through_an_open_one(
    scene: Scene, case: CaseFiled, reader: Actor
) -> None:
    other = scene.file(sought("Another Invented", 1))
    photo = add(scene, family_of(other), photo_for(other.case_id, use=PhotoUse.RECEIVERS))
    give(scene.database, case, yes_to(SHELTERS))
    assert refused(scene, reader, case, photo)
    assert refused(scene, reader, other, photo)
