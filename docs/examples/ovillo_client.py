"""A small client for the API of Ovillo, to be copied into a program: the standard library alone, and types.

    client = Client("https://ovillo.example/api", token)
    receipt = client.report({"kind": "shelter", "sender_number": "CI-9", "found": {"names": [{"text": "Rosa"}]}})
    report = client.read(receipt["report_id"])
    client.change(report, {"found": {"religion": "none"}})

Whatever is sent can be sent again: it carries a key, so that a line that breaks makes nobody twice. The client waits as
long as the server asks it to, and tries again what the server could not take.
"""

import json
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypedDict, cast

Parts = Mapping[str, Any]
_JSON = "application/json"
# Statuses after which the same call may go well: too fast, and busy.
_LATER = frozenset({429, 503})


class Change(TypedDict):
    """One value that changed: without `old` it was added, without `new` taken away."""

    path: str
    old: str | None
    new: str | None


class Receipt(TypedDict):
    """What became of a report that was sent; `perhaps_again` are own reports that look like it."""

    report_id: str
    sender_number: str
    outcome: Literal["accepted", "updated", "already_known"]
    revision: int
    changes: list[Change]
    perhaps_again: list[str]


class Line(TypedDict):
    """One report in the list of one's own."""

    report_id: str
    kind: str
    sender_number: str
    entry_date: str
    names: list[str]


class BatchLine(TypedDict):
    """What became of one report of a batch."""

    place: int
    status: int | None
    receipt: Receipt | None
    problem: dict[str, Any] | None


class Batch(TypedDict):
    """What became of a batch."""

    accepted: int
    updated: int
    already_known: int
    refused: int
    results: list[BatchLine]


@dataclass(frozen=True, slots=True)
class Report:
    """One report as it was read; `etag` names this very revision."""

    report_id: str
    etag: str
    content: dict[str, Any]


class Problem(Exception):
    """What the server refused and why: `code` is for programs, the text for people; `fields` names what did not fit."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        super().__init__(str(told.get("detail", "")))
        self.status = int(told.get("status", 0))
        self.code = str(told.get("code", ""))
        self.fields: dict[str, list[str]] = dict(told.get("fields", {}))
        self.told = told


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: Mapping[str, str]
    body: Any


class Client:
    """Calls one installation with one token. `tries` is how often a call is made before its problem is told."""

    def __init__(
        self,
        address: str,
        token: str,
        *,
        language: str = "en",
        tries: int = 4,
        timeout: float = 60.0,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        if urllib.parse.urlsplit(address).scheme not in ("https", "http"):
            raise ValueError("an address begins with https://")
        self._address = address.rstrip("/")
        self._headers = {"Authorization": f"Bearer {token}", "Accept-Language": language}
        self._tries, self._timeout, self._sleep = tries, timeout, sleep

    def report(self, report: Parts, *, key: str = "") -> Receipt:
        """Report one person. Raises Problem; of status 409 it asks whether the number is of another person now."""
        return cast("Receipt", self._send("POST", "/v1/reports", report, {"Idempotency-Key": key or _key()}).body)

    def batch(self, reports: Sequence[Parts], *, all_or_none: bool = False, key: str = "") -> Batch:
        """Report up to five hundred persons at once; each is answered in its place."""
        address = f"/v1/batches?all_or_none={str(all_or_none).lower()}"
        sent = {"reports": [dict(report) for report in reports]}
        return cast("Batch", self._send("POST", address, sent, {"Idempotency-Key": key or _key()}).body)

    def own(self) -> Iterator[Line]:
        """Every own report, newest first, page after page."""
        yield from cast("Iterator[Line]", self._pages("/v1/reports", "reports"))

    def shared_searches(self) -> Iterator[dict[str, Any]]:
        """Every search that families opened to the organisation, newest first."""
        yield from self._pages("/v1/shared-searches", "searches")

    def read(self, report_id: str) -> Report:
        """One own report with all that is known of it."""
        answer = self._call("GET", f"/v1/reports/{report_id}")
        return Report(report_id, answer.headers.get("ETag", ""), answer.body)

    def change(self, report: Report, parts: Parts) -> Receipt:
        """Send news and corrections of a report that was read. Raises Problem 412 where it changed since."""
        address = f"/v1/reports/{report.report_id}"
        return cast("Receipt", self._send("PATCH", address, parts, {"If-Match": report.etag}).body)

    def add_photo(self, report_id: str, picture: bytes, *, kind: str, agreed: bool = False) -> str:
        """Add a photo to an own report; returns its id. `agreed`: the living person on it knows of it and agrees."""
        asked = urllib.parse.urlencode({"kind": kind, "agreed": str(agreed).lower()})
        address = f"/v1/reports/{report_id}/photos?{asked}"
        sent = self._call("POST", address, picture, {"Content-Type": "application/octet-stream"})
        return str(sent.body["photo_id"])

    def _pages(self, address: str, name: str) -> Iterator[dict[str, Any]]:
        after = ""
        while True:
            page = self._call("GET", f"{address}?{urllib.parse.urlencode({'after': after})}" if after else address).body
            yield from page[name]
            if not page["next"]:
                return
            after = page["next"]

    def _send(self, method: str, address: str, body: Parts, headers: Mapping[str, str]) -> _Answer:
        return self._call(method, address, json.dumps(dict(body)).encode(), {**headers, "Content-Type": _JSON})

    def _call(
        self, method: str, address: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> _Answer:
        """Call until it is answered; raises Problem, and OSError where no line could be had."""
        answer = self._tried(method, address, body, headers or {}, self._tries - 1)
        if answer.status >= 400:
            raise Problem(answer.body or {"status": answer.status})
        return answer

    def _tried(self, method: str, address: str, body: bytes | None, headers: Mapping[str, str], more: int) -> _Answer:
        try:
            answer = self._once(method, address, body, headers)
        except OSError:
            if not more:
                raise
            self._sleep(1.0)
            return self._tried(method, address, body, headers, more - 1)
        if answer.status not in _LATER or not more:
            return answer
        self._sleep(float(answer.headers.get("Retry-After", "1")))
        return self._tried(method, address, body, headers, more - 1)

    def _once(self, method: str, address: str, body: bytes | None, headers: Mapping[str, str]) -> _Answer:
        request = urllib.request.Request(  # noqa: S310 - the scheme is looked at where the client is made
            self._address + address, data=body, method=method, headers={**self._headers, **headers}
        )
        try:
            with urllib.request.urlopen(request, timeout=self._timeout) as response:  # noqa: S310 - as above
                return _Answer(response.status, dict(response.headers), _read(response.read()))
        except urllib.error.HTTPError as error:
            with error:
                return _Answer(error.code, dict(error.headers), _read(error.read()))


def _key() -> str:
    """A key for one thing that is sent, kept while it is tried again."""
    return uuid.uuid4().hex


def _read(content: bytes) -> Any:
    try:
        return json.loads(content) if content else None
    except ValueError:
        return None
