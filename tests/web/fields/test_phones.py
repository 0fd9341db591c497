"""A telephone number as it is typed."""

import datetime

from search.fields import catalogue
from web.fields.phones import NO_DIGITS, PhoneNumber
from web.fields.widget import Reading, Setting

ROW = catalogue()["identifiers.phones.number"]


def read(written: str, *regions: str) -> Reading:
    return PhoneNumber().read(ROW, {"": [written]}, Setting(datetime.date(2026, 11, 22), regions), None)


def test_a_number_is_read_in_the_digits_of_any_script_and_in_the_way_of_a_country_that_was_named() -> None:
    assert read("+249 912 345 678") == read("٠٠٢٤٩ ٩١٢ ٣٤٥ ٦٧٨") == Reading("+249912345678")
    assert read("0912 345 678", "SD") == Reading("+249912345678")


def test_words_without_a_number_stay_words_and_words_beside_one_stay_beside_it() -> None:
    assert read("the one on the wall") == Reading("", "the one on the wall", NO_DIGITS)
    assert read("+249 912 345 678 his brother") == Reading("+249912345678", "+249 912 345 678 his brother")
