"""What a row that came back is known by is told apart from every other origin."""

from search.sheets.returned_names import returned_as, told_returned


def test_what_a_row_says_of_itself_is_read_as_it_was_told() -> None:
    assert returned_as(told_returned("abc-0-1")) == "abc-0-1"


def test_any_other_origin_is_of_no_row_that_came_back() -> None:
    assert returned_as("key abc-0-1") == ""
    assert returned_as("") == ""
