"""A ticket keeps what was typed and its place, sealed, for half a minute after it was asked to come back."""

import pytest

from search.accounts.hashing_queue import Place
from search.accounts.waiting_tickets import Attempt, Ticket, open_ticket, seal_ticket
from search.storage.encryption import Vault, new_master_key

ATTEMPT = Attempt(portal="family", name="AAAA-AAA1-1", secret="river stone lamp bread moon", code="")
TICKET = Ticket(attempt=ATTEMPT, due=100.5, number="n", asked=100, seconds=1)


def test_what_was_typed_and_its_place_come_back(vault: Vault) -> None:
    assert open_ticket(vault, seal_ticket(vault, TICKET), 101) == TICKET
    assert TICKET.place == Place(100.5, "n")


def test_a_cookie_shows_nothing_of_it(vault: Vault) -> None:
    sealed = seal_ticket(vault, TICKET)
    assert "river" not in sealed
    assert seal_ticket(vault, TICKET) != sealed


@pytest.mark.parametrize(("now", "kept"), [(131, True), (131.5, False)])
def test_a_place_is_given_up_by_whoever_does_not_come_back(vault: Vault, now: float, *, kept: bool) -> None:
    assert (open_ticket(vault, seal_ticket(vault, TICKET), now) is not None) is kept


def test_whoever_comes_back_keeps_the_place_and_waits_two_seconds(vault: Vault) -> None:
    again = TICKET.again(131)
    assert (again.place, again.seconds) == (TICKET.place, 2)
    assert open_ticket(vault, seal_ticket(vault, again), 163) == again


@pytest.mark.parametrize("sealed", ["", "x", "not base64 ß", "AAAA" * 20])
def test_a_made_up_ticket_is_none(vault: Vault, sealed: str) -> None:
    assert open_ticket(vault, sealed, 0) is None


def test_a_ticket_of_another_installation_is_none(vault: Vault) -> None:
    other = Vault.from_master_key(new_master_key())
    assert open_ticket(vault, seal_ticket(other, TICKET), 100) is None


def test_what_is_too_long_to_be_right_is_not_carried_about_and_stays_wrong() -> None:
    assert ATTEMPT.bounded() is ATTEMPT
    for long in ({"name": "x" * 257}, {"secret": "ሰ" * 301}):
        attempt = Attempt(**{"portal": "family", "name": "a", "secret": "b", **long})
        assert attempt.bounded() == Attempt(portal="family", name="", secret="")
