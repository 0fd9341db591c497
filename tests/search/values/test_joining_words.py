"""Words and signs that part one thing from the next, in the scripts that a list may be written in."""

import re

from search.values.joining_words import AND, COMMAS, FULL_STOPS, OF_ONE_LANGUAGE, STOPS


def test_the_signs_of_other_scripts_stand_beside_the_latin_ones() -> None:
    assert set(",،፣") <= set(COMMAS)
    assert set(";؛፤") <= set(STOPS)
    assert set("።۔।") <= set(FULL_STOPS)


def test_what_is_and_in_one_language_alone_parts_nothing_in_the_others() -> None:
    assert re.fullmatch(AND, "እና")
    assert [word for word in OF_ONE_LANGUAGE.values() if re.fullmatch(AND, word)] == []
