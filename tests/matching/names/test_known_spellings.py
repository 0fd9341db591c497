"""Spellings under which the engine finds a name too."""

from matching.names.known_spellings import known_spellings
from matching.names.name_comparison import compare_names


def test_a_name_has_the_spellings_of_other_languages_and_scripts() -> None:
    assert {"Husayn", "حسين"} <= set(known_spellings("Hussein"))
    assert "Husayn Ahmad" in known_spellings("حسين أحمد")
    assert "Tesfalem Kidanemaryam" in known_spellings("ተስፋለም ኪዳነማርያም")
    assert "Gulnara" in known_spellings("Гульнара")
    assert "Hosen" in known_spellings("হোসেন")


def test_every_spelling_is_one_that_the_engine_takes_for_the_name_and_no_other_name() -> None:
    for name in ("Hussein", "Fatoumata Diallo", "خديجة", "Yusuf", "José Hernández", "Xuseen Cali", "王伟", "Ahmed"):
        for other in known_spellings(name):
            compared = compare_names(name, other)
            assert compared.match_weight > 0, (name, other)
            assert all(part.reason != "contradicts" for part in compared.parts), (name, other)
    assert "Hamad" not in known_spellings("Ahmed", 20)


def test_what_is_no_name_has_none() -> None:
    assert [known_spellings(text) for text in ("", " ", "12345", "x", "a " * 50)] == [()] * 5
