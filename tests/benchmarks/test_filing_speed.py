"""Filing and matching are timed one by one beside a registry that is there, and true counterparts are counted."""

import random
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from benchmarks import filing_speed
from benchmarks.filing_speed import Filed, Online, measure_online
from benchmarks.invented.invented_registry import Account, Size, invent_registry
from matching.record import Side
from search.models import FoundReport, MatchProposal, Record, SearchRequest
from search.storage.database import Database
from tests.search.scene import NOW

SIZE = Size(requests=24, reports=40)
FILINGS, WARMING_UP = 4, 2


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def measured(database: Database, said: list[str], monkeypatch: pytest.MonkeyPatch) -> Online:
    """A few filings of each side beside a tiny registry."""
    monkeypatch.setattr(filing_speed, "_WARMING_UP", WARMING_UP)
    return measure_online(database, SIZE, FILINGS, 5, lambda: NOW, said.append)


def test_so_many_of_each_side_are_filed_and_matched(database: Database, measured: Online) -> None:
    for filed in (measured.reports, measured.searches):
        assert (len(filed.filing), len(filed.matching)) == (FILINGS, FILINGS)
        assert min(*filed.filing, *filed.matching) > 0
    kept_back = 2 * (FILINGS + WARMING_UP)
    assert measured.records == SIZE.requests + SIZE.reports - kept_back
    assert count(database, SearchRequest) == SIZE.requests
    assert count(database, FoundReport) == SIZE.reports
    with database.reading() as session:
        behind = select(func.count()).select_from(Record).where(Record.matched_version < Record.version)
        assert session.execute(behind).scalar_one() == 0


def test_counterparts_are_those_who_were_there_and_met_those_who_were_proposed(
    database: Database, measured: Online
) -> None:
    for filed in (measured.reports, measured.searches):
        assert 0 <= filed.met <= filed.compared <= filed.counterparts <= FILINGS
        assert filed.met <= filed.proposals <= count(database, MatchProposal)
    assert measured.reports.counterparts + measured.searches.counterparts > 0


def test_what_was_filled_in_is_told_and_how_much_memory_it_took(measured: Online, said: list[str]) -> None:
    assert said[-1].startswith(f"{measured.records} records in ")
    assert measured.filling_seconds > 0
    assert measured.peak_megabytes > 1


def test_the_accounts_that_are_kept_back_are_of_both_sides_and_of_people_who_stay() -> None:
    accounts = list(invent_registry(SIZE, random.Random(5)))  # noqa: S311 - invented people, no secret
    kept = filing_speed._Kept(SIZE, FILINGS)
    filled = list(kept.all_but_some(iter(accounts)))
    assert {side: len(later) for side, later in kept.later.items()} == {Side.FOUND: FILINGS, Side.SOUGHT: FILINGS}
    assert len(filled) == len(accounts) - 2 * FILINGS
    people = people_of(accounts)
    for person, numbers in kept.numbers.items():
        # One account is kept back, and the others lie under the numbers that are told.
        assert len(people[person]) == len(numbers) + 1
        assert all(filled[number - 1] in [account.record for account in people[person]] for number in numbers)


def test_the_quantiles_are_of_filing_and_matching_together() -> None:
    filed = Filed(filing=[0.001, 0.003], matching=[0.010, 0.030])
    assert filed.milliseconds(0.5) == pytest.approx(22.0)
    assert filed.matching_milliseconds(0.5) == pytest.approx(20.0)
    assert replace(filed, filing=[0.0, 0.0]).milliseconds(1.0) == pytest.approx(30.0)


def people_of(accounts: list[Account]) -> dict[int, list[Account]]:
    people: dict[int, list[Account]] = {}
    for account in accounts:
        people.setdefault(account.person.number, []).append(account)
    return people


def count(database: Database, kind: type[Record | MatchProposal]) -> int:
    with database.reading() as session:
        return session.execute(select(func.count()).select_from(kind)).scalar_one()
