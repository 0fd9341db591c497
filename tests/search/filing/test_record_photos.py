"""A family's photos are of its own search, an organisation's of its own report; nobody reaches those of others."""

import datetime
import uuid
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, select

from search.access import ANYONE, OPERATOR, Action, Actor, ActorKind
from search.accounts.audit_chain import ROWS
from search.accounts.reading_limits import REMOVALS_AN_HOUR
from search.commands import AddPhoto, ChangePhoto, DescribePhoto
from search.errors import AccessDenied, NotFound, Refused, SearchError, TooManyAttempts
from search.filing.record_photos import (
    change_photo,
    describe_photo,
    own_picture,
    own_preview,
    read_own_photo,
    remove_photo,
    require_place_for_photo,
)
from search.models import Alarm, AuditEntry, Photo
from search.photos.photo_limits import PHOTOS_OF_A_RECORD
from search.photos.photo_summaries import OwnPhoto
from search.vocabulary import BODY_PHOTOS, FAMILY_PHOTOS, LIVING_PHOTOS, PhotoKind, PhotoUse, ReportKind
from tests.search.photos.kept_photos import PICTURE, PLENTY, PREVIEW, add, own, photo_for, report_of, search_of
from tests.search.scene import NOW, Scene


def refused(scene: Scene, actor: Actor, command: AddPhoto, store_limit: int = PLENTY) -> SearchError:
    with pytest.raises(SearchError) as caught:
        add(scene, actor, command, store_limit=store_limit)
    return caught.value


def page(scene: Scene, actor: Actor, photo: uuid.UUID) -> OwnPhoto:
    with scene.database.transaction() as session:
        return read_own_photo(session, actor, photo, now=NOW)


def picture(scene: Scene, actor: Actor, photo: uuid.UUID) -> bytes:
    with scene.database.transaction() as session:
        return own_picture(session, actor, photo, now=NOW)


def preview(scene: Scene, actor: Actor, photo: uuid.UUID) -> bytes:
    with scene.database.reading() as session:
        return own_preview(session, actor, photo)


def audited(scene: Scene, action: Action) -> list[tuple[str, object]]:
    with scene.database.reading() as session:
        asked = select(AuditEntry.subject_id, AuditEntry.detail).where(AuditEntry.action == action.value)
        return [
            (subject, {key: value for key, value in detail.items() if key != ROWS})
            for subject, detail in session.execute(asked)
        ]


def count(scene: Scene) -> int:
    with scene.database.reading() as session:
        return session.execute(select(func.count()).select_from(Photo)).scalar_one()


def test_a_family_sees_its_photos_with_its_own_words_and_permission(scene: Scene) -> None:
    family, case = search_of(scene)
    photo = add(scene, family, photo_for(case, use=PhotoUse.RECEIVERS))
    (shown,) = own(scene, family, case).photos
    assert (shown.photo_id, shown.kind, shown.words, shown.taken) == (
        photo, PhotoKind.PORTRAIT, "with the blue scarf", "before Eid",
    )  # fmt: skip
    assert shown.use is PhotoUse.RECEIVERS
    assert page(scene, family, photo).photo == shown
    assert preview(scene, family, photo) == PREVIEW
    assert picture(scene, family, photo) == PICTURE + b"\x00"
    assert audited(scene, Action.ADD_PHOTO) == [(str(photo), {"kind": "portrait"})]


def test_a_permission_that_nobody_gave_is_the_strictest(scene: Scene) -> None:
    family, case = search_of(scene)
    add(scene, family, photo_for(case))
    assert own(scene, family, case).photos[0].use is PhotoUse.COMMITTEE


def test_a_permission_is_taken_back_and_holds_at_the_next_reading(scene: Scene) -> None:
    family, case = search_of(scene)
    photo = add(scene, family, photo_for(case, use=PhotoUse.RECEIVERS))
    with scene.database.transaction() as session:
        change_photo(session, family, ChangePhoto(photo_id=photo, use=PhotoUse.COMMITTEE), now=NOW)
    shown = page(scene, family, photo).photo
    assert (shown.use, shown.words) == (PhotoUse.COMMITTEE, "with the blue scarf")
    assert picture(scene, family, photo) == PICTURE + b"\x00"
    assert [subject for subject, _ in audited(scene, Action.CHANGE_PHOTO)] == [str(photo)]


def test_a_removed_photo_is_gone_with_its_row(scene: Scene) -> None:
    family, case = search_of(scene)
    photo = add(scene, family, photo_for(case))
    with scene.database.transaction() as session:
        assert remove_photo(session, family, photo, now=NOW) == case
    assert count(scene) == 0
    assert own(scene, family, case).photos == ()
    with pytest.raises(NotFound):
        picture(scene, family, photo)
    assert [subject for subject, _ in audited(scene, Action.REMOVE_PHOTO)] == [str(photo)]


