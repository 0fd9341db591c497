"""An organisation files a search together with a relative who sits there.

It is the relative's search: the organisation is named on it, gets no list and no number of it, and its own account
never opens it. It learns the words of the filing because somebody writes them down there; they are replaced when the
family opens its search for the first time (`search.accounts.first_opening`).
"""

import datetime
import uuid

from sqlalchemy.orm import Session

from search.access import Action, Actor, ActorKind, Subject, require
from search.accounts.helper_passes import FILED_WITHIN, HelperPass
from search.accounts.new_family_words import PreparedWords
from search.accounts.reading_limits import HELPED, count_things
from search.accounts.roles import roles_of
from search.casework.talks import append_talk
from search.casework_commands import RecordTalk
from search.commands import FileForFamily, HelpAgreed
from search.errors import AccessDenied, NotFound, Refused
from search.filing.registering_searches import Act, file_one
from search.models import Account, Organisation
from search.records.search_rows import find_case
from search.summaries import CaseFiled
from search.vocabulary import OrganisationKind, StateRun

_DIGEST_BYTES = 32
_COMMITTEE = "committee"


def pass_for(session: Session, actor: Actor, *, now: datetime.datetime) -> HelperPass:
    """A pass for whoever is signed in, where their organisation may file together with relatives."""
    organisation = session.get(Organisation, actor.organisation_id)
    _require_helper(actor, organisation)
    if organisation is None or actor.account_id is None:
        raise NotFound("not_found")
    return HelperPass(
        organisation_id=organisation.id,
        account_id=actor.account_id,
        organisation=organisation.name,
        kind=OrganisationKind(organisation.kind),
        state_run=StateRun(organisation.state_run),
        made_at=now,
        reads_pairs=actor.kind is ActorKind.REVIEWER,
    )


def file_for_family(
    session: Session,
    actor: Actor,
    command: FileForFamily,
    words: PreparedWords,
    helper: HelperPass,
    *,
    now: datetime.datetime,
) -> CaseFiled:
    """File a relative's search with an organisation's help; the words are told this once. `actor` is the relative.

    Refused("help_is_over") where the pass is too old or the person who helps may help no longer, and TooManyAttempts
    `helped_used` where that person files by the dozen: nobody sits with so many, and no state body files in bulk.
    """
    require(actor, Action.REGISTER_SEARCH)
    helping, agreed = _helping(session, helper, now), command.agreed
    fits = (agreed.organisation_id, agreed.account_id) == (helper.organisation_id, helper.account_id)
    if not fits or len(agreed.text_digest) != _DIGEST_BYTES:
        raise Refused("consent_not_asked")
    filed = file_one(session, Act(helping, Action.FILE_FOR_FAMILY, agreed), command.search, words, now=now)
    if not filed.already_filed:
        # The audit has it by now, so that nothing more is counted; a refusal files nothing.
        count_things(session, helping, HELPED, (), now=now)
        _note_talk(session, helping, helper, filed, agreed, now)
    return filed


def _note_talk(
    session: Session, helping: Actor, helper: HelperPass, filed: CaseFiled, agreed: HelpAgreed, now: datetime.datetime
) -> None:
    """Whoever sat with a relative has spoken with them; what belongs to a state, or may, vouches for nobody."""
    if helper.state_run is not StateRun.NO or helper.kind is OrganisationKind.CONSULATE:
        return
    request = find_case(session, filed.case_id)
    spoken = RecordTalk(case_id=filed.case_id, held_on=agreed.read_at.date(), language=agreed.language)
    append_talk(session, request.number, helping, spoken, now)


def _helping(session: Session, helper: HelperPass, now: datetime.datetime) -> Actor:
    """Who helps, as they stand now."""
    account = session.get(Account, helper.account_id)
    if account is None or account.disabled_at is not None or not helper.lasts(now, FILED_WITHIN):
        raise Refused("help_is_over")
    actor = Actor(
        kind=ActorKind.REVIEWER if account.role == _COMMITTEE else ActorKind.PARTNER,
        account_id=account.id,
        organisation_id=account.organisation_id,
        roles=roles_of(session, account.id),
    )
    try:
        _require_helper(actor, session.get(Organisation, helper.organisation_id))
    except (AccessDenied, NotFound):
        raise Refused("help_is_over") from None
    return actor


def _require_helper(actor: Actor, organisation: Organisation | None) -> None:
    kind = None if organisation is None else OrganisationKind(organisation.kind)
    subject = Subject(organisation_id=_id_of(organisation), organisation_kind=kind)
    require(actor, Action.FILE_FOR_FAMILY, subject)


def _id_of(organisation: Organisation | None) -> uuid.UUID | None:
    return None if organisation is None else organisation.id
