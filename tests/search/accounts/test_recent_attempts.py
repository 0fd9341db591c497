"""Whoever asked often goes some seconds behind whoever did not, and is never refused for it."""

import pytest

from search.accounts.recent_attempts import RecentAttempts, network_of


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("192.0.3.77", "192.0.3.0/24"),
        ("::ffff:192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2ff::1", "2001:db8:1:200::/56"),
        ("2001:db8:1:2aa::9", "2001:db8:1:200::/56"),
        ("2001:db8:1:300::1", "2001:db8:1:300::/56"),
        ("", ""),
        ("unix:", "unix:"),
    ],
)
def test_a_network_counts_once_however_many_addresses_it_has(address: str, network: str) -> None:
    assert network_of(address) == network


def test_each_attempt_of_a_source_goes_a_second_behind_the_one_before() -> None:
    recent = RecentAttempts()
    assert [recent.handicap(("net",), 0) for _ in range(3)] == [0, 1, 2]
    assert recent.handicap(("another",), 0) == 0


def test_nobody_goes_behind_strangers_by_more_than_two_minutes() -> None:
    recent = RecentAttempts()
    behind = [recent.handicap(("net", "name", "browser"), 0) for _ in range(1000)]
    assert behind == sorted(behind)
    assert behind[-1] == 120


def test_what_was_counted_is_forgotten_by_halves_in_five_minutes() -> None:
    recent = RecentAttempts()
    for _ in range(16):
        recent.handicap(("net",), 0)
    assert recent.handicap(("net",), 300) == 8
    assert recent.handicap(("net",), 7200) < 0.01


def test_one_text_as_a_source_and_as_a_name_is_counted_twice() -> None:
    recent = RecentAttempts()
    assert recent.handicap(("same", "same"), 0) == 0


def test_a_clock_that_was_set_back_harms_nobody() -> None:
    recent = RecentAttempts()
    recent.handicap(("net",), 1000)
    assert recent.handicap(("net",), 0) == 1


def test_what_is_counted_holds_no_address_and_stays_small() -> None:
    recent = RecentAttempts()
    for number in range(21_000):
        recent.handicap((f"net {number}",), 0)
    assert len(recent._counts) == 20_000
    assert all(len(digest) == 16 and b"net" not in digest for digest in recent._counts)
    assert recent.handicap(("net 20999",), 0) == 1
    assert RecentAttempts()._key != recent._key
