"""A talk with a family is written down, corrected by appending, and taken back by whoever wrote it."""

import datetime
import uuid
from typing import Any

import pytest
from sqlalchemy import select

from search.access import Action, Actor, ActorKind
from search.casework.talks import CaseTalks, read_talks, read_untalked, record_talk, spoken_with, talks_in_force
from search.casework_commands import RecordTalk
from search.commands import WithdrawSearch
from search.errors import NotFound, Refused
from search.filing.registering_searches import withdraw_search
from search.models import MatchProposal, SearchRequest, Talk
from tests.search.review.reading import audited
from tests.search.scene import NOW, Scene, sought

DAY = datetime.date(2026, 2, 20)


def talk(scene: Scene, case_id: uuid.UUID, actor: Actor | None = None, **changes: Any) -> int:
    told: dict[str, Any] = {"held_on": DAY, "language": "ti", "with_whom": "her sister Almaz", **changes}
    command = RecordTalk(case_id=case_id, **told)
    with scene.database.transaction() as session:
        return record_talk(session, actor or scene.reviewers[0], command, now=NOW)


def talks(scene: Scene, case_id: uuid.UUID, actor: Actor | None = None) -> CaseTalks:
    with scene.database.reading() as session:
        return read_talks(session, actor or scene.reviewers[0], case_id)


def test_a_talk_is_written_down_sealed_and_audited(scene: Scene) -> None:
    case = scene.file(sought("Somebody Invented")).case_id
    assert talk(scene, case) == 1
    assert talk(scene, case, scene.reviewers[1], held_on=DAY - datetime.timedelta(1), with_whom="") == 2
    held = talks(scene, case)
    assert [(one.held_on.day, one.language, one.by_me) for one in held.talks] == [(20, "ti", True), (19, "ti", False)]
    assert "Almaz" not in str(held)
    assert audited(scene, Action.RECORD_TALK) == [str(case)] * 2
    with scene.database.reading() as session:
        row = session.scalars(select(Talk).where(Talk.with_sealed.is_not(None))).one()
        assert b"Almaz" not in (row.with_sealed or b"")
        assert spoken_with(session, row.record_number) == ("her sister Almaz",)


def test_an_own_entry_is_corrected_and_taken_back_by_another_one(scene: Scene) -> None:
    case = scene.file(sought("Somebody Invented")).case_id
    talk(scene, case)
    first = talks(scene, case).talks[0].talk_id
    with pytest.raises(NotFound):
        talk(scene, case, scene.reviewers[1], corrects=first)
    assert talk(scene, case, corrects=first, language="ar") == 1
    (second,) = talks(scene, case).talks
    assert second.language == "ar"
    assert talk(scene, case, corrects=second.talk_id, held_on=None) == 0
    with scene.database.reading() as session:
        number = session.scalars(select(SearchRequest.number)).one()
        assert talks_in_force(session, [number]) == {number: []}
        assert len(session.scalars(select(Talk)).all()) == 3


def test_a_day_to_come_is_refused_and_a_case_of_others_is_not_there(scene: Scene) -> None:
    case = scene.file(sought("Somebody Invented")).case_id
    with pytest.raises(Refused, match="talk_to_come"):
        talk(scene, case, held_on=NOW.date() + datetime.timedelta(1))
    for actor, of in ((scene.stranger, case), (scene.reviewers[0], uuid.uuid4())):
        with pytest.raises(NotFound, match="not_found"):
            talk(scene, of, actor)
        with pytest.raises(NotFound, match="not_found"):
            talks(scene, of, actor)


def test_every_open_case_waits_for_its_talk_in_its_order_whatever_was_proposed(scene: Scene) -> None:
    days = [NOW - datetime.timedelta(days=age) for age in (1, 9, 5)]
    filed = [scene.file(sought(f"Somebody {age.day}"), now=age).case_id for age in days]
    waits = [filed[1], filed[2], filed[0]]
    assert untalked(scene) == waits
    proposal = scene.propose()
    with scene.database.reading() as session:
        pair = session.get_one(MatchProposal, proposal)
        paired = session.scalars(select(SearchRequest.id).where(SearchRequest.number == pair.request_number)).one()
    assert untalked(scene) == [*waits, paired]
    talk(scene, filed[2])
    assert untalked(scene) == [filed[1], filed[0], paired]
    first = talks(scene, filed[2]).talks[0].talk_id
    talk(scene, filed[2], corrects=first, held_on=None)
    assert untalked(scene) == [*waits, paired]
    with scene.database.transaction() as session:
        withdraw_search(
            session, Actor(kind=ActorKind.FAMILY, case_id=filed[1]), WithdrawSearch(case_id=filed[1]), now=NOW
        )
    assert untalked(scene) == [filed[2], filed[0], paired]
    assert untalked(scene, scene.stranger) == []


def untalked(scene: Scene, actor: Actor | None = None) -> list[uuid.UUID]:
    with scene.database.reading() as session:
        return [one.case_id for one in read_untalked(session, actor or scene.reviewers[0]).cases]
