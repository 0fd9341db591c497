"""Five new words open a case, and the old ones no longer do."""

import pytest
from sqlalchemy import select

from search.access import OPERATOR
from search.accounts.new_family_words import issue_words, words_language
from search.errors import AccessDenied, NotFound
from search.models import AuditEntry
from search.records.references import new_reference
from tests.search.accounts.entering import guess
from tests.search.scene import NOW, Scene, family_of, sought


def test_new_words_open_the_case_and_the_old_ones_no_longer_do(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    with scene.database.transaction() as session:
        renewed = issue_words(session, OPERATOR, case.reference, now=NOW)
    assert renewed.case_id == case.case_id
    assert guess(scene.database, case.reference, " ".join(case.passphrase)) is None
    opened = guess(scene.database, case.reference, " ".join(renewed.passphrase))
    assert opened is not None
    assert opened.actor == family_of(case)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_words_are_issued_at_the_command_line_only_and_audited(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    for actor in (family_of(case), scene.reviewers[0], scene.shelter):
        with pytest.raises(AccessDenied), scene.database.transaction() as session:
            issue_words(session, actor, case.reference, now=NOW)
    with scene.database.transaction() as session:
        issue_words(session, OPERATOR, case.reference, now=NOW)
    with scene.database.reading() as session:
        acts = select(AuditEntry.subject_id).where(AuditEntry.action == "manage_accounts")
        assert session.scalars(acts).all() == [str(case.case_id)]


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("reference", ["", "nonsense", "well formed"])
def test_a_reference_that_is_not_there_gets_no_words(scene: Scene, reference: str) -> None:
    typed = new_reference() if reference == "well formed" else reference
    with pytest.raises(NotFound), scene.database.transaction() as session:
        issue_words(session, OPERATOR, typed, now=NOW)


def test_words_come_in_the_language_of_the_family_where_there_is_a_list() -> None:
    assert [words_language(tag) for tag in ("es", "ar", "es-419", "")] == ["es", "ar", "es", "en"]
