"""A family's secret opens in each of its forms, and a slip of one letter is forgiven only where one word is near."""

import itertools
import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from i18n.passphrases import WORDLISTS, normalise_passphrase, words
from search.accounts.family_secret import (
    boxes_of,
    digits_of,
    digits_slipped,
    draw_words,
    hash_words,
    to_hold_against,
)
from search.accounts.secret_hashing import hash_secret, secret_fits

TAGS = WORDLISTS
NEW = "n:"
SEEDS = st.integers(0, 2**32)


def drawn(tag: str, seed: int) -> tuple[str, ...]:
    return draw_words(tag, random.Random(seed).randrange)  # noqa: S311 - the tests draw the same words each time


def numbers(typed: str) -> str:
    """What is held against a new hash."""
    return to_hold_against(NEW, typed)[1]


def formerly(typed: str) -> str:
    """What is held against an older hash."""
    return to_hold_against("old", typed)[1]


def test_words_and_digits_of_one_secret_fit_one_hash_and_another_secret_does_not() -> None:
    told = drawn("ar", 4)
    kept = hash_words(told)
    digits = digits_of(told)
    eastern = digits.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    places = [words("ar").index(word) for word in told]
    elsewhere = " ".join(words("es")[place] for place in places)
    for typed in (" ".join(told), digits, digits.replace(" ", "-"), eastern, elsewhere):
        assert secret_fits(*to_hold_against(kept, typed)), typed
    for typed in (" ".join(drawn("ar", 5)), " ".join(reversed(told)), digits_of(drawn("ar", 5)), "", "?"):
        assert not secret_fits(*to_hold_against(kept, typed)), typed


def test_a_hash_of_words_from_before_opens_with_the_words_and_with_a_slip_in_them() -> None:
    told = drawn("en", 1)
    kept = hash_secret(normalise_passphrase(" ".join(told)))
    slipped = " ".join([told[0] + "q", *told[1:]]).upper()
    assert secret_fits(*to_hold_against(kept, " - ".join(told)))
    assert secret_fits(*to_hold_against(kept, slipped))
    assert not secret_fits(*to_hold_against(kept, digits_of(told)))


@given(st.sampled_from(TAGS), SEEDS)
def test_words_are_read_as_themselves_whatever_other_lists_hold(tag: str, seed: int) -> None:
    told = drawn(tag, seed)
    places = " ".join(str(words(tag).index(word)) for word in told)
    assert numbers(" ".join(told)) == numbers(digits_of(told)) == places
    assert formerly("\n".join(told).upper()) == normalise_passphrase(" ".join(told))


@given(st.sampled_from(TAGS), SEEDS, st.integers(0, 4), st.data())
def test_one_slip_in_a_word_is_forgiven_where_one_word_is_near_and_never_else(
    tag: str, seed: int, place: int, data: st.DataObject
) -> None:
    told = [normalise_passphrase(word) for word in drawn(tag, seed)]
    alphabet = "".join(sorted({letter for word in told for letter in word}))
    # A vowel that is a mark is read no more once the letter before it is gone.
    spoilt = normalise_passphrase(_slip(told[place], alphabet, data.draw))
    mended = numbers(" ".join([*told[:place], spoilt, *told[place + 1 :]]))
    listed = [normalise_passphrase(word) for word in words(tag)]
    near = [word for word in listed if OSA.distance(word, spoilt) <= 1]
    found = [spoilt] if spoilt in listed else near
    right = numbers(" ".join(told))
    if found == [told[place]]:
        assert mended == right
    elif all(not _everywhere(other, [*told[:place], spoilt, *told[place + 1 :]]) for other in TAGS):
        assert mended == "?"
    else:
        assert mended != right or found == [told[place]]


def _everywhere(tag: str, told: list[str]) -> bool:
    """Whether each of these is a word of this list, or one slip from some."""
    listed = [normalise_passphrase(word) for word in words(tag)]
    return all(sum(OSA.distance(word, other) <= 1 for other in listed) == 1 or word in listed for word in told)


def _slip(word: str, alphabet: str, draw: Callable[..., object]) -> str:
    at = int(str(draw(st.integers(0, len(word) - 2))))
    letter = str(draw(st.sampled_from(alphabet)))
    kinds = {
        "left out": word[:at] + word[at + 1 :],
        "more": word[:at] + letter + word[at:],
        "another": word[:at] + letter + word[at + 1 :],
        "turned": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    }
    return kinds[str(draw(st.sampled_from(sorted(kinds))))]


@given(SEEDS, st.integers(0, 15), st.integers(1, 9))
def test_a_slip_in_the_digits_is_said_but_where_it_is_seven_away(seed: int, place: int, more: int) -> None:
    plain = digits_of(drawn("en", seed)).replace(" ", "")
    wrong = plain[:place] + str((int(plain[place]) + more) % 10) + plain[place + 1 :]
    away = abs(int(plain[place]) - int(wrong[place]))
    assert digits_slipped(wrong) or away == 7
    assert not digits_slipped(plain)
    assert digits_slipped(plain[1:])
    assert digits_slipped(plain + "0")


def test_the_largest_and_the_smallest_secret_have_sixteen_digits() -> None:
    for told in ((words("en")[0],) * 5, (words("en")[-1],) * 5):
        assert [len(group) for group in digits_of(told).split()] == [4, 4, 4, 4]
    assert not digits_slipped("0000 0000 0000 0000")
    assert digits_slipped("9999 9999 9999 9998")


@pytest.mark.parametrize("typed", ["", "one two three", "a b c d e", "12", "🐫", "9" * 16, "²" * 16])
def test_what_is_no_secret_is_held_against_the_hash_as_a_text_that_none_gives(typed: str) -> None:
    assert numbers(typed) == "?"
    assert to_hold_against(None, typed) == (None, "?")


def test_words_of_two_lists_are_drawn_again_rather_than_read_as_the_others() -> None:
    english, spanish = ([normalise_passphrase(word) for word in words(tag)] for tag in ("en", "es"))
    both = next(place for place, word in enumerate(spanish) if word in english)
    only = next(place for place, word in enumerate(spanish) if word not in english)
    choices = itertools.chain([both] * 5, itertools.repeat(only))
    told = draw_words("es", lambda _n: next(choices))
    assert numbers(" ".join(told)) == " ".join([str(only)] * 5)


def test_words_that_no_list_has_are_hashed_for_nobody() -> None:
    with pytest.raises(ValueError, match="not the words of a list"):
        hash_words(("a", "b", "c", "d", "e"))
    assert digits_of(("a", "b")) == ""


def test_five_words_fill_five_boxes_and_anything_else_the_first() -> None:
    assert boxes_of("a b c d e") == ("a", "b", "c", "d", "e")
    assert boxes_of("a b") == ("a b", "", "", "", "")
