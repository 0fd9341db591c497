"""One comparable form for the words of senders, of any script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.values.folding import fold, plain_digits, single_blanks


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Fecha_de--Nacimiento: ", "fecha de nacimiento"),
        ("Apellido(s)", "apellido s"),
        ("Número", "numero"),
        ("Straße", "strasse"),
        ("Məmməd Əliyev", "mammad aliyev"),
        ("ΆΓΝΩΣΤΟΣ", "αγνωστοσ"),
        ("رقم الهاتف:", "رقم الهاتف"),
        ("خانه\u200cها", "خانه ها"),
        ("مؤنث", "مونث"),
        ("٢٥ سنة", "25 سنه"),
        ("№5", "no 5"),
        ("№ п/п", "no п п"),
        ("1ª vez, 3º", "1a vez 3o"),
        ("25°", "25"),
        ("\u202bاسم\u202c", "اسم"),
        ("ＦＵＬＬ", "full"),
        ("हिन्दी, नाम", "हिन्दी नाम"),
        ("ธันวาคม", "ธันวาคม"),
        ("ዓ.ም", "ኣ ም"),
        ("…—!", ""),
        ("", ""),
    ],
)
def test_words_in_one_form(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_words_that_differ_by_a_vowel_sign_stay_apart() -> None:
    assert fold("दिन") != fold("दान")


@pytest.mark.parametrize(
    ("text", "plain"),
    [("٢٠٢١", "2021"), ("۲۰۲۱", "2021"), ("२०२१", "2021"), ("2\u200f1", "21"), ("½ ⅷ", "½ ⅷ"), ("², é", "2, é")],
)
def test_digits_of_every_script_are_those_of_ascii(text: str, plain: str) -> None:
    assert plain_digits(text) == plain


@given(st.text(max_size=60))
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("text", ["Імʼя", "В’єтнам", "dʼentrée"])
def test_every_apostrophe_parts_words_alike(text: str) -> None:
    assert fold(text) == fold(text.replace("ʼ", "'").replace("’", "'"))
    assert " " in fold(text)


def test_many_blanks_say_no_more_than_one_and_many_lines_no_more_than_one() -> None:
    assert single_blanks("a \t\u00a0 b \r\n \n  c") == "a b\nc"
    assert single_blanks("1" + " " * 20_000 + "x") == "1 x"


def test_numerals_of_geez_are_one_number_and_stay_apart_from_words() -> None:
    numbers = {"፩": "1", "፲፪": "12", "፻": "100", "፻፳": "120", "፲፱፻፺፰": "1998", "፳፻፲፭": "2015", "፼": "10000"}
    assert {sign: plain_digits(sign) for sign in numbers} == numbers
    assert plain_digits("፲፬ ጥር ፳፻፲፬") == "14 ጥር 2014"
