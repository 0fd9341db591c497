"""Notices as text messages, through a gateway that takes a small JSON document over HTTPS."""

import json
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from search.asking.adapters.adapter import Message, NotSent

_SECONDS = 20


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A number is sent to the gateway that was named, and to no other place."""

    def redirect_request(self, *_arguments: Any, **_named: Any) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Gateway:
    """`address` is an `https://` address to which `{"to": …, "text": …}` is posted, with a bearer token."""

    address: str
    token: str = field(repr=False, default="")

    def send(self, message: Message) -> None:
        """Post the message; any answer but 2xx raises NotSent."""
        body = json.dumps({"to": message.address, "text": message.text}).encode()
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"}
        request = urllib.request.Request(self.address, body, headers, method="POST")  # noqa: S310 - https only: settings
        try:
            with urllib.request.build_opener(_NoRedirect).open(request, timeout=_SECONDS) as answer:
                status = answer.status
        except urllib.error.HTTPError as error:
            status = error.code
        except OSError as error:
            raise NotSent("server_failed") from error
        if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
            raise NotSent("sign_in_refused")
        if status in (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY):
            raise NotSent("address_refused")
        if not 200 <= status < 300:
            raise NotSent("server_failed")
