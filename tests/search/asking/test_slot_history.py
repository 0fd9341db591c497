"""What a search was asked before, and what of it has an answer."""

from search.asking.slot_history import SlotHistory, answers_of, histories
from search.vocabulary import Question
from tests.search.asking.test_slot_answering import answer, ask
from tests.search.scene import Scene, sought


def test_what_was_left_not_known_or_rather_not_said_has_no_answer(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    slot_id = ask(scene, case, Question.HEIGHT, Question.BUILD, Question.TATTOOS, Question.SCARS)
    answer(scene, case, slot_id, {Question.HEIGHT: {"without": "unknown"}, Question.BUILD: {"build": "slim"}})
    answer(scene, case, slot_id, {Question.TATTOOS: {"without": "none"}})
    with scene.database.reading() as session:
        (history,) = histories(session, [1]).values()
        kept = answers_of(session, 1)
    assert history.slots == 1
    assert history.unanswered == {Question.HEIGHT, Question.SCARS}
    assert kept[slot_id.hex, Question.TATTOOS] == {"without": "none"}


def test_a_later_answer_that_is_none_takes_the_earlier_one_s_place(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    slot_id = ask(scene, case, Question.BUILD)
    answer(scene, case, slot_id, {Question.BUILD: {"build": "slim"}})
    answer(scene, case, slot_id, {Question.BUILD: {"without": "rather_not"}})
    with scene.database.reading() as session:
        assert histories(session, [1])[1].unanswered == {Question.BUILD}
        assert histories(session, [1, 2])[2] == SlotHistory()
