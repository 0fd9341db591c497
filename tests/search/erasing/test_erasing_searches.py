"""A family erases its own search, for good; nothing shows that there ever was one."""

import datetime
from dataclasses import replace

import pytest
from sqlalchemy import select

from search.access import ANYONE, OPERATOR, Actor
from search.accounts.sessions import session_actor
from search.accounts.sign_in import Proven, find_holder, open_case
from search.accounts.waiting_tickets import Attempt
from search.commands import EraseSearchByReference
from search.erasing.erasing_searches import erase_by_reference, erase_search
from search.errors import AccessDenied, NotFound, Refused
from search.filing import registering_searches
from search.filing.case_view import read_case
from search.filing.drafting import read_draft, save_draft
from search.filing.registering_searches import import_searches
from search.models import AuditEntry, Record, SearchRequest
from search.summaries import CaseFiled
from tests.search.accounts.entering import guess
from tests.search.scene import NOW, Scene, erasing, family_of, sought

LATER = NOW + datetime.timedelta(hours=1)


@pytest.mark.parametrize(
    "changes", [{"typed": "yes"}, {"typed": ""}, {"proven": ""}, {"proven": "$argon2id$other"}], ids=str
)
def test_a_family_erases_its_search_once_its_reference_and_words_were_typed(
    scene: Scene, changes: dict[str, str]
) -> None:
    case, other = scene.file(sought("Tesfalem")), scene.file(sought("Hiwet", 1))
    with scene.database.reading() as session:
        right, theirs = erasing(session, case), erasing(session, other)
    for wrong in (
        replace(right, typed=changes.get("typed", right.typed), proven=changes.get("proven", right.proven)),
        theirs,
    ):
        command = replace(wrong, case_id=case.case_id)
        with pytest.raises(Refused, match="erasure_not_proven"), scene.database.transaction() as session:
            erase_search(session, family_of(case), command, now=NOW)
    assert not erased(scene, case)
    erase(scene, case)
    assert erased(scene, case)


def test_that_it_was_erased_is_the_last_entry_about_it(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    erase(scene, case)
    with scene.database.reading() as session:
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.sequence.desc())).first()
        assert entry is not None
        assert (entry.action, entry.subject_id) == ("erase_search", str(case.case_id))


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_nobody_but_the_family_and_the_operator_may(scene: Scene) -> None:
    case, other = scene.file(sought("Tesfalem")), scene.file(sought("Hiwet", 1))
    refused: dict[Actor, type[Exception]] = {
        ANYONE: AccessDenied, family_of(other): NotFound, scene.shelter: NotFound, scene.reviewers[0]: NotFound,
    }  # fmt: skip
    for actor, expected in refused.items():
        with pytest.raises(expected), scene.database.transaction() as session:
            erase_search(session, actor, erasing(session, case), now=NOW)
    assert not erased(scene, case)


def test_an_erased_reference_opens_as_one_that_never_was(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    words = " ".join(case.passphrase)
    with scene.database.reading() as session:
        before = find_holder(session, Attempt(portal="family", name=case.reference, secret=words))
    erase(scene, case)
    assert guess(scene.database, case.reference, words, LATER) is None
    with scene.database.transaction() as session:
        unknown = find_holder(session, Attempt(portal="family", name="0000-0000-0", secret=words))
        assert find_holder(session, Attempt(portal="family", name=case.reference, secret=words)) == unknown
        # Words that were proven a moment before it was erased open nothing either.
        assert before.id is not None
        assert before.hashed is not None
        assert open_case(session, Proven(before.id, before.hashed), now=LATER) is None
    with pytest.raises(NotFound), scene.database.transaction() as session:
        read_case(session, family_of(case), case.case_id, now=LATER)


def test_open_sessions_and_half_typed_changes_of_the_case_end_with_it(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    opened = guess(scene.database, case.reference, " ".join(case.passphrase))
    assert opened is not None
    with scene.database.transaction() as session:
        draft = save_draft(session, family_of(case), None, b"a change", now=NOW)
        another = save_draft(session, ANYONE, None, b"somebody else's", now=NOW)
    erase(scene, case)
    with scene.database.reading() as session:
        assert session_actor(session, opened.token, "family", now=NOW) is None
        assert read_draft(session, ANYONE, draft, now=NOW) is None
        assert read_draft(session, ANYONE, another, now=NOW) == b"somebody else's"


def test_a_submission_that_is_sent_again_does_not_bring_it_back(scene: Scene) -> None:
    command = replace(sought("Tesfalem"), idempotency_key="the same form")
    case = scene.file(command)
    erase(scene, case)
    with pytest.raises(Refused, match="search_was_erased"):
        scene.file(command)


def test_a_file_of_another_registry_that_is_imported_again_does_not_bring_it_back(scene: Scene) -> None:
    commands = [sought("Tesfalem", earlier_reference="R1"), sought("Hiwet", 1, earlier_reference="R2")]
    with scene.database.transaction() as session:
        assert import_searches(session, OPERATOR, commands[:1], now=NOW) == (1, 0)
        reference = session.scalars(select(SearchRequest.reference)).one()
        erase_by_reference(session, OPERATOR, EraseSearchByReference(reference=reference, typed=reference), now=NOW)
        assert import_searches(session, OPERATOR, commands, now=NOW) == (1, 1)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_its_reference_is_never_given_again(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    case = scene.file(sought("Tesfalem"))
    erase(scene, case)
    drawn = iter([case.reference, "0000-0001-1"])
    monkeypatch.setattr(registering_searches, "new_reference", lambda: next(drawn))
    assert scene.file(sought("Hiwet", 1)).reference == "0000-0001-1"


def test_the_operator_erases_by_reference_typed_twice(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    with pytest.raises(NotFound), scene.database.transaction() as session:
        erase_by_reference(session, OPERATOR, EraseSearchByReference(reference="7F3K", typed="7F3K"), now=NOW)
    lower = EraseSearchByReference(reference=case.reference.lower(), typed=case.reference.replace("-", ""))
    with scene.database.transaction() as session:
        assert erase_by_reference(session, OPERATOR, lower, now=NOW) == case.case_id
    with pytest.raises(NotFound), scene.database.transaction() as session:
        erase_by_reference(session, OPERATOR, lower, now=NOW)


def erase(scene: Scene, case: CaseFiled) -> None:
    with scene.database.transaction() as session:
        erase_search(session, family_of(case), erasing(session, case), now=NOW)


def erased(scene: Scene, case: CaseFiled) -> bool:
    with scene.database.reading() as session:
        return session.scalars(select(Record.erased_at).where(Record.id == case.case_id)).one() is not None
