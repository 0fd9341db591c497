"""A family files a search, adds to it, takes it back, or opens it again."""

import datetime
import hashlib
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, ActorKind, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.new_family_words import PreparedWords
from search.accounts.parties import join_party
from search.casework.committee_cases import Reach, read_reaches, route_case, traits_of
from search.commands import AmendSearch, HelpAgreed, RegisterSearch, WithdrawSearch
from search.documents import EarlierReport, Filing
from search.documents.blankness import says_something
from search.documents.engine_view import sought_view
from search.errors import Conflict, Refused
from search.filing.closing_searches import searches_again
from search.filing.consenting import append_consent
from search.filing.record_storing import Filed, new_id, store_new, store_revision
from search.filing.taken_values import taken_search
from search.models import RecordSide, SearchRequest
from search.records.change_numbers import next_version
from search.records.chunks import chunks
from search.records.erased_marks import (
    earlier_reference_number,
    reference_number,
    submission_number,
    was_erased,
    which_were_erased,
)
from search.records.references import new_reference
from search.records.search_rows import find_case, hold_case
from search.records.sections import encode, read_kinds, read_section, vault_of
from search.summaries import CaseFiled


def register_search(
    session: Session,
    actor: Actor,
    command: RegisterSearch,
    words: PreparedWords,
    *,
    now: datetime.datetime,
    together_with: uuid.UUID | None = None,
) -> CaseFiled:
    """File one search. The five words are told this once; a retry with the same key gets the reference without them.

    `together_with`: the search that the actor has open, whose words are to open this one too.
    """
    require(actor, Action.REGISTER_SEARCH)
    act = Act(actor, Action.REGISTER_SEARCH, together_with=together_with)
    return file_one(session, act, command, words, now=now)


@dataclass(frozen=True, slots=True)
class Act:
    """As what a search is filed, by whom; `agreed` where an organisation files it together with the relative.

    `together_with` is the search whose words open this one too.
    """

    actor: Actor
    action: Action
    agreed: HelpAgreed | None = None
    together_with: uuid.UUID | None = None


def file_one(
    session: Session, act: Act, command: RegisterSearch, words: PreparedWords, *, now: datetime.datetime
) -> CaseFiled:
    """File one search; the caller has asked for permission."""
    command = taken_search(command)
    if not says_something(command.sought, command.identifiers):
        raise Refused("search_says_nothing")
    request = _new_request(session, read_reaches(session), command, now)
    request.passphrase_hash = words.hashed
    if act.together_with is not None:
        join_party(session, act.actor, request, act.together_with)
    if act.agreed is not None:
        _note_help(request, act.agreed)
    # Taken before looking for an earlier submission: a retry that arrives at the same moment waits here for the first.
    request.version = next_version(session)
    earlier = _filed_before(session, command)
    if earlier is not None:
        return CaseFiled(case_id=earlier.id, reference=earlier.reference, passphrase=(), already_filed=True)
    if request.idempotency_digest is not None and was_erased(session, submission_number(request.idempotency_digest)):
        raise Refused("search_was_erased")
    _store(session, [(request, command)], now)
    record_act(session, act.actor, act.action, subject=("search_request", request.id), now=now)
    told = words.words if act.together_with is None else ()
    return CaseFiled(case_id=request.id, reference=request.reference, passphrase=told)


def _note_help(request: SearchRequest, agreed: HelpAgreed) -> None:
    request.filed_by_organisation, request.filed_by_account = agreed.organisation_id, agreed.account_id
    request.read_digest, request.read_language = agreed.text_digest, agreed.language
    request.read_at = agreed.read_at


def import_searches(
    session: Session, actor: Actor, commands: Iterable[RegisterSearch], *, now: datetime.datetime
) -> tuple[int, int]:
    """File the searches of another registry: how many were new, how many already known.

    One is known by the number that it had there, or by all it says where it had none, so that a file that was broken
    off may be brought in again. Nobody is there to be told five words; they are issued to each family when it comes.
    """
    require(actor, Action.IMPORT_REQUESTS)
    filed = file_unknown(session, commands, now=now)
    detail = {"new": filed.count(True)}
    record_act(session, actor, Action.IMPORT_REQUESTS, subject=("registry", "searches"), now=now, detail=detail)
    return filed.count(True), filed.count(False)


