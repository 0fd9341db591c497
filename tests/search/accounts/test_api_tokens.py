"""An API token opens what it was made for, for one organisation, until it expires or is revoked."""

import datetime
import threading
import uuid

import pytest
from sqlalchemy import select

from search.access import OPERATOR, SCOPES, Action, Actor, Subject, TokenScope, allowed
from search.accounts.api_tokens import (
    CALLS_A_MINUTE,
    CALLS_AT_ONCE,
    LONGEST_DAYS,
    MOST_TOKENS,
    NewToken,
    issue_token,
    list_tokens,
    list_tokens_of,
    make_token,
    note_call,
    revoke_token,
    revoke_tokens,
    token_actor,
)
from search.errors import AccessDenied, NotFound, Refused, TooManyAttempts
from search.filing.reporting_found_persons import report_found
from search.models import AccessToken, AuditEntry
from search.staff_summaries import TokenSummary
from search.vocabulary import MAY_REPORT, OrganisationKind, ReportKind, StaffRole
from tests.search.scene import NOW, Scene, found

SHELTER = "Casa Invented"
ANYTHING = NewToken(name="the case file", scopes=frozenset(TokenScope))
ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"])


def test_an_api_token_acts_for_its_organisation_until_it_expires_or_is_revoked(scene: Scene) -> None:
    token, other = issue(scene), issue(scene, organisation="Morgue Invented")
    assert len(token) >= 43
    actor = actor_of(scene, token)
    assert actor is not None
    assert (actor.kind, actor.organisation_id) == (scene.shelter.kind, scene.shelter.organisation_id)
    assert actor_of(scene, token, NOW + datetime.timedelta(days=91)) is None
    with scene.database.transaction() as session:
        assert revoke_tokens(session, OPERATOR, SHELTER, now=NOW) == 1
    assert actor_of(scene, token) is None
    assert actor_of(scene, other) is not None


@ON_SQLITE
def test_an_organisation_that_is_not_there_has_no_token(scene: Scene) -> None:
    with pytest.raises(NotFound, match="organisation_unknown"):
        issue(scene, organisation="Nobody's")


@ON_SQLITE
def test_a_made_up_token_is_nobody_s(scene: Scene) -> None:
    assert actor_of(scene, "made up") is None


@ON_SQLITE
@pytest.mark.parametrize("scope", TokenScope)
@pytest.mark.parametrize("action", Action)
def test_a_token_opens_the_acts_of_its_scope_and_no_other(scene: Scene, scope: TokenScope, action: Action) -> None:
    actor = actor_of(scene, issue(scene, NewToken(name="one", scopes=frozenset({scope}))))
    assert actor is not None
    mine = Subject(organisation_id=actor.organisation_id, committee_id=actor.organisation_id)
    # What a family must have opened as well is not open here.
    opened = SCOPES[scope] - {Action.READ_SHARED_SEARCH}
    assert allowed(actor, action, mine) is (action in opened)


@ON_SQLITE
def test_a_token_files_only_the_kinds_of_report_that_it_was_made_for(scene: Scene) -> None:
    command = NewToken(
        name="one", scopes=frozenset({TokenScope.REPORT_WRITE}), report_kinds=frozenset({ReportKind.OTHER})
    )
    actor = actor_of(scene, issue(scene, command))
    assert actor is not None
    assert scene.report(found("Somebody", kind=ReportKind.OTHER), actor).outcome == "accepted"
    with pytest.raises(Refused, match="kind_not_of_token"), scene.database.transaction() as session:
        report_found(session, actor, found("Another", 1), now=NOW)


@ON_SQLITE
@pytest.mark.parametrize(
    ("command", "code"),
    [
        (NewToken(name="", scopes=frozenset(TokenScope)), "name_needed"),
        (NewToken(name="x", scopes=frozenset()), "choose_a_scope"),
        (NewToken(name="x", scopes=frozenset(TokenScope), days=LONGEST_DAYS + 1), "days_out_of_range"),
        (NewToken(name="x", scopes=frozenset(TokenScope), days=0), "days_out_of_range"),
        (
            NewToken(name="x", scopes=frozenset(TokenScope), report_kinds=frozenset({ReportKind.FORENSIC})),
            "kind_not_yours",
        ),
    ],
)
def test_a_token_for_nothing_for_ever_or_for_what_the_organisation_is_not_is_refused(
    scene: Scene, command: NewToken, code: str
) -> None:
    with pytest.raises(Refused, match=code):
        issue(scene, command)


@ON_SQLITE
def test_an_organisation_has_a_bounded_number_of_tokens(scene: Scene) -> None:
    for _ in range(MOST_TOKENS):
        issue(scene)
    with pytest.raises(Refused, match="too_many_tokens"):
        issue(scene)


