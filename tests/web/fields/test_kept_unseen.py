"""What only a family knows is kept, and stands on no page, paper or file of the family again."""

import json

from search.documents import ControlQuestion, FieldNote, Filing
from tests.fixtures.visitor import Visitor
from web.fields.kept_unseen import ANSWERS, with_kept, without_answers

QUESTION, ANSWER, OTHER = "What was the dog called?", "Kibomarker", "Simbamarker"
PAGE = "/only-you-question/1"


def typed(answer: str) -> dict[str, str]:
    return {"control_questions-question": QUESTION, "control_questions-answer": answer}


def shows(visitor: Visitor, *addresses: str, kept: str = "kept and not shown") -> None:
    """Every page says the question and that its answer is kept, and none says the answer."""
    for address in addresses:
        visitor.goes_to(address)
        assert QUESTION in visitor.page, address
        assert kept in visitor.page, address
        assert ANSWER not in visitor.page, address
        assert OTHER not in visitor.page, address


def test_the_answer_is_shown_neither_while_a_search_is_filed_nor_afterwards(visitor: Visitor) -> None:
    """Covers "An answer is kept. We do not show it again. What you write here takes its place." """
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": "Abeba Invented"})
    visitor.sends(f"/search{PAGE}", typed(ANSWER))
    shows(visitor, "/search/only-you", "/search/review")
    shows(visitor, f"/search{PAGE}", kept="We do not show it again")
    # An empty line leaves the answer that is kept.
    visitor.sends(f"/search{PAGE}", typed(""))
    visitor.goes_to("/search/review")
    visitor.sends("/search/review")
    visitor.sends("/filed")
    shows(visitor, "/case", "/case/print", "/case/change/only-you")
    shows(visitor, f"/case/change{PAGE}", kept="We do not show it again")
    visitor.goes_to("/case/export.json")
    exported = json.loads(visitor.page)["search"]
    assert ANSWER not in visitor.page
    assert exported["filing"]["control_questions"] == [{"question": QUESTION, "answer": ""}]
    assert exported["answers_that_only_you_know"]["kept"] == 1
    assert "compares the two" in exported["answers_that_only_you_know"]["how_they_are_compared"]


def test_an_empty_line_leaves_an_answer_and_a_new_one_takes_its_place() -> None:
    seen = {ANSWERS: {"": [ANSWER]}}
    assert {**seen, **with_kept({ANSWERS: {"": [" "]}}, seen)} == seen
    assert with_kept({ANSWERS: {"": [OTHER]}}, seen) == {ANSWERS: {"": [OTHER]}}
    assert with_kept({ANSWERS: {"": [""]}}, {}) == {ANSWERS: {"": [""]}}


def test_what_a_family_takes_along_has_the_questions_alone() -> None:
    note = FieldNote(field=ANSWERS, words=ANSWER, element=0, right=(ANSWER,))
    filing = Filing(control_questions=(ControlQuestion(question=QUESTION, answer=ANSWER),), notes=(note,))
    assert ANSWER not in repr(without_answers(filing))
    assert QUESTION in repr(without_answers(filing))
