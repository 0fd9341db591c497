"""The lists of all names, each on a page of its own."""

from tests.fixtures.visitor import Visitor


def test_an_unknown_country_is_asked_about_once_with_its_neighbours_and_the_list_and_the_words_stay(
    visitor: Visitor,
) -> None:
    visitor.goes_to("/search/nationality")
    assert "<datalist" not in visitor.page
    visitor.sends("/search/nationality", {"nationalities": ["Erythra"]})
    assert visitor.place == "/search/nationality"
    assert 'value="Erythra"' in visitor.page
    assert 'name="nationalities-ask" value="ER"' in visitor.page
    assert "/names/country?to=/search/nationality" in visitor.page
    visitor.sends("/search/nationality", {"nationalities": ["Erythra"], "nationalities-ask": ["ER"]})
    assert visitor.place != "/search/nationality"
    visitor.goes_to("/search/nationality")
    assert 'value="Eritrea"' in visitor.page


def test_whoever_answers_nothing_goes_on_with_the_own_words(visitor: Visitor) -> None:
    visitor.goes_to("/search/nationality")
    visitor.sends("/search/nationality", {"nationalities": ["Erythra"]})
    visitor.sends("/search/nationality", {"nationalities": ["Erythra"], "nationalities-ask": [""]})
    assert visitor.place != "/search/nationality"
    visitor.goes_to("/search/review")
    assert "Erythra" in visitor.page


def test_the_list_leads_back_to_a_page_of_ours_alone(visitor: Visitor) -> None:
    visitor.goes_to("/names/language?to=/search/languages%3Fcheck=1")
    assert 'href="/search/languages?check=1"' in visitor.page
    assert "<li>Tigrinya</li>" in visitor.page
    for elsewhere in ("https://elsewhere.example", "//elsewhere.example", "/search/%0d%0aX:1", "/search//elsewhere"):
        visitor.goes_to(f"/names/country?to={elsewhere}")
        assert visitor.page.count('<a href="/">Back</a>') == 2
