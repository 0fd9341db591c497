"""Which part answers which, and why."""

import dataclasses

import pytest

from matching import compare_names
from matching.names.alignment import LEAST_JOINED, align, may_be_joined, may_be_one, unspaced_bits
from matching.names.name_comparison import prepare
from matching.names.name_parts import NamePart
from matching.names.part_similarity import part_bits


def _aligned(one: str, other: str) -> tuple[set[tuple[str, str]], list[str], list[str]]:
    a, b = prepare(one).parts, prepare(other).parts
    found = align(a, b)
    pairs = {
        ("+".join(a[i].written for i in pairing.left), "+".join(b[j].written for j in pairing.right))
        for pairing in found.pairings
        if pairing.bits > 0.0
    }
    return pairs, [a[i].written for i in found.left], [b[j].written for j in found.right]


def _reasons(one: str, other: str) -> dict[str, str]:
    return {part.sought or part.found: part.reason for part in compare_names(one, other).parts}


def test_order_does_not_matter() -> None:
    assert _aligned("Abebe Tesfaye", "Tesfaye Abebe") == ({("abebe", "abebe"), ("tesfaye", "tesfaye")}, [], [])


def test_parts_written_together_answer_parts_written_apart() -> None:
    apart, together = "Kidane Mariam Abebe", "Kidanemariam Abebe"
    assert ("kidane+mariam", "kidanemariam") in _aligned(apart, together)[0]
    assert ("kidanemariam", "kidane+mariam") in _aligned(together, apart)[0]


def test_a_name_without_any_space_answers_the_name_with_them() -> None:
    assert compare_names("Aungkyawmin", "Aung Kyaw Min").match_weight > 6.0


def test_what_has_no_answer_is_left_on_its_side() -> None:
    assert _aligned("Karim Yusuf Haddad", "Karim Haddad") == ({("karim", "karim"), ("haddad", "haddad")}, ["yusuf"], [])


def test_a_part_that_contradicts_is_not_a_part_that_is_missing() -> None:
    assert _reasons("Karim Haddad", "Samir Haddad") == {"haddad": "same", "karim": "contradicts"}
    assert _reasons("Karim Yusuf Haddad", "Karim Haddad")["yusuf"] == "missing"
    missing = compare_names("Karim Yusuf Haddad", "Karim Haddad").match_weight
    assert missing > compare_names("Karim Yusuf Haddad", "Karim Nabil Haddad").match_weight + 3.0


def test_each_part_answers_once() -> None:
    assert _aligned("Said Said", "Said Sayid") == ({("said", "said"), ("said", "sayid")}, [], [])


@pytest.mark.parametrize(
    ("one", "other", "part", "reason"),
    [
        ("Abebe T. Kidane", "Abebe Tesfaye Kidane", "t", "initial"),
        ("Husein Karimi", "Hussein Karimi", "husein", "same_sound"),
        ("Tesfayo Karimi", "Tesfaye Karimi", "tesfayo", "spelling"),
        ("حسين كريمي", "Hussein Karimi", "حسين", "other_script"),
        ("Paco Quispe", "Francisco Quispe", "paco", "nickname"),
        ("Juan Quispe", "John Quispe", "juan", "other_language"),
        ("José Quispe", "Jose Quispe", "josé", "same"),
    ],
)
def test_the_reason_of_each_part_is_told(one: str, other: str, part: str, reason: str) -> None:
    assert _reasons(one, other)[part] == reason


def test_syllables_of_a_given_name_in_another_order_are_another_name() -> None:
    right = compare_names("김혜은", "Kim Hye-eun").match_weight
    assert compare_names("김혜은", "Kim Eun-hye").match_weight < right - 4.0


def _rare(name: str, bits: float) -> tuple[NamePart, ...]:
    return tuple(dataclasses.replace(part, rarity=bits) for part in prepare(name).parts)


