"""Practising on invented cards: an answer, then the known one and why."""

from dataclasses import dataclass

from flask import render_template, request

from search.learning.practising import answer_practice, open_practice, read_practice
from search.learning_summaries import AnswerPractice, PracticeCard
from search.vocabulary import JudgementKind
from web.committee.blueprint import pages
from web.committee.forms import ANSWERS
from web.context import act, look, now
from web.description_fields import all_fields
from web.values_in_words import Value

# Fields whose values are names of people.
_OF_NAMES = frozenset({"description.names", "description.journey.companions"})


@dataclass(frozen=True, slots=True)
class _Row:
    """One field of both sides; `named`: its values are names, which are shown in Latin letters too."""

    label: str
    named: bool
    sought: tuple[Value, ...]
    found: tuple[Value, ...]


@pages.get("/practice")
def practice() -> str:
    """The invented cards, and how many are still needed."""
    return render_template("practice.html", practice=look(read_practice))


@pages.get("/practice/<int:card>")
def practice_card(card: int) -> str:
    """One invented card."""
    return _page(look(open_practice, card))


@pages.post("/practice/<int:card>")
def answer_practice_card(card: int) -> str | tuple[str, int]:
    """Shows the known answer beside the one that was given, and why."""
    shown = look(open_practice, card)
    said = request.form.get("kind", "")
    if said not in set(ANSWERS):
        return _page(shown, unanswered=True), 400
    result = act(answer_practice, AnswerPractice(card=card, kind=JudgementKind(said)), now=now())
    return _page(shown, result=result, said=JudgementKind(said), practice=look(read_practice))


def _page(card: PracticeCard, **shown: object) -> str:
    pairs = zip(all_fields(card.sought), all_fields(card.found), strict=True)
    rows = [
        _Row(one.label, one.path in _OF_NAMES, one.values, other.values)
        for one, other in pairs
        if one.values or other.values
    ]
    return render_template("practice_card.html", card=card, rows=rows, answers=ANSWERS, **shown)
