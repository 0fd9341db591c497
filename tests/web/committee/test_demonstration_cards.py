"""Every pair of the demonstration, as a reader meets it: words agree with numbers, and headings can be read."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from matching import Engine
from matching.evidence import Outcome
from matching.names.shown_readings import is_in_latin
from search.access import Actor, ActorKind
from search.commands import OpenCard
from search.demonstration import load_demonstration
from search.models import Account, MatchProposal
from search.proposing.worker import Worker
from search.review import card as card_module
from search.review.card import open_card
from search.settings import Settings
from search.storage.database import Database
from search.storage.encryption import Vault
from search.summaries import ProposalCard
from search.vocabulary import LIVING_KINDS, StaffRole
from tests.fixtures.portals import NOW
from tests.fixtures.staff import signed_in
from web.committee import create_committee
from web.committee.waterfall import LEAST_SAID, waterfall
from web.context import Context

# What the words of a level say agrees, however little it weighs.
_AGREEING = re.compile(
    r"^(?:(?:dead|living|stated|assessed)_)?(?:same|within|shared|usual|very_strong|strong|all_same|most_same)"
)


@dataclass(frozen=True, slots=True)
class Read:
    """The demonstration with all its cards, opened by one reader without a limit."""

    context: Context
    cards: tuple[ProposalCard, ...]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite_file: Path, vault: Vault) -> Iterator[Read]:
    folder = tmp_path_factory.mktemp("demonstration")
    database = Database.open(
        f"sqlite:///{shutil.copy(migrated_sqlite_file, folder / 'r.sqlite')}", vault, Engine.load()
    )
    load_demonstration(database, now=NOW)
    Worker(database, lambda: NOW).match_all()
    settings = Settings(demonstration=True, var=folder / "var")
    yield Read(Context(settings=settings, database=database, vault=vault, clock=lambda: NOW), _cards(database))
    database.close()


def _knows_nobody(*_: object) -> None:
    """The reader knows nobody of any pair."""


def _cards(database: Database) -> tuple[ProposalCard, ...]:
    with pytest.MonkeyPatch.context() as patch, database.transaction() as session:
        patch.setattr(card_module, "count_one", lambda *_, **__: 100)
        patch.setattr(card_module, "require_asked", _knows_nobody)
        rows = session.scalars(select(MatchProposal).order_by(MatchProposal.id)).all()
        reader = session.scalars(select(Account).where(Account.role == "committee").order_by(Account.login)).first()
        assert reader is not None
        return tuple(
            open_card(
                session,
                Actor(
                    kind=ActorKind.REVIEWER,
                    account_id=reader.id,
                    organisation_id=row.committee_id,
                    roles=frozenset({StaffRole.REVIEWER}),
                ),
                OpenCard(proposal_id=row.id),
                now=NOW,
            )
            for row in rows
        )


def test_no_line_of_any_card_contradicts_falsely(read: Read) -> None:
    against = [
        (one.reference, bar.level, round(bar.weight, 2))
        for one in read.cards
        for bar in waterfall(one).bars
        if bar.look == Outcome.DISAGREES
    ]
    assert len(read.cards) > 40
    assert against
    assert [one for one in against if one[2] > -LEAST_SAID or _AGREEING.match(one[1].partition(".")[2])] == []
    assert [one for one in against if one[1].startswith("together.")] == []


def test_the_lines_of_every_card_make_its_sum(read: Read) -> None:
    for one in read.cards:
        *lines, total = waterfall(one).bars
        assert sum(bar.weight for bar in lines) == pytest.approx(total.weight, abs=0.06), one.reference


def test_of_the_living_no_card_says_more_than_a_country(read: Read) -> None:
    living = [one for one in read.cards if one.report_kind in LIVING_KINDS]
    assert living
    for one in living:
        place = one.found.event.place if one.found.event else None
        assert place is None or (place.text, place.latitude) == ("", None)
        assert not one.found.words
        assert {evidence.comparison for evidence in one.evidence}.isdisjoint(
            {"place", "together", "origin", "incident"}
        )


def test_every_heading_can_be_read_in_latin_letters(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(card_module, "require_asked", _knows_nobody)
    visitor = signed_in(read.context, create_committee(read.context), "/committee", "second.reader")
    with read.context.database.reading() as session:
        own = select(Account.organisation_id).where(Account.login == "second.reader").scalar_subquery()
        mine = set(session.scalars(select(MatchProposal.id).where(MatchProposal.committee_id == own)))
    other_scripts = 0
    for one in (card for card in read.cards if card.proposal_id in mine):
        names = [person.names[0].text for person in (one.sought, one.found) if person.names]
        if all(map(is_in_latin, names)) or other_scripts >= 8:
            continue
        other_scripts += 1
        assert visitor.goes_to(f"/cards/{one.proposal_id}").status_code == 200
        heading = visitor.page.split("<h1>")[1].split("</h1>")[0]
        for shown in re.findall(
            r'<bdi translate="no">([^<]+)</bdi>(?: <span class="reading"><bdi[^>]*>([^<]+))?', heading
        ):
            assert is_in_latin(shown[1] or shown[0]), heading
    assert other_scripts
