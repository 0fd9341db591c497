"""The whole permission policy, pure: who may do what to which subject.

Every service asks `require` on its first line. An action that is not in the policy is refused to everybody, and a test
holds the policy against the list of actions.
"""

from collections.abc import Callable, Mapping

from search.actions import Action
from search.actors import (
    ANYONE,
    NOTHING,
    OPERATOR,
    WORKER,
    Actor,
    ActorKind,
    Opening,
    Subject,
    TokenScope,
    clerk_of,
)
from search.errors import AccessDenied, NotFound
from search.vocabulary import (
    MAY_FILE_FOR_FAMILIES,
    MAY_LIST_MISSING,
    ConsentPurpose,
    OrganisationKind,
    StaffRole,
    StateRun,
)

__all__ = [
    "ANYONE",
    "NOTHING",
    "OPERATOR",
    "POLICY",
    "SCOPES",
    "SWITCHED_OFF",
    "WORKER",
    "Action",
    "Actor",
    "ActorKind",
    "Opening",
    "Subject",
    "TokenScope",
    "allowed",
    "clerk_of",
    "is_switched_on",
    "opened_to",
    "require",
    "shared_purposes",
]


Rule = Callable[[Actor, Subject], bool]


def _kinds(*kinds: ActorKind) -> Rule:
    return lambda actor, _subject: actor.kind in kinds


def _own_case(actor: Actor, subject: Subject) -> bool:
    return actor.kind is ActorKind.FAMILY and actor.case_id is not None and actor.case_id == subject.case_id


def _of_case(actor: Actor, subject: Subject) -> bool:
    """Whoever began the search, or whom they let in to it."""
    relative = actor.kind is ActorKind.RELATIVE and actor.case_id is not None and actor.case_id == subject.case_id
    return relative or _own_case(actor, subject)


def _own_first_opening(actor: Actor, subject: Subject) -> bool:
    return actor.kind is ActorKind.FIRST_OPENING and actor.case_id is not None and actor.case_id == subject.case_id


def _helps_families(actor: Actor, subject: Subject) -> bool:
    """Whoever reports, or reads pairs, in an organisation of a kind that may file together with a relative."""
    roles = {ActorKind.PARTNER: StaffRole.REPORTER, ActorKind.REVIEWER: StaffRole.REVIEWER}
    may = subject.organisation_kind in MAY_FILE_FOR_FAMILIES and roles.get(actor.kind) in actor.roles
    return may and _works_there(actor, subject)


def _lists_missing(actor: Actor, subject: Subject) -> bool:
    """Whoever reports for an organisation that belongs to no state, and may send lists of people who are missing."""
    may = subject.organisation_kind in MAY_LIST_MISSING and subject.state_run is StateRun.NO
    return may and actor.kind is ActorKind.PARTNER and _own_organisation(actor, subject)


def _adds_to_record(actor: Actor, subject: Subject) -> bool:
    """Whoever may add to a record of their own: of a search also a relative who was let in to it."""
    return _of_case(actor, subject) or _own_record(actor, subject)


def _own_case_or_operator(actor: Actor, subject: Subject) -> bool:
    return actor.kind is ActorKind.OPERATOR or _own_case(actor, subject)


def _own_organisation(actor: Actor, subject: Subject) -> bool:
    if actor.kind is ActorKind.OPERATOR:
        return True
    return actor.kind is ActorKind.PARTNER and StaffRole.REPORTER in actor.roles and _works_there(actor, subject)


def _own_record(actor: Actor, subject: Subject) -> bool:
    """The family whose search it is, or the organisation whose report it is; the command line for neither."""
    return _own_case(actor, subject) or (actor.kind is ActorKind.PARTNER and _own_organisation(actor, subject))


def _reads_shared_searches(actor: Actor, subject: Subject) -> bool:
    if actor.kind is ActorKind.OPERATOR:
        return True
    return actor.kind is ActorKind.PARTNER and StaffRole.SHARED_READER in actor.roles and _works_there(actor, subject)


def _reads_feed(actor: Actor, subject: Subject) -> bool:
    return actor.kind is ActorKind.PARTNER and _reads_shared_searches(actor, subject)


def _shared_with_own_organisation(actor: Actor, subject: Subject) -> bool:
    return bool(shared_purposes(actor, subject))


def _assigned_committee(actor: Actor, subject: Subject) -> bool:
    return (
        actor.kind is ActorKind.REVIEWER
        and StaffRole.REVIEWER in actor.roles
        and actor.organisation_id is not None
        and actor.organisation_id == subject.committee_id
    )


def _keeps_minutes(actor: Actor, subject: Subject) -> bool:
    """Whoever reads pairs and coordinates, in the committee whose pair it is."""
    return StaffRole.COORDINATOR in actor.roles and _assigned_committee(actor, subject)


