"""Two searches, or two reports, that may be about one person are proposed once, and stay as people judged them."""

from dataclasses import replace

import pytest
from sqlalchemy import delete, select

from matching import Engine
from matching.record import Mark, PersonName
from search.access import WORKER, Actor
from search.commands import AmendSearch
from search.errors import AccessDenied
from search.filing.registering_searches import amend_search
from search.models import AuditEntry, DuplicateProposal, Record, RecordKey, SearchRequest
from search.proposing.duplicate_finding import ABOVE_THRESHOLD, find_duplicates, store_duplicates
from search.records.prepared_cache import ROW_COLUMNS, PreparedRecords, RecordRow
from search.vocabulary import ProposalState, ReportKind
from tests.search.scene import NOW, Scene, family_of, found, sought
from tests.search.travellers import another_committee, give_to, number_of

TESFALEM, TESFALEM_HEARD = "ተስፋለም ኪዳነማርያም", "Tesfalem Kidanemariam"


def look(scene: Scene, actor: Actor = WORKER) -> int:
    """Every record among those of its own side."""
    with scene.database.transaction() as session:
        rows = [RecordRow(*row) for row in session.execute(select(*ROW_COLUMNS).order_by(Record.number))]
        alike = find_duplicates(session, actor, rows, PreparedRecords(Engine.load()))
        return store_duplicates(session, actor, alike, now=NOW)


def proposed(scene: Scene) -> list[DuplicateProposal]:
    with scene.database.reading() as session:
        return list(session.scalars(select(DuplicateProposal).order_by(DuplicateProposal.id)))


def two_searches(scene: Scene) -> tuple[int, int]:
    """A mother and a brother look for the same man."""
    cases = [scene.file(sought(name, 3)) for name in (TESFALEM, TESFALEM_HEARD)]
    first, second = (number_of(scene, case.case_id) for case in cases)
    return first, second


def test_two_searches_for_one_person_are_proposed_with_codes_only(scene: Scene) -> None:
    first, second = two_searches(scene)
    scene.file(sought("Wilmer Adalberto Quintanilla", 9))
    assert look(scene) == 1
    (pair,) = proposed(scene)
    assert (pair.first_number, pair.second_number, pair.side) == (first, second, "sought")
    assert (pair.committee_id, pair.state, pair.revision) == (scene.committee, "open", 1)
    assert pair.match_weight >= Engine.load().proposal_threshold + ABOVE_THRESHOLD
    assert {code for code, *_ in pair.evidence} >= {"names", "birth"}
    assert all(len(one) == 4 and isinstance(one[3], float) for one in pair.evidence)


def test_two_reports_of_one_person_are_proposed_and_belong_to_no_committee(scene: Scene) -> None:
    scene.report(found(TESFALEM_HEARD, 3))
    hospital = scene.sender_of(ReportKind.HOSPITAL)
    scene.report(found("Tesfalem Kidane Mariam", 3, ReportKind.HOSPITAL), hospital)
    assert look(scene) == 1
    (pair,) = proposed(scene)
    assert (pair.side, pair.committee_id) == ("found", None)


def test_a_search_and_a_report_are_no_duplicates(scene: Scene) -> None:
    scene.file(sought(TESFALEM, 3))
    scene.report(found(TESFALEM_HEARD, 3))
    assert look(scene) == 0


def test_different_people_are_not_proposed(scene: Scene) -> None:
    scene.populate(8)
    assert look(scene) == 0


def test_the_larger_the_registry_the_more_a_pair_needs(scene: Scene) -> None:
    two_searches(scene)
    with scene.database.reading() as session:
        rows = [RecordRow(*row) for row in session.execute(select(*ROW_COLUMNS).order_by(Record.number))]
        records = PreparedRecords(Engine.load())
        among = {
            count: find_duplicates(session, WORKER, rows, records, reports=count).told for count in (None, 10, 10**18)
        }
    assert len(among[None]) == len(among[10]) == 1
    assert not among[10**18]


