"""The permission policy, all of it: every kind of actor, every action, own and foreign subjects."""

import itertools
import uuid
from dataclasses import replace

import pytest

import search.access
from search.access import (
    ANYONE,
    NOTHING,
    OPERATOR,
    POLICY,
    WORKER,
    Action,
    Actor,
    ActorKind,
    Opening,
    Subject,
    allowed,
    is_switched_on,
    opened_to,
    require,
)
from search.consents import Answer, Receiver, Sharing, Standing
from search.errors import AccessDenied, NotFound, SearchError
from search.vocabulary import ConsentPurpose, OrganisationKind, ReceiverKind, StaffRole, StateRun

# What a switch keeps from everybody for now is in the table as it will be.
pytestmark = pytest.mark.usefixtures("everything_switched_on")
CASE, SHELTER, COMMITTEE, FOREIGN = (uuid.UUID(int=n) for n in range(1, 5))


def shared_with(organisation_id: uuid.UUID) -> Sharing:
    """A case that its family opened to one organisation, which wants to read it."""
    answer = Answer(ConsentPurpose.SHARING, Receiver(ReceiverKind.ORGANISATION, organisation_id.hex), allowed=True)
    reader = Standing(
        organisation_id=organisation_id, kind=OrganisationKind.SHELTER, country="MX", state_run=StateRun.NO
    )
    return Sharing(answers=frozenset({answer}), reader=reader)


OWN = Subject(
    case_id=CASE,
    organisation_id=SHELTER,
    committee_id=COMMITTEE,
    sharing=shared_with(SHELTER),
    organisation_kind=OrganisationKind.SHELTER,
    state_run=StateRun.NO,
)
OTHERS = Subject(
    case_id=FOREIGN,
    organisation_id=FOREIGN,
    committee_id=FOREIGN,
    sharing=shared_with(FOREIGN),
    organisation_kind=OrganisationKind.SHELTER,
    state_run=StateRun.NO,
)

ACTORS = {
    ActorKind.ANYONE: ANYONE,
    ActorKind.FAMILY: Actor(kind=ActorKind.FAMILY, case_id=CASE),
    ActorKind.FIRST_OPENING: Actor(kind=ActorKind.FIRST_OPENING, case_id=CASE),
    ActorKind.RELATIVE: Actor(kind=ActorKind.RELATIVE, case_id=CASE),
    ActorKind.PARTNER: Actor(
        kind=ActorKind.PARTNER,
        account_id=uuid.UUID(int=9),
        organisation_id=SHELTER,
        roles=frozenset({StaffRole.REPORTER, StaffRole.SHARED_READER}),
    ),
    ActorKind.REVIEWER: Actor(
        kind=ActorKind.REVIEWER,
        account_id=uuid.UUID(int=8),
        organisation_id=COMMITTEE,
        roles=frozenset({StaffRole.REVIEWER}),
    ),
    ActorKind.WORKER: WORKER,
    ActorKind.OPERATOR: OPERATOR,
}

