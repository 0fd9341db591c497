"""What every way of sending a notice has in common."""

from dataclasses import dataclass
from typing import Protocol


class NotSent(Exception):
    """A notice could not be sent; `code` says why, without the address or what a server said."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent: the same words to all who read one language."""

    address: str
    subject: str
    text: str


class Adapter(Protocol):
    """Sends one message, or raises NotSent."""

    def send(self, message: Message) -> None:
        """Hand the message over; when this returns, somebody else has it."""
