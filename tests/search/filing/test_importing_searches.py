"""A file of searches is filed in short transactions; broken off, it is begun again, and no search is there twice."""

from contextlib import suppress

import pytest
from sqlalchemy import func, select

from search.access import ANYONE, OPERATOR
from search.commands import EraseSearchByReference
from search.erasing.erasing_searches import erase_by_reference
from search.errors import AccessDenied
from search.filing.importing_searches import ImportedSearches, file_read_searches, read_search_lines
from search.models import AuditEntry, Record, SearchRequest
from search.storage import pace
from search.storage.pace import Pace
from tests.search.killed_processes import Killed, killed_after
from tests.search.scene import NOW, PEOPLE, Scene

LINES = [
    *(f'{{"ref": "A-{n}", "sought": {{"names": ["{name[1]}"]}}}}'.encode() for n, name in enumerate(PEOPLE[:3])),
    b'{"sought": {"names": ["Nobody Numbered Me"]}}',
    b"not a line of JSON",
]


@pytest.fixture
def one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_FIRST", 1)
    monkeypatch.setattr(pace, "_MOST", 1)


def bring(scene: Scene, lines: list[bytes] = LINES) -> ImportedSearches:
    read = read_search_lines(lines, today=NOW.date())
    return file_read_searches(OPERATOR, read, clock=lambda: NOW, pace=steady(scene))


def steady(scene: Scene) -> Pace:
    """As many rows in each transaction as it says, however slow this machine is."""
    return Pace(scene.database, clock=lambda: 0.0, rest=lambda _: None)


def filed(scene: Scene) -> int:
    with scene.database.reading() as session:
        return session.execute(select(func.count()).select_from(SearchRequest)).scalar_one()


def test_a_file_is_filed_whole_and_the_second_time_everything_is_known(scene: Scene) -> None:
    first, second = bring(scene), bring(scene)
    assert (first.accepted, first.already_known, len(first.refused)) == (4, 0, 1)
    assert (second.accepted, second.already_known, len(second.refused)) == (0, 4, 1)


@pytest.mark.usefixtures("one_by_one")
@pytest.mark.parametrize("transactions", range(5))
def test_killed_anywhere_each_search_is_filed_whole_and_once_when_it_is_begun_again(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, transactions: int
) -> None:
    with killed_after(monkeypatch, transactions), suppress(Killed):
        bring(scene)
    assert filed(scene) == min(transactions, 4)
    done = bring(scene)
    assert (done.accepted, done.already_known) == (4 - min(transactions, 4), min(transactions, 4))
    assert filed(scene) == 4
    with scene.database.reading() as session:
        asked = select(AuditEntry.detail).where(AuditEntry.action == "import_requests")
        assert sum(detail["new"] for detail in session.scalars(asked)) == 4
    assert scene.match() >= 0
    with scene.database.reading() as session:
        assert session.scalars(select(Record.number).where(Record.matched_version < Record.version)).all() == []


@pytest.mark.usefixtures("one_by_one")
def test_no_transaction_lasts_longer_than_one_search(scene: Scene) -> None:
    kept = steady(scene)
    read = read_search_lines(LINES, today=NOW.date())
    file_read_searches(OPERATOR, read, clock=lambda: NOW, pace=kept)
    assert len(kept.taken) == 4


def test_a_search_without_a_number_does_not_come_back_after_it_was_erased(scene: Scene) -> None:
    bring(scene, LINES[3:4])
    with scene.database.transaction() as session:
        reference = session.scalars(select(SearchRequest.reference)).one()
        erase_by_reference(session, OPERATOR, EraseSearchByReference(reference=reference, typed=reference), now=NOW)
    assert bring(scene, LINES[3:4]).already_known == 1


def test_only_the_operator_files_the_searches_of_other_registries(scene: Scene) -> None:
    read = read_search_lines(LINES, today=NOW.date())
    for actor in (ANYONE, scene.shelter, scene.reviewers[0]):
        with pytest.raises(AccessDenied):
            file_read_searches(actor, read, clock=lambda: NOW, pace=Pace(scene.database))
    assert filed(scene) == 0
