"""A demonstration on a real server of its own, and a browser without scripts that visits it."""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
import urllib.parse
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_FAMILY = re.compile(r"reference (\S+), words: (.+)")
_STANDS_SECONDS = 180.0
_BOUNDARY = "----ovillo-bench"


@dataclass(frozen=True, slots=True)
class Portals:
    """Where they listen, who watches over them, what opens the walk-through's case, what partners come in with."""

    port: int
    process: int
    reference: str
    words: str
    accounts: Mapping[str, str]


@contextmanager
def running_portals(url: str, folder: Path, settings: Mapping[str, str] | None = None) -> Iterator[Portals]:
    """`ovillo run` on this database until the block ends, with other settings besides."""
    with socket.create_server(("127.0.0.1", 0)) as asked:
        port = asked.getsockname()[1]
    chosen = {"VAR": str(folder / "var"), "DATABASE_URL": url, "PORT": str(port), "DEMONSTRATION": "yes"}
    environment = {**os.environ, **{f"OVILLO_{name}": value for name, value in {**chosen, **(settings or {})}.items()}}
    said = folder / "said.txt"
    with said.open("wb") as output:
        command = [sys.executable, "-m", "search", "run"]
        process = subprocess.Popen(command, cwd=_ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)  # noqa: S603 - our own program
        try:
            _wait_until_answered(port, process)
            yield _portals(port, process.pid, said.read_text("utf-8"))
        finally:
            process.terminate()
            process.wait(60)


def _wait_until_answered(port: int, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + _STANDS_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if Browser(port).get("/").status == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the portals do not stand")


def _portals(port: int, process: int, said: str) -> Portals:
    found = _FAMILY.search(said)
    rows = [line.split(maxsplit=2) for line in said.splitlines() if line.startswith(("  partner ", "  committee "))]
    if found is None:
        raise RuntimeError("the portals told no case")
    return Portals(port, process, found[1], found[2].strip(), {row[1]: row[2] for row in rows})


@dataclass(slots=True)
class Page:
    """An answer, after all that it led to."""

    status: int
    text: str
    place: str
    refresh: str


@dataclass(slots=True)
class Browser:
    """Keeps cookies, follows where it is led, and sends a form with the token of the last page."""

    port: int
    timeout: float = 60.0
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""

    def get(self, place: str) -> Page:
        """Open a page."""
        return self._ask("GET", place, b"", "")

    def send(self, place: str, fields: Mapping[str, str], file: tuple[str, bytes] | None = None) -> Page:
        """Send a form, perhaps with a file."""
        told = {"csrf_token": self.token, **fields}
        if file is None:
            return self._ask("POST", place, urllib.parse.urlencode(told).encode(), "application/x-www-form-urlencoded")
        return self._ask("POST", place, _multipart(told, *file), f"multipart/form-data; boundary={_BOUNDARY}")

    def _ask(self, method: str, place: str, body: bytes, kind: str) -> Page:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
        try:
            headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
            connection.request(method, place, body or None, headers | ({"Content-Type": kind} if kind else {}))
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        location = answer.headers.get("Location")
        if location:
            return self.get(urllib.parse.urlsplit(location).path)
        found = _TOKEN.search(text)
        self.token = found[1] if found else self.token
        return Page(answer.status, text, place, answer.headers.get("Refresh", ""))


def _multipart(fields: Mapping[str, str], filename: str, content: bytes) -> bytes:
    parts = [f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in fields.items()]
    head = f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="sheet"; filename="{filename}"\r\n\r\n'
    return "".join(parts).encode() + head.encode() + content + f"\r\n--{_BOUNDARY}--\r\n".encode()
