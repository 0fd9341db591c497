"""What the parts of two names tell together."""

import math

import pytest

from matching.names.name_comparison import prepare
from matching.names.name_evidence import NOTHING_SHARED, evidence_bits, missing_bits, name_bits
from matching.names.name_parts import prepare_part
from matching.names.part_similarity import part_bits


def bits(one: str, other: str) -> float:
    return name_bits(prepare(one).parts, prepare(other).parts)


def alone(name: str) -> float:
    """What it tells that one part is shared."""
    return evidence_bits(part_bits(prepare_part(name), prepare_part(name)))


def test_in_two_of_a_hundred_true_pairs_a_part_is_another_one() -> None:
    assert evidence_bits(0.0) == pytest.approx(0.0)
    assert evidence_bits(0.5) == pytest.approx(math.log2(0.98 * 2**0.5 + 0.02))
    assert evidence_bits(10.0) == pytest.approx(10 + math.log2(0.98), abs=0.001)
    assert evidence_bits(-10.0) == pytest.approx(math.log2(0.98 * 2**-10 + 0.02) - 0.3)


def test_below_the_floor_a_trace_of_likeness_still_counts() -> None:
    assert evidence_bits(-30.0) - evidence_bits(-29.0) == pytest.approx(-0.03, abs=1e-6)


def test_a_missing_part_costs_little_but_a_syllable_of_a_given_name() -> None:
    assert missing_bits(prepare_part("karim")) == -0.3
    assert missing_bits(prepare_part("민", syllable=True)) == -5.0


def test_a_part_that_one_side_lacks_is_taken_off_on_either_side() -> None:
    whole = bits("karim haddad", "karim haddad")
    assert bits("karim yusuf haddad", "karim haddad") == pytest.approx(whole - 0.3)
    assert bits("karim haddad", "karim yusuf haddad") == pytest.approx(whole - 0.3)
    assert bits("karim yusuf haddad", "haddad karim") == pytest.approx(whole - 0.3)


def test_what_is_shared_adds_up_but_for_a_family_that_shares_all_but_one() -> None:
    karim, haddad = alone("karim"), alone("haddad")
    family = 2.0**-10 * (2**-karim + 2**-haddad) / 2
    assert bits("karim haddad", "karim haddad") == pytest.approx(-math.log2(2 ** -(karim + haddad) + family))


def test_one_shared_part_is_no_family() -> None:
    assert bits("karim", "karim") == pytest.approx(alone("karim"))


def test_a_contradicting_part_leaves_the_family_however_rare_the_rest_is() -> None:
    assert bits("karim qorvandil zubmertak", "samir qorvandil zubmertak") < 8.0


def test_syllables_of_a_given_name_in_another_order_are_another_name() -> None:
    one, other = prepare("김혜은").parts, prepare("김은혜").parts
    assert name_bits(one, other) == name_bits(other, one)
    assert name_bits(one, one) - name_bits(one, other) == pytest.approx(5.0)


def test_the_order_of_syllables_counts_whichever_side_is_written_in_syllables() -> None:
    syllables, right, wrong = (prepare(name).parts for name in ("김혜은", "Kim Hye Eun", "Kim Eun Hye"))
    assert name_bits(syllables, wrong) == name_bits(wrong, syllables)
    assert name_bits(syllables, right) - name_bits(syllables, wrong) == pytest.approx(5.0)
    assert name_bits(right, syllables) - name_bits(wrong, syllables) == pytest.approx(5.0)


def test_two_names_that_share_no_part_contradict_each_other() -> None:
    assert bits("karim", "zubdet") == pytest.approx(evidence_bits(-30.0))


def test_words_in_another_order_are_the_same_name() -> None:
    assert bits("karim haddad yusuf", "yusuf karim haddad") == pytest.approx(
        bits("karim haddad yusuf", "karim haddad yusuf")
    )


def test_a_name_written_without_any_space_is_found_in_its_parts() -> None:
    assert bits("aungkyawmin", "aung kyaw min") > 6.0
    assert bits("aung kyaw min", "aungkyawmin") == bits("aungkyawmin", "aung kyaw min")


def test_a_name_without_a_part_shares_nothing() -> None:
    assert name_bits((), prepare("karim").parts) == name_bits(prepare("karim").parts, ()) == NOTHING_SHARED == -12.0
