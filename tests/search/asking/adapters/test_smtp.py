"""Notices by e-mail: encrypted, with nothing but their words, and each fault as a code."""

import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage

import pytest

from search.asking.adapters.adapter import Message, NotSent
from search.asking.adapters.smtp import MailServer

MESSAGE = Message("mother@example.org", "Something to read", "Your page has something to read.")
SERVER = MailServer("smtps://office%40example.org@mail.example.org:465", "office@example.org", "secret")


class Server:
    """What `smtplib` gives, with what was said to it."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.fault, self.sent, self.signed_in = fault, list[EmailMessage](), list[tuple[str, str]]()

    def login(self, user: str, password: str) -> None:
        self.signed_in.append((user, password))

    def send_message(self, mail: EmailMessage) -> None:
        if self.fault:
            raise self.fault
        self.sent.append(mail)

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_: object) -> None:
        return None


@contextmanager
def standing(server: Server) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(smtplib, "SMTP_SSL", lambda *_arguments, **_named: server)
        yield


def test_a_mail_has_an_address_a_subject_and_its_words_and_nothing_else() -> None:
    server = Server()
    with standing(server):
        SERVER.send(MESSAGE)
    (mail,) = server.sent
    assert server.signed_in == [("office@example.org", "secret")]
    assert (mail["From"], mail["To"], mail["Subject"]) == ("office@example.org", MESSAGE.address, MESSAGE.subject)
    assert mail.get_content().strip() == MESSAGE.text
    assert {name.lower() for name in mail.keys()} == {  # noqa: SIM118 - the mapping of a mail iterates otherwise
        "from", "to", "subject", "auto-submitted", "content-type", "content-transfer-encoding", "mime-version",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (smtplib.SMTPRecipientsRefused({}), "address_refused"),
        (smtplib.SMTPAuthenticationError(535, b"no"), "sign_in_refused"),
        (smtplib.SMTPServerDisconnected("gone"), "server_failed"),
        (TimeoutError(), "server_failed"),
    ],
    ids=["recipient", "sign-in", "gone", "slow"],
)
def test_what_went_wrong_is_a_code_without_an_address(fault: Exception, code: str) -> None:
    with standing(Server(fault)), pytest.raises(NotSent) as raised:
        SERVER.send(MESSAGE)
    assert str(raised.value) == code


def test_an_address_with_a_line_break_adds_no_header() -> None:
    with standing(Server()), pytest.raises(NotSent, match="address_refused"):
        SERVER.send(Message("a@example.org\nBcc: b@example.org", "s", "t"))


def test_the_password_is_in_no_log() -> None:
    assert "secret" not in repr(SERVER)
