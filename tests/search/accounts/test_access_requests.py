"""Letting somebody in, and giving roles, takes two people; ending takes one and acts at once."""

import datetime
import threading
import uuid
from collections.abc import Callable
from dataclasses import replace

import pyotp
import pytest
from sqlalchemy import select

from search.access import ANYONE, OPERATOR, Actor, TokenScope
from search.accounts.access_requests import (
    OPENS_FOR,
    ConfirmAccess,
    ProposeMember,
    ProposeRoles,
    confirm_access,
    pending_access,
    propose_member,
    propose_roles,
    withdraw_access,
)
from search.accounts.api_tokens import NewToken, make_token, token_actor
from search.accounts.invitations import AcceptInvitation, accept_invitation, open_invitation
from search.accounts.people import EndAccess, TakeRole, end_access, read_people, sign_out_member, take_role
from search.accounts.roles import give_roles, roles_of
from search.accounts.second_factor import second_factor_fits
from search.accounts.sessions import open_staff_session, session_actor
from search.errors import NotFound, Refused
from search.models import Account, Alarm
from search.staff_summaries import PendingAccess
from search.vocabulary import AlarmKind, StaffRole
from tests.search.scene import NOW, Scene

MINUTE = datetime.timedelta(minutes=1)
OFFICER = frozenset({StaffRole.PROTECTION_OFFICER})
NEW = ProposeMember(login="somebody.new", roles=frozenset({StaffRole.REVIEWER}))
ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"])
Act = Callable[..., object]


@pytest.fixture
def two(scene: Scene) -> tuple[Actor, Actor]:
    """Two people who coordinate one committee."""
    first, second = scene.reviewers[:2]
    with scene.database.transaction() as session:
        for one in (first, second):
            give_roles(session, session.get_one(Account, one.account_id), [StaffRole.COORDINATOR], now=NOW)
    return coordinating(first), coordinating(second)


def coordinating(actor: Actor) -> Actor:
    return replace(actor, roles=actor.roles | {StaffRole.COORDINATOR})


def done(scene: Scene, act: Act, actor: Actor, command: object, now: datetime.datetime = NOW) -> object:
    with scene.database.transaction() as session:
        return act(session, actor, command, now=now)


def waiting(scene: Scene, actor: Actor, now: datetime.datetime = NOW) -> tuple[PendingAccess, ...]:
    with scene.database.reading() as session:
        return pending_access(session, actor, now=now)


def invited(scene: Scene, two: tuple[Actor, Actor]) -> str:
    """The code of an invitation that two people made."""
    done(scene, propose_member, two[0], NEW)
    (asked,) = waiting(scene, two[1])
    with scene.database.transaction() as session:
        return confirm_access(session, two[1], ConfirmAccess(request_id=asked.request_id), now=NOW).code


def accept(scene: Scene, code: str, now: datetime.datetime = NOW) -> None:
    with scene.database.transaction() as session:
        secret = open_invitation(session, ANYONE, code, now=now).secret
    command = AcceptInvitation(code=code, password_hash="hashed before", one_time_code=pyotp.TOTP(secret).at(now))
    done(scene, accept_invitation, ANYONE, command, now)


def test_somebody_new_comes_in_by_two_people_and_their_own_hand(scene: Scene, two: tuple[Actor, Actor]) -> None:
    code = invited(scene, two)
    assert len(code.replace("-", "")) == 25
    with scene.database.reading() as session:
        assert session.scalars(select(Account).where(Account.login == NEW.login)).one_or_none() is None
    accept(scene, code.lower().replace("-", " "))
    with scene.database.transaction() as session:
        account = session.scalars(select(Account).where(Account.login == NEW.login)).one()
        assert (roles_of(session, account.id), account.role) == (NEW.roles, "committee")
        assert account.organisation_id == two[0].organisation_id
        assert not second_factor_fits(session, account, "000000", NOW)


@ON_SQLITE
def test_nobody_confirms_what_they_asked_for_or_what_is_for_themselves(scene: Scene, two: tuple[Actor, Actor]) -> None:
    first, second = two
    done(scene, propose_member, first, NEW)
    (asked,) = waiting(scene, first)
    assert not asked.may_confirm
    with pytest.raises(Refused, match="another_person_confirms"):
        done(scene, confirm_access, first, ConfirmAccess(request_id=asked.request_id))
    assert second.account_id is not None
    done(scene, propose_roles, first, ProposeRoles(account_id=second.account_id, roles=OFFICER))
    mine = next(one for one in waiting(scene, second) if not one.is_new)
    with pytest.raises(Refused, match="another_person_confirms"):
        done(scene, confirm_access, second, ConfirmAccess(request_id=mine.request_id))


