"""Belongings and colours are kept as codes that sheets, forms and catalogues share."""

from search.vocabulary import belonging_codes
from tests.search.vocabulary.codes import families, misshapen, repeated


def test_codes_are_short_lower_case_words_and_each_is_there_once() -> None:
    assert {one.__name__ for one in families(belonging_codes)} == {"EffectItem", "Colour"}
    assert misshapen(belonging_codes) == []
    assert repeated(belonging_codes) == []
