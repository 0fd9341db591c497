"""Names prepared and compared, with their similarity."""

import pytest

from matching.names.name_comparison import (
    compare_names,
    compare_prepared,
    prepare,
    prepared_bits,
    shown_parts,
    similarity_of,
)


def test_six_bits_are_as_likely_one_name_as_not_and_two_more_double_the_odds() -> None:
    found = [similarity_of(bits, same=False) for bits in (6.0, 8.0, 10.0, 4.0)]
    assert found == pytest.approx([0.999 / 2, 0.999 * 2 / 3, 0.999 * 4 / 5, 0.999 / 3])


def test_similarity_rises_with_the_bits_and_is_one_for_the_same_parts_alone() -> None:
    assert similarity_of(-12.0, same=True) == 1.0
    assert 0.0 < similarity_of(-40.0, same=False) < similarity_of(0.0, same=False) < similarity_of(60.0, same=False) < 1
    assert similarity_of(60.0, same=False) == pytest.approx(0.999)


def test_one_name_in_another_order_is_the_same_and_in_another_script_is_not() -> None:
    assert compare_names("Karim Haddad", "haddad KARIM").similarity == 1.0
    assert compare_names("Karim Haddad", "كريم حداد").similarity < 1.0
    assert compare_names("", "").similarity < 0.01


def test_of_several_ways_to_divide_the_best_counts() -> None:
    korean = prepare("김혜은")
    assert len(korean.segmentations) == 2
    assert compare_names("김혜은", "Kim Hye Eun").match_weight > compare_names("김혜은", "Kim").match_weight
    assert prepared_bits(korean, korean) == pytest.approx(compare_prepared(korean, korean).match_weight, abs=0.001)
    assert prepared_bits(korean, prepare("Kim Hye Eun")) == prepared_bits(prepare("Kim Hye Eun"), korean)


def test_syllables_of_a_given_name_are_looked_for_together_too() -> None:
    name = prepare("김혜은")
    assert [[part.written for part in segmentation] for segmentation in name.sought] == [
        ["김", "혜", "은"],
        ["김혜은"],
        ["김", "혜은"],
    ]
    assert [part.syllable for part in name.parts] == [False, True, True]
    assert prepare("연아").sought == prepare("연아").segmentations
    assert prepare("Karim Yusuf Haddad").sought == prepare("Karim Yusuf Haddad").segmentations


def test_the_likeliest_way_comes_first_and_every_part_once() -> None:
    name = prepare("すずきいちろう")
    assert [part.written for part in name.parts] == ["すずき", "いちろう"]
    assert len(name.every_part) == len(set(name.every_part)) == 7
    assert prepare("すずきいちろう") is name


def test_weights_are_told_to_three_decimals() -> None:
    weight = compare_names("Karim Haddad", "Karim Hadad").match_weight
    assert weight == round(weight, 3)


def test_parts_are_shown_in_the_order_of_the_first_name_contradictions_and_missing_ones_last() -> None:
    one, other = prepare("Samir Karim Yusuf Haddad").parts, prepare("Haddad Karim Zubdet").parts
    shown = [(part.sought, part.found, part.reason) for part in shown_parts(one, other)]
    assert shown[:2] == [("karim", "karim", "same"), ("haddad", "haddad", "same")]
    assert [part[2] for part in shown] == ["same", "same", "contradicts", "missing"]
    assert shown_parts(prepare("Karim").parts, prepare("Karim Haddad").parts)[-1].found == "haddad"


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Tesfaye", "T", "initial"),
        ("T", "T", "same"),
        ("José", "Jose", "same"),
        ("Paco", "Francisco", "nickname"),
        ("Juan", "John", "other_language"),
        ("كريم", "Karim", "other_script"),
        ("Husein", "Hussein", "same_sound"),
        ("Tesfaye", "Tesfayo", "spelling"),
        ("Tim", "Timoteovik", "spelling"),
        ("Karim", "Zubdet", "contradicts"),
        ("Kidanemariam", "Kidane Mariam", "spelling"),
    ],
)
def test_each_pair_of_parts_has_a_reason(one: str, other: str, reason: str) -> None:
    assert compare_names(one, other).parts[0].reason == reason


def test_parts_written_together_are_shown_together() -> None:
    part = compare_names("Kidane Mariam Abebe", "Kidanemariam Abebe").parts[0]
    assert (part.sought, part.found) == ("kidane mariam", "kidanemariam")
