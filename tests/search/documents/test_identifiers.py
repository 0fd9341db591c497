"""Numbers that point at one person are a document of their own, empty unless something was said."""

import dataclasses

import msgspec

from matching.record import IdentityDocument, Phone
from search.documents import Identifiers


def test_without_a_number_nothing_is_kept() -> None:
    assert {getattr(Identifiers(), field.name) for field in dataclasses.fields(Identifiers)} == {()}


def test_numbers_are_read_as_they_were_written() -> None:
    said = Identifiers(
        phones=(Phone("+50370001111"),),
        documents=(IdentityDocument("P 123", "passport", "SV"),),
        transfers=("0042 of an office in Tapachula",),
    )
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(said), type=Identifiers) == said
