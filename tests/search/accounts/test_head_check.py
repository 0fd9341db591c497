"""At each start the audit has to go on from where the head file saw it."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

from search.access import OPERATOR, WORKER
from search.accounts.head_check import read_head, require_head
from search.documents import Description, Identifiers
from search.errors import AccessDenied, Refused
from search.models import AuditEntry, AuditHead
from search.storage.chain_heads import ChainHead, chain_start
from search.storage.database import Database
from search.storage.head_file import HeadFile
from tests.search.scene import Scene, sought


@pytest.fixture
def kept(scene: Scene, tmp_path: Path) -> Scene:
    scene.database.head_file = HeadFile(tmp_path / "audit.head", scene.database.vault)
    scene.file(sought("Tesfalem"))
    scene.file(sought("Hiwet", 1))
    return scene


def test_every_commit_with_an_entry_moves_the_file_on(kept: Scene) -> None:
    before = known(kept)
    kept.file(sought("Nurbek", 2))
    assert known(kept).sequence == before.sequence + 1
    with kept.database.reading() as session:
        assert read_head(session, OPERATOR) == known(kept)
    require_head(kept.database)


def test_what_was_rolled_back_does_not_move_it(kept: Scene) -> None:
    before = known(kept)
    with pytest.raises(Refused):
        kept.file(replace(sought("Nobody"), sought=Description(), identifiers=Identifiers()))
    assert known(kept) == before


def test_a_database_that_was_put_back_is_refused(kept: Scene) -> None:
    with kept.database.transaction() as session:
        first = session.scalars(select(AuditEntry).order_by(AuditEntry.sequence)).first()
        assert first is not None
        head = ChainHead(known(kept).chain_id, first.sequence, first.mac)
        session.execute(delete(AuditEntry).where(AuditEntry.sequence > first.sequence))
        session.execute(
            update(AuditHead).values(
                sequence=head.sequence, mac=head.mac, signature=head.signature(kept.database.vault)
            )
        )
    with pytest.raises(Refused, match="audit_put_back"):
        require_head(kept.database)
    # As many entries again do not make it the chain that the file knows.
    kept.file(sought("Nurbek", 2))
    kept.file(sought("Yessenia", 3))
    with pytest.raises(Refused, match="audit_put_back"):
        require_head(kept.database)


def test_a_chain_that_was_begun_anew_is_refused(kept: Scene) -> None:
    vault = kept.database.vault
    anew = ChainHead("0" * 32, 0, chain_start(vault, "0" * 32))
    with kept.database.transaction() as session:
        session.execute(delete(AuditEntry))
        columns = {"sequence": 0, "mac": anew.mac, "signature": anew.signature(vault), "chain_id": anew.chain_id}
        session.execute(update(AuditHead).values(**columns))
    with pytest.raises(Refused, match="audit_is_another"):
        require_head(kept.database)


def test_an_unsigned_head_is_refused_and_never_appended_to(kept: Scene) -> None:
    with kept.database.transaction() as session:
        session.execute(delete(AuditEntry))
        session.execute(update(AuditHead).values(sequence=0, mac=bytes(32), signature=b""))
    with pytest.raises(Refused, match="audit_head_unsigned"):
        require_head(kept.database)
    with pytest.raises(Exception, match="audit_head_unsigned"):
        kept.file(sought("Nurbek", 2))


def test_without_a_file_one_is_begun(database: Database, tmp_path: Path) -> None:
    require_head(database)
    database.head_file = HeadFile(tmp_path / "audit.head", database.vault)
    require_head(database)
    assert database.head_file.read() is not None


def test_a_folder_that_cannot_be_written_stops_nobody(scene: Scene, tmp_path: Path) -> None:
    scene.database.head_file = HeadFile(tmp_path / "missing" / "audit.head", scene.database.vault)
    assert scene.file(sought("Tesfalem")).reference


def test_the_head_is_for_the_operator(scene: Scene) -> None:
    for actor in (WORKER, scene.reviewers[0]):
        with pytest.raises(AccessDenied), scene.database.reading() as session:
            read_head(session, actor)


def known(scene: Scene) -> ChainHead:
    assert scene.database.head_file is not None
    head = scene.database.head_file.read()
    assert head is not None
    return head
