"""A thousand tamperings of the audit and of the rows beside it: each is found, and it is said what and where."""

import datetime
import hashlib
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.orm import Session

from search.access import OPERATOR, Action
from search.accounts.audit_chain import ROWS, record_act
from search.accounts.audit_walk import AuditVerdict, verify_chain
from search.commands import (
    AmendSearch,
    EraseReport,
    EraseSearch,
    JudgeDuplicate,
    JudgeProposal,
    OpenCard,
    RevealIdentifiers,
)
from search.documents import Filing, Identifiers
from search.erasing.erasing_reports import erase_report
from search.erasing.erasing_searches import erase_search
from search.filing.registering_searches import amend_search
from search.models import (
    Account,
    AuditEntry,
    AuditHead,
    Base,
    Consent,
    Disclosure,
    DuplicateJudgement,
    DuplicateProposal,
    ErasureRequest,
    Judgement,
    MatchProposal,
    Organisation,
    Reading,
    Record,
    RecordKey,
)
from search.records.anchored_rows import ANCHORED
from search.review.card import open_card
from search.review.contacts_reveal import reveal_identifiers
from search.review.judging_duplicates import judge_duplicate
from search.review.judging_proposals import judge
from search.storage.chain_heads import ChainHead
from search.storage.database import AUDIT_HEAD
from search.storage.head_file import HeadFile
from search.vocabulary import JudgementKind, Receiver, ReportKind
from tests.search.models.tables import table_of
from tests.search.scene import NOW, PEOPLE, Scene, family_of, found, sought
from tests.search.vouching import vouch_for_all

TAMPERINGS = 1000
Draw = Callable[[int], int]


@dataclass(frozen=True)
class Lived:
    """A registry in which every kind of row that is vouched for was written, and the head that its file knows."""

    scene: Scene
    known: ChainHead
    early: ChainHead


@dataclass(frozen=True)
class Hand:
    """Whoever tampers: inside a transaction that is rolled back, by numbers that are drawn."""

    session: Session
    draw: Draw
    lived: Lived


Tampering = Callable[[Hand], None]


@pytest.fixture
def lived(scene: Scene, tmp_path: Path) -> Lived:
    scene.database.head_file = HeadFile(tmp_path / "audit.head", scene.database.vault)
    vouch_for_all(scene.database)
    early = scene.database.head_file.read()
    assert early is not None
    live(scene)
    known = scene.database.head_file.read()
    assert known is not None
    return Lived(scene, known, early)


def test_a_registry_that_was_lived_in_is_whole(lived: Lived) -> None:
    verdict = verified(lived)
    assert (verdict.faults, verdict.first_bad) == ((), None)
    assert verdict.head == lived.known
    with lived.scene.database.reading() as session:
        counts = {table.__tablename__: len(session.scalars(select(table)).all()) for table in ANCHORED}
    assert {table for table, count in counts.items() if not count} == {"access_tokens"}


def test_a_thousand_tamperings_are_all_found_without_a_head_on_paper(lived: Lived) -> None:
    draw, unseen = numbers(), []
    for number in range(TAMPERINGS):
        tamper = KINDS[number % len(KINDS)]
        with lived.scene.database.reading() as session:
            tamper(Hand(session, draw, lived))
            session.flush()
            session.expire_all()
            session.info.pop(AUDIT_HEAD, None)
            if verify_chain(session, known=lived.known).whole:
                unseen.append((number, tamper.__name__))
            session.rollback()
    assert unseen == []
    assert len(KINDS) > 25


@pytest.mark.parametrize("table", ANCHORED, ids=lambda table: table.__tablename__)
def test_of_each_kind_of_row_one_that_is_missing_changed_or_nobodys_is_named(lived: Lived, table: type[Base]) -> None:
    with lived.scene.database.reading() as session:
        rows = session.scalars(select(table)).all()
        if not rows:
            pytest.skip("no token was issued")
        key = next(iter(table_of(table).primary_key.columns))
        name = f"{table.__tablename__} {getattr(rows[0], key.key)}"
        unbind(session)
        session.execute(delete(table).where(key == getattr(rows[0], key.key)))
        session.expire_all()
        assert ("row_missing", name) in told(session, lived)
        session.rollback()


def test_an_emptied_audit_is_found_even_with_no_head_kept_anywhere(lived: Lived) -> None:
    with lived.scene.database.reading() as session:
        session.execute(delete(AuditEntry))
        session.execute(update(AuditHead).values(sequence=0, mac=bytes(32), signature=b""))
        session.expire_all()
        assert [fault.code for fault in verify_chain(session).faults] == ["head_unsigned"]


