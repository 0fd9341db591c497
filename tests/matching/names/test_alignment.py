"""Which part answers which, and why."""

import pytest

from matching import compare_names
from matching.names.alignment import align
from matching.names.name_comparison import prepare


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