def test_a_photo_sent_twice_is_one(scene: Scene) -> None:
    family, case = search_of(scene)
    assert add(scene, family, photo_for(case)) == add(scene, family, photo_for(case, words="again"))
    assert count(scene) == 1


def describes(scene: Scene, actor: Actor, photo: uuid.UUID, **said: Any) -> None:
    with scene.database.transaction() as session:
        describe_photo(session, actor, DescribePhoto(photo_id=photo, **said), now=NOW)


def test_a_photo_of_which_nobody_said_what_it_shows_is_completed_by_whoever_sent_it(scene: Scene) -> None:
    family, case = search_of(scene)
    relative = Actor(kind=ActorKind.RELATIVE, case_id=case)
    photo = add(scene, relative, photo_for(case, PhotoKind.UNSAID, use=PhotoUse.RECEIVERS))
    shown = page(scene, family, photo).photo
    assert (shown.kind, shown.use) == (PhotoKind.UNSAID, PhotoUse.COMMITTEE)
    describes(scene, relative, photo, kind=PhotoKind.MARK, words="the rose", taken="2020")
    shown = page(scene, family, photo).photo
    assert (shown.kind, shown.words, shown.taken, shown.use) == (PhotoKind.MARK, "the rose", "2020", PhotoUse.COMMITTEE)
    with pytest.raises(NotFound):
        describes(scene, relative, photo, kind=PhotoKind.PORTRAIT)
    describes(scene, family, photo, kind=PhotoKind.PAPER, words="the rose")
    assert page(scene, family, photo).photo.kind is PhotoKind.PAPER
    assert picture(scene, family, photo) == PICTURE + b"\x00"
    assert [detail for _, detail in audited(scene, Action.CHANGE_PHOTO)] == [{"kind": "mark"}, {"kind": "paper"}]
    with pytest.raises(Refused):
        describes(scene, family, photo, kind=PhotoKind.POST_MORTEM)
    other, _ = search_of(scene, "Somebody Else")
    with pytest.raises(NotFound):
        describes(scene, other, photo, words="x")


@pytest.mark.parametrize(
    ("kind", "taken"),
    [(None, FAMILY_PHOTOS), (ReportKind.SHELTER, LIVING_PHOTOS), (ReportKind.MORTUARY, BODY_PHOTOS)],
)
def test_each_record_takes_the_kinds_that_belong_to_it(
    scene: Scene, kind: ReportKind | None, taken: tuple[PhotoKind, ...]
) -> None:
    actor, record = search_of(scene) if kind is None else report_of(scene, kind)
    assert own(scene, actor, record).kinds == taken
    for number, one in enumerate(PhotoKind):
        if one in taken or (kind is None and one is PhotoKind.UNSAID):
            add(scene, actor, photo_for(record, one, number))
        else:
            assert refused(scene, actor, photo_for(record, one, number)).code == "photo_kind_not_here"


def test_of_somebody_who_lives_no_photo_is_kept_without_that_person_s_agreement(scene: Scene) -> None:
    clerk, report = report_of(scene)
    assert refused(scene, clerk, photo_for(report, agreed=False)).code == "photo_needs_agreement"
    add(scene, clerk, photo_for(report))


def test_of_a_body_and_of_somebody_sought_nobody_s_agreement_is_asked(scene: Scene) -> None:
    (family, case), (clerk, report) = search_of(scene), report_of(scene, ReportKind.MORTUARY)
    add(scene, family, photo_for(case, agreed=False))
    add(scene, clerk, photo_for(report, PhotoKind.POST_MORTEM, agreed=False))


def test_a_post_mortem_photo_shows_neither_words_nor_preview_in_a_list(scene: Scene) -> None:
    clerk, report = report_of(scene, ReportKind.MORTUARY)
    photo = add(scene, clerk, photo_for(report, PhotoKind.POST_MORTEM))
    (listed,) = own(scene, clerk, report).photos
    assert (listed.kind, listed.words, listed.taken) == (PhotoKind.POST_MORTEM, "", "")
    with pytest.raises(NotFound):
        preview(scene, clerk, photo)
    assert page(scene, clerk, photo).photo.words == "with the blue scarf"
    assert picture(scene, clerk, photo) == PICTURE + b"\x00"
    assert len(audited(scene, Action.READ_OWN_PHOTOS)) == 3