A, F, N, S, P, R, W, C = ActorKind
# Who may do it at all; an action of the second table is for one's own subject only.
ALWAYS = {
    Action.REGISTER_SEARCH: {A, F, N, S, C},
    Action.FILE_WITNESS: {A, F, S},
    Action.SAY_IT_IS_ME: {A, F, S},
    Action.COMPLAIN: {A, F, S},
    Action.KEEP_DRAFT: {A, F, N, S, P, R},
    Action.LISTEN: {A, F, N, S, P, R},
    Action.LOG_IN: {A, F, S, P, R},
    Action.IMPORT_REQUESTS: {C},
    Action.IMPORT_INCIDENTS: {C},
    Action.READ_SET_ASIDE: {C},
    Action.TRY_AGAIN: {C},
    Action.PROPOSE: {W},
    Action.END_DUE: {W},
    Action.EXPORT_PROPOSALS: {C},
    Action.EXPORT_SHARED_SEARCHES: {C},
    Action.COUNT_NAME_PARTS: {C},
    Action.ESTIMATE_MODEL: {C},
    Action.RELINK: {C},
    Action.MANAGE_ACCOUNTS: {C},
    Action.VERIFY_AUDIT: {C},
    # And whoever coordinates the committee it was left to: see the test of complaints.
    Action.READ_COMPLAINTS: {C},
    Action.COUNT_RECORDINGS: {C},
    Action.ASK_ERASURE: {P},
    Action.USE_OWN_ACCOUNT: {P, R},
    Action.ACCEPT_INVITATION: {A},
    Action.DRAW_SLOTS: {W},
    Action.SEND_NOTICES: {W},
}
OWN_ONLY = {
    Action.READ_SLOTS: {F, S},
    Action.ANSWER_SLOT: {F, S},
    Action.WRITE_LETTER: {F, S},
    Action.REPLY_LETTER: {R},
    Action.READ_SELF_REPORTS: {R},
    Action.ANSWER_SELF_REPORT: {R},
    Action.CHOOSE_OWN_WORDS: {N},
    Action.RENEW_WORDS: {F, S},
    Action.ADD_RELATIVE: {F},
    Action.END_RELATIVE: {F},
    Action.CLOSE_FOUND: {F},
    Action.STILL_SEARCHING: {F, S},
    Action.ASK_LOST_WORDS: {R},
    Action.CONFIRM_LOST_WORDS: {R},
    Action.GIVE_LOST_WORDS: {R},
    Action.STOP_LOST_WORDS: {F},
    Action.REPORT_EXTORTION: {F, S},
    Action.READ_EXTORTION: {R},
    Action.GO_TO_PARTY: {F},
    # A committee's too, for its own organisation: see the test of helpers.
    Action.FILE_FOR_FAMILY: {P},
    Action.LIST_MISSING: {P},
    Action.READ_CASE: {F, S},
    Action.AMEND_SEARCH: {F, S},
    Action.WITHDRAW_SEARCH: {F},
    Action.READ_CONSENTS: {F},
    Action.GIVE_CONSENT: {F},
    Action.WITHDRAW_CONSENT: {F},
    Action.LIST_SHARED_SEARCHES: {P},
    Action.READ_SHARED_SEARCH: {P},
    Action.READ_SEARCH_FEED: {P},
    Action.REPORT_FOUND: {P},
    Action.READ_OWN_REPORTS: {P},
    Action.IMPORT_REPORTS: {P},
    Action.READ_QUEUE: {R},
    Action.OPEN_CARD: {R},
    Action.OPEN_GROUP: {R},
    Action.READ_DUPLICATES: {R},
    Action.JUDGE_DUPLICATE: {R},
    Action.JUDGE: {R},
    # For whoever reads pairs and coordinates: see the test of minutes.
    Action.DECIDE_IN_MEETING: set(),
    Action.REVEAL_IDENTIFIERS: {R},
    Action.ADD_PHOTO: {F, S, P},
    Action.CHANGE_PHOTO: {F},
    Action.REMOVE_PHOTO: {F, P},
    Action.READ_OWN_PHOTOS: {F, S, P},
    Action.OPEN_PHOTO: {R},
    Action.CLAIM_PAIR: {R},
    Action.COME_BACK: {R},
    Action.LOOK_UP: {R},
    Action.ERASE_SEARCH: {F},
    Action.ERASE_REPORT: {P},
    Action.ACCOUNT_OF_READINGS: {R},
    Action.PLAN_TELLING: {R},
    Action.TELL: {R},
    Action.WRITE_MESSAGE: {F},
    Action.KEEP_LOG: {R},
    Action.RECORD_TALK: {R},
    Action.CHECK_CLAIM: {R},
    Action.OPEN_CONTROL_FACT: {R},
    Action.CHOOSE_COMMITTEE: {F},
    Action.ANSWER_CONFLICT: {R},
    Action.READ_LEARNING: {R},
    Action.PRACTISE: {R},
    # A coordinator's, of the committee that reads the case: see ROLES.
    Action.MOVE_CASE: set(),
    Action.COORDINATE: set(),
    Action.SET_THRESHOLD: set(),
    Action.KEEP_RECORDINGS: set(),
    # Of those who ask the people who were met: see ROLES.
    Action.RELAY_MESSAGE: set(),
    Action.START_APPROACH: {R},
    Action.HAND_OVER: {R},
    # Of roles, of one account, of one kind of organisation: see ROLES and the tests beneath.
    Action.ASK_PERSON: set(),
    Action.PROTECT_CHILD: set(),
    Action.READ_PERSON_ANSWER: set(),
    Action.EXAMINE: set(),
    # A coordinator's, of either portal: see ROLES.
    Action.READ_PEOPLE: set(),
    Action.PROPOSE_ACCESS: set(),
    Action.CONFIRM_ACCESS: set(),
    Action.END_ACCESS: set(),
    Action.MANAGE_TOKENS: set(),
    Action.READ_ALARMS: set(),
    Action.ACKNOWLEDGE_ALARM: set(),
}
# The command line acts for whoever asks the operator: it reports and imports for any organisation, erases for anybody.
FOR_ANYBODY = {
    Action.REPORT_FOUND,
    Action.READ_OWN_REPORTS,
    Action.IMPORT_REPORTS,
    Action.LIST_SHARED_SEARCHES,
    Action.ERASE_SEARCH,
    Action.ERASE_REPORT,
    Action.ACCOUNT_OF_READINGS,
    Action.READ_PEOPLE,
    Action.CONFIRM_ACCESS,
    Action.END_ACCESS,
    Action.MANAGE_TOKENS,
    Action.READ_ALARMS,
}

