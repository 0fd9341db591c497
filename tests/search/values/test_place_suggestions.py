"""Which towns a short text may mean."""

from search.values.place_suggestions import SuggestedPlace, load, suggested_places


def countries(text: str, *nationalities: str) -> list[str]:
    return [one.country for one in suggested_places(text, nationalities)]


def test_a_name_of_large_towns_in_several_countries_is_asked_about_in_any_script() -> None:
    load()
    for text in ("Tripoli", "طرابلس", "ትሪፖሊ"):
        assert countries(text) == ["LY", "LB"], text
    assert {"MX", "NI"} <= set(countries("León"))


def test_a_place_that_is_sure_is_not_asked_about() -> None:
    sure = (
        "Agadez",
        "الخرطوم",
        "কক্সবাজার",
        "Tripoli, Lebanon",
        "Libya",
        "on the sea",
        "my uncle's house",
        "Gao",
        "12",
        "",
    )
    asked = {text: found for text in sure if (found := suggested_places(text, ("ER",)))}
    assert asked == {}


def test_a_spelling_that_nobody_knows_is_heard_along_the_routes_of_a_nationality() -> None:
    assert suggested_places("Mizrata", ("SY",)) == (SuggestedPlace("LY", "Misratah"),)
    assert suggested_places("Quezaltenago", ("GT",)) == (SuggestedPlace("GT", "Quetzaltenango"),)
    assert suggested_places("Qqqqq xx", ("GT",)) == ()
