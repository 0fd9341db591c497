"""A reader practises before the first real card, learns the known answer, and may come back; nobody is read by it."""

import pytest
from sqlalchemy import select

from matching.record import Place
from search.access import Actor
from search.casework.practice import ENOUGH
from search.errors import AskedFirst, NotFound
from search.learning.practice_cards import CARDS
from search.learning.practising import answer_practice, open_practice, read_practice
from search.learning_summaries import AnswerPractice, PracticeResult
from search.models import Reading
from search.vocabulary import LIVING_KINDS, JudgementKind
from tests.search.review.reading import card
from tests.search.scene import NOW, Scene


def says(scene: Scene, number: int, kind: JudgementKind, actor: Actor | None = None) -> PracticeResult:
    with scene.database.transaction() as session:
        command = AnswerPractice(card=number, kind=kind)
        return answer_practice(session, actor or scene.reviewers[0], command, now=NOW)


@pytest.mark.usefixtures("readers_practise")
def test_six_different_cards_open_the_first_real_one_for_this_reader_alone(scene: Scene) -> None:
    proposal = scene.propose()
    for number in [1] * ENOUGH + list(range(2, ENOUGH + 1)):
        with pytest.raises(AskedFirst):
            card(scene, proposal)
        says(scene, number, JudgementKind.UNSURE)
    assert card(scene, proposal).proposal_id == proposal
    with pytest.raises(AskedFirst):
        card(scene, proposal, scene.reviewers[1])


def test_the_known_answer_is_told_whatever_was_answered(scene: Scene) -> None:
    for number, pair in enumerate(CARDS, start=1):
        told = {kind: says(scene, number, kind) for kind in (JudgementKind.POSITIVE, JudgementKind.NEGATIVE)}
        assert {(one.answer, one.trap) for one in told.values()} == {(pair.answer, pair.trap)}
        assert {kind: one.right for kind, one in told.items()} == {kind: kind is pair.answer for kind in told}
    with scene.database.reading() as session:
        practice = read_practice(session, scene.reviewers[0])
        assert (len(practice.answered), practice.still_needed) == (12, 0)
        assert read_practice(session, scene.reviewers[1]).answered == frozenset()
        assert session.scalars(select(Reading)).all() == []


def test_a_card_is_weighed_as_real_ones_are_and_others_are_not_there(scene: Scene) -> None:
    with scene.database.reading() as session:
        shown = open_practice(session, scene.reviewers[0], 1)
        assert {one.comparison for one in shown.evidence} >= {"names", "birth", "phones"}
        for number in (0, 13):
            with pytest.raises(NotFound):
                open_practice(session, scene.reviewers[0], number)
        with pytest.raises(NotFound):
            read_practice(session, scene.shelter)
    with pytest.raises(NotFound):
        says(scene, 13, JudgementKind.UNSURE)


def test_of_somebody_living_a_practice_card_shows_the_country_alone_as_real_ones_do(scene: Scene) -> None:
    living = [number for number, pair in enumerate(CARDS, start=1) if pair.kind in LIVING_KINDS]
    assert len(living) > 3
    with scene.database.reading() as session:
        for number in living:
            shown = open_practice(session, scene.reviewers[0], number)
            event = CARDS[number - 1].found.person.event
            if event and event.place:
                assert shown.found.event is not None
                assert shown.found.event.place == Place(countries=event.place.countries)
            assert {one.comparison for one in shown.evidence}.isdisjoint({"place", "together", "origin"})
            assert CARDS[number - 1].sought.person == shown.sought