def file_unknown(
    session: Session, commands: Iterable[RegisterSearch], *, now: datetime.datetime, listed_by: Actor | None = None
) -> tuple[bool, ...]:
    """File the searches of which nobody knows a family; which of them were new. The caller has asked for permission.

    `listed_by`: who sent them for an organisation, which is named on each.
    """
    sifted = _sifted(session, commands, now)
    new = [(request, command) for request, command, is_new in sifted if is_new]
    version = next_version(session)
    for request, _ in new:
        request.version = version
        if listed_by is not None:
            request.filed_by_organisation, request.filed_by_account = listed_by.organisation_id, listed_by.account_id
    _store(session, new, now)
    return tuple(is_new for _, _, is_new in sifted)


def which_are_unknown(
    session: Session, commands: Iterable[RegisterSearch], *, now: datetime.datetime
) -> tuple[bool, ...]:
    """Which searches `file_unknown` would file; nothing is stored. The caller has asked for permission."""
    return tuple(is_new for _, _, is_new in _sifted(session, commands, now))


def _sifted(
    session: Session, commands: Iterable[RegisterSearch], now: datetime.datetime
) -> list[tuple[SearchRequest, RegisterSearch, bool]]:
    """Each search with whether it is new: known neither from before nor from among these."""
    reaches = read_reaches(session)
    wanted = map(_known_again, map(taken_search, commands))
    read = [(_new_request(session, reaches, command, now), command) for command in wanted]
    known = _filed_or_erased(session, [request for request, _ in read])
    sifted = []
    for request, command in read:
        sifted.append((request, command, not known.intersection(_numbers(request))))
        known.update(_numbers(request))
    return sifted


def amend_search(session: Session, actor: Actor, command: AmendSearch, *, now: datetime.datetime) -> None:
    """Keep the family's newest words as a new revision; the search is compared again with everything.

    What changes nothing leaves no revision. Raises Conflict where the search changed since it was read.
    """
    require(actor, Action.AMEND_SEARCH, Subject(case_id=command.case_id))
    command = taken_search(command)
    if not says_something(command.sought, command.identifiers):
        raise Refused("search_says_nothing")
    # Taken before the search is read: whoever changes it at the same moment waits here.
    version = next_version(session)
    request = find_case(session, command.case_id)
    if command.seen_revision not in (None, request.revision):
        raise Conflict("changed_meanwhile")
    if actor.kind is ActorKind.RELATIVE:
        command = _as_a_relative(session, request, command)
    if _says_the_same(session, request, command):
        return
    request.version, request.changed_at = version, now
    view = sought_view(command.sought, command.identifiers)
    store_revision(session, Filed(request, (command.sought, command.identifiers, command.filing), view))
    record_act(session, actor, Action.AMEND_SEARCH, subject=("search_request", request.id), now=now)


def _as_a_relative(session: Session, request: SearchRequest, command: AmendSearch) -> AmendSearch:
    """The change but for what tells the family from everybody else, which whoever was let in leaves as it is.

    Whoever could change it could say tomorrow that they are the family and lost its words.
    """
    kept = (read_section(session, request.number, Filing) or Filing()).control_questions
    return replace(command, filing=replace(command.filing, control_questions=kept))


def _says_the_same(session: Session, request: SearchRequest, command: AmendSearch) -> bool:
    said: dict[type[Any], Any] = {type(one): one for one in (command.sought, command.identifiers, command.filing)}
    before = read_kinds(session, request.number, list(said))
    return all((before.get(kind) or kind()) == one for kind, one in said.items())


def withdraw_search(session: Session, actor: Actor, command: WithdrawSearch, *, now: datetime.datetime) -> None:
    """Stop searching. Nothing is erased, so that it can be taken back."""
    require(actor, Action.WITHDRAW_SEARCH, Subject(case_id=command.case_id))
    request = hold_case(session, command.case_id)
    request.withdrawn_at = request.withdrawn_at or now
    detail = {"now": "withdrawn"}
    record_act(
        session, actor, Action.WITHDRAW_SEARCH, subject=("search_request", command.case_id), now=now, detail=detail
    )