def test_a_head_of_the_beginning_that_was_kept_and_put_back_shows_in_the_rows_beside_it(lived: Lived) -> None:
    with lived.scene.database.reading() as session:
        put_back(Hand(session, numbers(), lived), lived.early)
        codes = {fault.code for fault in verify_chain(session).faults}
        assert codes == {"row_unknown"}
        assert [fault.code for fault in verify_chain(session, known=lived.known).faults] == ["chain_put_back"]


def test_a_chain_begun_anew_is_another_than_the_head_file_knows(lived: Lived) -> None:
    vault = lived.scene.database.vault
    forged = ChainHead("0" * 32, 0, b"")
    with lived.scene.database.reading() as session:
        session.execute(delete(AuditEntry))
        session.execute(
            update(AuditHead).values(sequence=0, chain_id=forged.chain_id, signature=forged.signature(vault))
        )
        session.expire_all()
        assert [fault.code for fault in verify_chain(session, known=lived.known).faults] == ["chain_is_another"]


def test_what_an_act_wrote_is_in_its_own_entry(lived: Lived) -> None:
    with lived.scene.database.reading() as session:
        entry = session.scalars(select(AuditEntry).where(AuditEntry.action == "judge")).first()
        judgement = session.scalars(select(Judgement)).first()
        assert entry is not None
        assert judgement is not None
        assert [anchor.split(" ")[1] for anchor in entry.detail[ROWS]] == [str(judgement.id)]


