"""A part as bytes that say the same on every machine."""

import dataclasses
import hashlib

import numpy as np
import pytest

from matching.names.name_parts import prepare_part
from matching.names.part_packing import (
    DIGEST,
    GROUPS,
    PART,
    SOUNDING,
    UNIT,
    PackedParts,
    digest,
    groups_code,
    pack_part,
)
from matching.names.readings.reading_result import Group


def test_a_digest_is_the_same_on_every_machine() -> None:
    assert digest("karim") == int.from_bytes(hashlib.blake2b(b"karim", digest_size=8).digest(), "little")
    assert digest("\ud800") != digest("")


def test_a_row_says_what_comparing_reads() -> None:
    part = prepare_part("xuan")
    packed = pack_part(part)
    (row,) = np.frombuffer(packed.parts, dtype=PART)
    assert row["native"] == digest("xuan")
    assert row["stem"] == digest(part.stem)
    assert (row["firsts"], row["surely"], row["longest"]) == (part.firsts, part.surely, part.longest)
    assert row["rarity"] == pytest.approx(part.rarity, abs=1e-5)
    assert row["missing"] == pytest.approx(-0.3)
    assert (row["groups"], row["ending"], row["initial"], row["syllable"]) == (0, part.ending, False, False)
    assert row["digests"].tolist() == [len(part.formal), len(part.equivalents), len(part.known)]
    assert (row["spoken"], row["written"], row["soundings"]) == (len(part.spoken), 4, 4)


def test_soundings_units_digests_and_texts_follow_each_other() -> None:
    part = prepare_part("xuan")
    packed = pack_part(part)
    soundings = np.frombuffer(packed.soundings, dtype=SOUNDING)
    assert soundings["coarse"].tolist() == [digest(one.coarse) for one in part.readings]
    assert soundings["classes"].tolist() == [one.classes for one in part.readings]
    assert soundings["slack"].tolist() == [one.slack for one in part.readings]
    assert soundings["units"].tolist() == [len(one.units) for one in part.readings]
    assert soundings["text"].tolist() == [len(one.coarse) for one in part.readings]
    assert [GROUPS[number] for number in soundings["group"].tolist()] == [Group.LATIN] * 4
    assert np.frombuffer(packed.units, dtype=UNIT).tolist() == [unit for one in part.readings for unit in one.units]
    names = (part.formal, part.equivalents, part.known)
    assert np.frombuffer(packed.digests, dtype=DIGEST).tolist() == [
        one for texts in names for one in sorted(map(digest, texts))
    ]
    assert packed.texts.decode() == part.spoken + "xuan" + "".join(one.coarse for one in part.readings)


def test_parts_that_differ_in_what_they_are_read_by_have_another_identity() -> None:
    variants = [
        prepare_part("林"),
        prepare_part("林", syllable=True),
        prepare_part("林", frozenset({Group.KOREAN})),
        prepare_part("陳"),
    ]
    identities = {int(np.frombuffer(pack_part(one).parts, dtype=PART)["identity"][0]) for one in variants}
    assert len(identities) == 4


def test_all_ways_of_writing_are_told_from_none_and_from_each() -> None:
    codes = [groups_code(groups) for groups in (None, frozenset[Group](), *(frozenset({one}) for one in GROUPS))]
    assert codes[:3] == [0, 1, 3]
    assert len(set(codes)) == len(codes)
    assert groups_code(frozenset(GROUPS)) == 2 ** (len(GROUPS) + 1) - 1


def test_what_does_not_fit_its_field_is_cut() -> None:
    part = dataclasses.replace(prepare_part("karim"), longest=300, spoken="a" * 70_000, written="b" * 70_000)
    packed = pack_part(part)
    (row,) = np.frombuffer(packed.parts, dtype=PART)
    assert (row["longest"], row["spoken"], row["written"]) == (255, 60_000, 60_000)


def test_several_are_packed_one_after_the_other() -> None:
    one, other = pack_part(prepare_part("karim")), pack_part(prepare_part("xuan"))
    joined = PackedParts.joined([one, other])
    assert joined == PackedParts(
        one.parts + other.parts,
        one.soundings + other.soundings,
        one.digests + other.digests,
        one.units + other.units,
        one.texts + other.texts,
    )
    assert PackedParts.joined([]) == PackedParts(b"", b"", b"", b"", b"")
