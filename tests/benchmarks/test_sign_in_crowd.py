"""A crowd at a real server is counted, and whoever has the right words among it is timed until the page inside."""

import threading
from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.serving import make_server

from benchmarks.sign_in_crowd import Entrance, try_among_crowd
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files


@pytest.fixture
def served(family: Flask) -> Iterator[str]:
    """The family portal on a port of this machine."""
    server = make_server("127.0.0.1", 0, family, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.slow
@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_tries_and_guesses_are_counted(served: str, visitor: Visitor) -> None:
    reference, words = files(visitor)
    right = {"reference": reference, "words": " ".join(words)}
    entrance = Entrance(served, "/open", "/case", right, {**right, "words": "a b c d e"})
    crowd = try_among_crowd(entrance, guessers=2, tries=2)
    assert (crowd.tries, len(crowd.waited), len(crowd.page_seconds)) == (2, 2, 2)
    assert crowd.guesses > 0
    assert crowd.faults == 0


@pytest.mark.slow
@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_whoever_has_no_right_words_is_not_counted_as_let_in(served: str) -> None:
    wrong = {"reference": "ZZZZ-ZZZZ-Z", "words": "a b c d e"}
    crowd = try_among_crowd(Entrance(served, "/open", "/case", wrong, wrong), guessers=0, tries=1)
    assert (crowd.tries, crowd.waited) == (1, [])
