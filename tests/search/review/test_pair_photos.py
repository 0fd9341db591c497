"""Photos of a pair are opened one at a time and written down; papers want a reason; the dead are in no list."""

import datetime
import uuid
from dataclasses import dataclass
from functools import partial

import pytest
from sqlalchemy import select

from matching.record import Side
from search.access import Action, Actor
from search.commands import OpenPhoto, RevealIdentifiers, WithdrawSearch
from search.errors import AccessDenied, NotFound
from search.filing.registering_searches import withdraw_search
from search.models import AuditEntry, FoundReport
from search.photos.photo_summaries import OpenedPhoto, PairPhotos
from search.review.contacts_reveal import reveal_identifiers
from search.review.pair_photos import REASON_HOLDS, open_photo, photos_of_pair, picture_of_pair
from search.vocabulary import PhotoKind, ReportKind
from tests.search.photos.kept_photos import PICTURE, add, pair_with_photos, photo_for
from tests.search.scene import NOW, Scene


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair that waits, the photos of its sides, and its first reader."""

    scene: Scene
    proposal: uuid.UUID
    family: Actor
    case: uuid.UUID
    portrait: uuid.UUID
    paper: uuid.UUID
    body: uuid.UUID

    def photos(self, actor: Actor | None = None, now: datetime.datetime = NOW) -> PairPhotos:
        with self.scene.database.reading() as session:
            return photos_of_pair(session, actor or self.scene.reviewers[0], self.proposal, now=now)

    def opens(self, photo: uuid.UUID, actor: Actor | None = None, now: datetime.datetime = NOW) -> OpenedPhoto:
        with self.scene.database.transaction() as session:
            return open_photo(session, actor or self.scene.reviewers[0], self._command(photo), now=now)

    def sees(self, photo: uuid.UUID, actor: Actor | None = None, now: datetime.datetime = NOW) -> bytes:
        with self.scene.database.transaction() as session:
            return picture_of_pair(session, actor or self.scene.reviewers[0], self._command(photo), now=now)

    def says_why(self, actor: Actor) -> None:
        command = RevealIdentifiers(proposal_id=self.proposal, reason="the number on the ticket")
        with self.scene.database.transaction() as session:
            reveal_identifiers(session, actor, command, now=NOW)

    def noted(self) -> list[tuple[str, object]]:
        asked = select(AuditEntry.subject_id, AuditEntry.detail).where(AuditEntry.action == Action.OPEN_PHOTO.value)
        with self.scene.database.reading() as session:
            # Beside what is told of the photo an entry vouches for the row of the account of readings.
            return [
                (subject, {key: detail[key] for key in ("kind", "part")})
                for subject, detail in session.execute(asked.order_by(AuditEntry.sequence))
            ]

    def _command(self, photo: uuid.UUID) -> OpenPhoto:
        return OpenPhoto(proposal_id=self.proposal, photo_id=photo)


@pytest.fixture
def pair(scene: Scene) -> Pair:
    proposal, family, clerk, (case, report) = pair_with_photos(scene)
    portrait = add(scene, family, photo_for(case))
    paper = add(scene, family, photo_for(case, PhotoKind.PAPER, 1, words="her passport"))
    with scene.database.transaction() as session:
        session.scalars(select(FoundReport).where(FoundReport.id == report)).one().kind = ReportKind.MORTUARY.value
    body = add(scene, clerk, photo_for(report, PhotoKind.POST_MORTEM, 2))
    return Pair(scene, proposal, family, case, portrait, paper, body)


def test_a_photo_of_which_nobody_said_what_it_shows_is_read_as_a_paper(pair: Pair) -> None:
    unsaid = add(pair.scene, pair.family, photo_for(pair.case, PhotoKind.UNSAID, 3))
    assert unsaid not in [one.photo_id for one in pair.photos().sought]
    with pytest.raises(NotFound):
        pair.sees(unsaid)
    pair.says_why(pair.scene.reviewers[0])
    assert unsaid in [one.photo_id for one in pair.photos().sought]


def test_a_card_lists_photos_of_both_sides_without_words_about_the_dead_and_without_papers(pair: Pair) -> None:
    shown = pair.photos()
    assert [(one.photo_id, one.words) for one in shown.sought] == [(pair.portrait, "with the blue scarf")]
    assert [(one.photo_id, one.kind, one.words) for one in shown.found] == [(pair.body, PhotoKind.POST_MORTEM, "")]


def test_a_photo_is_opened_and_seen_and_both_are_written_down(pair: Pair) -> None:
    opened = pair.opens(pair.body)
    assert (opened.side, opened.photo.words) == (Side.FOUND, "with the blue scarf")
    assert pair.sees(pair.body) == PICTURE + b"\x02"
    assert pair.sees(pair.portrait) == PICTURE + b"\x00"
    assert pair.noted() == [
        (str(pair.body), {"kind": "post_mortem", "part": "words"}),
        (str(pair.body), {"kind": "post_mortem", "part": "picture"}),
        (str(pair.portrait), {"kind": "portrait", "part": "picture"}),
    ]


def test_a_paper_is_seen_only_by_who_said_why_and_only_for_a_while(pair: Pair) -> None:
    reader, other = pair.scene.reviewers[:2]
    assert pair.opens(pair.paper).photo.words == ""
    with pytest.raises(NotFound):
        pair.sees(pair.paper)
    pair.says_why(reader)
    assert pair.paper in {one.photo_id for one in pair.photos().sought}
    assert pair.opens(pair.paper).photo.words == "her passport"
    assert pair.sees(pair.paper) == PICTURE + b"\x01"
    with pytest.raises(NotFound):
        pair.sees(pair.paper, other)
    with pytest.raises(NotFound):
        pair.sees(pair.paper, now=NOW + REASON_HOLDS)


def test_another_committee_and_the_family_itself_find_nothing(pair: Pair) -> None:
    for asks in (pair.photos, partial(pair.opens, pair.portrait), partial(pair.sees, pair.body)):
        for actor in (pair.scene.stranger, pair.family):
            with pytest.raises((AccessDenied, NotFound)):
                asks(actor)


def test_a_photo_of_another_record_is_not_seen_through_this_pair(pair: Pair) -> None:
    _, family, _, (case, _) = pair_with_photos(pair.scene)
    foreign = add(pair.scene, family, photo_for(case, number=7))
    for asks in (pair.opens, pair.sees):
        with pytest.raises(NotFound):
            asks(foreign)
    assert pair.noted() == []


def test_no_photo_of_a_search_that_was_taken_back_is_shown(pair: Pair) -> None:
    with pair.scene.database.transaction() as session:
        withdraw_search(session, pair.family, WithdrawSearch(case_id=pair.case), now=NOW)
    assert pair.photos().sought == ()
    with pytest.raises(NotFound):
        pair.sees(pair.portrait)
