"""Five new words open a case, and the old ones no longer do."""

import pytest
from sqlalchemy import select

from search.access import ANYONE, OPERATOR
from search.accounts.new_family_words import issue_words, language_of_case, prepare_words, words_language
from search.errors import AccessDenied, NotFound
from search.filing.registering_searches import register_search
from search.models import AuditEntry
from search.records.references import new_reference
from tests.search.accounts.entering import guess
from tests.search.scene import NOW, Scene, family_of, sought


def test_new_words_open_the_case_and_the_old_ones_no_longer_do(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    with scene.database.transaction() as session:
        renewed = issue_words(session, OPERATOR, case.reference, prepare_words("en"), now=NOW)
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
            issue_words(session, actor, case.reference, prepare_words("en"), now=NOW)
    with scene.database.transaction() as session:
        issue_words(session, OPERATOR, case.reference, prepare_words("en"), now=NOW)
    with scene.database.reading() as session:
        acts = select(AuditEntry.subject_id).where(AuditEntry.action == "manage_accounts")
        assert session.scalars(acts).all() == [str(case.case_id)]


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("reference", ["", "nonsense", "well formed"])
def test_a_reference_that_is_not_there_gets_no_words(scene: Scene, reference: str) -> None:
    typed = new_reference() if reference == "well formed" else reference
    with pytest.raises(NotFound), scene.database.transaction() as session:
        issue_words(session, OPERATOR, typed, prepare_words("en"), now=NOW)


def test_words_come_in_the_language_of_the_family_where_there_is_a_list() -> None:
    assert [words_language(tag) for tag in ("es", "ar", "es-419", "")] == ["es", "ar", "es", "en"]


def test_new_words_are_in_the_language_of_the_case_and_never_part_of_a_message(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem", language="ar"))
    with scene.database.reading() as session:
        language = language_of_case(session, OPERATOR, case.reference)
        with pytest.raises(AccessDenied):
            language_of_case(session, family_of(case), case.reference)
    assert language == "ar"
    prepared = prepare_words(language)
    assert all("\u0600" <= letter <= "\u06ff" for word in prepared.words for letter in word)
    assert repr(prepared) == "PreparedWords()"


def test_five_words_are_hashed_before_the_transaction_that_keeps_them(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = prepare_words("en")
    monkeypatch.setattr("search.accounts.secret_hashing._HASHER", None)
    with scene.database.transaction() as session:
        case = register_search(session, ANYONE, sought("Tesfalem"), prepared, now=NOW)
        issue_words(session, OPERATOR, case.reference, prepared, now=NOW)
