"""Clerks write what they hear or copy: mostly the name, not always all of it, not always the same way."""

from benchmarks.invented.cultures import Culture, shipped_cultures
from benchmarks.invented.invented_names import InventedName, invent_name
from benchmarks.invented.spelling import Clerk, as_written, on_papers
from matching.record import Sex
from tests.benchmarks.invented.chance import chance

CULTURES = {culture.code: culture for culture in shipped_cultures().every}
Written = tuple[InventedName, str]


def written(culture: Culture, clerk: Clerk, many: int = 1_000) -> list[Written]:
    """Many people of a culture, each with what one clerk wrote."""
    rng = chance(6)
    names = [invent_name(culture, Sex.MALE, rng) for _ in range(many)]
    return [(name, as_written(name, on_papers(name, culture, rng), culture, clerk, rng)) for name in names]


def test_a_name_in_latin_letters_is_mostly_copied_as_it_stands() -> None:
    pairs = written(CULTURES["spanish"], Clerk("es"))
    words = [(word, name.native.casefold().split()) for name, text in pairs for word in text.casefold().split()]
    assert 0.5 < sum(word in own for word, own in words) / len(words) < 0.9


def test_a_name_in_other_letters_comes_in_latin_ones_spelled_in_many_ways() -> None:
    pairs = written(CULTURES["ethiopic"], Clerk("it"))
    assert all(text < "\u0250" for _, text in pairs)
    of_haile = {text.split()[0].casefold() for name, text in pairs if name.parts[0].native == "ሃይሌ"}
    assert len(of_haile) > 5


def test_a_clerk_who_knows_the_letters_mostly_writes_them() -> None:
    clerk = Clerk("en", frozenset({"arabic"}), 0.9)
    own = sum(text > "\u0600" for _, text in written(CULTURES["arabic"], clerk))
    assert 850 < own < 950
    assert not any(text > "\u0600" for _, text in written(CULTURES["ethiopic"], clerk))


def test_a_part_is_left_out_of_a_third_of_long_names_and_rarely_added() -> None:
    pairs = written(CULTURES["spanish"], Clerk("fr"))
    long = [(name, text) for name, text in pairs if len(name.native.split()) >= 3]
    fewer = sum(len(text.split()) < len(name.native.split()) for name, text in long)
    more = sum(len(text.split()) > len(name.native.split()) for name, text in long)
    assert 0.35 < fewer / len(long) < 0.65
    assert more / len(long) < 0.05


def test_one_name_of_five_is_in_capitals() -> None:
    pairs = written(CULTURES["persian"], Clerk("fr"))
    assert 180 < sum(text.isupper() for _, text in pairs) < 300
