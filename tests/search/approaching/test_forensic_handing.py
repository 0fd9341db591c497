"""A committee hands the pair of a body to a forensic service that the family allowed, and takes it back for an hour."""

import datetime
import uuid

import pytest

from search.access import Actor
from search.approaching.forensic_handing import hand_over, read_forensic_page, settle_wish, take_back_hand_over
from search.approaching.forensic_working import make_wish, read_handed
from search.casework.course import courses
from search.errors import Conflict, NotFound, Refused
from search.located_commands import HandOver, MakeWish, SettleWish
from search.located_summaries import ForensicPage
from search.models import MatchProposal
from search.vocabulary import CourseState, ForensicWish, OrganisationKind, StaffRole
from tests.search.approaching.met_people import ASKED, agreed, body_pair, known_who_asks, member, met, searching
from tests.search.consents_given import new_organisation
from tests.search.scene import NOW, Scene


def handed(
    scene: Scene, pair: uuid.UUID, service: uuid.UUID, actor: Actor | None = None, *, seen: int | None = None
) -> ForensicPage:
    with scene.database.transaction() as session:
        revision = seen or session.get_one(MatchProposal, pair).revision
        command = HandOver(proposal_id=pair, seen_revision=revision, service_id=service)
        return hand_over(session, actor or scene.reviewers[0], command, now=NOW)


def course(scene: Scene, pair: uuid.UUID) -> CourseState:
    with scene.database.reading() as session:
        return courses(session, (pair,), ASKED)[pair]


def test_only_the_services_that_the_family_allowed_are_offered_and_taken(asking: Scene) -> None:
    pair, service = body_pair(asking)
    other = new_organisation(asking.database, OrganisationKind.FORENSIC)
    with asking.database.transaction() as session:
        page = read_forensic_page(session, asking.reviewers[0], pair, now=NOW)
    assert [one.organisation_id for one in page.services] == [service]
    with pytest.raises(Refused, match="service_not_allowed"):
        handed(asking, pair, other)
    page = handed(asking, pair, service)
    assert (page.course.state, page.handed_to, page.undone_until) == (
        CourseState.WITH_FORENSIC,
        "Forensic Invented",
        ASKED,
    )
    assert handed(asking, pair, service).handed_to == "Forensic Invented"


@pytest.mark.parametrize("missing", ["talk", "control_fact", "naming", "forensic"])
def test_nothing_is_handed_over_while_it_is_not_known_who_asks(
    asking: Scene, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    pair, service = body_pair(asking)
    known_who_asks(monkeypatch, **{missing: False})
    with pytest.raises(Refused, match="who_asks_unknown"):
        handed(asking, pair, service)
    assert course(asking, pair) is CourseState.WAITS_WHO_ASKS


def test_it_is_taken_back_for_an_hour_in_which_the_service_sees_nothing(asking: Scene) -> None:
    pair, service = body_pair(asking)
    clerk = member(asking, service, StaffRole.REPORTER)
    handed(asking, pair, service)
    with asking.database.reading() as session:
        assert read_handed(session, clerk, now=ASKED - datetime.timedelta(seconds=1)) == ()
        assert len(read_handed(session, clerk, now=ASKED)) == 1
    with asking.database.transaction() as session:
        take_back_hand_over(session, asking.reviewers[1], pair, now=ASKED - datetime.timedelta(seconds=1))
    assert course(asking, pair) is CourseState.NONE
    with pytest.raises(NotFound), asking.database.transaction() as session:
        take_back_hand_over(session, asking.reviewers[1], pair, now=NOW)
    handed(asking, pair, service)
    with pytest.raises(Refused, match="too_late_to_undo"), asking.database.transaction() as session:
        take_back_hand_over(session, asking.reviewers[1], pair, now=ASKED)


def test_the_living_are_handed_to_nobody(asking: Scene) -> None:
    pair = agreed(asking, searching(asking), met(asking))
    service = new_organisation(asking.database, OrganisationKind.FORENSIC)
    with pytest.raises(NotFound):
        handed(asking, pair, service)
    with pytest.raises(NotFound), asking.database.transaction() as session:
        read_forensic_page(session, asking.reviewers[0], pair, now=NOW)


def test_nobody_hands_over_for_others_or_on_a_card_that_changed(asking: Scene) -> None:
    pair, service = body_pair(asking)
    with pytest.raises(NotFound):
        handed(asking, pair, service, asking.stranger)
    with pytest.raises(Conflict):
        handed(asking, pair, service, seen=7)


def test_what_the_service_would_need_comes_to_the_committee_and_is_seen_to(asking: Scene) -> None:
    pair, service = body_pair(asking)
    clerk = member(asking, service, StaffRole.REPORTER)
    handed(asking, pair, service)
    for _ in range(2):
        with asking.database.transaction() as session:
            (line,) = read_handed(session, clerk, now=ASKED)
            wish = MakeWish(handover_id=line.handover_id, wish=ForensicWish.DENTAL_RECORDS)
            make_wish(session, clerk, wish, now=ASKED)
    with asking.database.transaction() as session:
        (asked_for,) = read_forensic_page(session, asking.reviewers[0], pair, now=ASKED).wishes
        page = settle_wish(
            session, asking.reviewers[0], SettleWish(proposal_id=pair, wish_id=asked_for.wish_id), now=ASKED
        )
    assert [(one.wish, one.settled) for one in page.wishes] == [(ForensicWish.DENTAL_RECORDS, True)]
    with pytest.raises(NotFound), asking.database.transaction() as session:
        settle_wish(session, asking.reviewers[0], SettleWish(proposal_id=pair, wish_id=uuid.uuid4()), now=ASKED)
