"""A thousand tamperings of the audit and of the rows beside it: each is found, and it is said what and where."""

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session

from search.access import Actor, ActorKind
from search.accounts.audit_chain import ROWS
from search.accounts.audit_walk import AuditVerdict, verify_chain
from search.commands import WithdrawSearch
from search.filing.registering_searches import withdraw_search
from search.models import AuditEntry, AuditHead, Base, Judgement, SearchRequest
from search.records.anchored_rows import key_of, read_anchor, row_name
from search.records.vouched_tables import ANCHORED
from search.storage.chain_heads import ChainHead
from search.storage.database import AUDIT_HEAD
from tests.search.accounts import row_tamperings, tamperings
from tests.search.accounts.lived_in import READ, Lived
from tests.search.accounts.tamperings import Hand, numbers, put_back, unbind
from tests.search.models.tables import table_of
from tests.search.scene import NOW

TAMPERINGS = 1000
KINDS = (*tamperings.KINDS, *row_tamperings.KINDS)


def test_a_registry_that_was_lived_in_is_whole(lived: Lived) -> None:
    verdict = verified(lived)
    assert (verdict.faults, verdict.first_bad) == ((), None)
    assert verdict.head == lived.known
    with lived.scene.database.reading() as session:
        counts = {table.name: len(session.execute(select(table)).all()) for table in READ}
    assert {table for table, count in counts.items() if not count} == set()


@pytest.mark.slow
@pytest.mark.parametrize(
    "engine_name",
    ["sqlite", pytest.param("postgresql", marks=[pytest.mark.postgresql, pytest.mark.measurement])],
)
def test_a_thousand_tamperings_are_all_found_without_a_head_on_paper(lived: Lived) -> None:
    draw, unseen, refused = numbers(), [], 0
    for number in range(TAMPERINGS):
        tamper = KINDS[number % len(KINDS)]
        with lived.scene.database.reading() as session:
            try:
                tamper(Hand(session, draw, lived))
            except (IntegrityError, DataError):
                # What the database itself does not take needs nobody to find it.
                refused += 1
            else:
                session.expire_all()
                session.info.pop(AUDIT_HEAD, None)
                if verify_chain(session, known=lived.known).whole:
                    unseen.append(tamper.__name__)
            session.rollback()
    assert sorted(set(unseen)) == []
    assert refused < TAMPERINGS // 50
    assert len(KINDS) > 150


def test_of_each_kind_of_row_one_that_is_missing_is_named(lived: Lived) -> None:
    # One registry for all kinds: living in one takes far longer than looking for what is missing.
    named = {table: is_named_when_missing(lived, table) for table in ANCHORED}
    assert [table for table, is_named in named.items() if not is_named] == []
    assert len(named) > 20


def is_named_when_missing(lived: Lived, table: type[Base]) -> bool:
    with lived.scene.database.reading() as session:
        rows = session.scalars(select(table)).all()
        name = row_name(table, key_of(rows[0]))
        keys = [(key, getattr(rows[0], key.key)) for key in table_of(table).primary_key.columns]
        unbind(session)
        session.execute(delete(table).where(*(key == value for key, value in keys)))
        session.expire_all()
        found = ("row_missing", name) in told(session, lived)
        session.rollback()
    return found


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
        assert codes >= {"row_unknown"}
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
        details = session.scalars(select(AuditEntry.detail).where(AuditEntry.action == "judge")).all()
        judgements = {f"judgements {identifier}" for identifier in session.scalars(select(Judgement.id))}
    assert {len([one for one in detail[ROWS] if one.startswith("judgements")]) for detail in details} == {1}
    # Some judgements went with a search that was erased: theirs are the entries without a row.
    assert judgements
    assert judgements <= {read_anchor(anchor)[0] for detail in details for anchor in detail[ROWS]}


def test_what_was_altered_before_an_act_changed_the_row_is_found_although_the_act_vouches_for_it_now(
    lived: Lived,
) -> None:
    database = lived.scene.database
    with database.transaction() as session:
        session.connection().execute(update(table_of(SearchRequest)).values(passphrase_hash="a hash of mine"))
    with database.transaction() as session:
        asked = select(SearchRequest).where(SearchRequest.erased_at.is_(None)).order_by(SearchRequest.number)
        request = session.scalars(asked).all()[0]
        stop = WithdrawSearch(case_id=request.id)
        withdraw_search(session, Actor(kind=ActorKind.FAMILY, case_id=request.id), stop, now=NOW)
        name = row_name(SearchRequest, (request.number,))
    with database.reading() as session:
        codes = {code for code, place in told(session, lived) if place == name}
    assert codes == {"row_was_changed"}


def verified(lived: Lived) -> AuditVerdict:
    with lived.scene.database.reading() as session:
        return verify_chain(session, known=lived.known)


def told(session: Session, lived: Lived) -> set[tuple[str, str]]:
    return {(fault.code, fault.place) for fault in verify_chain(session, known=lived.known).faults}
