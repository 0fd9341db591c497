"""The audit shows every tampering: changed, moved, inserted, deleted, cut off, or replaced with its head."""

import datetime
import hashlib
import uuid
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from matching import Engine
from search.access import OPERATOR, Action, Actor, ActorKind
from search.accounts.audit_chain import record_act
from search.accounts.audit_walk import verify_chain
from search.models import AuditEntry, AuditHead
from search.storage.chain_heads import ChainHead, chain_start
from search.storage.database import Database
from search.storage.encryption import Vault
from tests.search.scene import NOW

ENTRIES = 12
TAMPERINGS = 1000
Draw = Callable[[int], int]


@pytest.fixture
def chain(database: Database) -> Database:
    append(database, ENTRIES)
    return database


def test_a_chain_that_has_not_begun_is_whole(database: Database) -> None:
    with database.reading() as session:
        verdict = verify_chain(session)
    assert (verdict.entries, verdict.first_bad) == (0, None)


def test_every_act_is_one_entry_and_the_chain_is_whole(chain: Database) -> None:
    with chain.reading() as session:
        verdict = verify_chain(session)
        assert [entry.sequence for entry in session.scalars(select(AuditEntry).order_by(AuditEntry.sequence))] == list(
            range(1, ENTRIES + 1)
        )
    assert (verdict.entries, verdict.first_bad) == (ENTRIES, None)


def test_an_entry_says_who_did_what_to_what(chain: Database) -> None:
    with chain.reading() as session:
        entry = session.get_one(AuditEntry, 2)
    assert (entry.actor_kind, entry.actor_id, entry.action) == ("reviewer", uuid.UUID(int=1), "open_card")
    assert (entry.subject_kind, entry.subject_id, entry.detail) == ("match_proposal", "p1", {"n": 1})


def test_the_chain_goes_on_across_transactions_and_passes_through_an_exported_head(chain: Database) -> None:
    with chain.reading() as session:
        head = verify_chain(session).head_text
    append(chain, 5)
    with chain.reading() as session:
        assert verify_chain(session, head).first_bad is None


def test_a_thousand_tamperings_are_all_found(chain: Database) -> None:
    """Each is tried in a transaction that is rolled back; what it did must show before."""
    draw = numbers()
    with chain.reading() as session:
        exported = verify_chain(session).head_text
    unseen = []
    for number in range(TAMPERINGS):
        name, tamper = KINDS[number % len(KINDS)]
        with chain.reading() as session:
            tamper(session, draw)
            session.expire_all()
            if verify_chain(session, exported).first_bad is None:
                unseen.append((number, name))
            session.rollback()
    assert unseen == []


def test_what_was_cut_off_together_with_its_head_shows_against_an_exported_head_only(chain: Database) -> None:
    with chain.reading() as session:
        early = session.get_one(AuditHead, 1)
        kept = (early.sequence, early.mac, early.signature)
    append(chain, 6)
    with chain.reading() as session:
        exported = verify_chain(session).head_text
    with chain.transaction() as session:
        session.execute(delete(AuditEntry).where(AuditEntry.sequence > kept[0]))
        session.execute(update(AuditHead).values(sequence=kept[0], mac=kept[1], signature=kept[2]))
    with chain.reading() as session:
        assert verify_chain(session).first_bad is None
        assert verify_chain(session, exported).first_bad is not None


def test_a_chain_that_was_emptied_shows_against_an_exported_head(chain: Database) -> None:
    with chain.reading() as session:
        exported = verify_chain(session).head_text
    with chain.transaction() as session:
        session.execute(delete(AuditEntry))
        session.execute(update(AuditHead).values(sequence=0, mac=b"\0" * 32, signature=b""))
    with chain.reading() as session:
        assert verify_chain(session, exported).first_bad is not None


def test_a_chain_rewritten_without_the_key_shows(chain: Database) -> None:
    forger = Database(chain.engine, Vault.from_master_key(b"f" * 32), Engine.load())
    with chain.transaction() as session:
        session.execute(delete(AuditEntry))
        forged = ChainHead("f" * 32, 0, chain_start(forger.vault, "f" * 32))
        columns = {"chain_id": forged.chain_id, "mac": forged.mac, "signature": forged.signature(forger.vault)}
        session.execute(update(AuditHead).values(sequence=0, **columns))
    append(forger, ENTRIES)
    with forger.reading() as session:
        assert verify_chain(session).first_bad is None
    with chain.reading() as session:
        assert verify_chain(session).first_bad == 1


@pytest.mark.parametrize("field", ["actor_id", "at", "detail"])
def test_the_moment_the_actor_and_the_detail_are_part_of_the_chain(chain: Database, field: str) -> None:
    other = {"actor_id": None, "at": NOW, "detail": {"n": "x"}}[field]
    with chain.transaction() as session:
        session.execute(update(AuditEntry).where(AuditEntry.sequence == 8).values({field: other}))
    with chain.reading() as session:
        assert verify_chain(session).first_bad == 8


