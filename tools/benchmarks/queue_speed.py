"""How long a reader waits for the list, the next pair and a card, where the registry is large and the list is long.

Pages are asked of the portal itself, one after the other, by readers who are signed in: all that a request does but
for the network. Every reader opens no more cards than one person may, and the clock goes on meanwhile. Times are of
the wall.
"""

import datetime
import itertools
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import select, text

from benchmarks.queue_filling import COMMITTEE, pair_ids
from search.access import OPERATOR, Actor, ActorKind
from search.accounts.sessions import open_staff_session
from search.accounts.staff import NewAccount, add_account
from search.casework.practice import ENOUGH
from search.committee_commands import AnswerConflict
from search.committees.conflicts import answer_conflict
from search.models import Account, MatchProposal, PracticeAnswer
from search.settings import Settings
from search.storage.database import Database
from search.vocabulary import OrganisationKind, StaffRole
from web.committee import create_committee
from web.context import Context
from web.session_cookies import TOKEN

_WARMING_UP = 5
# A reader opens fewer cards than one person may in an hour.
_OF_A_READER, _BETWEEN = 40, datetime.timedelta(seconds=20)
_LISTS = (
    "/",
    "/?tab=mine",
    "/?tab=awaiting_second",
    "/?tab=ruled_out",
    "/?tab=open&page=40",
    "/?tab=open&language=ti",
    "/?tab=open&kind=mortuary",
    "/?tab=open&country=LY",
    "/?tab=open&unnamed=1",
    "/?tab=open&country=LY&language=so&unnamed=1",
)


@dataclass(frozen=True, slots=True)
class Timed:
    """Seconds of one kind of page."""

    page: str
    seconds: tuple[float, ...]

    def milliseconds(self, share: float) -> float:
        """The quantile of its times."""
        return float(np.quantile(self.seconds, share)) * 1000


@dataclass(frozen=True, slots=True)
class _Reader:
    """Somebody who is signed in."""

    client: Any
    actor: Actor


@dataclass(slots=True)
class _Portal:
    """The committee's portal with its readers; its clock goes on by itself."""

    database: Database
    app: Any
    now: datetime.datetime

    def clock(self) -> datetime.datetime:
        """What time it is there."""
        return self.now

    def reader(self) -> _Reader:
        """A new reader of the committee."""
        login = f"reader-{uuid.uuid4().hex[:12]}"
        new = NewAccount(
            organisation=COMMITTEE,
            organisation_kind=OrganisationKind.COMMITTEE,
            login=login,
            password=uuid.uuid4().hex,
            one_time_code=False,
        )
        with self.database.transaction() as session:
            add_account(session, OPERATOR, new, now=self.now)
            account = session.scalars(select(Account).where(Account.login == login)).one()
            # Nobody's first card: invented ones were answered before.
            session.add_all(
                PracticeAnswer(
                    id=uuid.uuid4(), account_id=account.id, card=card, kind="unsure", right=True, made_at=self.now
                )
                for card in range(ENOUGH)
            )
            token = open_staff_session(session, account, now=self.now).token
            roles = frozenset({StaffRole.REVIEWER})
            kind = ActorKind.REVIEWER
            actor = Actor(kind=kind, account_id=account.id, organisation_id=account.organisation_id, roles=roles)
        client = self.app.test_client()
        with client.session_transaction() as cookie:
            cookie[TOKEN] = token
        return _Reader(client, actor)

    def knows_nobody(self, reader: _Reader, pair: uuid.UUID) -> None:
        """Answer the question that comes before a card, which is not timed."""
        with self.database.transaction() as session:
            answer_conflict(session, reader.actor, AnswerConflict(proposal_id=pair, goes_on=True), now=self.now)


def measure_queue(
    database: Database, folder: Path, times: int, begins: datetime.datetime, report: Callable[[str], None]
) -> list[Timed]:
    """So many requests of each kind, on a database that `queue_filling` filled."""
    settings = Settings(demonstration=True, var=folder / "var")
    portal = _Portal(database, None, begins)
    portal.app = create_committee(
        Context(settings=settings, database=database, vault=database.vault, clock=portal.clock)
    )
    portal.app.config["APPLICATION_ROOT"] = "/committee"
    with database.reading() as session:
        pairs = pair_ids(session, times, seed=2)
    kinds: dict[str, list[tuple[str, uuid.UUID | None]]] = {
        "list": [(address, None) for address in itertools.islice(itertools.cycle(_LISTS), times)],
        "next": [("/next?tab=open", None)] * times,
        "card": [(f"/cards/{pair}", pair) for pair in pairs],
        "rivals": [(f"/cards/{pair}/rivals", pair) for pair in pairs],
    }
    timed = []
    for name, asked in kinds.items():
        timed.append(Timed(name, tuple(_all(portal, asked))[_WARMING_UP:]))
        report(f"{name}: {timed[-1].milliseconds(0.95):.0f} ms at the 95th percentile")
    return timed


def _all(portal: _Portal, asked: Sequence[tuple[str, uuid.UUID | None]]) -> Iterator[float]:
    reader = portal.reader()
    for number, (address, pair) in enumerate(asked):
        if number % _OF_A_READER == 0:
            reader = portal.reader()
        portal.now += _BETWEEN
        if pair is not None:
            portal.knows_nobody(reader, pair)
        started = time.perf_counter()
        answer = reader.client.get(address)
        yield time.perf_counter() - started
        if answer.status_code not in {200, 303} or (pair is not None and answer.status_code != 200):
            raise RuntimeError(f"{address} answered {answer.status_code}")


def query_plans(database: Database) -> list[str]:
    """How the database finds a page of the list, as it says itself."""
    explain = "EXPLAIN" if database.engine.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN"
    with database.reading() as session:
        committee = session.scalars(select(MatchProposal.committee_id).limit(1)).one()
        asked = (
            "SELECT id FROM match_proposals WHERE committee_id = :committee AND state = 'open' "
            "ORDER BY queue_order, id LIMIT 20"
        )
        value = committee if database.engine.dialect.name == "postgresql" else committee.hex
        rows = session.execute(text(f"{explain} {asked}"), {"committee": value})
        return [str(tuple(row)) for row in rows]


def lines(timed: Sequence[Timed]) -> Iterator[tuple[str, ...]]:
    """The results as rows of a table, in milliseconds."""
    yield ("page", "requests", "median_ms", "p95_ms", "longest_ms")
    for one in timed:
        quantiles = (f"{one.milliseconds(share):.0f}" for share in (0.5, 0.95, 1.0))
        yield (one.page, str(len(one.seconds)), *quantiles)
