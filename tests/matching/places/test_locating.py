"""What a located place says of itself: how precise it is, its countries, and when it says nothing."""

import subprocess
import sys

import pytest

from matching.places.distance import haversine_km
from matching.places.locating import locate

_EVERYWHERE: frozenset[str] = frozenset()


def _radius(text: str, countries: frozenset[str] = _EVERYWHERE) -> float:
    located = locate(text, countries)
    assert located is not None
    return located.radius_km


def test_a_city_is_wider_than_a_village_and_narrower_than_a_region() -> None:
    assert _radius("Necoclí, Colombia") < _radius("Ciudad de México") < _radius("Chiapas, México")


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        ("Agadez, Niger", "Near Agadez, Niger"),
        ("Sfax, Tunisia", "Off Sfax, Tunisia"),
        ("Tripoli, Libya", "North of Tripoli, Libya"),
        ("Agadez, Niger", "Desert near Agadez, Niger"),
    ],
)
def test_words_before_a_name_widen_it(plain: str, said: str) -> None:
    assert _radius(said) > _radius(plain)


def test_a_distance_without_a_direction_widens() -> None:
    assert _radius("40 km from Agadez, Niger") >= _radius("Agadez, Niger") + 40


def test_a_measured_direction_moves_the_point() -> None:
    here, there = locate("Agadez, Niger"), locate("50 km east of Agadez, Niger")
    assert here is not None
    assert there is not None
    assert there.longitude > here.longitude
    assert haversine_km(here.latitude, here.longitude, there.latitude, there.longitude) == pytest.approx(50, abs=0.5)


def test_nautical_miles_are_longer_than_miles_and_miles_than_kilometres() -> None:
    zuwara = locate("Zuwara, Libya")
    assert zuwara is not None
    apart = []
    for unit in ("km", "miles", "nautical miles"):
        located = locate(f"20 {unit} north of Zuwara, Libya")
        assert located is not None
        apart.append(haversine_km(zuwara.latitude, zuwara.longitude, located.latitude, located.longitude))
    assert apart == pytest.approx([20, 32.2, 37], abs=0.5)


def test_a_given_country_chooses_among_homonyms() -> None:
    libya, lebanon = locate("Tripoli", frozenset({"LY"})), locate("Tripoli", frozenset({"LB"}))
    assert libya is not None
    assert lebanon is not None
    assert libya.countries == {"LY"}
    assert lebanon.countries == {"LB"}


def test_a_country_that_was_named_is_not_left() -> None:
    assert locate("Agadez, Mali") is None
    assert locate("Tijuana, Libya") is None


def test_another_spelling_is_found_within_a_known_country_only() -> None:
    found = locate("Shebarghan", frozenset({"AF"}))
    assert found is not None
    assert found.countries == {"AF"}
    assert locate("Shebarghan") is None


def test_a_region_holds_its_towns() -> None:
    in_tamaulipas, in_coahuila = (locate(f"Matamoros, {state}, Mexico") for state in ("Tamaulipas", "Coahuila"))
    assert in_tamaulipas is not None
    assert in_coahuila is not None
    assert in_tamaulipas.longitude == pytest.approx(-97.5, abs=0.1)
    assert in_coahuila.longitude == pytest.approx(-103.2, abs=0.1)


def test_where_somebody_was_going_is_not_where_they_were() -> None:
    located = locate("Off Nador, Morocco, en route to Almería, Spain")
    assert located is not None
    assert located.countries == {"MA"}


def test_where_a_boat_left_from_is_a_rough_place_when_nothing_else_is_said() -> None:
    assert _radius("Boat departed from Zuwara, Libya") > 100


def test_the_order_of_the_words_in_the_table_does_not_decide() -> None:
    assert locate("Libya, Zuwara") == locate("Zuwara, Libya")


@pytest.mark.parametrize("text", ["", " ", "،", "\u200f", "5", "((((", "- - -", "a" * 5000, "of " * 2000, "🚢", "\x00"])
def test_any_text_is_read(text: str) -> None:
    assert locate(text) is None


def test_a_very_long_text_is_read_to_a_bound() -> None:
    assert locate("Agadez, Niger" + " and then" * 400) is not None


def test_importing_the_engine_reads_no_gazetteer() -> None:
    code = "import matching; from matching.places.atlas import atlas; print(atlas.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "0"


@pytest.mark.parametrize("name", ["Şəki", "Qəbələ", "Gəncə", "Ganja", "Gence", "Lenkeran", "Lankaran"])
def test_azerbaijani_towns_are_found_with_a_schwa_and_without(name: str) -> None:
    found = locate(name)
    assert found is not None
    assert found.countries == {"AZ"}
