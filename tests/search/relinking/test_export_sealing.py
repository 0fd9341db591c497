"""Pseudonyms tell nothing without their secret, and what is sealed opens in its own place only."""

import numpy as np
import pytest

from search.errors import SealBroken
from search.relinking.export_sealing import Domain, ExportCipher, Pseudonyms

KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))
NUMBERS = np.arange(-50_000, 50_000, dtype=np.int64)


def test_a_number_has_one_pseudonym_and_no_other_number_has_it() -> None:
    hidden = Pseudonyms(KEY).of(NUMBERS, Domain.RECORD)
    assert len(np.unique(hidden)) == len(NUMBERS)
    assert (Pseudonyms(KEY).of(NUMBERS[77:78], Domain.RECORD) == hidden[77]).all()
    assert hidden.dtype == np.int64


def test_a_record_and_a_key_of_one_number_have_nothing_in_common_nor_have_two_exports() -> None:
    of_records = Pseudonyms(KEY).of(NUMBERS, Domain.RECORD)
    assert not np.isin(Pseudonyms(KEY).of(NUMBERS, Domain.KEY), of_records).any()
    assert not np.isin(Pseudonyms(OTHER_KEY).of(NUMBERS, Domain.RECORD), of_records).any()


def test_pseudonyms_do_not_keep_the_order_of_numbers() -> None:
    hidden = Pseudonyms(KEY).of(NUMBERS, Domain.RECORD)
    assert abs(np.corrcoef(NUMBERS, np.argsort(np.argsort(hidden)))[0, 1]) < 0.02


def test_what_is_sealed_opens_in_its_own_place_export_and_with_its_own_key_only() -> None:
    sealed = ExportCipher("one", KEY).seal(b"content", "record/1")
    assert ExportCipher("one", KEY).open(sealed, "record/1") == b"content"
    wrong = [("one", KEY, "record/2"), ("two", KEY, "record/1"), ("one", OTHER_KEY, "record/1")]
    for export_id, key, place in wrong:
        with pytest.raises(SealBroken, match="seal_broken"):
            ExportCipher(export_id, key).open(sealed, place)
    for altered in (sealed[:-1], sealed[1:], b"", bytes([sealed[0] ^ 1]) + sealed[1:]):
        with pytest.raises(SealBroken, match="seal_broken"):
            ExportCipher("one", KEY).open(altered, "record/1")


def test_the_same_content_is_never_sealed_the_same_way_twice() -> None:
    cipher = ExportCipher("one", KEY)
    assert len({cipher.seal(b"content", "record/1") for _ in range(100)}) == 100
