"""Of the alternate names of a place those are kept that a family or a clerk could write."""

import pytest

from benchmarks.tables.alternate_place_names import worthwhile_names


@pytest.mark.parametrize(
    "name",
    [
        "TAP",
        "https://invented.example/Tapachula",
        "30700",
        "Tapachula 2",
        "tapachula",
        "Tapa\u0442\u0447\u0443\u043b\u0430",
        "T" * 61,
        "",
    ],
    ids=["a code", "a link", "a postal code", "a numbered part", "a transliteration", "mixed scripts", "long", "empty"],
)
def test_what_nobody_calls_a_place_is_left_out(name: str) -> None:
    assert worthwhile_names([name, "Tapachula"], "MX", 200_000) == ("Tapachula",)


@pytest.mark.parametrize("name", ["Tapachula", "Тапачула", "تاباتشولا", "Zuwārah", "T" * 60, "Fès", "ROMA NORD"])
def test_a_name_in_one_script_is_kept(name: str) -> None:
    assert worthwhile_names([name], "MX", 200_000) == (name,)


@pytest.mark.parametrize(
    ("country", "population", "kept"), [("MX", 299_999, False), ("MX", 300_000, True), ("JP", 10, True)]
)
def test_east_asian_spellings_are_kept_of_big_places_and_in_east_asia(
    country: str, population: int, *, kept: bool
) -> None:
    for name in ("塔帕丘拉", "タパチュラ", "타파출라"):
        assert worthwhile_names([name], country, population) == ((name,) if kept else ())
