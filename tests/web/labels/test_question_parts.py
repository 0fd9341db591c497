"""Words for the parts of answers: each in every language, heights with their numbers."""

import pytest
from flask import Flask

from i18n.offered_languages import offered
from search.asking.question_pool import POOL
from search.vocabulary import Question
from web.labels.question_parts import option_words, part_words, problem_words


@pytest.mark.parametrize("tag", [row.tag for row in offered()])
def test_every_option_of_every_question_has_words_of_its_own(unconnected_family: Flask, tag: str) -> None:
    with unconnected_family.test_request_context(f"/?lang={tag}"):
        for question, row in POOL.items():
            for part in row.parts:
                words = [option_words(part, code) for code in part.options]
                assert len(set(words)) == len(words)
                assert all(words)
                assert part_words(question, part)


def test_heights_are_said_with_their_numbers_and_typed_words_as_they_are(unconnected_family: Flask) -> None:
    with unconnected_family.test_request_context("/"):
        (height,) = POOL[Question.HEIGHT].parts
        assert option_words(height, "170-174") == "170 to 174 cm"
        (typed,) = POOL[Question.FATHERS_NAME].parts
        assert option_words(typed, "Haile") == "Haile"
        assert problem_words("answer_too_long") == "Please write it shorter."
