"""What a family is asked on the common days: a task and questions, the same page whatever became of its search."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.asking.given_answers import problem_of
from search.asking.question_pool import POOL
from search.asking.slot_answering import answer_slot, read_slots
from search.asking.slot_history import WITHOUT
from search.asking_commands import AnswerSlot, Given
from search.asking_summaries import AskedQuestion, OpenSlots, SlotSummary
from search.errors import Refused
from search.vocabulary import ConsentPurpose, Question, SlotTask, WithoutAnswer
from web.context import act, look, now
from web.family.own_case import own_case
from web.labels import error_words, words
from web.labels.question_parts import option_words, part_words, problem_words

question_pages = Blueprint("questions", __name__, url_prefix="/case/questions", template_folder="templates")

_CONSENTS: Final = {
    SlotTask.NAMING_CONSENT: ConsentPurpose.NAMING,
    SlotTask.FORENSIC_CONSENT: ConsentPurpose.FORENSIC,
}
_LETTERS: Final = (SlotTask.TALK, SlotTask.SAMPLE)


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A list to choose from, or a line to type in."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A question as the page draws it, with what was typed or answered before."""

    code: Question
    parts: tuple[ShownPart, ...]
    without: tuple[WithoutAnswer, ...]
    chosen: str
    problem: str


@question_pages.get("")
def show() -> str:
    """The questions that can be answered now, and what was answered before."""
    return _page(look(read_slots, own_case(), now=now()), saved="saved" in request.args)


@question_pages.post("")
def answer() -> Response | tuple[str, int]:
    """Keeps what was answered; a question may be left."""
    slots = look(read_slots, own_case(), now=now())
    given = _typed(slots.current)
    problems = {one: code for one, typed in given.items() if (code := _problem(one, typed))}
    if slots.current is None or problems or not given:
        return _page(slots, given, problems, nothing=not given), 400
    command = AnswerSlot(case_id=own_case(), slot_id=slots.current.slot_id, answers=given)
    try:
        act(answer_slot, command, now=now())
    except Refused as refused:
        return _page(slots, given, message=error_words(refused.code)), 409
    behind = _place(len(slots.current.questions)) + 1
    following = behind if behind <= len(slots.current.questions) else None
    return redirect(url_for("questions.show", saved=1, question=following), 303)


def answer_again() -> str:
    """What was typed, once more, after signing in again."""
    slots = look(read_slots, own_case(), now=now())
    return _page(slots, _typed(slots.current))


def _page(
    slots: OpenSlots,
    typed: Mapping[Question, Given] | None = None,
    problems: Mapping[Question, str] | None = None,
    *,
    saved: bool = False,
    nothing: bool = False,
    message: str = "",
) -> str:
    asked = slots.current.questions if slots.current else ()
    place = _place(len(asked))
    now_asked = [one for one in asked if one.question in (problems or {})] or asked[place - 1 : place]
    shown = [_shown(one, (typed or {}).get(one.question), (problems or {}).get(one.question, "")) for one in now_asked]
    frame = {"saved": saved, "nothing": nothing and bool(shown), "message": message, "place": place, "of": len(asked)}
    earlier = [(one, [(row.question, in_words(row)) for row in one.questions]) for one in slots.earlier]
    task = _task_address(slots.current.task) if slots.current else ""
    return render_template("questions.html", slots=slots, shown=shown, earlier=earlier, task=task, **frame)


def _place(asked: int) -> int:
    """Which of the questions is shown, one at a time; the first unless the address or the form says another."""
    said = request.form.get("place") or request.args.get("question", "")
    return int(said) if said.isdecimal() and 1 <= int(said) <= asked else 1


def _shown(asked: AskedQuestion, typed: Given | None, problem: str) -> ShownQuestion:
    given = typed if typed is not None else asked.given or {}
    row = POOL[asked.question]
    parts = tuple(
        ShownPart(
            f"{asked.question.value}-{part.name}",
            part_words(asked.question, part),
            tuple((code, option_words(part, code)) for code in part.options),
            given.get(part.name, ""),
        )
        for part in row.parts
    )
    without = tuple(one for one in WithoutAnswer if row.none or one is not WithoutAnswer.NONE)
    return ShownQuestion(
        asked.question, parts, without, given.get(WITHOUT, ""), problem_words(problem) if problem else ""
    )


def _typed(slot: SlotSummary | None) -> dict[Question, Given]:
    """What was typed or chosen, of the questions of a slot that were touched at all."""
    questions = [one.question for one in slot.questions] if slot else []
    typed = {one: _typed_in(one) for one in questions}
    return {one: given for one, given in typed.items() if given}


def _typed_in(question: Question) -> Given:
    names = [*(part.name for part in POOL[question].parts), WITHOUT]
    values = {name: request.form.get(f"{question.value}-{name}", "").strip() for name in names}
    return {name: value for name, value in values.items() if value}


def _problem(question: Question, given: Given) -> str:
    return "two_answers" if WITHOUT in given and len(given) > 1 else problem_of(question, given)


def in_words(asked: AskedQuestion) -> list[str]:
    """An answer as the family reads it; nothing where it gave none."""
    given = asked.given or {}
    if WITHOUT in given:
        return [words(WithoutAnswer(given[WITHOUT]))]
    return [option_words(part, given[part.name]) for part in POOL[asked.question].parts if given.get(part.name)]


def _task_address(task: SlotTask) -> str:
    if task in _CONSENTS:
        return url_for("consents.group", purpose=_CONSENTS[task].value)
    if task is SlotTask.CONTROL_FACT:
        return url_for("case.question", slug="only-you")
    return url_for("inbox.show") if task in _LETTERS else url_for("case.show")
