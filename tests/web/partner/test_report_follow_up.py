"""The pages on which an organisation tells what became of somebody: one act a page, undone by another."""

from dataclasses import replace

import pytest

from search.accounts.reading_limits import HOUR, LAID_ASIDE, Window
from search.filing import following_up
from tests.fixtures.visitor import Visitor
from tests.web.partner.reports import BODY, LIVING
from tests.web.partner.test_report_changing import changed, opened, shown_form, told


@pytest.fixture
def amina(clerk: Visitor) -> tuple[Visitor, str]:
    """A clerk with a report, and its address."""
    return clerk, opened(clerk, "living", LIVING).removesuffix("/change")


def tells(visitor: Visitor, address: str, act: str, **fields: str) -> int:
    """Opens the page of an act and sends it."""
    visitor.goes_to(f"{address}/follow-up/{act}")
    return sends(visitor, f"{address}/follow-up/{act}", **fields)


def sends(visitor: Visitor, address: str, **fields: str) -> int:
    given = {name.replace("_", "-") if name != "words" else name: value for name, value in fields.items()}
    given = {name.replace("present-place", "present_place"): value for name, value in given.items()}
    return visitor.sends(address, {**shown_form(visitor.page), **given}).status_code


def test_every_act_of_a_living_person_has_its_page(amina: tuple[Visitor, str]) -> None:
    clerk, address = amina
    clerk.goes_to(f"{address}/follow-up")
    acts = ("moved", "died", "spoke_family", "identified", "sent_by_mistake")
    for act in acts:
        assert f"/follow-up/{act}" in clerk.page
    assert clerk.goes_to(f"{address}/follow-up/taken_up_again").status_code == 404
    for act in acts:
        assert clerk.goes_to(f"{address}/follow-up/{act}").status_code == 200


def test_a_move_needs_a_place_and_what_cannot_be_read_is_asked_about_once(amina: tuple[Visitor, str]) -> None:
    clerk, address = amina
    assert tells(clerk, address, "moved") == 400
    assert "where the person is now" in told(clerk)
    assert tells(clerk, address, "moved", present_place_text="Casa Norte", found_when_day="40") == 400
    assert shown_form(clerk.page)["present_place-text"] == ["Casa Norte"]
    assert sends(clerk, f"{address}/follow-up/moved") == 200
    clerk.goes_to(address)
    became = clerk.page.split('id="part-became"')[1].split("</section>")[0]
    assert "Moved to another place" in became
    assert "Casa Norte" in became
    clerk.goes_to(f"{address}/versions")
    assert "Moved to another place" in told(clerk)
    assert "40" in told(clerk)


@pytest.mark.parametrize(("answer", "day"), [("day_first", "7 August 2025"), ("month_first", "8 July 2025")])
def test_a_day_that_can_be_read_as_two_is_asked_about(amina: tuple[Visitor, str], answer: str, day: str) -> None:
    clerk, address = amina
    assert tells(clerk, address, "spoke_family", found_when_written="07/08/2025", words="by telephone") == 409
    assert "Which day do you mean?" in told(clerk)
    assert sends(clerk, f"{address}/follow-up/spoke_family", order_found_when=answer) == 200
    clerk.goes_to(f"{address}/versions")
    assert day in told(clerk)


def test_who_died_is_told_by_this_act_and_the_report_can_still_be_changed(amina: tuple[Visitor, str]) -> None:
    clerk, address = amina
    assert tells(clerk, address, "died", found_when_year="2026", words="of thirst") == 200
    assert "Mortuary" in told(clerk)
    clerk.goes_to(f"{address}/change")
    assert changed(clerk, f"{address}/change", height="170") == 200
    clerk.goes_to(f"{address}/change")
    assert shown_form(clerk.page)["height"] == ["170"]
    assert shown_form(clerk.page)["kind"] == ["mortuary"]


def test_what_is_laid_aside_says_so_and_is_taken_up_again(amina: tuple[Visitor, str]) -> None:
    clerk, address = amina
    assert tells(clerk, address, "sent_by_mistake", words="another list") == 200
    assert "not compared any more" in told(clerk)
    clerk.goes_to(f"{address}/follow-up")
    assert "/follow-up/moved" not in clerk.page
    assert tells(clerk, address, "taken_up_again") == 200
    assert "not compared any more" not in told(clerk)


def test_whoever_did_not_see_the_newest_version_reads_it_first(amina: tuple[Visitor, str]) -> None:
    clerk, address = amina
    clerk.goes_to(f"{address}/follow-up/spoke_family")
    slow = {**shown_form(clerk.page), "words": "by telephone"}
    assert tells(clerk, address, "moved", present_place_text="Casa Norte") == 200
    clerk.goes_to(f"{address}/follow-up/spoke_family")
    assert clerk.sends(f"{address}/follow-up/spoke_family", slow).status_code == 409
    assert "by telephone" in clerk.page
    assert sends(clerk, f"{address}/follow-up/spoke_family") == 200


def test_a_body_is_laid_aside_and_nothing_else_and_others_find_no_page(
    mortuary: Visitor, clerk: Visitor, amina: tuple[Visitor, str]
) -> None:
    body = opened(mortuary, "body", BODY).removesuffix("/change")
    mortuary.goes_to(f"{body}/follow-up")
    assert "/follow-up/identified" in mortuary.page
    assert "/follow-up/died" not in mortuary.page
    for address in ("", "/moved", "/died", "/identified"):
        assert mortuary.goes_to(f"{amina[1]}/follow-up{address}").status_code == 404
        assert clerk.goes_to(f"{body}/follow-up{address}").status_code == 404


def test_a_number_that_was_given_to_somebody_else_is_told_at_the_earlier_report(amina: tuple[Visitor, str]) -> None:
    clerk, address = amina
    clerk.goes_to("/report/living/number")
    clerk.sends("/report/living/number", {"number": "CI-77", "another": "y"})
    sent = {**shown_form(clerk.page), "kind": "shelter", "names-0-text": "Juan Pérez", "agreed": "yes", "minor": "no"}
    assert clerk.sends("/report/living", sent).status_code == 200
    for page in (address, "/reports"):
        clerk.goes_to(page)
        assert told(clerk).count("was given to somebody else") == 1
    clerk.goes_to(f"{address}/versions")
    assert "The case number was given to somebody else" in told(clerk)


def test_the_page_keeps_what_was_typed_when_one_person_laid_too_many_aside(
    amina: tuple[Visitor, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bounded = replace(LAID_ASIDE, windows=(Window(1, HOUR),))
    monkeypatch.setattr(following_up, "LAID_ASIDE", bounded)
    clerk, address = amina
    assert tells(clerk, address, "identified") == 200
    assert tells(clerk, address, "taken_up_again") == 200
    assert tells(clerk, address, "sent_by_mistake", words="another list") == 429
    assert "this one was not laid aside" in told(clerk)
    assert shown_form(clerk.page)["words"] == ["another list"]
    clerk.goes_to(address)
    assert "not compared any more" not in told(clerk)