# Which role an act of staff asks for, in one's own organisation; every other act is open to no role.
COORDINATORS = {
    Action.READ_PEOPLE,
    Action.PROPOSE_ACCESS,
    Action.CONFIRM_ACCESS,
    Action.END_ACCESS,
    Action.MANAGE_TOKENS,
    Action.READ_ALARMS,
    Action.ACKNOWLEDGE_ALARM,
}
SHARED = {Action.LIST_SHARED_SEARCHES, Action.READ_SHARED_SEARCH, Action.READ_SEARCH_FEED}
ROLES: dict[StaffRole, dict[ActorKind, set[Action]]] = {
    StaffRole.COORDINATOR: {
        P: COORDINATORS,
        R: COORDINATORS
        | {Action.MOVE_CASE, Action.COORDINATE, Action.SET_THRESHOLD, Action.READ_COMPLAINTS}
        | {Action.KEEP_RECORDINGS, Action.COUNT_RECORDINGS},
    },
    StaffRole.REVIEWER: {
        P: set(),
        R: {action for action, kinds in OWN_ONLY.items() if R in kinds} | {Action.FILE_FOR_FAMILY},
    },
    StaffRole.REPORTER: {P: {action for action, kinds in OWN_ONLY.items() if P in kinds} - SHARED, R: set()},
    StaffRole.SHARED_READER: {P: SHARED, R: set()},
    StaffRole.PROTECTION_OFFICER: {P: {Action.PROTECT_CHILD}, R: set()},
    StaffRole.INTERMEDIARY: {P: {Action.RELAY_MESSAGE, Action.ASK_PERSON}, R: set()},
}
WHATEVER_THE_ROLE = {action for action, kinds in ALWAYS.items() if kinds & {P, R}}


def expected(kind: ActorKind, action: Action, subject: Subject) -> bool:
    if kind in ALWAYS.get(action, set()) or (kind is C and action in FOR_ANYBODY):
        return True
    return subject is OWN and kind in OWN_ONLY.get(action, set())