def _assigned_committee_or_operator(actor: Actor, subject: Subject) -> bool:
    return actor.kind is ActorKind.OPERATOR or _assigned_committee(actor, subject)


def shared_purposes(actor: Actor, subject: Subject) -> frozenset[ConsentPurpose]:
    """For what the family of this case lets the actor's organisation read it now; empty where it does not."""
    sharing = subject.sharing
    if sharing is None or actor.kind is not ActorKind.PARTNER or StaffRole.SHARED_READER not in actor.roles:
        return frozenset()
    return sharing.purposes if actor.organisation_id == sharing.reader.organisation_id else frozenset()


def _coordinator(actor: Actor, subject: Subject) -> bool:
    staff = actor.kind in (ActorKind.PARTNER, ActorKind.REVIEWER) and StaffRole.COORDINATOR in actor.roles
    return staff and _works_there(actor, subject)


def _coordinator_or_operator(actor: Actor, subject: Subject) -> bool:
    return actor.kind is ActorKind.OPERATOR or _coordinator(actor, subject)


def _coordinates_committee(actor: Actor, subject: Subject) -> bool:
    """Whoever coordinates the committee that reads a case."""
    coordinates = actor.kind is ActorKind.REVIEWER and StaffRole.COORDINATOR in actor.roles
    return coordinates and actor.organisation_id is not None and actor.organisation_id == subject.committee_id


def _coordinates_committee_or_operator(actor: Actor, subject: Subject) -> bool:
    return actor.kind is ActorKind.OPERATOR or _coordinates_committee(actor, subject)


def _works_as(role: StaffRole) -> Rule:
    """Whoever was given this role by two people, in the organisation that the subject belongs to."""
    return lambda actor, subject: (
        actor.kind is ActorKind.PARTNER and role in actor.roles and _works_there(actor, subject)
    )


def _named_coordinator(actor: Actor, subject: Subject) -> bool:
    """The one coordinator of the committee who was named to read an answer, as long as they coordinate there."""
    named = actor.account_id is not None and actor.account_id == subject.account_id
    return named and _coordinates_committee(actor, subject)


def _examines(actor: Actor, subject: Subject) -> bool:
    """Whoever reports for the forensic service that was handed a pair."""
    forensic = subject.organisation_kind is OrganisationKind.FORENSIC
    return forensic and _works_as(StaffRole.REPORTER)(actor, subject)


def opened_to(actor: Actor, subject: Subject) -> tuple[str, ...]:
    """The fields of somebody else's record that an act has opened to the actor's organisation in the actor's role."""
    opening = subject.opening
    if opening is None or actor.kind is not ActorKind.PARTNER or opening.role not in actor.roles:
        return ()
    return opening.fields if actor.organisation_id == opening.organisation_id else ()


def _own_account(actor: Actor, _subject: Subject) -> bool:
    return actor.kind in (ActorKind.PARTNER, ActorKind.REVIEWER) and actor.account_id is not None


def _works_there(actor: Actor, subject: Subject) -> bool:
    return actor.organisation_id is not None and actor.organisation_id == subject.organisation_id


_EVERY_VISITOR = (
    ActorKind.ANYONE,
    ActorKind.FAMILY,
    ActorKind.FIRST_OPENING,
    ActorKind.RELATIVE,
    ActorKind.PARTNER,
    ActorKind.REVIEWER,
)

