"""A reference survives being written down and read aloud: every single slip shows."""

import re
import string

import pytest

from search.records.references import new_reference, read_reference

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOKS_LIKE = {"O": "0", "I": "1", "L": "1"}


@pytest.fixture(scope="module")
def sample() -> list[str]:
    return [new_reference() for _ in range(200)]


def test_a_reference_has_eight_characters_and_a_check(sample: list[str]) -> None:
    assert all(re.fullmatch(f"[{SYMBOLS}]{{4}}-[{SYMBOLS}]{{4}}-[{SYMBOLS}]", reference) for reference in sample)


def test_references_do_not_follow_each_other(sample: list[str]) -> None:
    assert len(set(sample)) == len(sample)
    assert len({reference[:4] for reference in sample}) > 150


def test_a_fresh_reference_reads_as_itself(sample: list[str]) -> None:
    assert [read_reference(reference) for reference in sample] == sample


def test_every_wrong_character_shows(sample: list[str]) -> None:
    unseen = [
        (reference, place, wrong)
        for reference in sample
        for place, right in enumerate(reference)
        for wrong in string.digits + string.ascii_uppercase
        if right != "-" and LOOKS_LIKE.get(wrong, wrong) != right
        if read_reference(reference[:place] + wrong + reference[place + 1 :]) is not None
    ]
    assert unseen == []


def test_every_swap_of_neighbours_shows(sample: list[str]) -> None:
    unseen = []
    for reference in sample:
        bare = reference.replace("-", "")
        for place in range(len(bare) - 1):
            swapped = bare[:place] + bare[place + 1] + bare[place] + bare[place + 2 :]
            if swapped != bare and read_reference(swapped) is not None:
                unseen.append((reference, place))
    assert unseen == []


def test_a_character_left_out_or_added_shows(sample: list[str]) -> None:
    for reference in sample:
        bare = reference.replace("-", "")
        shorter = [bare[:place] + bare[place + 1 :] for place in range(len(bare))]
        longer = [bare[:place] + "7" + bare[place:] for place in range(len(bare) + 1)]
        assert [text for text in shorter + longer if read_reference(text) is not None] == []


def test_small_letters_and_spaces_do_not_count(sample: list[str]) -> None:
    assert [read_reference(reference.lower()) for reference in sample] == sample
    assert [read_reference(f" {reference.replace('-', ' ')}\n") for reference in sample] == sample


def test_letters_that_look_like_digits_are_read_as_digits(sample: list[str]) -> None:
    with_digits = [reference for reference in sample if "0" in reference or "1" in reference]
    assert with_digits
    for reference in with_digits:
        assert read_reference(reference.replace("0", "O").replace("1", "l")) == reference


def test_wide_letters_of_an_asian_keyboard_are_read(sample: list[str]) -> None:
    wide = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})
    assert read_reference(sample[0].translate(wide)) == sample[0]


@pytest.mark.parametrize("text", ["", "-", "hello", "0" * 500, "ABCD-EFGH", "٠١٢٣٤٥٦٧٨", "\x00"])
def test_what_is_no_reference_is_none(text: str) -> None:
    assert read_reference(text) is None
