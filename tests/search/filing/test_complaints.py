"""Anybody complains: kept once under a number, read by the operator, and by coordinators where it was left to them."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from search.access import ANYONE, OPERATOR, Action, Subject, allowed
from search.errors import AccessDenied, NotFound, Refused
from search.filing.complaints import Complain, ComplaintWords, complain, open_complaints, settle_complaint
from search.models import Complaint
from search.vocabulary import StaffRole
from tests.search.scene import NOW, Scene


def complains(scene: Scene, key: str, *, to_committee: bool, words: str = "Nobody called back") -> str:
    said = ComplaintWords(words=words, reach="+49 30 555 0123")
    command = Complain(said=said, to_committee=to_committee, language="en", key=key)
    with scene.database.transaction() as session:
        return complain(session, ANYONE, command, now=NOW)


def test_a_complaint_is_kept_once_under_a_number_and_sealed(scene: Scene) -> None:
    number = complains(scene, "k", to_committee=False)
    assert complains(scene, "k", to_committee=False) == number
    with scene.database.reading() as session:
        (row,) = session.scalars(select(Complaint)).all()
    assert row.words_sealed is not None
    assert b"Nobody" not in row.words_sealed
    with pytest.raises(Refused, match="complaint_says_nothing"):
        complains(scene, "other", to_committee=True, words=" ")


def test_coordinators_read_what_was_left_to_them_and_the_operator_all(scene: Scene) -> None:
    ours, alone = complains(scene, "a", to_committee=True), complains(scene, "b", to_committee=False)
    reader = scene.reviewers[0]
    coordinator = replace(reader, roles=reader.roles | {StaffRole.COORDINATOR})
    with scene.database.transaction() as session:
        everything = open_complaints(session, OPERATOR, now=NOW)
        theirs = open_complaints(session, coordinator, now=NOW)
        assert {one.number for one in everything} == {ours, alone}
        assert [one.number for one in theirs] == [ours]
        assert theirs[0].said == ComplaintWords(words="Nobody called back", reach="+49 30 555 0123")
        hidden = next(one.complaint_id for one in everything if one.number == alone)
        for actor in (coordinator, reader, scene.stranger):
            with pytest.raises(NotFound):
                settle_complaint(session, actor, hidden, now=NOW)
        with pytest.raises(NotFound):
            open_complaints(session, reader, now=NOW)
        with pytest.raises(AccessDenied):
            open_complaints(session, ANYONE, now=NOW)
        settle_complaint(session, coordinator, theirs[0].complaint_id, now=NOW)
        settle_complaint(session, OPERATOR, hidden, now=NOW)
        settle_complaint(session, OPERATOR, hidden, now=NOW)
        assert open_complaints(session, OPERATOR, now=NOW) == ()


def test_only_whoever_coordinates_the_committee_of_a_complaint_reads_it(scene: Scene) -> None:
    reader = scene.reviewers[0]
    coordinator = replace(reader, roles=reader.roles | {StaffRole.COORDINATOR})
    theirs = Subject(committee_id=reader.organisation_id)
    assert allowed(coordinator, Action.READ_COMPLAINTS, theirs)
    assert not allowed(reader, Action.READ_COMPLAINTS, theirs)
    assert not allowed(coordinator, Action.READ_COMPLAINTS, Subject(committee_id=scene.stranger.organisation_id))
    # Of one that was left to nobody but the operator.
    assert not allowed(coordinator, Action.READ_COMPLAINTS, Subject())
