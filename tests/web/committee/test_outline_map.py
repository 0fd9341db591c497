"""The map of somebody who has died holds both places; of somebody living there is none."""

import pytest

from matching.record import Event, Place, PlacePrecision
from search.documents import Description
from search.summaries import ProposalCard
from search.vocabulary import LIVING_KINDS, ReportKind
from tests.web.committee.cards import card
from web.assets import STATIC
from web.committee.outline_map import outline_map, point_of

ORAN = Place("Oran", ("DZ",))
ALMERIA = Place("", ("ES",), 36.83, -2.46, PlacePrecision.POINT)


def pair(sought: Place | None, found: Place | None, kind: ReportKind = ReportKind.MORTUARY) -> ProposalCard:
    said, seen = (Description(event=Event(place=place)) for place in (sought, found))
    return card(report_kind=kind, sought=said, found=seen)


def test_both_places_lie_within_what_is_shown() -> None:
    shown = outline_map(pair(ORAN, ALMERIA))
    assert shown is not None
    left, top, wide, high = map(float, shown.view.split())
    assert [one.side for one in shown.markers] == ["sought", "found"]
    assert all(left < one.x < left + wide and top < one.y < top + high for one in shown.markers)
    assert shown.markers[1].x == -24.6
    assert (shown.markers[0].around > 0, shown.markers[1].around) == (True, 0.0)


@pytest.mark.parametrize("kind", sorted(LIVING_KINDS))
def test_of_somebody_living_there_is_no_map(kind: ReportKind) -> None:
    assert outline_map(pair(ORAN, ALMERIA, kind)) is None


def test_a_country_is_no_point() -> None:
    assert point_of(Place(countries=("ES",))) is None
    assert outline_map(pair(None, Place(countries=("ES",)))) is None


def test_the_outlines_are_a_file_of_our_own_and_small() -> None:
    drawing = (STATIC / "world.svg").read_text(encoding="utf-8")
    assert 'id="land"' in drawing
    assert len(drawing) < 40_000
