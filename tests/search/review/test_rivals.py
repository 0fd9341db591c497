"""All candidates of one search together."""

import pytest
from sqlalchemy import select

from search.access import Action
from search.errors import NotFound
from search.models import Reading
from search.queue_summaries import Rivals
from search.review.rivals import read_rivals
from tests.search.review.reading import audited
from tests.search.scene import NOW, PEOPLE, Scene, found, sought

NAME, AS_HEARD = PEOPLE[0]


def shown(scene: Scene, weight: int = 0) -> Rivals:
    identifier = sorted(scene.proposals(), key=lambda one: -scene.proposals()[one][0])[weight]
    with scene.database.transaction() as session:
        return read_rivals(session, scene.reviewers[0], identifier, now=NOW)


def test_all_pairs_of_a_search_are_shown_the_likeliest_first(scene: Scene) -> None:
    scene.file(sought(NAME))
    scene.report(found(AS_HEARD))
    scene.report(found("Tesfalem Kidane", 25))
    scene.match()
    pairs = scene.proposals()
    assert len(pairs) == 2
    rivals = shown(scene, 1)
    weights = [one.match_weight for one in rivals.rivals]
    assert weights == sorted(weights, reverse=True)
    assert [one.chosen for one in rivals.rivals] == [False, True]
    assert rivals.sought.names[0].text == NAME
    assert all(one.found.names for one in rivals.rivals)
    assert audited(scene, Action.OPEN_CARD) == [str(rivals.proposal_id)]
    with scene.database.reading() as session:
        causes = set(session.scalars(select(Reading.caused_by)))
    assert causes == {rivals.proposal_id}


def test_of_somebody_living_no_town_is_shown_among_rivals(scene: Scene) -> None:
    scene.file(sought(NAME))
    scene.report(found(AS_HEARD))
    scene.match()
    (one,) = shown(scene).rivals
    assert one.found.event is not None
    assert one.found.event.place is not None
    assert (one.found.event.place.text, one.found.event.place.countries) == ("", ("MX",))


def test_another_committee_sees_no_rivals(scene: Scene) -> None:
    identifier = scene.propose()
    with scene.database.transaction() as session, pytest.raises(NotFound):
        read_rivals(session, scene.stranger, identifier, now=NOW)
