"""A ticket holds an attempt and its place while it waits: sealed, for seconds, in the visitor's cookie.

The server keeps nothing of it, so that no crowd of waiting people fills its memory, and each of several processes can
read it.
"""

import base64
import binascii

import msgspec

from search.accounts.hashing_queue import Place
from search.errors import SealBroken
from search.storage.encryption import Vault

_PLACE = "waiting_tickets.sealed"
# Whoever does not come back within this time after it was asked to has given the place up.
_COMES_BACK_WITHIN_SECONDS = 30
_LONGEST_NAME, _LONGEST_SECRET = 256, 900
_FIRST_SECONDS, _LATER_SECONDS = 1, 2


# What an attempt is for: a ticket that waits to come in erases nothing, and the other way round.
ENTERING, ERASING, RENEWING = "entering", "erasing", "renewing"


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody typed: a reference and five words, or a login, a password and perhaps a one-time code."""

    portal: str
    name: str
    secret: str
    code: str = ""
    purpose: str = ENTERING

    def bounded(self) -> "Attempt":
        """This attempt without what is too long to be right and would fill a cookie."""
        fits = len(self.name.encode()) <= _LONGEST_NAME and len(self.secret.encode()) <= _LONGEST_SECRET
        return self if fits else msgspec.structs.replace(self, name="", secret="", code="")


class Ticket(msgspec.Struct, frozen=True, kw_only=True):
    """`asked` is when it was last told to come back in `seconds`."""

    attempt: Attempt
    due: float
    number: str
    asked: float
    seconds: int = _FIRST_SECONDS

    @property
    def place(self) -> Place:
        """Its place among all who wait."""
        return Place(self.due, self.number)

    def again(self, now: float) -> "Ticket":
        """The ticket of somebody who came back and has to wait once more."""
        return msgspec.structs.replace(self, asked=now, seconds=_LATER_SECONDS)


def seal_ticket(vault: Vault, ticket: Ticket) -> str:
    """A ticket as a cookie carries it."""
    return base64.urlsafe_b64encode(vault.seal_secret(msgspec.msgpack.encode(ticket), _PLACE)).decode()


def open_ticket(vault: Vault, sealed: str, now: float) -> Ticket | None:
    """The ticket; None where it is none of ours, or was given up."""
    try:
        content = vault.unseal_secret(base64.urlsafe_b64decode(sealed), _PLACE)
    except (SealBroken, binascii.Error, ValueError):
        return None
    ticket = msgspec.msgpack.decode(content, type=Ticket)
    return ticket if now <= ticket.asked + ticket.seconds + _COMES_BACK_WITHIN_SECONDS else None
