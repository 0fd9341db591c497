"""A family reads what its search said at each revision, when it was written and whether by a relative it let in."""

import datetime

import pytest

from matching.record import PersonName
from search.access import Actor, ActorKind
from search.commands import AmendSearch
from search.documents import Description, Filing, Identifiers
from search.errors import NotFound
from search.filing.case_history import MOST_SHOWN, CaseHistory, read_case_history
from search.filing.registering_searches import amend_search
from search.summaries import CaseFiled
from tests.search.scene import NOW, Scene, family_of, sought

DAY = datetime.timedelta(days=1)


def amends(scene: Scene, case: CaseFiled, words: str, actor: Actor | None = None, now: datetime.datetime = NOW) -> None:
    said = Description(names=(PersonName("Tesfalem"),), words=words)
    command = AmendSearch(case_id=case.case_id, sought=said, identifiers=Identifiers(), filing=Filing())
    with scene.database.transaction() as session:
        amend_search(session, actor or family_of(case), command, now=now)


def read(scene: Scene, case: CaseFiled, actor: Actor | None = None) -> CaseHistory:
    with scene.database.transaction() as session:
        return read_case_history(session, actor or family_of(case), case.case_id, now=NOW)


def test_every_version_is_there_with_its_day_and_its_writer(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    relative = Actor(kind=ActorKind.RELATIVE, case_id=case.case_id)
    amends(scene, case, "sings", now=NOW + DAY)
    # What changes nothing leaves no version, and moves no other's day.
    amends(scene, case, "sings", now=NOW + 2 * DAY)
    amends(scene, case, "sings well", relative, now=NOW + 3 * DAY)
    told = read(scene, case, relative)
    assert [(one.revision, one.at, one.by_relative, one.sought.words) for one in told.versions] == [
        (1, NOW, False, ""),
        (2, NOW + DAY, False, "sings"),
        (3, NOW + 3 * DAY, True, "sings well"),
    ]
    assert told.left_out == 0


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_of_a_long_history_the_newest_are_read_and_the_others_counted(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    for number in range(MOST_SHOWN + 2):
        amends(scene, case, f"words {number}", now=NOW + number * DAY)
    told = read(scene, case)
    assert (told.left_out, len(told.versions)) == (2, MOST_SHOWN + 1)
    assert told.versions[-1].sought.words == f"words {MOST_SHOWN + 1}"
    assert told.versions[-1].at == NOW + (MOST_SHOWN + 1) * DAY
    assert told.versions[0].at is None


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_nobody_else_reads_it(scene: Scene) -> None:
    case, other = scene.file(sought("Tesfalem")), scene.file(sought("Sara"))
    for actor in (family_of(other), scene.reviewers[0]):
        with pytest.raises(NotFound):
            read(scene, case, actor)
