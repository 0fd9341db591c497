"""The quick exit ends the visit on the server, whatever the browser still remembers."""

import re

import pytest
from flask import Flask
from sqlalchemy import func, select

from search.models import Draft, SignInSession
from tests.fixtures.visitor import Visitor
from web.context import Context
from web.session_cookies import DRAFT, LANGUAGE, OWN_PHONE, RECEIPTS, TOKEN, WITNESS

NEUTRAL = "https://www.wikipedia.org/"
NAME = "Abeba Exitsecret"


@pytest.fixture
def opened(visitor: Visitor) -> Visitor:
    """A family whose search is open, with a change, a second search and a witness's words half written."""
    visitor.goes_to("/search/names?lang=es")
    visitor.sends("/search/names", {"names-full": NAME})
    visitor.goes_to("/search/review")
    visitor.sends("/search/review")
    visitor.sends("/filed")
    assert visitor.place == "/case"
    visitor.goes_to("/case/change/names")
    visitor.sends("/case/change/names", {"names-full": f"{NAME} Tesfay"})
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": NAME})
    visitor.goes_to("/witness/who")
    shown = re.findall(r'name="shown" value="([^"]+)"', visitor.page)
    visitor.sends("/witness/who", {"shown": shown, "names-full": NAME})
    return visitor


@pytest.mark.parametrize("own", ["yes", "no", None])
def test_after_leaving_nothing_is_open_and_no_address_shows_an_answer(
    opened: Visitor, context: Context, own: str | None
) -> None:
    with opened.client.session_transaction() as cookie:
        cookie[OWN_PHONE] = own
        before = cookie[TOKEN]
    left = opened.client.get("/leave")
    assert (left.status_code, left.location, left.headers["Cache-Control"]) == (303, NEUTRAL, "no-store")
    assert left.headers["Clear-Site-Data"].startswith('"cache", "storage"')
    assert ('"cookies"' in left.headers["Clear-Site-Data"]) is (own != "yes")
    with opened.client.session_transaction() as cookie:
        kept = set(cookie) - {"_permanent", RECEIPTS}
        assert kept == ({LANGUAGE, OWN_PHONE, DRAFT, WITNESS} if own == "yes" else set())
    for address in ("/case", "/case/change/names", "/case/print", "/case/export.json", "/filed"):
        assert opened.goes_to(address).request.path == "/open"
        assert "Exitsecret" not in opened.page
    for address in ("/", "/search/names", "/search/review", "/witness/review"):
        opened.goes_to(address)
        assert ("Exitsecret" in opened.page) is (own == "yes" and address != "/")
    with context.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(SignInSession)) == 0
        assert session.scalar(select(func.count()).select_from(Draft)) == (2 if own == "yes" else 0)
    # A token that somebody copied out of the cookie opens nothing either.
    with opened.client.session_transaction() as cookie:
        cookie[TOKEN] = before
    assert opened.goes_to("/case").request.path == "/open"


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Purpose": "prefetch;prerender"},
        {"Purpose": "prefetch"},
        {"X-Purpose": "preview"},
        {"X-Moz": "prefetch"},
    ],
)
def test_neither_another_site_nor_a_browser_that_looks_ahead_ends_a_visit(
    opened: Visitor, headers: dict[str, str]
) -> None:
    left = opened.client.get("/leave", headers=headers)
    assert (left.status_code, left.location) == (303, NEUTRAL)
    assert "Clear-Site-Data" not in left.headers
    assert opened.client.head("/leave").location == NEUTRAL
    assert opened.goes_to("/case").request.path == "/case"


def test_nothing_that_goes_wrong_stops_whoever_leaves(opened: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("web.family.leaving.log_out", "web.guard.session_actor"):
        monkeypatch.setattr(place, _out_of_order)
    left = opened.client.get("/leave")
    monkeypatch.undo()
    assert (left.status_code, left.location) == (303, NEUTRAL)
    assert '"cookies"' in left.headers["Clear-Site-Data"]
    assert opened.goes_to("/case").request.path == "/open"


def test_a_passer_by_leaves_without_a_word_to_the_database(unconnected_family: Flask) -> None:
    left = unconnected_family.test_client().get("/leave")
    assert (left.status_code, left.location) == (303, NEUTRAL)


def _out_of_order(*_arguments: object, **_named: object) -> None:
    raise RuntimeError("out of order")