POLICY: dict[Action, Rule] = {
    Action.REGISTER_SEARCH: _kinds(
        ActorKind.ANYONE, ActorKind.FAMILY, ActorKind.FIRST_OPENING, ActorKind.RELATIVE, ActorKind.OPERATOR
    ),
    Action.FILE_FOR_FAMILY: _helps_families,
    Action.CHOOSE_OWN_WORDS: _own_first_opening,
    Action.LIST_MISSING: _lists_missing,
    Action.FILE_WITNESS: _kinds(ActorKind.ANYONE, ActorKind.FAMILY, ActorKind.RELATIVE),
    Action.KEEP_DRAFT: _kinds(*_EVERY_VISITOR),
    Action.LOG_IN: _kinds(
        ActorKind.ANYONE, ActorKind.FAMILY, ActorKind.RELATIVE, ActorKind.PARTNER, ActorKind.REVIEWER
    ),
    Action.READ_CASE: _of_case,
    Action.AMEND_SEARCH: _of_case,
    Action.WITHDRAW_SEARCH: _own_case,
    Action.ERASE_SEARCH: _own_case_or_operator,
    Action.ERASE_REPORT: _own_organisation,
    Action.ASK_ERASURE: _kinds(ActorKind.PARTNER),
    Action.ACCOUNT_OF_READINGS: _assigned_committee_or_operator,
    Action.READ_CONSENTS: _own_case,
    Action.GIVE_CONSENT: _own_case,
    Action.WITHDRAW_CONSENT: _own_case,
    Action.LIST_SHARED_SEARCHES: _reads_shared_searches,
    Action.READ_SHARED_SEARCH: _shared_with_own_organisation,
    Action.EXPORT_SHARED_SEARCHES: _kinds(ActorKind.OPERATOR),
    Action.READ_SEARCH_FEED: _reads_feed,
    Action.REPORT_FOUND: _own_organisation,
    Action.READ_OWN_REPORTS: _own_organisation,
    Action.IMPORT_REPORTS: _own_organisation,
    Action.IMPORT_REQUESTS: _kinds(ActorKind.OPERATOR),
    Action.IMPORT_INCIDENTS: _kinds(ActorKind.OPERATOR),
    Action.PROPOSE: _kinds(ActorKind.WORKER),
    Action.END_DUE: _kinds(ActorKind.WORKER),
    Action.READ_SET_ASIDE: _kinds(ActorKind.OPERATOR),
    Action.TRY_AGAIN: _kinds(ActorKind.OPERATOR),
    Action.READ_QUEUE: _assigned_committee,
    Action.OPEN_CARD: _assigned_committee,
    Action.OPEN_GROUP: _assigned_committee,
    Action.READ_DUPLICATES: _assigned_committee,
    Action.JUDGE_DUPLICATE: _assigned_committee,
    Action.JUDGE: _assigned_committee,
    Action.DECIDE_IN_MEETING: _keeps_minutes,
    Action.REVEAL_IDENTIFIERS: _assigned_committee,
    Action.EXPORT_PROPOSALS: _kinds(ActorKind.OPERATOR),
    Action.COUNT_NAME_PARTS: _kinds(ActorKind.OPERATOR),
    Action.ESTIMATE_MODEL: _kinds(ActorKind.OPERATOR),
    Action.RELINK: _kinds(ActorKind.OPERATOR),
    Action.MANAGE_ACCOUNTS: _kinds(ActorKind.OPERATOR),
    Action.USE_OWN_ACCOUNT: _own_account,
    Action.READ_PEOPLE: _coordinator_or_operator,
    Action.PROPOSE_ACCESS: _coordinator,
    Action.CONFIRM_ACCESS: _coordinator_or_operator,
    Action.END_ACCESS: _coordinator_or_operator,
    Action.ACCEPT_INVITATION: _kinds(ActorKind.ANYONE),
    Action.MANAGE_TOKENS: _coordinator_or_operator,
    Action.READ_ALARMS: _coordinator_or_operator,
    Action.ACKNOWLEDGE_ALARM: _coordinator,
    Action.VERIFY_AUDIT: _kinds(ActorKind.OPERATOR),
    Action.ADD_PHOTO: _adds_to_record,
    Action.CHANGE_PHOTO: _own_case,
    Action.REMOVE_PHOTO: _own_record,
    Action.READ_OWN_PHOTOS: _adds_to_record,
    Action.OPEN_PHOTO: _assigned_committee,
    # Who asks: talks with a family, and claims that are checked by what only it knows.
    Action.RECORD_TALK: _assigned_committee,
    Action.CHECK_CLAIM: _assigned_committee,
    Action.OPEN_CONTROL_FACT: _assigned_committee,
    # How families are told, first words both ways, and offices that were asked.
    Action.PLAN_TELLING: _assigned_committee,
    Action.TELL: _assigned_committee,
    Action.WRITE_MESSAGE: _own_case,
    Action.RELAY_MESSAGE: _works_as(StaffRole.INTERMEDIARY),
    Action.KEEP_LOG: _assigned_committee,
    # Between committees, and what one learns.
    Action.CHOOSE_COMMITTEE: _own_case,
    Action.MOVE_CASE: _coordinates_committee,
    Action.COORDINATE: _coordinates_committee,
    Action.ANSWER_CONFLICT: _assigned_committee,
    Action.READ_LEARNING: _assigned_committee,
    Action.SET_THRESHOLD: _coordinates_committee,
    Action.PRACTISE: _assigned_committee,
    # People who were met, children, and bodies that are handed over.
    Action.START_APPROACH: _assigned_committee,
    Action.ASK_PERSON: _works_as(StaffRole.INTERMEDIARY),
    Action.READ_PERSON_ANSWER: _named_coordinator,
    Action.PROTECT_CHILD: _works_as(StaffRole.PROTECTION_OFFICER),
    Action.HAND_OVER: _assigned_committee,
    Action.EXAMINE: _examines,
    # The list of pairs: who has one open, when it is looked at again, and looking somebody up.
    Action.CLAIM_PAIR: _assigned_committee,
    Action.COME_BACK: _assigned_committee,
    Action.LOOK_UP: _assigned_committee,
}

