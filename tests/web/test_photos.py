"""A photo is read between two transactions, and whoever may not send one has nothing read."""

import uuid
from contextlib import ExitStack
from pathlib import Path

import pytest
from flask import Flask

from search.access import ANYONE, Actor, ActorKind
from search.accounts.new_family_words import prepare_words
from search.commands import AddPhoto
from search.errors import Busy, NotFound, Refused
from search.filing.registering_searches import register_search
from search.photos.picture_reading import ReadPicture
from search.summaries import SignedIn
from search.vocabulary import PhotoKind
from tests.fixtures.photos import with_places
from tests.fixtures.portals import NOW
from tests.search.photos.drawn import planted
from tests.search.scene import sought
from web import photos
from web.context import Context
from web.photos import jpeg, keep_photo
from web.session_cookies import remember

READ = ReadPicture(picture=b"large", preview=b"small")


@pytest.fixture
def context(context: Context, tmp_path: Path) -> Context:
    return with_places(context, tmp_path)


@pytest.fixture
def case(context: Context) -> uuid.UUID:
    with context.database.transaction() as session:
        return register_search(session, ANYONE, sought("Nobody Invented"), prepare_words("en"), now=NOW).case_id


def keep(family: Flask, case: uuid.UUID, record: uuid.UUID, content: bytes = b"a photo") -> uuid.UUID:
    """Keeps a photo of a record as the family of a case."""

    def command(read: ReadPicture) -> AddPhoto:
        return AddPhoto(record_id=record, kind=PhotoKind.MARK, picture=read.picture, preview=read.preview)

    with family.test_request_context():
        remember(SignedIn(token="t", actor=Actor(kind=ActorKind.FAMILY, case_id=case)))
        return keep_photo(record, content, command)


def test_no_transaction_is_open_while_a_strangers_file_is_read(
    family: Flask, case: uuid.UUID, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    filed: list[uuid.UUID] = []
    words = prepare_words("en")

    def read(*_arguments: object, **_named: object) -> ReadPicture:
        # On SQLite this would wait for whoever writes.
        with context.database.transaction() as session:
            other = register_search(session, ANYONE, sought("Another Invented"), words, now=NOW)
        filed.append(other.case_id)
        return READ

    monkeypatch.setattr(photos, "read_picture", read)
    keep(family, case, case)
    assert len(filed) == 1


def test_nothing_is_read_for_a_record_that_is_not_ones_own_or_for_no_file(
    family: Flask, case: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_arguments: object, **_named: object) -> ReadPicture:
        raise AssertionError

    monkeypatch.setattr(photos, "read_picture", read)
    with pytest.raises(NotFound):
        keep(family, uuid.uuid4(), case)
    with pytest.raises(Refused, match="choose_a_photo"):
        keep(family, case, case, b"")


def test_nobody_has_two_photos_in_hand_at_once(family: Flask, case: uuid.UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    refused: list[str] = []

    def read(*_arguments: object, **_named: object) -> ReadPicture:
        # Another one of the same family comes while this one is read.
        with pytest.raises(Busy) as busy:
            keep(family, case, case, b"one more")
        refused.append(busy.value.code)
        return READ

    monkeypatch.setattr(photos, "read_picture", read)
    keep(family, case, case)
    assert refused == ["places_taken"]


def test_a_photo_waits_for_no_sheet(family: Flask, case: uuid.UUID, context: Context) -> None:
    with ExitStack() as held:
        for _place in range(context.confinement.slots.at_once):
            held.enter_context(context.confinement.slots.one())
        # Refused as busy where it had to wait, since no place becomes free.
        keep(family, case, case, planted()["JPEG"])


def test_a_picture_goes_out_under_a_name_that_says_nothing() -> None:
    answer = jpeg(b"\xff\xd8")
    assert (answer.mimetype, answer.data) == ("image/jpeg", b"\xff\xd8")
    assert answer.headers["Content-Disposition"] == 'inline; filename="photo.jpg"'
