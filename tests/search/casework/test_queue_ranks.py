"""Places of pairs, worked out from both records."""

import datetime

from matching.record import AgeRange, Event, PartialDate, Place
from search.casework.queue_ranks import country_digest, country_of, is_child, rank_pairs
from search.casework.queue_worth import is_of_minor
from search.documents import Description
from search.models import MatchProposal
from tests.search.review.reading import request_number
from tests.search.scene import NOW, PEOPLE, Scene, found, sought

TODAY = datetime.date(2026, 3, 1)


def born(year: int, month: int = 1, day: int = 1) -> PartialDate:
    on = datetime.date(year, month, day)
    return PartialDate(on, on)


def test_only_who_is_under_eighteen_by_all_that_is_said_is_a_child() -> None:
    assert is_child(Description(birth=born(2008, 3, 2)), TODAY)
    assert not is_child(Description(birth=born(2008, 3, 1)), TODAY)
    either = PartialDate(datetime.date(2000, 1, 1), datetime.date(2015, 12, 31))
    assert not is_child(Description(birth=either), TODAY)
    assert is_child(Description(age=AgeRange(12, 17)), TODAY)
    assert not is_child(Description(age=AgeRange(12, 18)), TODAY)
    assert not is_child(Description(), TODAY)


def test_a_country_is_known_where_only_one_is_meant() -> None:
    assert country_of(Description(event=Event(None, Place("Zuwara", ("LY",))))) == "LY"
    assert country_of(Description(event=Event(None, Place("at sea", ("LY", "TN"))))) == ""
    assert country_of(Description()) == ""


def test_matching_puts_a_pair_into_its_place_and_says_where_it_was(scene: Scene) -> None:
    scene.file(sought(PEOPLE[0][0]))
    scene.report(found(PEOPLE[0][1]))
    assert scene.match() == 1
    (identifier,) = scene.proposals()
    with scene.database.reading() as session:
        pair = session.get_one(MatchProposal, identifier)
        assert pair.queue_order is not None
        assert not is_of_minor(pair.queue_order)
        assert pair.unnamed is False
        place = found(PEOPLE[0][1]).found.event
        assert place is not None
        country = country_of(Description(event=place))
        assert pair.country_digest == country_digest(scene.database.vault, country)


def test_putting_a_pair_into_its_place_changes_no_revision_and_is_no_act(scene: Scene) -> None:
    identifier = scene.propose()
    number = request_number(scene, identifier)
    with scene.database.transaction() as session:
        before = session.get_one(MatchProposal, identifier).revision
        assert rank_pairs(session, [number], today=NOW.date()) == 1
        assert session.get_one(MatchProposal, identifier).revision == before
        # Nothing was noted for the audit, so that no entry is owed.
        assert not session.info.get("anchored_rows", {}).keys() - {
            name for name in session.info.get("anchored_rows", {}) if not name.startswith("match_proposals")
        }
