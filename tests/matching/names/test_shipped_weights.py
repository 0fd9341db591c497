"""The shipped counts, and what a file of counts must be."""

import pytest

from matching.errors import ParametersError
from matching.names.letter_units import UNIT_OF
from matching.names.shipped_weights import read_counts, shipped_counts, shipped_weights


def test_a_file_of_counts_says_how_it_was_made() -> None:
    counts = read_counts(b'{"version": "1", "made": {"command": "x"}, "counts": {"latin": {"k": {"q": 3}}}}')
    assert (counts.version, counts.made, counts.counts) == ("1", {"command": "x"}, {"latin": {"k": {"q": 3.0}}})


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"version": 1, "made": {}, "counts": {}}', b"\xff"])
def test_anything_else_is_refused(content: bytes) -> None:
    with pytest.raises(ParametersError):
        read_counts(content)


def test_shipped_weights_know_what_clerks_write_for_arabic() -> None:
    arabic = shipped_weights().of("arabic")
    assert arabic.substitution[UNIT_OF["q"], UNIT_OF["k"]] > arabic.substitution[UNIT_OF["q"], UNIT_OF["m"]] + 3
    assert arabic.dropping[UNIT_OF["@"]] > arabic.dropping[UNIT_OF["m"]]


def test_shipped_weights_are_made_once_of_the_shipped_counts() -> None:
    assert shipped_weights() is shipped_weights()
    assert shipped_counts().version
    assert {"latin", "arabic", "cyrillic", "same", "two"} <= set(shipped_counts().counts)
