import uuid

import pytest

from tests.fixtures.visitor import Visitor


def test_the_queue_shows_why_a_pair_is_likely(ana: Visitor, pair: uuid.UUID) -> None:
    ana.goes_to("/")
    assert f"/committee/cards/{pair}" in ana.page
    assert "<bdi>ተስፋለም ኪዳነማርያም</bdi>" in ana.page
    assert "Shelter" in ana.page
    assert "such pairs" in ana.page
    assert "<span>Names</span>" in ana.page
    assert "No other report is likely" in ana.page


def test_an_empty_queue_explains_itself(ana: Visitor) -> None:
    ana.goes_to("/")
    assert "New ones appear by themselves" in ana.page


@pytest.mark.parametrize(
    ("state", "explains"),
    [
        ("awaiting_second", "No pair waits for a second reader"),
        ("unsure", "No pair was left open"),
        ("ruled_out", "No pair was ruled out yet"),
        ("confirmed", "No pair is confirmed yet"),
    ],
)
def test_pairs_are_shown_by_where_they_stand(ana: Visitor, pair: uuid.UUID, state: str, explains: str) -> None:
    ana.goes_to(f"/?state={state}")
    assert explains in ana.page
    assert str(pair) not in ana.page


@pytest.mark.parametrize("address", ["/?state=nothing", "/?page=0", "/?page=x", "/?page=99999999999"])
def test_a_mistyped_address_shows_the_open_pairs(ana: Visitor, pair: uuid.UUID, address: str) -> None:
    assert ana.goes_to(address).status_code == 200
    assert str(pair) in ana.page


def test_another_committee_does_not_see_the_pair(stranger: Visitor, pair: uuid.UUID) -> None:
    stranger.goes_to("/")
    assert str(pair) not in stranger.page