def test_every_action_has_its_rule() -> None:
    assert set(POLICY) == set(Action)
    assert set(ALWAYS) | set(OWN_ONLY) == set(Action)


def test_no_kind_of_actor_exists_for_enforcement() -> None:
    of_families = {"anyone", "family", "first_opening", "relative"}
    assert {kind.value for kind in ActorKind} == of_families | {"partner", "reviewer", "worker", "operator"}


@pytest.mark.usefixtures("everything_switched_on")
@pytest.mark.parametrize(("kind", "action"), list(itertools.product(ActorKind, Action)))
def test_each_actor_may_do_what_the_table_says_and_nothing_else(kind: ActorKind, action: Action) -> None:
    for subject in (OWN, OTHERS, NOTHING):
        assert allowed(ACTORS[kind], action, subject) is expected(kind, action, subject), subject


@pytest.mark.usefixtures("everything_switched_on")
@pytest.mark.parametrize("kind", [P, R])
@pytest.mark.parametrize("role", [*StaffRole, None])
@pytest.mark.parametrize("action", Action)
def test_each_role_opens_what_the_table_says_and_nothing_else(
    kind: ActorKind, role: StaffRole | None, action: Action
) -> None:
    mine = replace(OWN, case_id=None, committee_id=SHELTER)
    roles = frozenset({role}) if role else frozenset[StaffRole]()
    actor = Actor(kind=kind, account_id=uuid.UUID(int=7), organisation_id=SHELTER, roles=roles)
    by_role = role is not None and action in ROLES[role][kind]
    always = action in WHATEVER_THE_ROLE and kind in ALWAYS[action]
    assert allowed(actor, action, mine) is (by_role or always)
    assert allowed(actor, action, OTHERS) is always


@pytest.mark.parametrize("kind", OrganisationKind)
def test_only_organisations_that_families_come_to_file_together_with_a_relative(kind: OrganisationKind) -> None:
    own = replace(OWN, organisation_kind=kind)
    helps = {"committee", "shelter", "consulate", "humanitarian"}
    assert allowed(ACTORS[P], Action.FILE_FOR_FAMILY, own) is (kind.value in helps)
    assert not allowed(replace(ACTORS[P], organisation_id=FOREIGN), Action.FILE_FOR_FAMILY, own)


@pytest.mark.parametrize("kind", [P, R])
def test_only_whoever_reads_pairs_and_coordinates_in_a_committee_keeps_the_minutes(kind: ActorKind) -> None:
    both = frozenset({StaffRole.REVIEWER, StaffRole.COORDINATOR})
    for roles in (both, frozenset({StaffRole.REVIEWER}), frozenset({StaffRole.COORDINATOR})):
        keeper = replace(ACTORS[R], kind=kind, roles=roles)
        assert allowed(keeper, Action.DECIDE_IN_MEETING, OWN) is (kind is R and roles == both)
        assert not allowed(keeper, Action.DECIDE_IN_MEETING, OTHERS)


@pytest.mark.parametrize("state_run", StateRun)
@pytest.mark.parametrize("kind", OrganisationKind)
def test_no_state_body_and_no_consulate_files_a_list_of_missing_people(
    kind: OrganisationKind, state_run: StateRun
) -> None:
    own = replace(OWN, organisation_kind=kind, state_run=state_run)
    lists = kind.value in {"committee", "shelter", "humanitarian"} and state_run is StateRun.NO
    assert allowed(ACTORS[P], Action.LIST_MISSING, own) is lists
    assert not allowed(replace(ACTORS[P], organisation_id=FOREIGN), Action.LIST_MISSING, own)
    assert not allowed(OPERATOR, Action.LIST_MISSING, own)


