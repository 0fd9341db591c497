"""Fills an empty database with the demonstration registry, through the same services as everybody's data.

All people, organisations and numbers in this folder are invented. Its passwords are public, so its accounts are made in
no other way than by this module, and only where there is no organisation yet.
"""

import csv
import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from i18n.passphrases import new_passphrase
from search.access import OPERATOR, Actor, ActorKind, clerk_of
from search.accounts.new_family_words import prepare_words
from search.accounts.organisations import DescribeOrganisation, describe_organisation, find_organisation
from search.accounts.sessions import COMMITTEE, PARTNER
from search.accounts.shown_names import ChooseName, choose_name
from search.accounts.staff import NewAccount, add_account, find_account
from search.casework.practice import ENOUGH
from search.commands import ImportSheet, RegisterSearch
from search.committee_commands import SetReach
from search.committees.reach import set_reach
from search.demonstration.demonstration_photos import add_drawings, read_drawings
from search.files.request_lines import RequestRead, read_requests
from search.filing.importing_searches import import_search_lines
from search.filing.importing_sheets import question_of, sheet_sender, store_sheet
from search.filing.registering_searches import register_search
from search.learning.practice_cards import CARDS
from search.learning.practising import answer_practice
from search.learning_summaries import AnswerPractice
from search.models import Account, Organisation, SearchRequest
from search.records.sections import vault_of
from search.sheets.sheet_understanding import understand
from search.storage.database import Database
from search.vocabulary import OrganisationKind, RouteRegion, StaffRole, StateRun

MATERIAL = Path(__file__).parent
SHEETS = MATERIAL / "sheets"
# The search that a visitor can open as its family: the first of the file, a mother's, told in Tigrinya.
WALK_THROUGH = "DEMO-0001"
# Portals and words are not offered in Tigrinya yet; this mother uses the English ones and is answered in her language.
_PORTAL_LANGUAGE, _REPLY_LANGUAGE = "en", "ti"
# The searches of families who are spoken with in French or Haitian Creole are read by a committee of their own.
_SECOND_COMMITTEE = SetReach(
    name="Réseau des familles Les Amandiers", languages=("fr", "ht"), routes=(RouteRegion.CHANNEL,)
)
# The readers who have practised already, so that a visitor comes to real cards at once; the others are led to practice.
_HAVE_PRACTISED = ("first.reader", "second.reader")
_SELF = Actor(kind=ActorKind.PARTNER)
_CONTACT = "invented, reachable nowhere"
_PLACES_IN_WORD_LIST = (101, 733, 256, 914, 480)


@dataclass(frozen=True, slots=True)
class DemonstrationAccount:
    """An invented account; `portal` is committee or partner, `sheet` the file of `sheets/` that it sent, if any.

    `country` and `state_run` are its organisation's. `shown_name` is what colleagues see in place of the login.
    """

    portal: str
    login: str
    password: str
    organisation: str
    kind: OrganisationKind
    sheet: str
    country: str
    state_run: StateRun
    roles: frozenset[StaffRole]
    shown_name: str


@dataclass(frozen=True, slots=True)
class Demonstration:
    """Who may come in. A database that holds other data has no such accounts, and no such search."""

    accounts: tuple[DemonstrationAccount, ...]
    reference: str = ""
    words: tuple[str, ...] = ()


def load_demonstration(database: Database, *, now: datetime.datetime) -> Demonstration:
    """Load everything in one transaction where there is no organisation yet; else only say what is there."""
    with database.reading() as session:
        if _has_organisations(session):
            return _what_is_there(session)
    drawings = read_drawings()
    with database.transaction() as session:
        for account in demonstration_accounts():
            _add(session, account, now)
        set_reach(session, OPERATOR, _SECOND_COMMITTEE, now=now)
        _file_searches(session, now)
        for account in demonstration_accounts():
            if account.sheet:
                _send_sheet(session, account, now)
        add_drawings(session, drawings, now=now)
        for login in _HAVE_PRACTISED:
            _practise(session, find_account(session, login), now)
        return _what_is_there(session)


