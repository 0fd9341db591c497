"""Errors are one tree; a message is a code and ids."""

import pytest

from search import errors
from search.errors import NotFound, Refused, SearchError, SheetError, TooManyAttempts

TREE = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, SearchError)]


def test_a_message_is_the_code_and_what_fills_it_in_a_fixed_order() -> None:
    assert str(Refused("file_missing", row=7, name="truth.tsv")) == "file_missing name=truth.tsv row=7"
    assert str(NotFound("not_found")) == "not_found"


def test_whoever_shows_an_error_has_its_code_and_its_numbers() -> None:
    slowed = TooManyAttempts("too_many_attempts", seconds=4)
    assert (slowed.code, slowed.params) == ("too_many_attempts", {"seconds": 4})


@pytest.mark.parametrize("error", TREE)
def test_every_error_is_drawn_in_the_tree(error: type[SearchError]) -> None:
    assert error.__name__ in (errors.__doc__ or "")


def test_a_sheet_that_cannot_be_read_is_one_of_the_things_that_are_refused() -> None:
    assert issubclass(SheetError, Refused)
    assert not issubclass(TooManyAttempts, Refused)
