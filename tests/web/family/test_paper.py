"""The form on paper and the quick pages for typing it in: the same questions under the same numbers."""

import html
import re

import pytest
from sqlalchemy import select

from i18n.division import Catalogue
from search.consents import CHOSEN_AS_NETWORK, Receiver
from search.documents import Description, Filing, Identifiers
from search.models import SearchRequest
from search.records.sections import read_section
from search.vocabulary import ConsentPurpose, ReceiverKind
from tests.fixtures.helping import CONSULATE, add_officer, agrees, begins, pass_of
from tests.fixtures.languages import english_left, walked
from tests.fixtures.visitor import Visitor
from web.context import Context
from web.family.pages import main_pages
from web.family.paper import QUICK, ROWS
from web.labels.consents import consent_text

TAGS = [row.tag for row in walked(Catalogue.FAMILY)]
_CONTROL = re.compile(r'<(?:input|textarea|select) [^>]*?name="([^"]+)"[^>]*>')
_OPTION = re.compile(r'<select name="([^"]+)"[^>]*>.*?<option value="([^"]+)">', re.DOTALL)
# What no type takes as it is typed below.
TYPED = {
    "names-full": "Tesfalem Kidanemariam",
    "birth-year": "2001",
    "age": "24",
    "height": "170",
    "journey-aboard": "40",
    "event-when-year": "2025",
    "journey-departure-when-year": "2025",
    "nationalities": "Eritrea",
    "languages": "Tigrinya",
    "documents-country.1": "Eritrea",
    "phones-number.1": "+291 7000203",
    "phones-number.2": "+291 7000205",
    "phones-number.3": "+291 7000206",
    "contacts-value.1": "+291 7000204",
    "contacts-country.1": "Eritrea",
    "contacts-languages.1": "Tigrinya",
}


def numbered(page: str) -> list[str]:
    """The numbers of a page's questions."""
    return re.findall(r'<span class="question-number">(\d+)</span>', page)


def test_every_question_has_a_place_on_paper_and_on_one_quick_page() -> None:
    groups = [group for page in QUICK for group in page]
    assert len(groups) == len(set(groups))
    assert {one.group for one in main_pages()} == set(groups)
    assert {one.listed.path for one in main_pages() if one.listed} == set(ROWS)


@pytest.mark.parametrize("tag", TAGS)
def test_the_paper_has_every_question_under_its_number_in_the_readers_language(passer_by: Visitor, tag: str) -> None:
    passer_by.goes_to(f"/paper?lang={tag}")
    assert numbered(passer_by.page) == [str(number) for number in range(1, len(main_pages()) + 1)]
    assert english_left(passer_by.page, tag) == []
    assert passer_by.page.count("<tbody>") == len(ROWS)
    # Nothing on it lets anybody see the search: that is asked aloud.
    for purpose in ConsentPurpose:
        for receiver in (Receiver(ReceiverKind.NETWORK, one.value) for one in CHOSEN_AS_NETWORK[purpose]):
            assert consent_text(tag, purpose, receiver).question not in passer_by.page
    assert not [name for name in _CONTROL.findall(passer_by.page) if name.startswith(("answer_", "text_"))]


def test_nobody_opens_the_quick_pages_without_help_to_which_a_relative_said_yes(visitor: Visitor) -> None:
    for number in range(1, len(QUICK) + 1):
        assert visitor.goes_to(f"/together/paper/{number}").status_code == 400
    visitor.goes_to("/open")
    visitor.sends("/together/paper/1", {"names-full": "Tesfalem"})
    visitor.goes_to("/search/names")
    assert "Tesfalem" not in visitor.page
    assert visitor.goes_to(f"/together/paper/{len(QUICK) + 1}").status_code == 404


