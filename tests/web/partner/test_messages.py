"""First words on the pages of both sides: written, taken back, read after a while, and passed on."""

import re
from pathlib import Path

import pytest
from sqlalchemy import select

from search.models import Account, Approach
from search.storage.encryption import Vault
from search.vocabulary import AgeFinding, AnswerMoment, JudgementKind, PersonAnswer, ReportKind
from tests.fixtures.staff import signed_in
from tests.fixtures.visitor import Visitor
from tests.search.approaching.met_people import known_who_asks
from tests.security import quarter_acts as staff
from tests.security.quarter import World, first_world, opened_case
from web.family import create_family
from web.partner import create_partner

YES = JudgementKind.POSITIVE


@pytest.fixture
def told(
    tmp_path: Path,
    migrated_sqlite_file: Path,
    vault: Vault,
    everything_switched_on: None,  # noqa: ARG001 - switches on
    monkeypatch: pytest.MonkeyPatch,
) -> World:
    known_who_asks(monkeypatch)
    return world_of_a_family_that_was_told(tmp_path, migrated_sqlite_file, vault)


def world_of_a_family_that_was_told(folder: Path, file: Path, vault: Vault) -> World:
    """A family that was told of somebody who said yes; everything is switched on, and who asks is known."""
    world = first_world(folder, file, vault)
    staff.proposed(world)
    staff.judged(world, world.pair(ReportKind.SHELTER), YES, YES)
    for day, act in enumerate(
        (
            staff.asked_to_ask,
            staff.aged(AgeFinding.ADULT),
            staff.answered(PersonAnswer.YES),
            staff.planned,
            staff.answered(PersonAnswer.YES, AnswerMoment.AT_TELLING),
            staff.told,
        ),
        1,
    ):
        world.at(day)
        act(world)
    return world


def test_a_family_writes_takes_back_writes_again_and_reads_what_comes_back(told: World) -> None:
    family = opened_case(told, create_family(told.context))
    assert family.goes_to("/case/message").status_code == 404
    told.at(6, 1)
    assert "First words to the person" in family.goes_to("/case").text
    family.goes_to("/case/message")
    assert family.sends("/case/message", {"words": " "}).status_code == 400
    family.sends("/case/message", {"words": "We are well"})
    family.sends(address_in(family, "take-back"))
    assert "We are well" not in family.page
    family.sends("/case/message", {"words": "Come home"})
    told.at(6, 2)
    asker = at_the_shelter(told)
    messages = f"/approaches/{approach(told)}/messages"
    asker.goes_to(messages)
    assert "<bdi>Come home</bdi>" in asker.page
    asker.sends(address_in(asker, "passed-on", "/partner"))
    assert "The person has had these words since" in asker.page
    assert asker.sends(messages, {"pair": "", "words": "I am well"}).status_code == 404
    asker.goes_to(messages)
    pair = str(told.pair(ReportKind.SHELTER))
    assert asker.sends(messages, {"pair": pair, "words": ""}).status_code == 400
    asker.sends(messages, {"pair": pair, "words": "I am well"})
    assert "I am well" not in family.goes_to("/case/message").text
    told.at(6, 3)
    assert "<bdi>I am well</bdi>" in family.goes_to("/case/message").text
    assert "has had these words" not in family.page


def test_nobody_but_whoever_asks_the_person_sees_the_words(told: World) -> None:
    told.at(6, 1)
    reporter = signed_in(told.context, create_partner(told.context), "/partner", "person5")
    assert reporter.goes_to(f"/approaches/{approach(told)}/messages").status_code in (403, 404)


def at_the_shelter(world: World) -> Visitor:
    """Whoever asks people there."""
    with world.scene.database.reading() as session:
        login = session.get_one(Account, world.people.asker.account_id).login
    return signed_in(world.context, create_partner(world.context), "/partner", login, now=world.now)


def approach(world: World) -> str:
    with world.scene.database.reading() as session:
        return str(session.scalars(select(Approach.id)).one())


def address_in(visitor: Visitor, act: str, prefix: str = "") -> str:
    return str(re.findall(rf'action="{prefix}(/[^"]+/{act})"', visitor.page)[0])
