"""Cultures are drawn by their shares, and each has parts of names, countries and routes."""

from collections import Counter

from benchmarks.invented.culture_name_parts import Part
from benchmarks.invented.cultures import Culture, Weighted, cultures, shipped_cultures
from benchmarks.invented.losses import a_spot
from benchmarks.invented.tables import read_rows
from tests.benchmarks.invented.chance import chance


def test_cultures_are_drawn_as_often_as_their_shares_say() -> None:
    shares = {row[0]: float(row[1]) for row in read_rows("cultures.tsv")}
    whole = sum(shares.values())
    rng, draws = chance(1), 20_000
    drawn = Counter(shipped_cultures().draw(rng).code for _ in range(draws))
    off = {code: abs(drawn[code] / draws - share / whole) for code, share in shares.items()}
    assert max(off.values()) < 0.02


def test_the_heavier_is_drawn_the_oftener() -> None:
    weighted, rng = Weighted(("a", "b"), (1.0, 10.0)), chance(2)
    drawn = Counter(weighted.draw(rng) for _ in range(2_000))
    assert drawn["b"] > 6 * drawn["a"] > 0


def test_whether_a_culture_writes_in_latin_letters_is_told_by_its_names() -> None:
    latin = {culture.code: culture.latin for culture in shipped_cultures().every}
    assert latin == {
        culture.code: read_rows(f"{culture.code}.tsv")[0][1] < "\u0250" for culture in shipped_cultures().every
    }
    assert set(latin.values()) == {True, False}


def test_every_route_of_a_culture_has_places() -> None:
    rng = chance(3)
    for culture in shipped_cultures().every:
        assert [a_spot(route, rng).route for route in culture.routes.values] == list(culture.routes.values)


def test_more_parts_are_added_to_their_culture_alone() -> None:
    shipped = shipped_cultures().every
    code = shipped[0].code
    more = cultures({code: (Part("Qorvandil", ("qorvandil",)),)}).every
    assert sizes(more[0]) > sizes(shipped[0])
    assert [sizes(one) for one in more[1:]] == [sizes(one) for one in shipped[1:]]


def sizes(culture: Culture) -> int:
    return sum(len(parts) for parts in culture.parts.values())
