"""A family tells its committee that somebody asks for money, and is told that nobody may."""

from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files


def test_what_the_family_writes_is_kept_and_nothing_is_lost_by_a_mistake(visitor: Visitor) -> None:
    files(visitor)
    visitor.sends("/filed")
    assert "/case/extortion" in visitor.goes_to("/case").text
    page = visitor.goes_to("/case/extortion").text
    assert "Nobody who belongs to this service may ask you for money." in page
    assert visitor.sends("/case/extortion", {"when": "last Friday"}).status_code == 400
    assert 'value="last Friday"' in visitor.page
    visitor.sends("/case/extortion", {"number": "+52 55 5512 3456", "said": "five thousand by Sunday"})
    assert visitor.place == "/case/extortion"
    assert "It is kept. Your committee can read it." in visitor.page
    assert "five thousand" not in visitor.page
