"""What holds for any names at all."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matching import NameColumns, NameIndex, compare_batch, compare_names, prepare_name
from matching.names.letter_units import LETTERS, units_of
from matching.names.name_comparison import prepared_bits
from matching.names.name_parts import prepare_part
from matching.names.normalise import split_name
from matching.names.part_similarity import APART, part_bits
from matching.names.phonetic import skeleton_of, sound_of
from matching.names.readings.by_script import read
from matching.names.readings.latin import plain
from tests.matching.golden_tables import golden_rows, name_tables

WRITTEN = sorted(
    {row[side] for name in ("parts.tsv", *name_tables()) for row in golden_rows(name) for side in ("one", "other")}
)
NAMES = st.one_of(
    st.sampled_from(WRITTEN), st.text(max_size=40), st.lists(st.sampled_from(WRITTEN), max_size=3).map(" ".join)
)
PARTS = st.one_of(st.sampled_from(WRITTEN), st.text(min_size=1, max_size=20)).map(str.casefold)


@given(PARTS, PARTS)
def test_bits_of_parts_are_symmetric_and_bounded(one: str, other: str) -> None:
    a, b = prepare_part(one), prepare_part(other)
    assert abs(part_bits(a, b) - part_bits(b, a)) < 1e-6
    assert APART <= part_bits(a, b) <= max(a.rarity, 1.5)


@given(NAMES, NAMES)
def test_comparing_names_is_symmetric_and_bounded(one: str, other: str) -> None:
    forwards, backwards = compare_names(one, other), compare_names(other, one)
    assert abs(forwards.match_weight - backwards.match_weight) < 0.01
    assert abs(forwards.similarity - backwards.similarity) < 0.01
    assert 0.0 <= forwards.similarity <= 1.0
    assert -120 < forwards.match_weight < 40


@given(NAMES, NAMES)
def test_no_other_name_is_more_alike_than_the_name_itself(one: str, other: str) -> None:
    assert compare_names(one, other).similarity <= compare_names(one, one).similarity


@given(NAMES)
def test_a_name_with_a_letter_is_wholly_like_itself(name: str) -> None:
    if split_name(name):
        assert compare_names(name, name).similarity == 1.0


@given(NAMES, st.lists(NAMES, max_size=6))
def test_one_against_many_gives_the_same_weights_as_one_by_one(one: str, others: list[str]) -> None:
    query, many = prepare_name(one), [prepare_name(other) for other in others]
    expected = [prepared_bits(query, other) for other in many]
    assert np.allclose(compare_batch(query, NameColumns.of(many)), expected, atol=0.02)


@given(st.lists(NAMES, max_size=8), NAMES, st.integers(min_value=0, max_value=10))
def test_an_index_answers_any_text_with_ids_it_holds_in_falling_order(names: list[str], query: str, limit: int) -> None:
    found = NameIndex(enumerate(names)).search(query, limit)
    assert len(found) <= limit
    assert {at for at, _ in found} <= set(range(len(names)))
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)


@given(NAMES)
def test_splitting_keeps_bounds_and_is_the_same_for_every_capital(text: str) -> None:
    parts = split_name(text)
    assert len(parts) <= 12
    assert all(parts)
    if text.isascii():
        assert split_name(text.upper()) == split_name(text.lower())


@given(PARTS)
def test_readings_are_letters_of_the_alphabet_and_sounds_of_the_sound_alphabet(part: str) -> None:
    for reading in read(part):
        assert set(reading.text) <= set(LETTERS) | {"'"}
        assert len(units_of(reading.text)) == len(reading.text.replace("'", ""))
        sound = sound_of(plain(reading.text))
        assert set(sound) <= set("abdefghiklmnoprstuvwyzSCJHG@~")
        assert set(skeleton_of(sound)) <= set("bftkscxmnlr")


@given(
    st.sampled_from(["a", "山", "の", "か", "김", "م", "क्", "ก", "བ", "x", "陳健"]),
    st.integers(min_value=1, max_value=200),
)
def test_what_a_part_costs_to_compare_is_bounded_however_much_was_written(letters: str, times: int) -> None:
    for part in prepare_name(letters * times).every_part:
        assert len(part.readings) <= 14
        assert all(len(reading.units) <= 48 for reading in part.readings)
