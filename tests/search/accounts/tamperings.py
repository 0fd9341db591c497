"""Hands that tamper with the audit itself, each in its own way, by numbers that are drawn."""

import datetime
import hashlib
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.orm import Session

from search.accounts.audit_chain import ROWS
from search.models import AuditEntry, AuditHead
from search.storage.chain_heads import ChainHead
from tests.search.accounts.lived_in import READ, Lived
from tests.search.models.tables import table_of
from tests.search.scene import NOW

Draw = Callable[[int], int]


@dataclass(frozen=True)
class Hand:
    """Whoever tampers: inside a transaction that is rolled back, by numbers that are drawn."""

    session: Session
    draw: Draw
    lived: Lived


Tampering = Callable[[Hand], None]


def numbers() -> Draw:
    """One and the same long row of numbers in every run: `draw(n)` is below n."""

    def stream() -> Iterator[int]:
        state = b"tampering"
        while True:
            state = hashlib.sha256(state).digest()
            yield int.from_bytes(state, "big")

    source = stream()
    return lambda below: next(source) % below


def unbind(session: Session) -> None:
    """Whoever tampers asks for no foreign key."""
    if session.get_bind().dialect.name == "sqlite":
        session.connection().exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    else:
        session.execute(text("SET LOCAL session_replication_role = replica"))


def last(hand: Hand) -> int:
    return hand.session.get_one(AuditHead, 1).sequence


def entry_of(hand: Hand) -> AuditEntry:
    return hand.session.get_one(AuditEntry, 1 + hand.draw(last(hand)))


def put_back(hand: Hand, head: ChainHead) -> None:
    """An earlier head with a valid signature, and no entry behind it."""
    hand.session.execute(delete(AuditEntry).where(AuditEntry.sequence > head.sequence))
    columns = {"sequence": head.sequence, "mac": head.mac, "signature": head.signature(hand.lived.scene.database.vault)}
    hand.session.execute(update(AuditHead).values(**columns))
    hand.session.expire_all()


def touch(hand: Hand, **values: object) -> None:
    number = 1 + hand.draw(last(hand))
    hand.session.execute(update(AuditEntry).where(AuditEntry.sequence == number).values(values))


def change_an_entry(hand: Hand) -> None:
    field = ("actor_kind", "action", "subject_kind", "subject_id")[hand.draw(4)]
    touch(hand, **{field: f"f{hand.draw(99)}"})


def change_a_moment(hand: Hand) -> None:
    moved = NOW - datetime.timedelta(microseconds=1 + hand.draw(10**9))
    touch(hand, at=moved)


def change_an_actor(hand: Hand) -> None:
    somebody = uuid.UUID(int=2 + hand.draw(2**64))
    hand.session.execute(
        update(AuditEntry).where(AuditEntry.sequence == 1 + hand.draw(last(hand))).values(actor_id=somebody)
    )


def change_a_detail(hand: Hand) -> None:
    detail = {"n": hand.draw(10**6)}
    hand.session.execute(
        update(AuditEntry).where(AuditEntry.sequence == 1 + hand.draw(last(hand))).values(detail=detail)
    )


def take_an_anchor_out(hand: Hand) -> None:
    entries = [one for one in hand.session.scalars(select(AuditEntry)) if ROWS in one.detail]
    entry = entries[hand.draw(len(entries))]
    kept = {key: value for key, value in entry.detail.items() if key != ROWS}
    hand.session.execute(update(AuditEntry).where(AuditEntry.sequence == entry.sequence).values(detail=kept))


def change_a_link(hand: Hand) -> None:
    entry = entry_of(hand)
    flipped = bytearray(entry.mac)
    flipped[hand.draw(32)] ^= 1 << hand.draw(8)
    hand.session.execute(update(AuditEntry).where(AuditEntry.sequence == entry.sequence).values(mac=bytes(flipped)))


def take_an_entry_out(hand: Hand) -> None:
    hand.session.execute(delete(AuditEntry).where(AuditEntry.sequence == 1 + hand.draw(last(hand))))


def take_out_and_close_up(hand: Hand) -> None:
    end = last(hand)
    gap = 1 + hand.draw(end - 1)
    hand.session.execute(delete(AuditEntry).where(AuditEntry.sequence == gap))
    for number in range(gap + 1, end + 1):
        hand.session.execute(update(AuditEntry).where(AuditEntry.sequence == number).values(sequence=number - 1))


def cut_off(hand: Hand) -> None:
    hand.session.execute(delete(AuditEntry).where(AuditEntry.sequence > hand.draw(last(hand))))


def cut_off_and_move_the_head(hand: Hand) -> None:
    kept = hand.session.get_one(AuditEntry, 1 + hand.draw(last(hand) - 1))
    number, mac = kept.sequence, kept.mac
    hand.session.execute(delete(AuditEntry).where(AuditEntry.sequence > number))
    hand.session.execute(update(AuditHead).values(sequence=number, mac=mac))


def insert_a_copy(hand: Hand) -> None:
    copied = entry_of(hand)
    fields = {column.key: getattr(copied, column.key) for column in table_of(AuditEntry).columns}
    hand.session.execute(insert(AuditEntry), [{**fields, "sequence": last(hand) + 1}])


def swap_two(hand: Hand) -> None:
    one = 1 + hand.draw(last(hand) - 1)
    for old, new in ((one, 0), (one + 1, one), (0, one + 1)):
        hand.session.execute(update(AuditEntry).where(AuditEntry.sequence == old).values(sequence=new))


def change_the_head(hand: Hand) -> None:
    field = ("sequence", "mac", "signature", "chain_id")[hand.draw(4)]
    forged = {"sequence": last(hand) + 1 + hand.draw(50), "mac": bytes(32), "signature": b"", "chain_id": "f" * 32}
    hand.session.execute(update(AuditHead).values({field: forged[field]}))


def take_the_chains_name_away(hand: Hand) -> None:
    hand.session.execute(update(AuditHead).values(chain_id=None))


def wipe(hand: Hand) -> None:
    hand.session.execute(delete(AuditEntry))
    hand.session.execute(update(AuditHead).values(sequence=0, mac=(bytes(32), b"")[hand.draw(2)], signature=b""))


def wipe_and_take_the_head_out(hand: Hand) -> None:
    hand.session.execute(delete(AuditEntry))
    hand.session.execute(delete(AuditHead))


def put_the_beginning_back(hand: Hand) -> None:
    """With the signed head of the very first day, as from a backup."""
    put_back(hand, hand.lived.early)


def put_an_earlier_day_back(hand: Hand) -> None:
    kept = hand.session.get_one(AuditEntry, 1 + hand.draw(last(hand) - 1))
    put_back(hand, ChainHead(hand.lived.known.chain_id, kept.sequence, kept.mac))


def put_the_whole_database_back(hand: Hand) -> None:
    """All rows of an earlier day, and its head: only the head file knows."""
    unbind(hand.session)
    for table in READ:
        hand.session.execute(delete(table))
        for rows in hand.lived.halfway[table]:
            hand.session.execute(insert(table), [rows])
    put_an_earlier_day_back(hand)


KINDS: tuple[Tampering, ...] = (
    change_an_entry, change_a_moment, change_an_actor, change_a_detail, take_an_anchor_out, change_a_link,
    take_an_entry_out, take_out_and_close_up, cut_off, cut_off_and_move_the_head, insert_a_copy, swap_two,
    change_the_head, take_the_chains_name_away, wipe, wipe_and_take_the_head_out, put_the_beginning_back,
    put_an_earlier_day_back, put_the_whole_database_back,
)  # fmt: skip
