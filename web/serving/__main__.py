"""`python -m web.serving FD`: one process of the portals, on a socket that its parent opened and shares with others."""

import os
import signal
import socket
import sys
import threading
from typing import Any

from waitress.adjustments import Adjustments

import wsgi
from matching.names.known_spellings import known_spellings
from search.settings import Settings
from search.values import place_suggestions
from web.context import open_context
from web.serving.server import Bounds, Server, raise_open_files
from web.serving.server_log import keep_server_log

_THREADS = 4
# So long a thread that comes back from the database waits for one that computes, and all writers wait with it: by
# Python's own five milliseconds a transaction of thirty statements would keep them waiting for a sixth of a second.
_SECONDS_A_TURN = 0.0005
# Beside the largest upload a request carries the other fields of its form; each portal has a smaller limit of its own,
# and answers with a page of its own.
_BESIDE_THE_UPLOAD = 1024 * 1024
_LONGEST_HEAD = 32 * 1024


def main() -> None:
    """Serve until told to stop, then answer what is under way."""
    os.umask(0o077)
    keep_server_log()
    sys.setswitchinterval(_SECONDS_A_TURN)
    settings = Settings.load(os.environ)
    listening = socket.socket(fileno=int(sys.argv[1]))
    context = open_context(settings)
    server = create_server(wsgi.compose(context), listening, settings, raise_open_files(Bounds()))
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: server.stop())
    for beside in (_read_tables, context.words_ahead.keep_filled):
        threading.Thread(target=beside, daemon=True).start()
    server.run()


def _read_tables() -> None:
    """Reads the gazetteer and the tables of names beside the first answers: it takes seconds, which no family waits."""
    place_suggestions.load()
    known_spellings("Hussein")


def create_server(application: Any, listening: socket.socket, settings: Settings, bounds: Bounds) -> Server:
    """The server of an application on a listening socket."""
    adjustments = Adjustments(
        sockets=[listening],
        threads=_THREADS,
        ident="",
        max_request_header_size=_LONGEST_HEAD,
        max_request_body_size=settings.upload_limit + _BESIDE_THE_UPLOAD,
        # Larger bodies wait in nameless files, encrypted (`sealed_bodies`); answers, which only people who are known
        # get as large as that, stay in memory.
        inbuf_overflow=256 * 1024,
        outbuf_overflow=64 * 1024 * 1024,
        recv_bytes=64 * 1024,
        log_socket_errors=False,
        # A proxy on this machine says who asks, and whether over TLS; nobody else is believed.
        trusted_proxy="127.0.0.1",
        trusted_proxy_headers={"x-forwarded-for", "x-forwarded-proto"},
        clear_untrusted_proxy_headers=True,
    )
    listening.setblocking(False)
    information = (listening.family, listening.type, listening.proto, listening.getsockname())
    return Server(
        application, {}, True, listening, adj=adjustments, bind_socket=False, sockinfo=information, bounds=bounds
    )


if __name__ == "__main__":
    main()
