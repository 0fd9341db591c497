"""An invented registry has exactly the size asked for, a known truth, and the same people for the same seed."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice

import pytest

from benchmarks.invented import Account, Size, invent_registry
from matching.record import MatchRecord, Side
from tests.benchmarks.invented.chance import chance


def invented(size: Size, seed: int = 8) -> list[Account]:
    """A whole registry."""
    return list(invent_registry(size, chance(seed)))


@pytest.fixture(scope="module")
def accounts() -> list[Account]:
    """One registry for all that only look."""
    return invented(Size(1_500, 4_500))


@pytest.mark.parametrize("size", [Size(0, 0), Size(7, 0), Size(0, 9), Size(100, 3), Size(100, 1_000)])
def test_both_sides_are_as_many_as_asked_for(size: Size) -> None:
    sides = Counter(account.side for account in invented(size))
    assert (sides[Side.SOUGHT], sides[Side.FOUND]) == (size.requests, size.reports)


def test_accounts_of_each_side_are_counted_from_nought(accounts: list[Account]) -> None:
    for side in Side:
        numbers = [account.number for account in accounts if account.side is side]
        assert numbers == list(range(len(numbers)))


def test_about_half_as_many_pairs_as_requests_are_true_and_some_people_were_met_twice(accounts: list[Account]) -> None:
    sought = {account.person.number for account in accounts if account.side is Side.SOUGHT}
    met = Counter(account.person.number for account in accounts if account.side is Side.FOUND)
    pairs = sum(times for person, times in met.items() if person in sought)
    assert 0.44 < pairs / len(sought) < 0.56
    assert 0.05 < sum(met[person] == 2 for person in sought) / sum(met[person] > 0 for person in sought) < 0.18


def test_the_same_seed_gives_the_same_registry_and_another_seed_another() -> None:
    one, same, other = (invented(Size(30, 90), seed) for seed in (1, 1, 2))
    assert [account.record for account in one] == [account.record for account in same]
    assert [account.record for account in one] != [account.record for account in other]


def test_accounts_are_made_one_by_one_so_that_any_size_can_be_begun() -> None:
    endless = invent_registry(Size(10**9, 10**10), chance(1))
    assert len(list(islice(endless, 50))) == 50


def test_most_bodies_have_no_name_and_no_birth_date_but_a_place_and_an_assessed_age(accounts: list[Account]) -> None:
    bodies = [account.record for account in accounts if account.record.kind == "mortuary"]
    assert 0.3 < share(bodies, "names") < 0.43
    assert share(bodies, "birth") == 0.0
    assert share(bodies, "age") == 1.0
    assert all(record.event and record.event.place and record.event.place.latitude is not None for record in bodies)


def test_the_living_are_named_and_met_later_and_elsewhere(accounts: list[Account]) -> None:
    living = [one for one in accounts if one.side is Side.FOUND and one.record.kind != "mortuary"]
    assert share([one.record for one in living], "names") > 0.95
    later = sorted(days_later(one) for one in living)
    assert later[0] > 0
    assert 150 < later[len(later) // 2] < 260


def test_bodies_are_found_within_months_and_some_before_the_last_contact(accounts: list[Account]) -> None:
    later = sorted(days_later(one) for one in accounts if one.record.kind == "mortuary")
    assert later[0] < 0
    assert 40 < later[len(later) // 2] < 70
    assert later[int(len(later) * 0.98)] < 270


def test_many_people_are_lost_together_and_some_are_found_together(accounts: list[Account]) -> None:
    lost = Counter((one.person.loss.day, one.person.loss.spot.text) for one in accounts)
    assert max(lost.values()) > 8
    places = Counter(
        (one.record.event.when.earliest, one.record.event.place.text)
        for one in accounts
        if one.side is Side.FOUND and one.record.event and one.record.event.when and one.record.event.place
    )
    assert 0.02 < 1 - len(places) / sum(places.values()) < 0.3


def test_companions_are_told_by_some_of_those_who_travelled_together(accounts: list[Account]) -> None:
    by_loss: dict[tuple[object, str], set[str]] = defaultdict(set)
    for one in accounts:
        by_loss[one.person.loss.day, one.person.loss.spot.text].add(one.person.name.native)
    told = [one for one in accounts if one.side is Side.SOUGHT and one.record.companions]
    assert 10 < len(told) < 150
    assert any(
        companion.text in by_loss[one.person.loss.day, one.person.loss.spot.text]
        for one in told
        for companion in one.record.companions
    )


def test_the_tail_of_names_is_long(accounts: list[Account]) -> None:
    whole = Counter(one.person.name.native for one in accounts)
    parts = Counter(part.native for one in accounts for part in one.person.name.parts)
    assert len(whole) > 0.8 * len({one.person.number for one in accounts})
    assert sum(count == 1 for count in parts.values()) > 0.3 * len(parts)
    assert max(parts.values()) > 50


def share(records: list[MatchRecord], field: str) -> float:
    """How many of the records say something there, of 1."""
    return sum(bool(getattr(record, field)) for record in records) / len(records)


def days_later(account: Account) -> int:
    """Days from the loss to the finding."""
    event = account.record.event
    assert event is not None
    assert event.when is not None
    return (event.when.earliest - account.person.loss.day).days


def test_nothing_is_asked_of_a_global_source_of_chance() -> None:
    random.seed(1)
    before = random.getstate()
    _drain(invent_registry(Size(20, 60), chance(4)))
    assert random.getstate() == before


def _drain(accounts: Iterator[Account]) -> None:
    for _ in accounts:
        pass
