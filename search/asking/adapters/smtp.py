"""Notices by e-mail, through a mail server over an encrypted connection."""

import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import unquote, urlsplit

from search.asking.adapters.adapter import Message, NotSent

_SECONDS = 20
_PORTS = {"smtps": 465, "smtp": 587}


@dataclass(frozen=True, slots=True)
class MailServer:
    """`address` is `smtps://user@host:port`, or `smtp://` for a connection that becomes encrypted (STARTTLS)."""

    address: str
    sender: str
    password: str = field(repr=False, default="")

    def send(self, message: Message) -> None:
        """Hand the message to the server; a mail that it does not take raises NotSent."""
        mail = EmailMessage(policy=SMTP)
        try:
            mail["From"], mail["To"], mail["Subject"] = self.sender, message.address, message.subject
        except ValueError as error:
            raise NotSent("address_refused") from error
        # No list, no answer from a machine: nothing that says more than the words.
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(message.text)
        try:
            with self._connected() as server:
                server.send_message(mail)
        except smtplib.SMTPRecipientsRefused as error:
            raise NotSent("address_refused") from error
        except smtplib.SMTPAuthenticationError as error:
            raise NotSent("sign_in_refused") from error
        except (smtplib.SMTPException, OSError) as error:
            raise NotSent("server_failed") from error

    def _connected(self) -> smtplib.SMTP:
        parts = urlsplit(self.address)
        host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
        secure = ssl.create_default_context()
        if parts.scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=_SECONDS, context=secure)
        else:
            server = smtplib.SMTP(host, port, timeout=_SECONDS)
            server.starttls(context=secure)
        if parts.username:
            server.login(unquote(parts.username), self.password)
        return server
