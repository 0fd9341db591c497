"""Numbers that nobody can call as they stand."""

from search.values.phone_doubts import as_dialled, can_be_called, numbers_apart, numbers_by_country


def test_a_number_without_a_country_is_shown_as_each_country_of_the_journey_would_have_it() -> None:
    assert numbers_by_country("0912345678", ("SD",))[0] == ("SD", "+249912345678")
    assert ("GT", "+50255550101") in numbers_by_country("5555 0101", ("GT",))
    assert numbers_by_country("5555 0101") == ()


def test_only_a_number_that_its_country_gives_out_can_be_called() -> None:
    numbers = ("+249912345678", "+249912345", "0912345678", "", "+999123456")
    assert [can_be_called(number) for number in numbers] == [True, False, False, False, False]
    assert as_dialled("+249912345678").startswith("+249 ")


def test_several_numbers_in_a_line_stand_apart_and_words_beside_them_keep_them_together() -> None:
    both = ("+249912345678", "+249912345679")
    for text in ("0912 345 678 / 0912 345 679", "+249912345678, +249912345679", "٠٩١٢٣٤٥٦٧٨ و ٠٩١٢٣٤٥٦٧٩"):
        assert numbers_apart(text, ("SD",)) == both, text
    for text in ("0912 345 678", "0912345678 his, 0912345679 hers", "the one on the wall", ""):
        assert numbers_apart(text, ("SD",)) == (), text
