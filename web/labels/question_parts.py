"""Words for the parts of an answer, for its options and for what is wrong with it, in the family's questions."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from search.asking.question_pool import Part
from search.vocabulary import Question
from web.locale import gettext

_PARTS: Mapping[str, str] = {
    "place": _("Where on the body?"),
    "motif": _("What does it show?"),
    "item": _("What is it?"),
    "colour": _("What colour is it?"),
    "height": _("How tall, about?"),
    "papers": _("Which paper is it?"),
    "number": _("The number, with the country's number in front"),
    "hair_colour": _("Colour of the hair"),
    "hair_form": _("Form of the hair"),
}
_TYPED: Mapping[Question, str] = {
    Question.COMPANIONS: _("The name of one of them"),
    Question.FATHERS_NAME: _("The father's name"),
    Question.MOTHERS_NAME: _("The mother's name"),
    Question.NICKNAME: _("That other name"),
    Question.LANGUAGES_SPOKEN: _("Languages, with a comma between them"),
}
_HEIGHT = _("%(low)s to %(high)s cm")
_PROBLEMS: Mapping[str, str] = {
    "two_answers": _("Please give one answer: either the details, or one of the sentences below them."),
    "answer_missing": _("Please choose or write the first of these, or one of the sentences below."),
    "answer_too_long": _("Please write it shorter."),
    "not_an_answer": _("Please choose one of the answers of the list."),
    "not_a_number": _("This cannot be read as a telephone number. Please write it with the country's number in front."),
    "not_a_language": _("We do not know this language by that word. Please write its name in another way."),
    "not_a_name": _("This is not a name. If you do not know it, please choose “I do not know”."),
}


def part_words(question: Question, part: Part) -> str:
    """What is asked for in one part of an answer."""
    source = _TYPED.get(question, "") if part.name == "words" else _PARTS.get(part.name, "")
    return gettext(source or _("Your answer"))


def option_words(part: Part, code: str) -> str:
    """An option of a part, or what was typed in it."""
    from web.labels import words  # noqa: PLC0415 - the tables are made of modules such as this one

    if part.words == "height":
        low, _dash, high = code.partition("-")
        return gettext(_HEIGHT, low=low, high=high)
    group, _colon, prefix = part.words.partition(":")
    return words(prefix + code, group) if part.options else code


def problem_words(code: str) -> str:
    """What to do about an answer that cannot be kept."""
    return gettext(_PROBLEMS[code])
