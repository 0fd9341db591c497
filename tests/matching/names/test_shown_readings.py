"""A name stands in Latin letters for whoever knows no others, and as it is said where a spelling misleads."""

import pytest

from matching.names.shown_readings import as_said, in_latin_letters, is_in_latin
from tests.search.scene import PEOPLE


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("ተስፋለም ኪዳነማርያም", "Tesfalem Kidanemaryam"),
        ("حسين بن عبد الله", "Husayn bin Abd Allah"),
        ("فاطمة الزهراء", "Fatima al-Zahra"),
        ("Нурбек Токтосунов", "Nurbek Toktosunov"),
        ("दिलकुमार राई", "Dilkumar Rai"),
        ("张勇", "Zhang Yong"),
        ("김민수", "Kim Min Soo"),
        ("สมชาย", "Somchai"),
        ("Nguyễn Văn An", ""),
        ("", ""),
    ],
)
def test_a_name_of_another_script_is_given_in_latin_letters(name: str, latin: str) -> None:
    assert in_latin_letters(name) == latin
    assert is_in_latin(latin)


@pytest.mark.parametrize("name", [name for people in PEOPLE for name in people])
def test_everybody_has_a_name_that_a_reader_of_latin_letters_can_read(name: str) -> None:
    assert is_in_latin(in_latin_letters(name) or name)
    assert (in_latin_letters(name) or name).strip()


@pytest.mark.parametrize(
    ("name", "languages", "said"),
    [
        ("Xuseen Cilmi", ("so",), "Husen Ilmi"),
        ("Djibril Ouattara", ("bm", "fr"), "Jibril Uattara"),
        ("Chidane", ("it",), "Kidane"),
        ("Mehmet Çelik", ("tr",), "Mehmet Chelik"),
        ("Ana Mora", ("es",), ""),
        ("Xuseen", (), ""),
        ("ተስፋለም", ("it",), ""),
    ],
)
def test_a_spelling_is_said_by_the_languages_of_its_bearer(name: str, languages: tuple[str, ...], said: str) -> None:
    assert as_said(name, languages) == said
