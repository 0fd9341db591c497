"""What truth knows of reports of one person, beside what was proposed."""

from search.evaluation.known_duplicates import KnownDuplicates, count_duplicates
from tests.search.proposing.test_duplicate_finding import TESFALEM, TESFALEM_HEARD, look, two_searches
from tests.search.scene import Scene, found, sought
from tests.search.travellers import number_of


def test_pairs_of_reports_are_known_by_the_search_they_belong_to(scene: Scene) -> None:
    first, second = two_searches(scene)
    reports = [
        number_of(scene, scene.report(found(name, person)).report_id)
        for name, person in ((TESFALEM_HEARD, 3), ("Tesfalem Kidane Mariam", 3), ("Wilmer Adalberto Quintanilla", 9))
    ]
    assert look(scene) == 2
    true_pairs = {(first, report) for report in reports} | {(second, reports[0])}
    with scene.database.reading() as session:
        counted = count_duplicates(session, true_pairs)
    assert counted == KnownDuplicates(of_one_person=3, proposed=1, true_proposed=1, searches_proposed=1)


def test_nothing_known_and_nothing_proposed(scene: Scene) -> None:
    scene.file(sought(TESFALEM, 3))
    with scene.database.reading() as session:
        assert count_duplicates(session, ()) == KnownDuplicates()