def _is_joined(apart: tuple[NamePart, ...], together: str, bits: float) -> bool:
    """Whether two parts are put together where agreeing with both of them is worth so many bits."""
    found = align(apart, _rare(together, bits)).pairings
    return bool(found) and len(found[0].left) == 2


def test_two_parts_are_joined_only_where_they_agree_in_three_bits() -> None:
    apart, together = prepare("كريم حداد").parts, "كريمحداد"
    assert [_is_joined(apart, together, bits) for bits in (2.9, 3.1, 9.0)] == [False, True, True]
    assert [may_be_joined(apart, _rare(together, bits)) for bits in (2.9, 3.1)] == [False, True]


def test_a_part_that_has_an_answer_is_joined_only_where_that_is_three_bits_better() -> None:
    apart, together = prepare("Qarzo Vandil").parts, "Qarzovandil"
    # The first alone is worth one bit, because it is the beginning of the other.
    assert [found.bits for found in align(apart[:1], _rare(together, 9.0)).pairings] == [1.0]
    assert [_is_joined(apart, together, bits) for bits in (3.9, 4.1)] == [False, True]


def test_parts_are_joined_only_where_all_consonants_but_one_are_the_same() -> None:
    (kidane, mariam), (whole,) = prepare("Kidane Mariam").parts, prepare("Kidanemariam").parts
    assert may_be_one(kidane, mariam, whole)
    assert may_be_one(kidane, mariam, prepare("Kidanemaria").parts[0])
    assert may_be_one(kidane, mariam, prepare("Kidanebmariam").parts[0])
    assert not may_be_one(kidane, mariam, prepare("Kidanema").parts[0])
    assert not may_be_one(kidane, mariam, prepare("Kidanezubdet").parts[0])
    assert not may_be_one(mariam, kidane, whole)


def test_a_short_part_is_no_answer_to_two_syllables() -> None:
    given = prepare("김혜은").parts[1:]
    hyeeun, hye = prepare("Hyeeun").parts, prepare("Hyen").parts
    assert may_be_joined(given, hyeeun)
    assert not may_be_joined(given, hye)
    assert not may_be_joined(prepare("Kidane Mariam").parts, _rare("Zubdet", 20.0))


def test_a_name_of_three_parts_is_found_in_one_without_a_space_and_a_name_of_two_is_not() -> None:
    whole, three = prepare("Aungkyawmin").parts, prepare("Aung Kyaw Min").parts
    assert unspaced_bits(whole, three) == unspaced_bits(three, whole) > 6.0
    assert unspaced_bits(prepare("Aungkyaw").parts, prepare("Aung Kyaw").parts) == 0.0
    assert unspaced_bits(three, three) == 0.0
    assert unspaced_bits(whole, prepare("Aung Zubdet Haddad").parts) == 0.0


def test_equal_bits_are_taken_nearest_first_whichever_name_comes_first() -> None:
    one, other = prepare("Said Said Said").parts, prepare("Said Said").parts
    assert [(found.left, found.right) for found in align(one, other).pairings] == [((0,), (0,)), ((1,), (1,))]
    assert [(found.left, found.right) for found in align(other, one).pairings] == [((0,), (0,)), ((1,), (1,))]


def test_strong_pairings_come_first_and_contradictions_last() -> None:
    found = align(prepare("Zubdet Karim Haddad").parts, prepare("Karim Hadad Samir").parts)
    bits = [pairing.bits for pairing in found.pairings]
    assert bits == sorted(bits, reverse=True)
    assert bits[1] > 0.0 >= bits[2]
    assert (found.left, found.right) == ((), ())


def test_parts_that_agree_a_little_when_written_together_are_not_joined() -> None:
    apart, together = prepare("Fat Ima").parts, prepare("Fetuma").parts
    (both,) = prepare("Fatima").parts
    assert 0.5 < part_bits(both, together[0]) < LEAST_JOINED
    assert _aligned("Fat Ima", "Fetuma")[0] == set()
    assert not may_be_joined(apart, together)
    assert _aligned("Ka Rim", "Karim")[0] == {("ka+rim", "karim")}
