"""The quick exit ends the visit on the server, whatever the browser still remembers."""

import re

import pytest
from flask import Flask
from sqlalchemy import func, select

from search.models import Draft, SignInSession
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files
from web.access_family import FAMILY
from web.access_rows import Who
from web.context import Context
from web.session_cookies import DRAFT, LANGUAGE, LEFT, OWN_PHONE, RECEIPTS, TOKEN, WITNESS

NEUTRAL = "https://www.wikipedia.org/"
NAME = "Abeba Exitsecret"


@pytest.fixture
def at_work(visitor: Visitor) -> Visitor:
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
    at_work: Visitor, context: Context, own: str | None
) -> None:
    with at_work.client.session_transaction() as cookie:
        cookie[OWN_PHONE] = own
        before = cookie[TOKEN]
    left = at_work.client.get("/leave")
    assert (left.status_code, left.location, left.headers["Cache-Control"]) == (303, NEUTRAL, "no-store")
    assert left.headers["Clear-Site-Data"].startswith('"cache", "storage"')
    assert ('"cookies"' in left.headers["Clear-Site-Data"]) is (own != "yes")
    with at_work.client.session_transaction() as cookie:
        kept = set(cookie) - {"_permanent", RECEIPTS}
        assert kept == ({LANGUAGE, OWN_PHONE, DRAFT, WITNESS, LEFT} if own == "yes" else set())
    for address in ("/case", "/case/change/names", "/case/print", "/case/export.json", "/filed"):
        assert at_work.goes_to(address).request.path == ("/" if own == "yes" and address == "/filed" else "/open")
        assert "Exitsecret" not in at_work.page
    for address in ("/", "/search/names", "/search/review", "/witness/review"):
        at_work.goes_to(address)
        assert "Exitsecret" not in at_work.page, address
    with context.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(SignInSession)) == 0
        assert session.scalar(select(func.count()).select_from(Draft)) == (2 if own == "yes" else 0)
    # A token that somebody copied out of the cookie opens nothing either.
    with at_work.client.session_transaction() as cookie:
        cookie[TOKEN] = before
    assert at_work.goes_to("/case").request.path == "/open"


@pytest.fixture
def left_at_home(visitor: Visitor) -> tuple[Visitor, list[str]]:
    """Somebody who left by the exit, on a phone of their own, a begun search, a witness's words and a receipt."""
    reference, words = files(visitor)
    visitor.sends("/phone", {"answer": "yes", "to": "filed"})
    visitor.goes_to("/search/who")
    visitor.sends("/search/who", {"names-full": NAME})
    visitor.goes_to("/witness/who")
    shown = re.findall(r'name="shown" value="([^"]+)"', visitor.page)
    visitor.sends("/witness/who", {"shown": shown, "names-full": NAME})
    visitor.client.get("/leave")
    return visitor, [reference, *words, "Exitsecret"]


def test_at_home_no_address_shows_what_was_left_before_a_button_is_pressed(
    left_at_home: tuple[Visitor, list[str]],
) -> None:
    visitor, (reference, *words, typed) = left_at_home
    planted = [reference, "</bdi></li><li><bdi>".join(words[:2]), typed]
    filled = {"<slug>": "who", "<int:number>": "1", "<listed>": "country", "<country>": "MX", "<topic>": "x"}
    rows = [row.rule for row in FAMILY if row.method == "GET" and row.who is Who.ANYONE]
    for rule in (rule for rule in rows if rule != "/leave" and "/static/" not in rule):
        address = rule
        for placeholder, value in filled.items():
            address = address.replace(placeholder, value)
        for asked in (address, f"{address}?again=1"):
            visitor.goes_to(asked)
            assert [word for word in planted if word in visitor.page] == [], asked
    assert visitor.goes_to("/search/review").request.path == "/"
    assert "Nothing of it is shown until somebody presses a button" in visitor.page
    assert visitor.client.get("/go-on").status_code in (404, 405)
    visitor.sends("/go-on", {"to": "elsewhere"})
    assert visitor.goes_to("/filed").request.path == "/"


@pytest.mark.parametrize(("to", "place"), [("search", "/search/who"), ("words", "/filed"), ("witness", "/witness/who")])
def test_at_home_a_press_on_the_first_page_goes_on_with_what_was_left(
    left_at_home: tuple[Visitor, list[str]], to: str, place: str
) -> None:
    visitor, planted = left_at_home
    visitor.goes_to("/")
    assert f'name="to" value="{to}"' in visitor.page
    visitor.sends("/go-on", {"to": to})
    visitor.goes_to(place)
    assert visitor.place == place
    assert any(word in visitor.page for word in planted)
    visitor.goes_to("/")
    assert "/go-on" not in visitor.page


def test_what_a_page_that_stood_open_sends_after_the_exit_is_kept_and_not_shown(
    left_at_home: tuple[Visitor, list[str]],
) -> None:
    visitor, _ = left_at_home
    # The token of the page went with the exit; the browser says that the page is ours.
    visitor.sends("/search/who", {"names-full": "Abeba Typedlater"}, headers={"Sec-Fetch-Site": "same-origin"})
    assert visitor.place == "/"
    assert "Typedlater" not in visitor.page
    visitor.sends("/go-on", {"to": "search"})
    assert "Typedlater" in visitor.page


def test_what_was_left_stays_closed_when_a_search_is_opened_and_can_be_erased_unseen(
    left_at_home: tuple[Visitor, list[str]],
) -> None:
    visitor, (reference, *words, _) = left_at_home
    visitor.goes_to("/open")
    visitor.sends("/open", {"reference": reference, "words": " ".join(words)})
    assert visitor.place == "/case"
    assert visitor.goes_to("/search/who").request.path == "/"
    visitor.sends("/search/erase")
    assert "Do you want to erase" in visitor.page
    assert "Exitsecret" not in visitor.page
    visitor.sends("/search/erase", {"sure": "1"})
    assert "What you wrote here is erased." in visitor.page
    visitor.sends("/go-on", {"to": "search"})
    assert "Exitsecret" not in visitor.page


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
    at_work: Visitor, headers: dict[str, str]
) -> None:
    left = at_work.client.get("/leave", headers=headers)
    assert (left.status_code, left.location) == (303, NEUTRAL)
    assert "Clear-Site-Data" not in left.headers
    assert at_work.client.head("/leave").location == NEUTRAL
    assert at_work.goes_to("/case").request.path == "/case"


def test_nothing_that_goes_wrong_stops_whoever_leaves(at_work: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("web.family.leaving.log_out", "web.guard.session_actor"):
        monkeypatch.setattr(place, _out_of_order)
    left = at_work.client.get("/leave")
    monkeypatch.undo()
    assert (left.status_code, left.location) == (303, NEUTRAL)
    assert '"cookies"' in left.headers["Clear-Site-Data"]
    assert at_work.goes_to("/case").request.path == "/open"


def test_a_passer_by_leaves_without_a_word_to_the_database(unconnected_family: Flask) -> None:
    left = unconnected_family.test_client().get("/leave")
    assert (left.status_code, left.location) == (303, NEUTRAL)


def _out_of_order(*_arguments: object, **_named: object) -> None:
    raise RuntimeError("out of order")
