"""Which part answers which."""

from matching.names.alignment import align
from matching.names.parts import prepare_parts
from matching.names.similarity import Likeness


def _aligned(one: str, other: str) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    alignment = align(prepare_parts(one), prepare_parts(other))
    pairs = [
        ("+".join(part.written for part in match.one), "+".join(part.written for part in match.other))
        for match in alignment.matches
    ]
    return pairs, [part.written for part in alignment.left], [part.written for part in alignment.right]


def test_order_does_not_matter() -> None:
    assert _aligned("Abebe Tesfaye", "Tesfaye Abebe") == ([("abebe", "abebe"), ("tesfaye", "tesfaye")], [], [])


def test_parts_written_together_answer_parts_written_apart() -> None:
    assert _aligned("Kidane Mariam Abebe", "Kidanemariam Abebe")[0] == [
        ("kidane+mariam", "kidanemariam"),
        ("abebe", "abebe"),
    ]
    assert _aligned("Kidanemariam Abebe", "Kidane Mariam Abebe")[0] == [
        ("kidanemariam", "kidane+mariam"),
        ("abebe", "abebe"),
    ]


def test_what_has_no_answer_is_left_on_its_side() -> None:
    assert _aligned("Karim Haddad", "Samir Haddad") == ([("haddad", "haddad")], ["karim"], ["samir"])
    assert _aligned("Karim Yusuf Haddad", "Karim Haddad") == ([("karim", "karim"), ("haddad", "haddad")], ["yusuf"], [])


def test_each_part_answers_once_and_the_strongest_first() -> None:
    assert _aligned("Said Said", "Said Sayid")[0] == [("said", "said"), ("said", "sayid")]


def test_an_initial_answers_the_part_it_begins() -> None:
    matches = align(prepare_parts("Abebe T. Kidane"), prepare_parts("Abebe Tesfaye Kidane")).matches
    assert [match.likeness for match in matches] == [Likeness.SAME, Likeness.INITIAL, Likeness.SAME]
