"""Anonymous drafts are bounded, one by one, by network and in all; whoever fills the place loses their own."""

import datetime
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, select

from search.access import ANYONE, Actor, ActorKind
from search.errors import Refused
from search.filing.draft_room import DraftKind, DraftRoom, WritingPace
from search.filing.drafting import Keeping, read_draft, save_draft
from search.models import Draft
from search.storage.database import Database
from tests.search.scene import NOW

ROOM = DraftRoom(each=1_000, number=40, size=40_000)
FAMILY, ATTACKER = 7, 8
KNOWN = Actor(kind=ActorKind.FAMILY)


def keep(database: Database, size: int = 100, token: str | None = None, **keeping: Any) -> str:
    """Somebody keeps so many bytes."""
    how = replace(Keeping(room=ROOM, source_mark=FAMILY), **keeping)
    with database.transaction() as session:
        return save_draft(session, ANYONE, token, b"x" * size, now=NOW, keeping=how)


def kept(database: Database, token: str) -> bool:
    with database.reading() as session:
        return read_draft(session, ANYONE, token, now=NOW) is not None


def held(database: Database) -> tuple[int, int]:
    """How many drafts there are, of how many bytes."""
    with database.reading() as session:
        number, size = session.execute(select(func.count(), func.coalesce(func.sum(Draft.size), 0))).one()
    return number, int(size)


def test_a_draft_of_anybody_has_a_largest_size_and_the_earlier_one_stays(database: Database) -> None:
    token = keep(database, 1_000)
    with pytest.raises(Refused, match="draft_too_large"):
        keep(database, 1_001, token)
    assert kept(database, token)
    assert held(database)[0] == 1


def test_whoever_is_known_may_keep_more_until_the_disk_is_nearly_full(database: Database) -> None:
    with database.transaction() as session:
        save_draft(session, KNOWN, None, b"x" * 20_000, now=NOW, keeping=Keeping(room=ROOM))
    with pytest.raises(Refused, match="no_room_now"), database.transaction() as session:
        save_draft(session, KNOWN, None, b"x" * 20_000, now=NOW, keeping=Keeping(room=ROOM.when_low()))


def test_a_flood_from_one_network_takes_a_quarter_at_most_and_sheds_its_own(database: Database) -> None:
    family = keep(database, 900)
    last = [keep(database, 500, source_mark=ATTACKER) for _ in range(300)][-1]
    number, size = held(database)
    assert (kept(database, family), kept(database, last)) == (True, True)
    assert number <= 11
    assert size <= 12_000


def test_a_flood_of_many_networks_is_shed_from_the_fullest(database: Database) -> None:
    family = keep(database, 900)
    for number in range(400):
        keep(database, 900, source_mark=100 + number % 10)
    assert kept(database, family)
    number, size = held(database)
    assert number <= ROOM.number
    assert size <= ROOM.size


def test_of_a_network_what_was_continued_goes_last_and_the_large_before_the_small(database: Database) -> None:
    continued = keep(database, 900)
    keep(database, 900, continued)
    small = keep(database, 10)
    large = [keep(database, 800) for _ in range(12)]
    assert kept(database, continued)
    assert kept(database, small)
    assert not all(kept(database, token) for token in large)
    assert kept(database, large[-1])


def test_receipts_and_what_is_somebodys_own_are_never_shed(database: Database) -> None:
    others = [keep(database, 900, kind=kind) for kind in (DraftKind.RECEIPT, DraftKind.OWN)]
    for _ in range(200):
        keep(database, 900)
    assert all(kept(database, token) for token in others)


def test_a_receipt_in_place_of_a_draft_is_no_longer_counted(database: Database) -> None:
    token = keep(database)
    keep(database, token=token, kind=DraftKind.RECEIPT, lasts=datetime.timedelta(hours=1))
    with database.reading() as session:
        assert session.scalars(select(Draft.kind)).all() == ["receipt"]


def test_when_the_disk_is_nearly_full_there_is_room_for_short_searches(database: Database) -> None:
    low = DraftRoom().when_low()
    assert keep(database, 16 * 1024, room=low)
    with pytest.raises(Refused, match="no_room_now"):
        keep(database, 16 * 1024 + 1, room=low)
    assert low.size == 16 * 1024 * 1024


def test_ten_thousand_posts_leave_less_than_a_gigabyte() -> None:
    """In scale: whatever arrives, what is kept stays within the bound, and the bound is far below."""
    room = DraftRoom()
    assert room.size + room.each < 1024**3 / 4
    assert 10_000 * room.each > 1024**3


def test_while_drafts_pour_in_only_short_ones_are_taken_until_a_minute_has_passed() -> None:
    pace = WritingPace(bytes_a_minute=1_000)
    assert [pace.is_busy(400, 0) for _ in range(4)] == [False, False, True, True]
    assert pace.is_busy(400, 20)
    assert not pace.is_busy(400, 120)
    busy = DraftRoom().when_busy()
    assert (busy.each, busy.number, busy.size, busy.low) == (16 * 1024, 20_000, DraftRoom().size, False)
