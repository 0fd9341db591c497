"""Words sealed under a key of their own open in their place alone, and never once that key is gone."""

import uuid

import msgspec
import pytest

from search.errors import SealBroken
from search.models import Complaint
from search.records.own_sealed_words import erase_own, seal_own, unseal_own
from search.storage.database import Database


class Words(msgspec.Struct, frozen=True):
    """Some words."""

    text: str


def test_words_open_in_their_place_alone_and_not_once_they_are_erased(database: Database) -> None:
    row = Complaint(id=uuid.uuid4())
    with database.transaction() as session:
        seal_own(session, row, Words("Hodan"), "here")
        assert b"Hodan" not in (row.words_sealed or b"")
        assert unseal_own(session, row, Words, "here") == Words("Hodan")
        with pytest.raises(SealBroken):
            unseal_own(session, row, Words, "there")
        erase_own(row)
        assert (row.wrapped_key, row.words_sealed) == (None, None)
        assert unseal_own(session, row, Words, "here") is None