@pytest.mark.parametrize("tag", TAGS)
def test_a_helper_types_a_full_form_on_four_pages_and_every_word_is_in_the_case(
    context: Context, visitor: Visitor, tag: str
) -> None:
    """A form on paper is typed in within four minutes: four pages, and the machine answers each at once."""
    add_officer(context)
    begins(visitor, pass_of(context))
    visitor.goes_to(f"/together?lang={tag}")
    agrees(visitor)
    typed = _types_everything(visitor, tag)
    visitor.goes_to("/search/review")
    assert CONSULATE in visitor.page
    shown = html.unescape(visitor.page)
    words = {name: text for name, text in typed.items() if text.startswith("word ")}
    assert len(words) > 40
    # What only the family knows is shown on no page again.
    assert [name for name, text in words.items() if text not in shown] == ["control_questions-answer.1"]
    for number in range(1, len(QUICK) + 1):
        visitor.goes_to(f"/together/paper/{number}")
        assert [name for name, text in _standing(visitor.page).items() if typed.get(name, "") != text] == []
        visitor.sends(f"/together/paper/{number}", _standing(visitor.page) | _chosen(visitor.page))
    visitor.goes_to("/search/review")
    visitor.sends("/search/review")
    assert visitor.place == "/filed"
    with context.database.reading() as session:
        case = session.scalars(select(SearchRequest)).one()
        description = read_section(session, case.number, Description)
        identifiers = read_section(session, case.number, Identifiers)
        filing = read_section(session, case.number, Filing)
    assert description is not None
    assert identifiers is not None
    assert filing is not None
    assert (len(description.marks), len(description.effects)) == (3, 4)
    assert len(filing.contacts) == 2
    # With the family's own number, which is of its contacts.
    assert [phone.number[-1] for phone in identifiers.phones] == ["3", "5", "6", "4"]
    assert [one.answer for one in filing.control_questions] == ["word control_questions-answer.1"]


def test_typing_the_same_page_again_adds_no_element_and_an_emptied_one_goes(context: Context, visitor: Visitor) -> None:
    add_officer(context)
    begins(visitor, pass_of(context))
    agrees(visitor)
    page = next(number for number, groups in enumerate(QUICK, 1) if "things" in groups)
    for words in ("a red bag", "a red bag", "a blue bag", ""):
        visitor.goes_to(f"/together/paper/{page}")
        visitor.sends(f"/together/paper/{page}", {"effects-words.1": words, "effects-words.2": "shoes"})
    visitor.goes_to(f"/together/paper/{page}")
    # What was the second is the first, and there is no other.
    things = {name: text for name, text in _standing(visitor.page).items() if name.startswith("effects-words")}
    assert things == {"effects-words.1": "shoes"}


def _types_everything(visitor: Visitor, tag: str) -> dict[str, str]:
    """Types something into every control of every quick page; whatever was typed, by the names of the controls."""
    typed: dict[str, str] = {}
    requests = 0
    for number in range(1, len(QUICK) + 1):
        visitor.goes_to(f"/together/paper/{number}")
        assert english_left(visitor.page, tag) == [], number
        sent = _filled(visitor.page)
        typed |= sent
        visitor.sends(f"/together/paper/{number}", sent)
        requests += 2
    # So few that the four minutes are all but a person's.
    assert requests <= 60
    return typed


def _chosen(page: str) -> dict[str, str]:
    """What is chosen in the lists of a page."""
    lists = re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL)
    found = ((name, re.search(r'<option value="([^"]+)" selected>', options)) for name, options in lists)
    return {name: option[1] for name, option in found if option}


def _filled(page: str) -> dict[str, str]:
    """Something in every control of a page: the first code of a list, what the type takes, else words of its own."""
    chosen = dict(_OPTION.findall(page))
    names = [name for name in _CONTROL.findall(page) if name not in ("csrf_token", "whose", "shown", "go", "lang")]
    skipped = ("-answer", "-written", "-day", "-month", "-calendar", "-around", "-preset", "-is_approximate")
    return {
        name: chosen.get(name) or TYPED.get(name) or f"word {name}"
        for name in dict.fromkeys(names)
        if not name.endswith(skipped)
    }


def _standing(page: str) -> dict[str, str]:
    """What stands in the lines of a page."""
    return {
        name: html.unescape(value) for name, value in re.findall(r'<input name="([^"]+)"[^>]* value="([^"]+)">', page)
    }
