"""How a search was understood."""

import re

from tests.fixtures.visitor import Visitor


def test_what_is_not_sure_leads_to_its_page_and_an_answer_there_makes_it_sure(visitor: Visitor) -> None:
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": "Hussein"})
    visitor.sends("/search/last-place", {"event-place-text": "طرابلس", "go": "save"})
    visitor.sends("/search/last-contact", {"event-when-written": "before Eid", "go": "save"})
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


def test_what_was_said_to_be_right_is_not_asked_again_until_its_words_change(visitor: Visitor) -> None:
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": "Hussein"})
    visitor.sends("/search/nationality", {"nationalities": "Erythra", "go": "skip"})
    visitor.sends("/search/last-contact", {"event-when-year": "2031", "go": "skip"})
    visitor.sends("/search/review")
    visitor.sends("/filed")
    pages = {
        "nationality": ("Which country do you mean?", {"nationalities": "Erythra"}),
        "last-contact": ("This day has not come yet", {"event-when-year": "2031"}),
    }
    for slug, (asked, words) in pages.items():
        assert asked in visitor.goes_to("/case/understood").text, slug
        assert "Keep what I wrote" in visitor.goes_to(f"/case/change/{slug}?way=case&check=1").text, slug
        name = next(iter(words)).removesuffix("-year")
        visitor.sends(f"/case/change/{slug}?way=case", {**words, f"{name}-ask": ""})
        assert visitor.place == "/case", slug
        assert asked not in visitor.goes_to("/case/understood").text, slug
        page = visitor.goes_to(f"/case/change/{slug}?way=case&check=1").text
        assert asked not in page, slug
        kept = re.search(rf'name="{name}-right" value="([^"]+)"', page)
        assert kept is not None, slug
        visitor.sends(f"/case/change/{slug}?way=case", {**words, f"{name}-right": kept[1]})
        assert asked not in visitor.goes_to("/case/understood").text, f"{slug}: sent as it was"
        visitor.goes_to(f"/case/change/{slug}?way=case")
        changed = dict.fromkeys(words, "Congo" if slug == "nationality" else "2032")
        visitor.sends(f"/case/change/{slug}?way=case", {**changed, f"{name}-right": kept[1]})
        assert asked in visitor.goes_to("/case/understood").text, f"{slug}: other words"


def test_a_people_is_kept_as_it_was_said_and_to_have_no_nationality_is_a_statement(visitor: Visitor) -> None:
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": "Hussein"})
    visitor.sends("/search/nationality", {"nationalities": ["Kurd", "بدون جنسية"]})
    assert visitor.place == "/search/languages", "nothing is asked"
    visitor.sends("/search/languages", {"languages": "Dari"})
    assert visitor.place != "/search/languages"
    visitor.goes_to("/search/review")
    for shown in ("Kurd", "بدون جنسية", "Without any nationality", "Persian", "Dari"):
        assert shown in visitor.page, shown
    visitor.sends("/search/review")
    visitor.sends("/filed")
    assert "Which" not in visitor.goes_to("/case/understood").text
    visitor.goes_to("/case/change/nationality?way=case")
    visitor.sends("/case/change/nationality?way=case", {"nationalities": ["Kurd"]})
    assert "Without any nationality" not in visitor.goes_to("/case").text