def test_a_record_holds_so_many_photos_and_not_one_more(scene: Scene) -> None:
    family, case = search_of(scene)
    for number in range(PHOTOS_OF_A_RECORD):
        add(scene, family, photo_for(case, number=number))
    assert own(scene, family, case).kinds == ()
    error = refused(scene, family, photo_for(case, number=99))
    assert (error.code, error.params) == ("photos_full", {"limit": PHOTOS_OF_A_RECORD})
    with scene.database.reading() as session, pytest.raises(Refused, match="photos_full"):
        require_place_for_photo(session, family, case, store_limit=10**9)


def test_a_full_store_takes_no_more_from_anybody(scene: Scene) -> None:
    (family, case), (other, second) = search_of(scene), search_of(scene, "Another Invented")
    size = len(PICTURE) + 1 + len(PREVIEW)
    add(scene, family, photo_for(case), store_limit=size)
    assert refused(scene, other, photo_for(second), store_limit=2 * size - 1).code == "photo_store_full"
    add(scene, other, photo_for(second), store_limit=2 * size)
    with scene.database.reading() as session, pytest.raises(Refused, match="photo_store_full"):
        require_place_for_photo(session, family, case, store_limit=2 * size - 1)


def test_whose_it_is_not_cannot_tell_it_from_one_that_never_was(scene: Scene) -> None:
    (family, case), (clerk, report) = search_of(scene), report_of(scene)
    other_family, other_case = search_of(scene, "Another Invented")
    photo, reported = add(scene, family, photo_for(case)), add(scene, clerk, photo_for(report))
    nothing = uuid.uuid4()
    for actor, foreign, record in (
        (other_family, photo, case),
        (clerk, photo, case),
        (family, reported, report),
        (scene.mortuary, reported, report),
    ):
        for target, where in ((foreign, record), (nothing, nothing)):
            assert str(refused(scene, actor, photo_for(where))) == "not_found"
            assert errors_of(scene, actor, target, where) == ["not_found"] * 6
    assert other_case != case


def test_neither_anybody_nor_the_command_line_nor_a_reviewer_comes_near_them(scene: Scene) -> None:
    family, case = search_of(scene)
    photo = add(scene, family, photo_for(case))
    for actor in (ANYONE, OPERATOR):
        assert isinstance(refused(scene, actor, photo_for(case, number=1)), AccessDenied)
        assert {code.partition(" ")[0] for code in errors_of(scene, actor, photo, case)} == {"access_denied"}
    assert errors_of(scene, scene.reviewers[0], photo, case) == ["not_found"] * 6


def errors_of(scene: Scene, actor: Actor, photo: uuid.UUID, record: uuid.UUID) -> list[str]:
    """What each act but adding answers."""
    acts = (
        lambda session: change_photo(session, actor, ChangePhoto(photo_id=photo, use=PhotoUse.COMMITTEE), now=NOW),
        lambda session: remove_photo(session, actor, photo, now=NOW),
        lambda session: read_own_photo(session, actor, photo, now=NOW),
        lambda session: own_preview(session, actor, photo),
        lambda session: own_picture(session, actor, photo, now=NOW),
        lambda session: require_place_for_photo(session, actor, record, store_limit=10**9),
    )
    errors = []
    for act in acts:
        with pytest.raises(SearchError) as caught, scene.database.transaction() as session:
            act(session)
        errors.append(str(caught.value))
    return errors


def take_away(scene: Scene, actor: Actor, photo: uuid.UUID, now: datetime.datetime = NOW) -> None:
    with scene.database.transaction() as session:
        remove_photo(session, actor, photo, now=now)


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("program", [False, True])
def test_one_person_or_program_removes_a_bounded_number_of_photos_and_others_are_told(
    scene: Scene, *, program: bool
) -> None:
    clerk, report = report_of(scene, ReportKind.MORTUARY)
    actor = replace(clerk, account_id=None) if program else clerk
    photos = [photo_for(report, PhotoKind.POST_MORTEM, number) for number in range(REMOVALS_AN_HOUR + 1)]
    for photo in photos[:-1]:
        take_away(scene, actor, add(scene, clerk, photo))
    last = add(scene, clerk, photos[-1])
    with pytest.raises(TooManyAttempts, match="removals_used"):
        take_away(scene, actor, last, NOW + datetime.timedelta(minutes=59))
    assert count(scene) == 1
    with scene.database.reading() as session:
        assert sorted(session.scalars(select(Alarm.kind))) == ["removals_near", "removals_reached"]
    take_away(scene, actor, last, NOW + datetime.timedelta(minutes=61))
    assert count(scene) == 0


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_family_may_take_away_more_of_its_own(scene: Scene) -> None:
    family, search = search_of(scene)
    for number in range(REMOVALS_AN_HOUR + 1):
        take_away(scene, family, add(scene, family, photo_for(search, number=number)))
    assert count(scene) == 0
