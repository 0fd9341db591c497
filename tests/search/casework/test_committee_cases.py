"""A new case is led to one committee: always to one, always to the same, and to one that meets most of it."""

import uuid
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.record import Event, Place
from search.access import OPERATOR
from search.casework.committee_cases import CaseTraits, Reach, read_reaches, route_case, traits_of
from search.committee_commands import SetReach
from search.committees.reach import set_reach
from search.documents import Description, Journey
from search.errors import Refused
from search.models import SearchRequest
from search.vocabulary import ReachKind, RouteRegion
from tests.search.scene import NOW, Scene, sought

LANGUAGES, COUNTRIES, ROUTES = ("ar", "ti", "es"), ("ER", "SV", "IT"), ("americas", "sahara")
CODES = [
    *((ReachKind.LANGUAGE, code) for code in LANGUAGES),
    *((ReachKind.COUNTRY, code) for code in COUNTRIES),
    *((ReachKind.ROUTE, code) for code in ROUTES),
]
REACHES = st.lists(st.frozensets(st.sampled_from(CODES)), min_size=1, max_size=5).map(
    lambda sets: [Reach(uuid.UUID(int=n + 1), f"C{n}", "", codes) for n, codes in enumerate(sets)]
)
TRAITS = st.builds(
    CaseTraits,
    st.frozensets(st.sampled_from(LANGUAGES)),
    st.frozensets(st.sampled_from(COUNTRIES)),
    st.frozensets(st.sampled_from(ROUTES)),
)


def met(reach: Reach, traits: CaseTraits) -> int:
    sorts = ((ReachKind.LANGUAGE, traits.languages), (ReachKind.COUNTRY, traits.countries))
    return sum(bool({code for kind, code in reach.codes if kind is what} & codes) for what, codes in sorts) + bool(
        set(reach.of(ReachKind.ROUTE)) & traits.routes
    )


@given(REACHES, TRAITS, st.uuids())
def test_it_goes_to_one_that_meets_most_whatever_the_order_in_which_they_are_asked(
    reaches: list[Reach], traits: CaseTraits, case_id: uuid.UUID
) -> None:
    chosen = route_case(reaches, traits, case_id)
    most = max(met(reach, traits) for reach in reaches)
    assert met(next(one for one in reaches if one.committee_id == chosen), traits) == most
    if most:
        assert route_case(list(reversed(reaches)), traits, case_id) == chosen
    else:
        assert chosen == reaches[0].committee_id


def test_those_that_meet_as_much_share_the_cases() -> None:
    reaches = [Reach(uuid.UUID(int=n), f"C{n}", "", frozenset({CODES[0]})) for n in (1, 2, 3)]
    traits = CaseTraits(frozenset({"ar"}), frozenset(), frozenset())
    shares = Counter(route_case(reaches, traits, uuid.UUID(int=n)) for n in range(300))
    assert set(shares.values()) == {100}


def test_a_registry_without_a_committee_takes_nobody() -> None:
    with pytest.raises(Refused, match="no_committee"):
        route_case((), CaseTraits(frozenset(), frozenset(), frozenset()), uuid.UUID(int=1))


def test_a_case_is_led_by_its_languages_and_by_every_place_on_the_way() -> None:
    person = Description(
        nationalities=("ER",),
        event=Event(place=Place("Zuwara", ("LY",))),
        journey=Journey(departure=Event(place=Place("Kassala", ("SD",))), destination=Place("", ("IT",))),
    )
    traits = traits_of(("en", "ti", ""), person)
    assert traits.languages == {"en", "ti"}
    assert traits.countries == {"ER", "LY", "SD", "IT"}
    assert RouteRegion.SAHARA in traits.routes
    assert RouteRegion.AMERICAS not in traits.routes


def test_a_filed_case_is_read_by_the_committee_that_says_so_and_a_list_of_them_too(scene: Scene) -> None:
    reach = SetReach(name="Second Committee (invented)", languages=("ar",), routes=(RouteRegion.SAHARA,))
    with scene.database.transaction() as session:
        set_reach(session, OPERATOR, reach, now=NOW)
    there = scene.file(sought("Hussein", language="en", reply_language="ar"))
    here = scene.file(sought("Wilmer", 1, language="es"))
    with scene.database.reading() as session:
        first, second = read_reaches(session)
        requests = {row.id: row.committee_id for row in session.query(SearchRequest)}
    assert (first.committee_id, second.committee_id) == (scene.committee, scene.stranger.organisation_id)
    assert requests[there.case_id] == second.committee_id
    assert requests[here.case_id] == first.committee_id
