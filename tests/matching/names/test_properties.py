"""What holds for any names at all."""

from hypothesis import given
from hypothesis import strategies as st

from matching.comparisons.names import name_sum
from matching.names.normalise import native_form, split_name
from matching.names.parts import prepare_part, prepare_parts
from matching.names.phonetic import skeleton_of, sound_of
from matching.names.romanise import romanise
from matching.names.similarity import Likeness, likeness, sound_similarity
from matching.prepared import PreparedName
from tests.matching.golden_tables import golden_rows

WRITTEN = sorted(
    {row[side] for name in ("parts.tsv", "names.tsv") for row in golden_rows(name) for side in ("one", "other")}
)
NAMES = st.one_of(
    st.sampled_from(WRITTEN), st.text(max_size=40), st.lists(st.sampled_from(WRITTEN), max_size=3).map(" ".join)
)
PARTS = st.one_of(st.sampled_from(WRITTEN), st.text(min_size=1, max_size=20)).map(str.casefold)


def _name(text: str) -> PreparedName:
    return PreparedName(prepare_parts(text), short=False)


@given(PARTS, PARTS)
def test_likeness_of_parts_is_symmetric_and_bounded(one: str, other: str) -> None:
    a, b = prepare_part(one), prepare_part(other)
    assert likeness(a, b) is likeness(b, a)
    assert 0.0 <= sound_similarity(a, b) == sound_similarity(b, a) <= 1.0


@given(PARTS)
def test_a_part_is_the_same_as_itself(part: str) -> None:
    assert likeness(prepare_part(part), prepare_part(part)) is Likeness.SAME


@given(NAMES, NAMES)
def test_the_sum_over_names_is_symmetric_and_bounded(one: str, other: str) -> None:
    forwards, backwards = name_sum(_name(one), _name(other)), name_sum(_name(other), _name(one))
    assert abs(forwards - backwards) < 1e-9
    assert -60 < forwards < 170


@given(NAMES, NAMES)
def test_no_other_name_agrees_better_than_the_name_itself(one: str, other: str) -> None:
    assert (
        name_sum(_name(one), _name(other))
        <= max(name_sum(_name(one), _name(one)), name_sum(_name(other), _name(other))) + 1e-9
    )


@given(NAMES)
def test_splitting_keeps_bounds_and_is_the_same_for_every_capital(text: str) -> None:
    parts = split_name(text)
    assert len(parts) <= 12
    assert all(parts)
    if text.isascii():
        assert split_name(text.upper()) == split_name(text.lower())


@given(PARTS)
def test_sounds_are_plain_letters_of_the_sound_alphabet(part: str) -> None:
    for reading in romanise(part):
        sound = sound_of(reading.text)
        assert set(sound) <= set("abdefghiklmnoprstuvwyzSCJHG@~")
        assert set(skeleton_of(sound)) <= set("bftkscxmnlr")


@given(PARTS)
def test_a_native_form_is_its_own_native_form(part: str) -> None:
    assert native_form(native_form(part)) == native_form(part)
