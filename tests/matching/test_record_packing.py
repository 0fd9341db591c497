"""The bytes of a record: the same on every machine, and whoever changes them has to say so."""

import dataclasses
import datetime
import hashlib

import numpy as np
import pytest

from matching import Effect, Mark, MatchRecord, Remains, Sex, Side
from matching.errors import PackingError
from matching.names.gender_endings import Ending
from matching.names.name_comparison import PreparedName
from matching.names.name_parts import NamePart, Sounding
from matching.names.part_rarity import SHIPPED_RARITIES, PartRarities
from matching.names.readings.reading_result import Group
from matching.names.scripts import Script
from matching.places.resolved_place import ResolvedPlace
from matching.prepared_record import Days, NameRole, PreparedRecord, RecordName
from matching.record_columns import RecordColumns
from matching.record_packing import RECORD, code, layout, pack
from tests.matching.records import SOUGHT, called, person

# Everything is written out, so that nothing of it comes from a table.
SOUNDINGS = (
    Sounding("karim", Group.LATIN, (3, 1, 4), "karim", "karim", "krm", 0b1011, 2, 0.0),
    Sounding("qarim", Group.ARABIC, (5, 9), "qarim", "karim", "krm", 0b1011, 1, 0.5),
)
PART = NamePart(
    written="karim",
    native="karim",
    script=Script.LATIN,
    groups=frozenset({Group.LATIN, Group.ARABIC}),
    syllable=False,
    readings=SOUNDINGS,
    spoken="karim",
    ear="KRM",
    rarity=12.5,
    rarities=SHIPPED_RARITIES,
    formal=frozenset({"karim"}),
    equivalents=frozenset({"one", "other"}),
    initial=False,
    known=frozenset({"karim"}),
    ending=Ending.A,
    stem="kr",
    surely=0b1011,
    perhaps=0b1111,
    firsts=0b100,
    slack=2,
    longest=3,
)
SYLLABLE = dataclasses.replace(
    PART, written="kar", native="kar", syllable=True, readings=SOUNDINGS[:1], formal=frozenset()
)
NAME = PreparedName("Karim", ((PART, SYLLABLE), (PART,)), (), frozenset())
PLACE = ResolvedPlace(27.5, -99.5, 10.0, frozenset({"XX"}), frozenset())
RECORD_BY_HAND = PreparedRecord(
    record=MatchRecord(Side.FOUND, "mortuary"),
    rarities=SHIPPED_RARITIES,
    has=0b1010101,
    dead=True,
    names=(RecordName(NAME, short=False),),
    companions=(RecordName(NAME, short=True),),
    relatives=((NameRole.MOTHER, RecordName(NAME, short=False)),),
    sex=Sex.FEMALE,
    birth=Days(726_000, 726_030),
    born=datetime.date(1988, 9, 17),
    birth_from_age=None,
    assessed=True,
    nationalities=frozenset({"XX"}),
    languages=frozenset({"xa", "xb"}),
    when=Days(738_000, 738_001),
    place=PLACE,
    home=None,
    phones=("50499990001",),
    documents=("E2733021",),
    height=(160, 170),
    marks=(Mark("scar", "hand", "left", "rose"),),
    effects=(Effect("ring", "gold"),),
    traits={"eyes": "brown"},
    remains=Remains.DECOMPOSED,
)
# The bytes after the layout. Who sees another digest has changed how records are packed: raise `_LAYOUT` in
# `matching/record_packing.py`, so that what was packed before is packed anew, and write the new digest here.
DIGEST = "c44d7855078e6c58"


def test_records_are_packed_as_their_layout_says() -> None:
    packed = pack(RECORD_BY_HAND)
    assert hashlib.sha256(packed[4:]).hexdigest()[:16] == DIGEST, "raise _LAYOUT in matching/record_packing.py"


def test_packed_records_begin_with_the_layout() -> None:
    assert RECORD.fields is not None
    assert RECORD.fields["layout"][1] == 0
    assert int.from_bytes(pack(RECORD_BY_HAND)[:4], "little") == layout(SHIPPED_RARITIES)


def test_other_frequencies_of_names_are_another_layout() -> None:
    counted = PartRarities({"karim": 90_000.0})
    assert layout(counted) != layout(SHIPPED_RARITIES)
    packed = pack(person(SOUGHT, names=called("Karim Haddad")))
    assert RecordColumns([packed], SHIPPED_RARITIES).count == 1
    with pytest.raises(PackingError, match="other_layout"):
        RecordColumns([packed], counted)


@pytest.mark.parametrize("word", ["scar", "ñ", "x" * 500, "傷", "\ud800"])
def test_a_word_of_the_vocabulary_has_a_code_that_is_not_nothing(word: str) -> None:
    assert 0 < code(word) < 2**32
    assert code(word) == code(str(word))


def test_no_word_is_no_code() -> None:
    assert code("") == 0


def test_names_of_more_parts_than_can_be_numbered_leave_some_ways_out() -> None:
    """A byte numbers the parts of all names of a record."""
    names = [
        RecordName(
            PreparedName("", tuple((_part(f"{name}-{segmentation}-{at}"),) * 2 for at in range(12)), (), frozenset()),
            False,
        )
        for segmentation, name in enumerate(range(30))
    ]
    columns = RecordColumns.of([dataclasses.replace(RECORD_BY_HAND, names=tuple(names), companions=(), relatives=())])
    segmentations = columns.names.table["segmentations"]
    assert len(segmentations) == 30
    assert segmentations.tolist() == [12] * 21 + [2] + [0] * 8
    assert np.array_equal(np.unique(columns.names.rows), np.arange(254))


def _part(written: str) -> NamePart:
    return dataclasses.replace(PART, written=written, native=written)