def reopen_search(session: Session, actor: Actor, command: WithdrawSearch, *, now: datetime.datetime) -> None:
    """Search again, and compare with all that came meanwhile."""
    require(actor, Action.WITHDRAW_SEARCH, Subject(case_id=command.case_id))
    # Taken before the search is held, as by all who change one.
    version = next_version(session)
    request = hold_case(session, command.case_id)
    request.withdrawn_at = None
    searches_again(session, request, now)
    request.version, request.changed_at = version, now
    detail = {"now": "open"}
    record_act(
        session, actor, Action.WITHDRAW_SEARCH, subject=("search_request", command.case_id), now=now, detail=detail
    )


def _new_request(
    session: Session, reaches: Sequence[Reach], command: RegisterSearch, now: datetime.datetime
) -> SearchRequest:
    case_id = new_id()
    traits = traits_of((command.language, command.reply_language), command.sought)
    return SearchRequest(
        id=case_id,
        side=RecordSide.SOUGHT.value,
        reference=_fresh_reference(session),
        passphrase_hash="",
        language=command.language,
        reply_language=command.reply_language or command.language,
        channel=command.channel.value,
        committee_id=route_case(reaches, traits, case_id),
        earlier_reference_digest=_digest(session, "earlier reference", command.earlier_reference),
        idempotency_digest=_digest(session, "idempotency", command.idempotency_key),
        entry_date=now,
        revision=1,
    )


def _store(session: Session, new: Sequence[tuple[SearchRequest, RegisterSearch]], now: datetime.datetime) -> None:
    store_new(
        session,
        [
            Filed(
                request,
                (command.sought, command.identifiers, _filing(command)),
                sought_view(command.sought, command.identifiers),
            )
            for request, command in new
        ],
    )
    for request, command in new:
        for given in command.consents:
            append_consent(session, request, given, now)


def _filing(command: RegisterSearch) -> Filing:
    if not command.earlier_reference:
        return command.filing
    earlier = EarlierReport(office="", number=command.earlier_reference)
    return replace(command.filing, earlier_reports=(*command.filing.earlier_reports, earlier))


def _filed_before(session: Session, command: RegisterSearch) -> SearchRequest | None:
    digest = _digest(session, "idempotency", command.idempotency_key)
    if digest is None:
        return None
    return session.scalars(select(SearchRequest).where(SearchRequest.idempotency_digest == digest)).one_or_none()


def _known_again(command: RegisterSearch) -> RegisterSearch:
    """Where another registry gave no number, what it says is the key of its submission."""
    if command.earlier_reference or command.idempotency_key:
        return command
    return replace(command, idempotency_key=f"file {hashlib.sha256(encode(command)).hexdigest()}")


def _numbers(request: SearchRequest) -> list[str]:
    """The numbers under which a search is known again, as `erased_marks` says them."""
    earlier, submission = request.earlier_reference_digest, request.idempotency_digest
    found = [] if earlier is None else [earlier_reference_number(earlier)]
    return found if submission is None else [*found, submission_number(submission)]


def _filed_or_erased(session: Session, requests: Sequence[SearchRequest]) -> set[str]:
    """The numbers of these searches under which one was filed before, or erased."""
    found = which_were_erased(session, [number for request in requests for number in _numbers(request)])
    for column, number_of in (
        (SearchRequest.earlier_reference_digest, earlier_reference_number),
        (SearchRequest.idempotency_digest, submission_number),
    ):
        wanted = [getattr(request, column.key) for request in requests]
        for chunk in chunks([digest for digest in wanted if digest is not None]):
            filed = session.scalars(select(column).where(column.in_(chunk)))
            found |= {number_of(digest) for digest in filed if digest is not None}
    return found


def _fresh_reference(session: Session) -> str:
    """A new reference; never one of a search that was erased."""
    while was_erased(session, reference_number(reference := new_reference())):
        continue
    return reference


def _digest(session: Session, purpose: str, text: str) -> int | None:
    return vault_of(session).digest(purpose, text) if text else None
