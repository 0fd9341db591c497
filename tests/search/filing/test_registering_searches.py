"""A family files, adds, takes back and reopens; nothing that was said is lost and nothing is asked twice."""

import dataclasses
import threading

import pytest
from sqlalchemy import func, select

from matching.record import NameKind, PersonName, Phone
from search.access import OPERATOR, Actor, ActorKind
from search.accounts.new_family_words import prepare_words
from search.commands import AmendSearch, RegisterSearch, WithdrawSearch
from search.documents import Description, Filing, Identifiers
from search.errors import AccessDenied, Conflict, NotFound, Refused
from search.filing.case_view import read_case
from search.filing.registering_searches import (
    amend_search,
    import_searches,
    register_search,
    reopen_search,
    withdraw_search,
)
from search.models import BlockingKey, Record, SearchRequest, Section
from search.records.references import read_reference
from search.storage.database import Database
from search.summaries import CaseFiled, CaseSummary
from tests.search.accounts.entering import guess
from tests.search.consents_given import HOSPITALS, SHELTERS, no_to, yes_to
from tests.search.scene import NOW, Scene, family_of, sought


def test_a_search_is_answered_with_a_reference_and_five_words_that_open_it(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    assert read_reference(case.reference) == case.reference
    assert len(case.passphrase) == 5
    opened = guess(scene.database, case.reference.lower(), " ".join(case.passphrase).upper())
    assert opened is not None
    assert opened.actor == family_of(case)


@pytest.mark.parametrize(
    "little",
    [
        RegisterSearch(sought=Description(names=(PersonName("Tes"),))),
        RegisterSearch(sought=Description(names=(PersonName("Flaco", NameKind.NICKNAME),))),
        RegisterSearch(sought=Description(), identifiers=Identifiers(phones=(Phone("70001111"),))),
        RegisterSearch(sought=Description(words="he laughs with one side of his mouth")),
    ],
    ids=["half a name", "a nickname", "a phone number", "words"],
)
def test_the_little_that_is_known_is_enough(scene: Scene, little: RegisterSearch) -> None:
    case = scene.file(little)
    summary = read(scene, case)
    assert (summary.sought, summary.identifiers) == (little.sought, little.identifiers)


def test_a_search_that_says_nothing_is_refused_and_leaves_nothing(scene: Scene) -> None:
    with pytest.raises(Refused, match="search_says_nothing"):
        scene.file(RegisterSearch(sought=Description(), filing=Filing(enquirer_names=(PersonName("Hiwet"),))))
    assert count(scene.database, Record) == 0


def test_without_a_committee_nobody_would_read_it(database: Database) -> None:
    with pytest.raises(Refused, match="no_committee"), database.transaction() as session:
        register_search(session, Actor(kind=ActorKind.ANYONE), sought("Tesfalem"), prepare_words("en"), now=NOW)


def test_a_partner_cannot_file_in_a_family_s_place(scene: Scene) -> None:
    with pytest.raises(AccessDenied), scene.database.transaction() as session:
        register_search(session, scene.shelter, sought("Tesfalem"), prepare_words("en"), now=NOW)


def test_a_retried_submission_is_the_same_submission(scene: Scene) -> None:
    command = sought("Tesfalem", idempotency_key="form 81")
    first, again = scene.file(command), scene.file(command)
    assert (again.case_id, again.reference, again.passphrase) == (first.case_id, first.reference, ())
    assert (first.already_filed, again.already_filed) == (False, True)
    assert count(scene.database, SearchRequest) == 1


def test_a_submission_sent_many_times_at_once_is_filed_once(scene: Scene) -> None:
    cases: list[CaseFiled] = []
    command = sought("Tesfalem", idempotency_key="form 82")
    threads = [threading.Thread(target=lambda: cases.append(scene.file(command))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(cases) == 6
    assert len({case.case_id for case in cases}) == 1
    assert count(scene.database, SearchRequest) == 1


def test_two_families_who_say_the_same_have_two_searches(scene: Scene) -> None:
    assert scene.file(sought("Tesfalem")).case_id != scene.file(sought("Tesfalem")).case_id


def test_what_is_added_becomes_a_new_revision_and_the_old_one_stays(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    before = record_of(scene, case)
    amend(scene, case, sought("Tesfalem Kidanemariam", 5))
    after = record_of(scene, case)
    assert read(scene, case).sought.names == (PersonName("Tesfalem Kidanemariam"),)
    assert (before.revision, after.revision) == (1, 2)
    with scene.database.reading() as session:
        kept = session.execute(
            select(Section.revision, func.count())
            .where(Section.record_number == after.number)
            .group_by(Section.revision)
        )
        assert dict(kept.all()) == {1: 4, 2: 4}


def test_a_changed_search_is_compared_again_by_what_it_says_now(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    scene.match()
    keys = keys_of(scene, case)
    amend(scene, case, sought("Abdirahman", 5))
    record = record_of(scene, case)
    assert record.matched_version < record.version
    assert keys_of(scene, case) - keys
    assert keys - keys_of(scene, case)


def test_an_amendment_that_says_nothing_is_refused(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    with pytest.raises(Refused, match="search_says_nothing"):
        amend(scene, case, RegisterSearch(sought=Description()))
    assert record_of(scene, case).revision == 1


def test_consents_are_kept_as_they_were_given_and_an_amendment_leaves_them_alone(scene: Scene) -> None:
    given = (yes_to(SHELTERS), no_to(HOSPITALS))
    case = scene.file(sought("Tesfalem", consents=given))
    amend(scene, case, sought("Tesfalem Kidane"))
    kept = read(scene, case).consents
    assert {(one.receiver, one.allowed, one.text_digest, one.language) for one in kept} == {
        (one.receiver, one.allowed, one.text_digest, one.language) for one in given
    }
    assert {(one.given_at, one.withdrawn_at) for one in kept} == {(NOW, None)}


def test_by_default_nothing_is_shared(scene: Scene) -> None:
    assert read(scene, scene.file(sought("Tesfalem"))).consents == ()


def test_a_withdrawn_search_can_be_opened_again_as_it_was(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    before = record_of(scene, case).version
    with scene.database.transaction() as session:
        withdraw_search(session, family_of(case), WithdrawSearch(case_id=case.case_id), now=NOW)
    assert read(scene, case).withdrawn
    with scene.database.transaction() as session:
        reopen_search(session, family_of(case), WithdrawSearch(case_id=case.case_id), now=NOW)
    assert not read(scene, case).withdrawn
    assert record_of(scene, case).version > before


def test_another_family_s_case_looks_like_one_that_does_not_exist(scene: Scene) -> None:
    mine, other = scene.file(sought("Tesfalem")), scene.file(sought("Hiwet"))
    missing = dataclasses.replace(other, case_id=scene.committee)
    for case in (other, missing):
        with pytest.raises(NotFound) as caught, scene.database.transaction() as session:
            read_case(session, family_of(mine), case.case_id, now=NOW)
        assert str(caught.value) == "not_found"
        with pytest.raises(NotFound), scene.database.transaction() as session:
            withdraw_search(session, family_of(mine), WithdrawSearch(case_id=case.case_id), now=NOW)


def test_searches_of_another_registry_are_known_again_by_their_number_there(scene: Scene) -> None:
    commands = [sought(f"Person {n}", n, earlier_reference=f"R-{n}") for n in range(5)]
    with scene.database.transaction() as session:
        assert import_searches(session, OPERATOR, [*commands, commands[2]], now=NOW) == (5, 1)
    with scene.database.transaction() as session:
        assert import_searches(session, OPERATOR, [*commands, sought("New", 9)], now=NOW) == (1, 5)
    assert count(scene.database, SearchRequest) == 6


def test_an_imported_search_opens_to_nobody_before_words_were_issued(scene: Scene) -> None:
    with scene.database.transaction() as session:
        import_searches(session, OPERATOR, [sought("Tesfalem", earlier_reference="R-1")], now=NOW)
    with scene.database.reading() as session:
        reference = session.scalars(select(SearchRequest.reference)).one()
    assert guess(scene.database, reference, "") is None


def test_a_change_that_changes_nothing_leaves_no_revision_and_has_nothing_compared_again(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    amend(scene, case, sought("Tesfalem Kidane"))
    before = record_of(scene, case)
    amend(scene, case, sought("Tesfalem Kidane"))
    after = record_of(scene, case)
    assert (after.revision, after.version) == (before.revision, before.version) == (2, before.version)


def test_a_change_of_what_somebody_else_changed_meanwhile_is_refused(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    amend(scene, case, sought("Tesfalem Kidane"), seen_revision=1)
    with pytest.raises(Conflict, match="changed_meanwhile"):
        amend(scene, case, sought("Tesfay"), seen_revision=1)
    assert [name.text for name in read(scene, case).sought.names] == ["Tesfalem Kidane"]


def read(scene: Scene, case: CaseFiled) -> CaseSummary:
    with scene.database.transaction() as session:
        return read_case(session, family_of(case), case.case_id, now=NOW)


def amend(scene: Scene, case: CaseFiled, newer: RegisterSearch, *, seen_revision: int | None = None) -> None:
    command = AmendSearch(
        case_id=case.case_id,
        sought=newer.sought,
        identifiers=newer.identifiers,
        filing=newer.filing,
        seen_revision=seen_revision,
    )
    with scene.database.transaction() as session:
        amend_search(session, family_of(case), command, now=NOW)


def record_of(scene: Scene, case: CaseFiled) -> Record:
    with scene.database.reading() as session:
        return session.scalars(select(Record).where(Record.id == case.case_id)).one()


def keys_of(scene: Scene, case: CaseFiled) -> set[int]:
    number = record_of(scene, case).number
    with scene.database.reading() as session:
        return set(session.scalars(select(BlockingKey.digest).where(BlockingKey.record_number == number)))


def count(database: Database, model: type[Record | SearchRequest]) -> int:
    with database.reading() as session:
        return session.execute(select(func.count()).select_from(model)).scalar_one()