def demonstration_accounts() -> tuple[DemonstrationAccount, ...]:
    """All accounts of `accounts.tsv`."""
    with (MATERIAL / "accounts.tsv").open(encoding="utf-8", newline="") as lines:
        rows = [(row, OrganisationKind(row["kind"])) for row in csv.DictReader(lines, delimiter="\t")]
    return tuple(
        DemonstrationAccount(
            portal=COMMITTEE if kind is OrganisationKind.COMMITTEE else PARTNER,
            login=row["login"],
            password=row["password"],
            organisation=row["organisation"],
            kind=kind,
            sheet=row["sheet"],
            country=row["country"],
            state_run=StateRun(row["state_run"]),
            roles=frozenset(StaffRole(role) for role in row["roles"].split()),
            shown_name=row["shown_name"],
        )
        for row, kind in rows
    )


def _has_organisations(session: Session) -> bool:
    return session.scalars(select(Organisation.id).limit(1)).first() is not None


def _what_is_there(session: Session) -> Demonstration:
    logins = set(session.scalars(select(Account.login)))
    accounts = tuple(account for account in demonstration_accounts() if account.login in logins)
    digest = vault_of(session).digest("earlier reference", WALK_THROUGH)
    statement = select(SearchRequest.reference).where(SearchRequest.earlier_reference_digest == digest)
    reference = session.scalars(statement).one_or_none()
    if reference is None:
        return Demonstration(accounts)
    return Demonstration(accounts, reference, new_passphrase(_PORTAL_LANGUAGE, _known_choice()))


def _add(session: Session, account: DemonstrationAccount, now: datetime.datetime) -> None:
    command = NewAccount(
        organisation=account.organisation,
        organisation_kind=account.kind,
        login=account.login,
        password=account.password,
        roles=account.roles,
        one_time_code=False,
    )
    add_account(session, OPERATOR, command, now=now)
    described = DescribeOrganisation(
        name=account.organisation, country=account.country, state_run=account.state_run, contact=_CONTACT
    )
    describe_organisation(session, OPERATOR, described, now=now)
    made = find_account(session, account.login)
    choose_name(session, replace(_SELF, account_id=made.id), ChooseName(name=account.shown_name), now=now)


def _file_searches(session: Session, now: datetime.datetime) -> None:
    """The walk-through's search as its family files it; then the file, which holds it too and finds it known."""
    words = prepare_words(_PORTAL_LANGUAGE, _known_choice())
    register_search(session, OPERATOR, _walk_through(now.date()), words, now=now)
    with (MATERIAL / "requests.jsonl").open("rb") as lines:
        import_search_lines(session, OPERATOR, lines, now=now)


def _practise(session: Session, account: Account, now: datetime.datetime) -> None:
    """As many of the invented cards as are needed, answered as is known."""
    reader = replace(
        _SELF,
        kind=ActorKind.REVIEWER,
        account_id=account.id,
        organisation_id=account.organisation_id,
        roles=frozenset({StaffRole.REVIEWER}),
    )
    for number, pair in enumerate(CARDS[:ENOUGH], start=1):
        answer_practice(session, reader, AnswerPractice(card=number, kind=pair.answer), now=now)


def _walk_through(today: datetime.date) -> RegisterSearch:
    with (MATERIAL / "requests.jsonl").open("rb") as lines:
        told = next(read for read in read_requests(lines, today=today) if isinstance(read, RequestRead))
    return replace(told.command, language=_PORTAL_LANGUAGE, reply_language=_REPLY_LANGUAGE)


def _send_sheet(session: Session, account: DemonstrationAccount, now: datetime.datetime) -> None:
    sender = clerk_of(find_organisation(session, account.organisation).id)
    content = (SHEETS / account.sheet).read_bytes()
    command = ImportSheet(filename=account.sheet, content=content)
    # Our own file, which needs no child to be read in.
    reading = understand(question_of(sheet_sender(session, sender), command, today=now.date()))
    store_sheet(session, sender, reading, vault_of(session).digest("file", content.hex()), now=now)


def _known_choice() -> Callable[[int], int]:
    """A choice that gives equal words every time, so that they can be printed again."""
    places: Iterator[int] = iter(_PLACES_IN_WORD_LIST)
    return lambda size: next(places) % size
