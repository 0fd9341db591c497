"""What is wrong with an answer as it came, as a code; the pages ask before they send it, the act asks again."""

from search.asking.question_pool import POOL, Given, Part
from search.asking.slot_history import WITHOUT
from search.values.language_names import read_languages
from search.values.no_names import is_no_name
from search.values.phone_numbers import read_phones
from search.vocabulary import Question, WithoutAnswer

LONGEST = 120


def problem_of(question: Question, given: Given) -> str:
    """The code of what is wrong; empty where nothing is."""
    row = POOL[question]
    if WITHOUT in given:
        allowed = {one.value for one in WithoutAnswer if row.none or one is not WithoutAnswer.NONE}
        return "" if set(given) == {WITHOUT} and given[WITHOUT] in allowed else "not_an_answer"
    if set(given) - {part.name for part in row.parts}:
        return "not_an_answer"
    return next(filter(None, (_problem_of_part(question, part, given) for part in row.parts)), "")


def _problem_of_part(question: Question, part: Part, given: Given) -> str:
    value = given.get(part.name, "")
    if not value.strip():
        return "answer_missing" if part.needed else ""
    if part.options:
        return "" if value in part.options else "not_an_answer"
    if len(value) > LONGEST:
        return "answer_too_long"
    return _problem_of_words(question, value)


def _problem_of_words(question: Question, value: str) -> str:
    if question is Question.NUMBER_CALLED_FROM:
        return "" if read_phones(value) else "not_a_number"
    if question is Question.LANGUAGES_SPOKEN:
        return "" if read_languages(value) else "not_a_language"
    return "not_a_name" if is_no_name(value) else ""
