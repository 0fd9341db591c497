"""Under which name a member of staff is seen by others: one that they chose, never the login that opens their door."""

import datetime
import unicodedata
import uuid
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.errors import Refused
from search.models import Account

_SHORTEST, _LONGEST = 2, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseName:
    """The name under which one wants to be seen."""

    name: str


def shown_name(account: Account) -> str:
    """The chosen name; of somebody who chose none yet, a number that stays theirs and opens nothing."""
    return account.shown_name or f"№ {account.id.hex[:6]}"


def shown_names(session: Session, account_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, str]:
    """The name of each of these accounts, by its id."""
    found = session.scalars(select(Account).where(Account.id.in_(set(account_ids))))
    return {account.id: shown_name(account) for account in found}


def choose_name(session: Session, actor: Actor, command: ChooseName, *, now: datetime.datetime) -> str:
    """Be seen under this name from now on, also on what was decided before; returns it as it is kept.

    Refused where it is a login, or the name of somebody else in the organisation.
    """
    require(actor, Action.USE_OWN_ACCOUNT)
    account = session.get_one(Account, actor.account_id)
    name = _tidy(command.name)
    if not _SHORTEST <= len(name) <= _LONGEST:
        raise Refused("name_not_shown_like_this")
    colleagues = session.scalars(select(Account).where(Account.organisation_id == account.organisation_id)).all()
    others = [one for one in colleagues if one.id != account.id]
    taken = {_alike(one.login) for one in colleagues} | {_alike(shown_name(one)) for one in others}
    if _alike(name) in taken:
        raise Refused("shown_name_taken")
    account.shown_name = name
    session.flush()
    record_act(session, actor, Action.USE_OWN_ACCOUNT, subject=("account", account.id), now=now)
    return name


def _tidy(typed: str) -> str:
    """Without signs that cannot be seen, and with single spaces."""
    seen = "".join(letter if unicodedata.category(letter)[0] != "C" else " " for letter in typed)
    return " ".join(unicodedata.normalize("NFC", seen).split())


def _alike(name: str) -> str:
    """The same for names that a reader could take for one another."""
    return unicodedata.normalize("NFKC", name).casefold().replace(" ", "")
