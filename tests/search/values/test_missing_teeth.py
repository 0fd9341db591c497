"""A missing tooth is told with words between, and a tooth of which something else is denied is there."""

import pytest

from search.values.folding import fold
from search.values.missing_teeth import lacks_tooth


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "two front teeth missing"),
        ("es", "le faltan dos dientes"),
        ("fr", "il lui manque deux dents de devant"),
        ("pt", "faltam dois dentes da frente"),
        ("ru", "нет двух передних зубов"),
        ("uk", "немає двох передніх зубів"),
        ("fa", "دو دندان جلو ندارد"),
        ("ur", "سامنے کے دو دانت نہیں ہیں"),
        ("bn", "সামনের দুটি দাঁত নেই"),
        ("am", "አንድ የፊት ጥርስ የለውም"),
        ("ti", "ሓንቲ ናይ ቅድሚት ስኒ የብሉን"),
        ("so", "ilkaha hore mid baa ka maqan"),
        ("ht", "li manke de dan devan"),
        ("ku", "du diranên wî tunene"),
        ("vi", "mất hai răng cửa"),
    ],
)
def test_a_missing_tooth_is_understood_with_words_between(language: str, text: str) -> None:
    assert lacks_tooth(fold(text).split(), (language,))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "dientes sin caries"),
        ("es", "sin caries en los dientes"),
        ("en", "no marks, good teeth"),
        ("en", "white teeth, no scars"),
        ("nl", "dan no"),
        ("fa", "دندان سالم، عینک ندارد"),
    ],
)
def test_a_tooth_of_which_something_else_is_denied_is_there(language: str, text: str) -> None:
    assert not lacks_tooth(fold(text).split(), (language,))
