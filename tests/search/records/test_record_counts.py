"""Found reports are counted in one way, whoever asks."""

from search.records.record_counts import count_reports
from tests.search.scene import Scene, found, sought


def test_only_found_reports_are_counted(scene: Scene) -> None:
    scene.file(sought("Samir Haddad"))
    for name in ("Samir Hadad", "Yonas Tesfay"):
        scene.report(found(name))
    with scene.database.reading() as session:
        assert count_reports(session) == 2


def test_an_empty_registry_has_none(scene: Scene) -> None:
    with scene.database.reading() as session:
        assert count_reports(session) == 0