@ON_SQLITE
def test_more_roles_are_held_once_another_person_confirmed_them(scene: Scene, two: tuple[Actor, Actor]) -> None:
    first, second = two
    third = scene.reviewers[2]
    assert third.account_id is not None
    done(scene, propose_roles, first, ProposeRoles(account_id=third.account_id, roles=OFFICER))
    with scene.database.reading() as session:
        assert roles_of(session, third.account_id) == {StaffRole.REVIEWER}
    (asked,) = waiting(scene, second)
    done(scene, confirm_access, second, ConfirmAccess(request_id=asked.request_id))
    with scene.database.reading() as session:
        assert roles_of(session, third.account_id) == {StaffRole.REVIEWER, *OFFICER}
    assert waiting(scene, second) == ()


@ON_SQLITE
def test_the_operator_is_the_second_person_only_where_one_coordinates_alone(
    scene: Scene, two: tuple[Actor, Actor]
) -> None:
    done(scene, propose_member, two[0], NEW)
    (asked,) = waiting(scene, OPERATOR)
    with pytest.raises(Refused, match="another_coordinator_confirms"):
        done(scene, confirm_access, OPERATOR, ConfirmAccess(request_id=asked.request_id))
    assert two[1].account_id is not None
    done(scene, end_access, two[0], EndAccess(account_id=two[1].account_id))
    done(scene, confirm_access, OPERATOR, ConfirmAccess(request_id=asked.request_id))
    assert waiting(scene, OPERATOR)[0].confirmed


@ON_SQLITE
def test_an_invitation_opens_once_and_for_three_days(scene: Scene, two: tuple[Actor, Actor]) -> None:
    code = invited(scene, two)
    with pytest.raises(Refused, match="invitation_unknown"):
        done(scene, open_invitation, ANYONE, code, NOW + OPENS_FOR + MINUTE)
    accept(scene, code, NOW + OPENS_FOR - MINUTE)
    with pytest.raises(Refused, match="invitation_unknown"):
        accept(scene, code)
    for made_up in ("", "-", "ABCDE-ABCDE-ABCDE-ABCDE-ABCDE"):
        with pytest.raises(Refused, match="invitation_unknown"):
            done(scene, open_invitation, ANYONE, made_up)


@ON_SQLITE
def test_what_nobody_confirmed_opens_nothing_and_a_wrong_code_makes_no_account(
    scene: Scene, two: tuple[Actor, Actor]
) -> None:
    code = invited(scene, two)
    with scene.database.transaction() as session:
        open_invitation(session, ANYONE, code, now=NOW)
    wrong = AcceptInvitation(code=code, password_hash="x", one_time_code="123")
    with pytest.raises(Refused, match="code_does_not_fit"):
        done(scene, accept_invitation, ANYONE, wrong)
    (asked,) = waiting(scene, two[0])
    done(scene, withdraw_access, two[0], ConfirmAccess(request_id=asked.request_id))
    with pytest.raises(Refused, match="invitation_unknown"):
        accept(scene, code)