def test_looking_again_changes_nothing(scene: Scene) -> None:
    two_searches(scene)
    look(scene)
    before = [(one.id, one.revision, one.match_weight) for one in proposed(scene)]
    assert look(scene) == 1
    assert [(one.id, one.revision, one.match_weight) for one in proposed(scene)] == before


def test_looking_reads_only_and_what_it_found_is_stored_later(scene: Scene) -> None:
    two_searches(scene)
    with scene.database.reading() as session:
        rows = [RecordRow(*row) for row in session.execute(select(*ROW_COLUMNS).order_by(Record.number))]
        alike = find_duplicates(session, WORKER, rows, PreparedRecords(Engine.load()))
        assert not session.dirty
    assert proposed(scene) == []
    with scene.database.transaction() as session:
        assert store_duplicates(session, WORKER, alike, now=NOW) == 1
    assert [one.id for one in proposed(scene)] == list(alike.told)


def test_a_changed_record_is_weighed_anew_and_keeps_its_state(scene: Scene) -> None:
    case = scene.file(sought(TESFALEM, 3))
    scene.file(sought(TESFALEM_HEARD, 3))
    look(scene)
    before = settle(scene, ProposalState.RULED_OUT)
    command = sought(TESFALEM, 3)
    with scene.database.transaction() as session:
        amended = AmendSearch(
            case_id=case.case_id,
            sought=replace(command.sought, marks=(Mark("tattoo", "neck"),), names=(PersonName("Somebody Else"),)),
            identifiers=command.identifiers,
            filing=command.filing,
        )
        amend_search(session, family_of(case), amended, now=NOW)
    look(scene)
    (pair,) = proposed(scene)
    assert (pair.state, pair.revision) == ("ruled_out", before.revision + 1)
    assert pair.match_weight < before.match_weight


def test_a_withdrawn_search_is_nobodys_duplicate(scene: Scene) -> None:
    first, _ = two_searches(scene)
    with scene.database.transaction() as session:
        session.get_one(Record, first).withdrawn_at = NOW
        row = [RecordRow(*one) for one in session.execute(select(*ROW_COLUMNS).where(Record.number != first))]
        alike = find_duplicates(session, WORKER, row, PreparedRecords(Engine.load()))
        assert store_duplicates(session, WORKER, alike, now=NOW) == 0


def test_a_search_whose_key_was_destroyed_is_nobodys_duplicate_any_more(scene: Scene) -> None:
    first, second = two_searches(scene)
    look(scene)
    with scene.database.transaction() as session:
        session.execute(delete(RecordKey).where(RecordKey.record_number == first))
        row = [RecordRow(*one) for one in session.execute(select(*ROW_COLUMNS).where(Record.number == second))]
        alike = find_duplicates(session, WORKER, row, PreparedRecords(Engine.load()))
        assert store_duplicates(session, WORKER, alike, now=NOW) == 0
    assert len(proposed(scene)) == 1


def test_searches_of_two_committees_belong_to_neither(scene: Scene) -> None:
    first, _ = two_searches(scene)
    give_to(scene, first, another_committee(scene))
    look(scene)
    assert [one.committee_id for one in proposed(scene)] == [None]
    with scene.database.reading() as session:
        assert len(set(session.scalars(select(SearchRequest.committee_id)))) == 2


def test_what_was_proposed_is_audited_and_nothing_else(scene: Scene) -> None:
    look(scene)
    assert audited(scene) == []
    two_searches(scene)
    look(scene)
    look(scene)
    assert audited(scene) == [{"records": 2, "proposals": 1}]


def test_only_the_worker_looks(scene: Scene) -> None:
    for actor in (scene.reviewers[0], scene.shelter):
        with pytest.raises(AccessDenied):
            look(scene, actor)


def settle(scene: Scene, state: ProposalState) -> DuplicateProposal:
    with scene.database.transaction() as session:
        pair = session.scalars(select(DuplicateProposal)).one()
        pair.state = state.value
        return pair


def audited(scene: Scene) -> list[dict[str, int]]:
    with scene.database.reading() as session:
        entries = select(AuditEntry.detail).where(AuditEntry.subject_id == "duplicates")
        return [{name: detail[name] for name in ("records", "proposals")} for detail in session.scalars(entries)]
