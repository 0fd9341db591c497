"""Every act of a committee that names a pair or a case, and what one answers that is not allowed."""

import uuid
from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from search.access import Actor
from search.commands import JudgeProposal, OpenCard, OpenGroup, RevealIdentifiers
from search.committees.case_moving import find_to_move
from search.errors import NotFound
from search.review.card import open_card
from search.review.contacts_reveal import reveal_identifiers
from search.review.group_view import open_group
from search.review.judging_duplicates import read_duplicates_of_pair
from search.review.judging_proposals import judge
from search.review.pair_photos import photos_of_pair
from search.telling.readings_account import account_of_readings
from search.vocabulary import JudgementKind
from tests.search.committees.moving import coordinating
from tests.search.scene import NOW, Scene

Tried = Callable[[Session, Actor, uuid.UUID, str], object]
# Every act of a committee that names a pair or a case.
ACTS: dict[str, Tried] = {
    "card": lambda s, a, pair, _r: open_card(s, a, OpenCard(proposal_id=pair), now=NOW),
    "group": lambda s, a, pair, _r: open_group(s, a, OpenGroup(proposal_id=pair), now=NOW),
    "contacts": lambda s, a, pair, _r: reveal_identifiers(
        s, a, RevealIdentifiers(proposal_id=pair, reason="to ask about the tattoo"), now=NOW
    ),
    "judge": lambda s, a, pair, _r: judge(
        s, a, JudgeProposal(proposal_id=pair, seen_revision=1, kind=JudgementKind.UNSURE), now=NOW
    ),
    "duplicates": lambda s, a, pair, _r: read_duplicates_of_pair(s, a, pair, now=NOW),
    "photos": lambda s, a, pair, _r: photos_of_pair(s, a, pair, now=NOW),
    "readings": lambda s, a, _p, reference: account_of_readings(s, a, reference, now=NOW),
    "find": lambda s, a, _p, reference: find_to_move(s, coordinating(a), reference),
}


def refusal(scene: Scene, act: Tried, actor: Actor, pair: uuid.UUID, reference: str) -> str:
    """What an act answers that is not allowed, byte for byte."""
    with pytest.raises(NotFound) as refused, scene.database.transaction() as session:
        act(session, actor, pair, reference)
    return f"{type(refused.value).__name__} {refused.value} {refused.value.params}"
