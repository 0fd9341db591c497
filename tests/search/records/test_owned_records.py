import uuid

from sqlalchemy import select

from search.access import OPERATOR, Actor, ActorKind
from search.models import Record
from search.records.owned_records import owned_by
from tests.search.scene import Scene, found, sought


def test_only_a_records_own_organisation_or_family_finds_it(scene: Scene) -> None:
    report = scene.report(found("Amina")).report_id
    case = scene.file(sought("Tesfalem", 3)).case_id
    family = Actor(kind=ActorKind.FAMILY, case_id=case)
    nobody = Actor(kind=ActorKind.FAMILY, case_id=uuid.UUID(int=1))
    lost = Actor(kind=ActorKind.PARTNER)
    seen = {actor: ids(scene, actor) for actor in (scene.shelter, scene.mortuary, lost, family, nobody, OPERATOR)}
    assert seen == {
        scene.shelter: {report},
        scene.mortuary: set(),
        lost: set(),
        family: {case},
        nobody: set(),
        OPERATOR: {report, case},
    }


def ids(scene: Scene, actor: Actor) -> set[uuid.UUID]:
    with scene.database.reading() as session:
        return set(session.scalars(select(Record.id).where(owned_by(actor, Record.number))))