# Questions on common days, letters and notices.
POLICY |= {
    Action.DRAW_SLOTS: _kinds(ActorKind.WORKER),
    Action.READ_SLOTS: _of_case,
    Action.ANSWER_SLOT: _of_case,
    Action.WRITE_LETTER: _of_case,
    Action.REPLY_LETTER: _assigned_committee,
    Action.SEND_NOTICES: _kinds(ActorKind.WORKER),
}

# What anybody writes without an account: that they are not missing, and complaints.
POLICY |= {
    Action.SAY_IT_IS_ME: _kinds(ActorKind.ANYONE, ActorKind.FAMILY, ActorKind.RELATIVE),
    Action.READ_SELF_REPORTS: _assigned_committee,
    Action.ANSWER_SELF_REPORT: _assigned_committee,
    Action.COMPLAIN: _kinds(ActorKind.ANYONE, ActorKind.FAMILY, ActorKind.RELATIVE),
    Action.READ_COMPLAINTS: _coordinates_committee_or_operator,
}

# Sentences of families' pages that are read aloud: public words, in the care of whoever coordinates a committee.
POLICY |= {
    Action.LISTEN: _kinds(*_EVERY_VISITOR),
    Action.KEEP_RECORDINGS: _coordinates_committee,
    Action.COUNT_RECORDINGS: _coordinates_committee_or_operator,
}

# Coming back: words, relatives, closing.
POLICY |= {
    Action.RENEW_WORDS: _of_case,
    Action.ADD_RELATIVE: _own_case,
    Action.END_RELATIVE: _own_case,
    Action.CLOSE_FOUND: _own_case,
    Action.STILL_SEARCHING: _of_case,
    Action.ASK_LOST_WORDS: _assigned_committee,
    Action.CONFIRM_LOST_WORDS: _assigned_committee,
    Action.GIVE_LOST_WORDS: _assigned_committee,
    Action.STOP_LOST_WORDS: _own_case,
    Action.REPORT_EXTORTION: _of_case,
    Action.READ_EXTORTION: _assigned_committee,
}

# Several people who are sought together.
POLICY |= {Action.GO_TO_PARTY: _own_case}

# Acts that nobody may carry out, whatever the policy says: one that is found wanting is named here.
SWITCHED_OFF: frozenset[Action] = frozenset()

# A token opens the acts of its scopes and no other, whatever its organisation may do.
SCOPES: Mapping[TokenScope, frozenset[Action]] = {
    TokenScope.REPORT_WRITE: frozenset(
        {Action.REPORT_FOUND, Action.IMPORT_REPORTS, Action.ADD_PHOTO, Action.REMOVE_PHOTO}
    ),
    TokenScope.REPORT_READ: frozenset({Action.READ_OWN_REPORTS, Action.READ_OWN_PHOTOS}),
    TokenScope.SHARED_READ: frozenset({Action.LIST_SHARED_SEARCHES, Action.READ_SHARED_SEARCH}),
    TokenScope.PFIF_READ: frozenset({Action.READ_SEARCH_FEED, Action.READ_SHARED_SEARCH}),
}


# To these what is not theirs looks as if it were not there.
_OF_SUBJECTS = (
    ActorKind.FAMILY,
    ActorKind.FIRST_OPENING,
    ActorKind.RELATIVE,
    ActorKind.PARTNER,
    ActorKind.REVIEWER,
)


def is_switched_on(action: Action) -> bool:
    """Whether anybody may carry out `action` at all; where nobody may, a page shows no door to it."""
    return action not in SWITCHED_OFF


def allowed(actor: Actor, action: Action, subject: Subject = NOTHING) -> bool:
    """Whether `actor` may carry out `action` on `subject`."""
    if not is_switched_on(action):
        return False
    rule = POLICY.get(action)
    if actor.scopes is not None and not any(action in SCOPES[scope] for scope in actor.scopes):
        return False
    return rule is not None and rule(actor, subject)


def require(actor: Actor, action: Action, subject: Subject = NOTHING) -> None:
    """Let pass or raise: AccessDenied by kind of actor, NotFound where the subject belongs to others.

    A foreign thing must look exactly like a missing one, so only an actor that could never do this at all learns
    that it is not allowed.
    """
    if allowed(actor, action, subject):
        return
    if subject is not NOTHING and actor.kind in _OF_SUBJECTS:
        raise NotFound("not_found")
    raise AccessDenied("access_denied", action=action.value)