@pytest.mark.parametrize("kind", OrganisationKind)
def test_only_a_forensic_service_that_was_handed_a_body_examines_it(kind: OrganisationKind) -> None:
    own = replace(OWN, organisation_kind=kind)
    assert allowed(ACTORS[P], Action.EXAMINE, own) is (kind is OrganisationKind.FORENSIC)
    assert not allowed(replace(ACTORS[P], organisation_id=FOREIGN), Action.EXAMINE, own)
    assert not allowed(OPERATOR, Action.EXAMINE, own)


def test_what_a_person_answered_is_read_by_one_coordinator_while_they_coordinate() -> None:
    named = replace(OWN, account_id=uuid.UUID(int=8))
    coordinator = replace(ACTORS[R], roles=frozenset({StaffRole.COORDINATOR}))
    assert allowed(coordinator, Action.READ_PERSON_ANSWER, named)
    assert not allowed(ACTORS[R], Action.READ_PERSON_ANSWER, named)
    assert not allowed(replace(coordinator, account_id=uuid.UUID(int=7)), Action.READ_PERSON_ANSWER, named)
    assert not allowed(replace(coordinator, organisation_id=FOREIGN), Action.READ_PERSON_ANSWER, named)
    assert not allowed(OPERATOR, Action.READ_PERSON_ANSWER, named)


def test_fields_that_an_act_opened_are_open_to_one_role_of_one_organisation() -> None:
    opened = replace(OWN, opening=Opening(organisation_id=SHELTER, role=StaffRole.INTERMEDIARY, fields=("a.b",)))
    asks = replace(ACTORS[P], roles=frozenset({StaffRole.INTERMEDIARY}))
    assert opened_to(asks, opened) == ("a.b",)
    assert opened_to(ACTORS[P], opened) == ()
    assert opened_to(replace(asks, organisation_id=FOREIGN), opened) == ()
    assert opened_to(replace(asks, kind=ActorKind.REVIEWER), opened) == ()
    assert opened_to(asks, OWN) == ()


@pytest.mark.parametrize("action", list(OWN_ONLY))
@pytest.mark.parametrize("kind", [F, P, R])
def test_nobody_without_a_case_or_organisation_owns_what_belongs_to_nobody(kind: ActorKind, action: Action) -> None:
    assert not allowed(Actor(kind=kind), action, Subject())


@pytest.mark.parametrize(
    ("kind", "action"), [(kind, action) for action, kinds in OWN_ONLY.items() for kind in ActorKind if kind in kinds]
)
def test_what_belongs_to_others_looks_like_what_does_not_exist(kind: ActorKind, action: Action) -> None:
    refusals = [refusal(ACTORS[kind], action, subject) for subject in (OTHERS, Subject(), Subject(case_id=FOREIGN))]
    assert {(type(one), str(one)) for one in refusals} == {(NotFound, "not_found")}


@pytest.mark.parametrize("action", list(OWN_ONLY))
def test_whoever_could_never_do_it_is_told_so(action: Action) -> None:
    assert isinstance(refusal(ANYONE, action, OWN), AccessDenied)
    assert isinstance(refusal(WORKER, action, OWN), AccessDenied)


def test_an_allowed_act_passes_in_silence() -> None:
    require(ACTORS[F], Action.READ_CASE, OWN)


def test_an_act_that_is_switched_off_is_nobodys_whatever_the_policy_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search.access, "SWITCHED_OFF", frozenset({Action.READ_CASE}))
    assert not is_switched_on(Action.READ_CASE)
    assert not allowed(ACTORS[F], Action.READ_CASE, OWN)
    assert isinstance(refusal(ACTORS[F], Action.READ_CASE, OWN), NotFound)
    assert allowed(ACTORS[F], Action.AMEND_SEARCH, OWN)


@pytest.mark.usefixtures("everything_switched_on")
def test_a_test_can_switch_every_act_on() -> None:
    assert [action for action in Action if not is_switched_on(action)] == []


def refusal(actor: Actor, action: Action, subject: Subject) -> SearchError:
    with pytest.raises(SearchError) as caught:
        require(actor, action, subject)
    return caught.value
