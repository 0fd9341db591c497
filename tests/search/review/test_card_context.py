"""What a card says of the circumstances: who is a child, what was asked, whose numbers met; never what they said."""

import datetime

import pytest

from matching.record import PartialDate
from search.documents import Description, Whereabouts
from search.review.card_context import is_child
from search.review_summaries import CardContext
from search.vocabulary import WantsContact
from tests.search.review.reading import card
from tests.search.scene import NOW, Scene, found, sought

TODAY = datetime.date(2026, 3, 1)


@pytest.mark.parametrize(
    ("first", "last", "child"),
    [
        (datetime.date(2010, 1, 1), datetime.date(2010, 12, 31), True),
        (datetime.date(2008, 3, 2), datetime.date(2008, 3, 2), True),
        (datetime.date(2008, 3, 1), datetime.date(2008, 3, 1), False),
        (datetime.date(2007, 1, 1), datetime.date(2012, 12, 31), False),
    ],
)
def test_only_whoever_cannot_be_grown_up_is_a_child(first: datetime.date, last: datetime.date, *, child: bool) -> None:
    assert is_child(Description(birth=PartialDate(first, last)), TODAY) is child
    assert not is_child(Description(), TODAY)


def context_with(scene: Scene, whereabouts: Whereabouts) -> CardContext:
    name = "Tesfalem Kidanemariam"
    scene.file(sought(name, 1), now=NOW - datetime.timedelta(days=400))
    scene.report(found(name, 1, whereabouts=whereabouts))
    scene.match()
    return card(scene, next(iter(scene.proposals()))).context


@pytest.mark.parametrize(("minor", "wish"), [(True, WantsContact.NOT_ASKED), (None, WantsContact.NO)])
def test_a_reader_learns_who_is_a_child_and_whether_they_were_asked_and_not_what_they_said(
    scene: Scene, *, minor: bool | None, wish: WantsContact
) -> None:
    context = context_with(scene, Whereabouts(minor=minor, wants_contact=wish))
    assert context.minor is bool(minor)
    assert context.contact_asked is (wish is not WantsContact.NOT_ASKED)
    assert (context.days_open, context.filed_on) == (400, (NOW - datetime.timedelta(days=400)).date())
    assert context.phones_met is not None