def test_a_coordinator_makes_lists_and_revokes_tokens_one_by_one(scene: Scene) -> None:
    coordinator = coordinating(scene.shelter)
    with scene.database.transaction() as session:
        token = make_token(session, coordinator, ANYTHING, now=NOW)
        make_token(session, coordinator, ANYTHING, now=NOW)
    with scene.database.transaction() as session:
        note_call(session, token, now=NOW)
    first, second = listed(scene, coordinator)
    assert (first.made_by, first.report_kinds) == ("Reader 5", MAY_REPORT[OrganisationKind.SHELTER])
    assert {first.last_used_on, second.last_used_on} == {None, NOW.date()}
    used = first if first.last_used_on else second
    with scene.database.transaction() as session:
        revoke_token(session, coordinator, used.token_id, now=NOW)
    assert actor_of(scene, token) is None
    assert len(listed(scene, coordinator)) == 1


@ON_SQLITE
def test_tokens_are_made_by_coordinators_and_never_by_those_of_others(scene: Scene) -> None:
    foreign = coordinating(scene.mortuary)
    issue(scene)
    with scene.database.reading() as session:
        (one,) = list_tokens_of(session, OPERATOR, SHELTER, now=NOW)
    for actor in (scene.shelter, foreign):
        with pytest.raises(NotFound), scene.database.transaction() as session:
            revoke_token(session, actor, one.token_id, now=NOW)
    with pytest.raises(NotFound), scene.database.transaction() as session:
        revoke_token(session, foreign, uuid.uuid4(), now=NOW)
    with pytest.raises(NotFound), scene.database.transaction() as session:
        make_token(session, scene.shelter, ANYTHING, now=NOW)
    with pytest.raises(AccessDenied), scene.database.transaction() as session:
        issue_token(session, foreign, SHELTER, ANYTHING, now=NOW)
    assert listed(scene, foreign) == ()


@ON_SQLITE
def test_making_and_revoking_is_audited_without_the_token_and_its_name(scene: Scene) -> None:
    token = issue(scene)
    with scene.database.transaction() as session:
        revoke_tokens(session, OPERATOR, SHELTER, now=NOW)
        entries = session.execute(
            select(AuditEntry.subject_kind, AuditEntry.detail).order_by(AuditEntry.sequence)
        ).all()
    assert [kind for kind, _ in entries] == ["access_token", "organisation"]
    assert token not in str(entries)
    assert ANYTHING.name not in str(entries)


@ON_SQLITE
def test_a_token_is_kept_as_a_digest(scene: Scene) -> None:
    token = issue(scene)
    with scene.database.reading() as session:
        (kept,) = session.scalars(select(AccessToken.token_digest))
    assert token.encode() not in kept


@ON_SQLITE
def test_calls_run_at_a_pace_after_a_first_burst_and_the_wait_is_told(scene: Scene) -> None:
    token = issue(scene)
    assert calls(scene, token, CALLS_AT_ONCE + 5, NOW) == CALLS_AT_ONCE
    with pytest.raises(TooManyAttempts) as slowed:
        call(scene, token, NOW)
    assert (slowed.value.code, slowed.value.params["seconds"]) == ("calls_too_fast", 1)
    minute = NOW + datetime.timedelta(minutes=1)
    assert calls(scene, token, 500, minute) == min(CALLS_AT_ONCE, CALLS_A_MINUTE)
    assert calls(scene, issue(scene), 3, NOW) == 3


def test_calls_at_the_same_moment_are_all_counted(scene: Scene) -> None:
    token = issue(scene)
    through: list[int] = []
    threads = [
        threading.Thread(target=lambda: through.append(calls(scene, token, CALLS_AT_ONCE // 2, NOW))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(through) == CALLS_AT_ONCE


def issue(scene: Scene, command: NewToken = ANYTHING, organisation: str = SHELTER) -> str:
    with scene.database.transaction() as session:
        return issue_token(session, OPERATOR, organisation, command, now=NOW)


def actor_of(scene: Scene, token: str, now: datetime.datetime = NOW) -> Actor | None:
    with scene.database.reading() as session:
        return token_actor(session, token, now=now)


def coordinating(actor: Actor) -> Actor:
    roles = frozenset({StaffRole.COORDINATOR})
    return Actor(kind=actor.kind, account_id=actor.account_id, organisation_id=actor.organisation_id, roles=roles)


def listed(scene: Scene, actor: Actor) -> tuple[TokenSummary, ...]:
    with scene.database.reading() as session:
        return list_tokens(session, actor, now=NOW)


def call(scene: Scene, token: str, now: datetime.datetime) -> None:
    with scene.database.transaction() as session:
        note_call(session, token, now=now)


def calls(scene: Scene, token: str, times: int, now: datetime.datetime) -> int:
    """How many of so many calls at one moment were let through."""
    through = 0
    for _ in range(times):
        try:
            call(scene, token, now)
        except TooManyAttempts:
            continue
        through += 1
    return through
