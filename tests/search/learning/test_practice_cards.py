"""A dozen invented pairs: every trap once, every answer taught, the first of them enough, nobody real."""

from collections import Counter

from matching import Engine
from search.casework.practice import ENOUGH
from search.documents.engine_view import found_view, sought_view
from search.learning.practice_cards import CARDS
from search.vocabulary import BodyPlace, BodySide, JudgementKind, MarkKind, PracticeTrap


def test_every_trap_is_taught_once_and_those_that_are_needed_teach_every_answer() -> None:
    assert Counter(card.trap for card in CARDS) == Counter(PracticeTrap)
    assert len(CARDS) == 12
    assert {card.answer for card in CARDS[:ENOUGH]} == {
        JudgementKind.POSITIVE, JudgementKind.NEGATIVE, JudgementKind.UNSURE,
    }  # fmt: skip


def test_the_weight_alone_does_not_give_the_answer_away() -> None:
    engine, weights = Engine.load(), {}
    for card in CARDS:
        sought = engine.prepare(sought_view(card.sought.person, card.sought.numbers))
        found = engine.prepare(found_view(card.kind, card.found.person, card.found.numbers))
        weights[card.trap] = engine.explain(sought, found).match_weight
    right = [weights[card.trap] for card in CARDS if card.answer is JudgementKind.POSITIVE]
    others = [weights[card.trap] for card in CARDS if card.answer is not JudgementKind.POSITIVE]
    assert min(right) < max(others)


def test_every_mark_is_said_in_codes_that_have_words() -> None:
    marks = [mark for card in CARDS for side in (card.sought, card.found) for mark in side.person.marks]
    assert len(marks) > 10
    assert {mark.kind for mark in marks} <= set(MarkKind)
    assert {mark.place for mark in marks if mark.place} <= set(BodyPlace)
    assert {mark.side for mark in marks if mark.side} <= set(BodySide)