def append(database: Database, count: int) -> None:
    reviewer = Actor(kind=ActorKind.REVIEWER, account_id=uuid.UUID(int=1))
    with database.transaction() as session:
        for number in range(count):
            actor, action = (reviewer, Action.OPEN_CARD) if number % 2 else (OPERATOR, Action.VERIFY_AUDIT)
            moment = NOW + datetime.timedelta(seconds=number + 1)
            record_act(
                session, actor, action, subject=("match_proposal", f"p{number}"), now=moment, detail={"n": number}
            )


def numbers() -> Draw:
    """The same long row of numbers in every run: `draw(n)` is below n."""

    def stream() -> Iterator[int]:
        state = b"tampering"
        while True:
            state = hashlib.sha256(state).digest()
            yield int.from_bytes(state, "big")

    source = stream()
    return lambda below: next(source) % below


def change_text(session: Session, draw: Draw) -> None:
    field = ("actor_kind", "action", "subject_kind", "subject_id")[draw(4)]
    touch(session, draw, {field: f"forged {draw(1000)}"[:16]})


def change_moment(session: Session, draw: Draw) -> None:
    touch(session, draw, {"at": NOW - datetime.timedelta(microseconds=1 + draw(10**9))})


def change_actor(session: Session, draw: Draw) -> None:
    touch(session, draw, {"actor_id": uuid.UUID(int=2 + draw(2**64))})


def change_detail(session: Session, draw: Draw) -> None:
    touch(session, draw, {"detail": {"n": 1000 + draw(1000)}})


def change_mac(session: Session, draw: Draw) -> None:
    entry = session.get_one(AuditEntry, 1 + draw(ENTRIES))
    flipped = bytearray(entry.mac)
    flipped[draw(32)] ^= 1 << draw(8)
    entry.mac = bytes(flipped)
    session.flush()


def take_out(session: Session, draw: Draw) -> None:
    session.execute(delete(AuditEntry).where(AuditEntry.sequence == 1 + draw(ENTRIES)))


def take_out_and_close_up(session: Session, draw: Draw) -> None:
    gap = 1 + draw(ENTRIES - 1)
    session.execute(delete(AuditEntry).where(AuditEntry.sequence == gap))
    for number in range(gap + 1, ENTRIES + 1):
        session.execute(update(AuditEntry).where(AuditEntry.sequence == number).values(sequence=number - 1))


def cut_off(session: Session, draw: Draw) -> None:
    session.execute(delete(AuditEntry).where(AuditEntry.sequence > draw(ENTRIES)))


def cut_off_with_head(session: Session, draw: Draw) -> None:
    """The head is moved to the last entry that is left, as well as one without the key can."""
    last = session.get_one(AuditEntry, 1 + draw(ENTRIES - 1))
    session.execute(delete(AuditEntry).where(AuditEntry.sequence > last.sequence))
    session.execute(update(AuditHead).values(sequence=last.sequence, mac=last.mac))


def swap(session: Session, draw: Draw) -> None:
    one = 1 + draw(ENTRIES)
    other = 1 + (one + draw(ENTRIES - 1)) % ENTRIES
    if one == other:
        other = 1 + one % ENTRIES
    for old, new in ((one, 0), (other, one), (0, other)):
        session.execute(update(AuditEntry).where(AuditEntry.sequence == old).values(sequence=new))


def insert_copy(session: Session, draw: Draw) -> None:
    copied = session.get_one(AuditEntry, 1 + draw(ENTRIES))
    fields = {column.key: getattr(copied, column.key) for column in AuditEntry.__table__.columns}
    session.add(AuditEntry(**{**fields, "sequence": ENTRIES + 1}))
    session.flush()


def change_head(session: Session, draw: Draw) -> None:
    field = ("sequence", "mac", "signature")[draw(3)]
    forged = {"sequence": ENTRIES + 1 + draw(50), "mac": bytes(32), "signature": b""}[field]
    session.execute(update(AuditHead).values({field: forged}))


def touch(session: Session, draw: Draw, values: dict[str, object]) -> None:
    session.execute(update(AuditEntry).where(AuditEntry.sequence == 1 + draw(ENTRIES)).values(values))


KINDS: tuple[tuple[str, Callable[[Session, Draw], None]], ...] = tuple(
    (kind.__name__, kind)
    for kind in (
        change_text,
        change_moment,
        change_actor,
        change_detail,
        change_mac,
        take_out,
        take_out_and_close_up,
        cut_off,
        cut_off_with_head,
        swap,
        insert_copy,
        change_head,
    )
)
