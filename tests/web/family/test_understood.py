"""How a search was understood."""

from tests.fixtures.visitor import Visitor


def test_what_is_not_sure_leads_to_its_page_and_an_answer_there_makes_it_sure(visitor: Visitor) -> None:
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": "Hussein"})
    visitor.sends("/search/last-place", {"event-place-text": "طرابلس", "go": "skip"})
    visitor.sends("/search/last-contact", {"event-when-written": "before Eid", "go": "skip"})
    visitor.sends("/search/review")
    visitor.sends("/filed")
    visitor.goes_to("/case/understood")
    assert "Husayn" in visitor.page
    assert "Which place do you mean?" in visitor.page
    assert "In which year was that?" in visitor.page
    visitor.goes_to("/case/change/last-place?way=single&check=1")
    assert 'value="LB-"' in visitor.page
    visitor.sends("/case/change/last-place", {"event-place-text": "طرابلس", "event-place-ask": "LB-"})
    visitor.goes_to("/case/understood")
    assert "Which place do you mean?" not in visitor.page
    assert "In which year was that?" in visitor.page