def live(scene: Scene) -> None:
    """File, allow, compare, read, judge, ask, erase."""
    reader = scene.reviewers[0]
    cases = [scene.file(sought(PEOPLE[0][0], n // 2, share_with=frozenset({Receiver.SHELTERS}))) for n in range(3)]
    reports = [scene.report(found(PEOPLE[0][1], n, sender_number=f"S{n}")).report_id for n in range(3)]
    bodies = [
        scene.report(found("Nobody", 40 + n, ReportKind.MORTUARY, sender_number=f"B{n}"), scene.mortuary).report_id
        for n in range(2)
    ]
    scene.match()
    with scene.database.transaction() as session:
        proposals = session.scalars(select(MatchProposal.id).order_by(MatchProposal.id)).all()
        duplicate = session.scalars(
            select(DuplicateProposal.id).order_by(DuplicateProposal.first_number, DuplicateProposal.second_number)
        ).first()
    assert duplicate is not None
    for proposal in proposals[:3]:
        with scene.database.transaction() as session:
            seen = open_card(session, reader, OpenCard(proposal_id=proposal), now=NOW).revision
            reveal_identifiers(session, reader, RevealIdentifiers(proposal_id=proposal, reason="to call her"), now=NOW)
            command = JudgeProposal(proposal_id=proposal, seen_revision=seen, kind=JudgementKind.POSITIVE, words="yes")
            judge(session, reader, command, now=NOW)
    with scene.database.transaction() as session:
        answer = JudgeDuplicate(duplicate_id=duplicate, seen_revision=1, kind=JudgementKind.UNSURE)
        judge_duplicate(session, reader, answer, now=NOW)
    with scene.database.transaction() as session:
        amended = AmendSearch(
            case_id=cases[0].case_id, sought=sought(PEOPLE[0][0]).sought, identifiers=Identifiers(), filing=Filing(),
            share_with=frozenset({Receiver.CONSULATES}),
        )  # fmt: skip
        amend_search(session, family_of(cases[0]), amended, now=NOW)
    with scene.database.transaction() as session:
        for report in bodies:
            number = f"B{bodies.index(report)}"
            erase_report(session, scene.mortuary, EraseReport(report_id=report, typed=number), now=NOW)
        erase_report(session, scene.shelter, EraseReport(report_id=reports[2], typed="S2"), now=NOW)
        gone = EraseSearch(case_id=cases[2].case_id, typed=cases[2].reference)
        erase_search(session, family_of(cases[2]), gone, now=NOW)
        record_act(session, OPERATOR, Action.VERIFY_AUDIT, subject=("audit", "chain"), now=NOW)


def verified(lived: Lived) -> AuditVerdict:
    with lived.scene.database.reading() as session:
        return verify_chain(session, known=lived.known)


def told(session: Session, lived: Lived) -> set[tuple[str, str]]:
    return {(fault.code, fault.place) for fault in verify_chain(session, known=lived.known).faults}


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


def row_of(hand: Hand, table: type[Base]) -> Base:
    rows = hand.session.scalars(select(table).order_by(*table_of(table).primary_key.columns)).all()
    return rows[hand.draw(len(rows))]


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
    for table in ANCHORED:
        hand.session.execute(delete(table))
    put_an_earlier_day_back(hand)


def _deleting(table: type[Base]) -> Tampering:
    def tamper(hand: Hand) -> None:
        unbind(hand.session)
        row = row_of(hand, table)
        key = next(iter(table_of(table).primary_key.columns))
        hand.session.execute(delete(table).where(key == getattr(row, key.key)))

    tamper.__name__ = f"a row of {table.__tablename__} taken out"
    return tamper


def _emptying(table: type[Base]) -> Tampering:
    def tamper(hand: Hand) -> None:
        unbind(hand.session)
        hand.session.execute(delete(table))

    tamper.__name__ = f"empty {table.__tablename__}"
    return tamper


def _changing(table: type[Base], column: str, values: tuple[object, ...]) -> Tampering:
    def tamper(hand: Hand) -> None:
        row = row_of(hand, table)
        key = next(iter(table_of(table).primary_key.columns))
        now = getattr(row, column)
        other = [value for value in values if value != now]
        changed = other[hand.draw(len(other))]
        hand.session.execute(update(table).where(key == getattr(row, key.key)).values({column: changed}))

    tamper.__name__ = f"change {table.__tablename__}.{column}"
    return tamper


def add_an_account(hand: Hand) -> None:
    row = {"id": uuid.UUID(int=hand.draw(2**64)), "organisation_id": hand.lived.scene.committee, "role": "committee",
           "login": "ghost", "password_hash": "", "totp_last_step": 0}  # fmt: skip
    hand.session.execute(insert(Account), [row])


def add_a_judgement(hand: Hand) -> None:
    copied = row_of(hand, Judgement)
    fields = {column.key: getattr(copied, column.key) for column in table_of(Judgement).columns}
    hand.session.execute(
        insert(Judgement), [{**fields, "id": uuid.UUID(int=hand.draw(2**64)), "revision": 90 + hand.draw(9)}]
    )


def bring_an_erased_record_back(hand: Hand) -> None:
    gone = hand.session.scalars(select(Record.number).where(Record.erased_at.is_not(None))).all()
    hand.session.execute(
        insert(RecordKey), [{"record_number": gone[hand.draw(len(gone))], "master": "1", "wrapped": b"k" * 60}]
    )


def forget_that_it_was_erased(hand: Hand) -> None:
    gone = hand.session.scalars(select(Record.number).where(Record.erased_at.is_not(None))).all()
    hand.session.execute(update(Record).where(Record.number == gone[hand.draw(len(gone))]).values(erased_at=None))


FEW = (Consent, Judgement, DuplicateJudgement, Disclosure, Reading, ErasureRequest, Account)
KINDS: tuple[Tampering, ...] = (
    change_an_entry, change_a_moment, change_an_actor, change_a_detail, take_an_anchor_out, change_a_link,
    take_an_entry_out, take_out_and_close_up, cut_off, cut_off_and_move_the_head, insert_a_copy, swap_two,
    change_the_head, take_the_chains_name_away, wipe, wipe_and_take_the_head_out, put_the_beginning_back,
    put_an_earlier_day_back, put_the_whole_database_back,
    *map(_deleting, FEW), *map(_emptying, FEW),
    _changing(Judgement, "kind", ("positive", "negative", "unsure")),
    _changing(DuplicateJudgement, "kind", ("positive", "negative", "unsure")),
    _changing(Consent, "receiver", ("police", "state")), _changing(Consent, "withdrawn_at", (None, NOW)),
    _changing(Account, "role", ("committee", "partner")), _changing(Account, "password_hash", ("$argon2id$x", "y")),
    _changing(Account, "disabled_at", (None, NOW)), _changing(Organisation, "kind", ("committee", "mortuary")),
    _changing(Reading, "purpose", ("card", "shared")), _changing(Reading, "caused_by", (None, uuid.UUID(int=1))),
    _changing(Disclosure, "made_at", (NOW - datetime.timedelta(days=1),)),
    _changing(ErasureRequest, "outcome", ("declined", "done")),
    add_an_account, add_a_judgement, bring_an_erased_record_back, forget_that_it_was_erased,
)  # fmt: skip
