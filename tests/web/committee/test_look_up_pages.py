"""Looking one person up, as a reader meets it."""

import re
import uuid

import pytest

from tests.fixtures.staff import STREET
from tests.fixtures.visitor import Visitor
from tests.web.committee.test_queue_pages import cards_in

EMPTY = dict.fromkeys(("reference", "name", "phone", "mark_kind", "mark_place", "country", "when", "because_of"), "")


def test_somebody_is_found_by_a_name_in_other_letters_with_the_pair(ana: Visitor, pair: uuid.UUID) -> None:
    ana.goes_to("/look-up")
    assert "Each look-up is written down" in ana.page
    ana.sends("/look-up", {**EMPTY, "name": "Tesfalem"})
    assert ">ተስፋለም ኪዳነማርያም</bdi>" in ana.page
    assert ">Tesfalem Kidanemariam</bdi>" in ana.page
    assert ana.page.count(f'href="/committee/cards/{pair}"') == 2
    # A claim is about a search, so the search alone leads to it.
    (claim,) = re.findall(r'href="/committee(/cases/[^"]+/claim)"', ana.page)
    for near in (STREET, "Lampedusa", "harbour"):
        assert near not in ana.page
    assert cards_in(ana.page) == []
    assert ana.goes_to(claim).status_code == 200


def test_a_number_is_found_in_digits_of_another_script(ana: Visitor, pair: uuid.UUID) -> None:
    ana.goes_to("/look-up")
    ana.sends("/look-up", {**EMPTY, "phone": "+٤٦٧٠١٢٣٤٠٠٠"})
    assert f'href="/committee/cards/{pair}"' in ana.page


def test_a_stranger_finds_nobody(stranger: Visitor, pair: uuid.UUID) -> None:
    stranger.goes_to("/look-up")
    stranger.sends("/look-up", {**EMPTY, "name": "Tesfalem"})
    assert "Nobody whom your committee may see" in stranger.page
    assert str(pair) not in stranger.page


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"country": "IT"}, "Please write a reference, a name or a number"),
        ({"name": "Tesfalem", "when": "in summer"}, "Please write it like this"),
        ({"name": "Tesfalem", "when": "2025-13"}, "Please write it like this"),
    ],
)
def test_what_cannot_be_looked_up_is_said_and_what_was_typed_is_kept(
    ana: Visitor, typed: dict[str, str], says: str
) -> None:
    ana.goes_to("/look-up")
    assert ana.sends("/look-up", {**EMPTY, **typed}).status_code == 400
    assert says in ana.page
    for value in typed.values():
        assert f'value="{value}"' in ana.page
