"""Verifying is an act of the operator's; a whole chain goes on with it, a broken one is left as it is."""

import pytest
from sqlalchemy import func, select, update

from search.access import OPERATOR, WORKER
from search.accounts.audit_verification import verify_audit
from search.accounts.audit_walk import AuditVerdict
from search.errors import AccessDenied
from search.models import AuditEntry
from tests.search.scene import NOW, Scene, sought
from tests.search.vouching import vouch_for_all

# What differs between the databases is tried with the chain itself.
pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])


def verified(scene: Scene, head: str = "") -> AuditVerdict:
    with scene.database.transaction() as session:
        return verify_audit(session, OPERATOR, exported_head=head, now=NOW)


def entries(scene: Scene) -> int:
    with scene.database.reading() as session:
        return session.execute(select(func.count()).select_from(AuditEntry)).scalar_one()


def test_that_a_chain_was_verified_is_its_next_entry(scene: Scene) -> None:
    vouch_for_all(scene.database)
    scene.file(sought("Tesfalem"))
    verdict = verified(scene)
    assert (verdict.entries, verdict.faults) == (2, ())
    with scene.database.reading() as session:
        assert session.get_one(AuditEntry, 3).action == "verify_audit"
    assert verified(scene, verdict.head_text).first_bad is None


def test_nothing_is_appended_to_a_broken_chain(scene: Scene) -> None:
    scene.file(sought("Tesfalem"))
    with scene.database.transaction() as session:
        session.execute(update(AuditEntry).values(action="forged"))
    assert verified(scene).first_bad == 1
    assert entries(scene) == 1


def test_a_head_that_the_chain_does_not_pass_through_is_told(scene: Scene) -> None:
    scene.file(sought("Tesfalem"))
    assert verified(scene, f"1:{'0' * 64}").first_bad == 1
    assert verified(scene, f"9:{'0' * 64}").first_bad == 2


def test_only_an_operator_verifies(scene: Scene) -> None:
    for actor in (WORKER, scene.reviewers[0], scene.shelter):
        with pytest.raises(AccessDenied), scene.database.transaction() as session:
            verify_audit(session, actor, now=NOW)
    assert entries(scene) == 0