def test_of_two_who_accept_at_the_same_moment_one_gets_the_account(scene: Scene, two: tuple[Actor, Actor]) -> None:
    code = invited(scene, two)
    with scene.database.transaction() as session:
        secret = open_invitation(session, ANYONE, code, now=NOW).secret
    command = AcceptInvitation(code=code, password_hash="x", one_time_code=pyotp.TOTP(secret).at(NOW))
    failed: list[str] = []

    def try_it() -> None:
        try:
            done(scene, accept_invitation, ANYONE, command)
        except Refused as refusal:
            failed.append(refusal.code)

    threads = [threading.Thread(target=try_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == ["invitation_unknown"] * 3


def test_ending_access_acts_within_one_request_with_tokens_and_invitations(
    scene: Scene, two: tuple[Actor, Actor]
) -> None:
    first, second = two
    assert second.account_id is not None
    done(scene, propose_member, second, NEW)
    with scene.database.transaction() as session:
        account = session.get_one(Account, second.account_id)
        token = open_staff_session(session, account, now=NOW).token
        assert session_actor(session, token, "committee", now=NOW) is not None
    done(scene, end_access, first, EndAccess(account_id=second.account_id))
    with scene.database.reading() as session:
        assert session_actor(session, token, "committee", now=NOW) is None
        (alarm,) = session.scalars(select(Alarm))
        assert (alarm.kind, alarm.account_id) == (AlarmKind.COORDINATOR_ENDED, first.account_id)
    assert waiting(scene, first) == ()


@ON_SQLITE
def test_tokens_that_somebody_made_end_with_them(scene: Scene) -> None:
    keeper, thief = coordinating(scene.shelter), coordinating(replace(scene.shelter, account_id=uuid.uuid4()))
    with scene.database.transaction() as session:
        for login, one in (("keeper", keeper), ("thief", thief)):
            account = session.get(Account, one.account_id) or Account(
                id=one.account_id, organisation_id=one.organisation_id, role="partner", login=login, password_hash=""
            )
            session.add(account)
            session.flush()
            give_roles(session, account, [StaffRole.COORDINATOR], now=NOW)
        made = NewToken(name="x", scopes=frozenset({TokenScope.REPORT_READ}))
        kept, lost = (make_token(session, one, made, now=NOW) for one in (keeper, thief))
    assert thief.account_id is not None
    done(scene, end_access, keeper, EndAccess(account_id=thief.account_id))
    with scene.database.reading() as session:
        assert token_actor(session, kept, now=NOW) is not None
        assert token_actor(session, lost, now=NOW) is None


@ON_SQLITE
def test_the_last_coordinator_stays_and_two_cannot_end_each_other(scene: Scene, two: tuple[Actor, Actor]) -> None:
    first, second = two
    assert first.account_id is not None
    assert second.account_id is not None
    done(scene, take_role, first, TakeRole(account_id=second.account_id, role=StaffRole.COORDINATOR))
    for act, command in (
        (end_access, EndAccess(account_id=first.account_id)),
        (take_role, TakeRole(account_id=first.account_id, role=StaffRole.COORDINATOR)),
    ):
        with pytest.raises(Refused, match="last_coordinator"):
            done(scene, act, first, command)
    with scene.database.reading() as session:
        assert roles_of(session, second.account_id) == {StaffRole.REVIEWER}


@ON_SQLITE
def test_people_of_others_look_like_nobody(scene: Scene, two: tuple[Actor, Actor]) -> None:
    stranger, clerk = coordinating(scene.stranger), coordinating(scene.shelter)
    assert two[0].account_id is not None
    done(scene, propose_member, two[0], NEW)
    (asked,) = waiting(scene, two[0])
    foreign: list[tuple[Act, object]] = [
        (end_access, EndAccess(account_id=two[0].account_id)),
        (sign_out_member, EndAccess(account_id=two[0].account_id)),
        (take_role, TakeRole(account_id=two[0].account_id, role=StaffRole.REVIEWER)),
        (propose_roles, ProposeRoles(account_id=two[0].account_id, roles=OFFICER)),
        (confirm_access, ConfirmAccess(request_id=asked.request_id)),
        (withdraw_access, ConfirmAccess(request_id=asked.request_id)),
        (end_access, EndAccess(account_id=uuid.uuid4())),
        (confirm_access, ConfirmAccess(request_id=uuid.uuid4())),
    ]
    for actor in (stranger, clerk, scene.reviewers[2]):
        for act, command in foreign:
            with pytest.raises(NotFound, match="not_found"):
                done(scene, act, actor, command)


@ON_SQLITE
def test_a_coordinator_sees_who_is_there_and_when_they_were_last_seen(scene: Scene, two: tuple[Actor, Actor]) -> None:
    with scene.database.transaction() as session:
        open_staff_session(session, session.get_one(Account, two[1].account_id), now=NOW)
    with scene.database.reading() as session:
        people = read_people(session, two[0], now=NOW)
    seen = {str(one.account_id): (one.last_seen_on, one.sessions) for one in people.members}
    assert seen[str(two[1].account_id)] == (NOW.date(), 1)
    assert seen[str(two[0].account_id)] == (None, 0)
    assert [one.is_me for one in people.members].count(True) == 1
    assert not people.operator_confirms


@ON_SQLITE
@pytest.mark.parametrize(
    ("command", "code"),
    [
        (ProposeMember(login="somebody.new", roles=frozenset()), "choose_a_role"),
        (ProposeMember(login="somebody.new", roles=frozenset({StaffRole.REPORTER})), "role_not_here"),
        (ProposeMember(login="person1", roles=frozenset({StaffRole.REVIEWER})), "login_taken"),
    ],
)
def test_what_cannot_be_is_refused_at_once(
    scene: Scene, two: tuple[Actor, Actor], command: ProposeMember, code: str
) -> None:
    with pytest.raises(Refused, match=code):
        done(scene, propose_member, two[0], command)
