"""A record becomes one row of a table without losing what others could link by."""

import datetime

from benchmarks.peers.flat_rows import COLUMNS, FlatRow, flat
from matching.record import (
    AgeRange,
    Effect,
    Event,
    HeightRange,
    IdentityDocument,
    Mark,
    MatchRecord,
    NameKind,
    PartialDate,
    PersonName,
    Phone,
    Place,
    Sex,
    Side,
)

BORN = datetime.date(1991, 3, 25)
LOST = datetime.date(2023, 6, 14)
SOUGHT = MatchRecord(
    side=Side.SOUGHT,
    names=(
        PersonName("تسفالم بن كيداني"),
        PersonName("Tesfalem bin Kidane", NameKind.SPELLING_ON_PAPERS),
        PersonName("Tesfa", NameKind.NICKNAME),
    ),
    sex=Sex.MALE,
    birth=PartialDate(BORN, BORN),
    nationalities=("ER",),
    event=Event(PartialDate(LOST, LOST), Place("Central Mediterranean", latitude=35.5, longitude=12.6)),
    phones=(Phone("+291123456789"),),
    documents=(IdentityDocument("K123"),),
    height=HeightRange(170, 174),
    marks=(Mark("scar", "forearm", "left"),),
    effects=(Effect("jacket", "blue"),),
)
BODY = MatchRecord(
    side=Side.FOUND,
    kind="mortuary",
    age=AgeRange(25, 35, estimated=True),
    event=Event(PartialDate(LOST, LOST), Place(latitude=35.5, longitude=12.6)),
)


def test_a_row_has_every_column_in_its_order() -> None:
    assert list(flat("R-1", SOUGHT).as_json()) == list(COLUMNS)


def test_names_are_words_in_latin_letters_as_papers_spell_them_without_particles_and_nicknames() -> None:
    row = flat("R-1", SOUGHT)
    assert row.words == ["tesfalem", "kidane"]
    assert (row.given, row.surname, row.full_name) == ("tesfalem", "kidane", "kidane tesfalem")


def test_pairs_of_sounds_are_of_two_words_and_never_of_one() -> None:
    row = flat("R-1", SOUGHT)
    assert row.sounds is not None
    assert row.sound_pairs == ["KTN+TSFL"] or set(row.sound_pairs or ()) == {
        "+".join(sorted((one, other))) for one in row.sounds[:1] for other in row.sounds[1:]
    }
    alone = MatchRecord(side=Side.FOUND, names=(PersonName("Echoza"),))
    assert flat("R-2", alone).sound_pairs is None


def test_a_chinese_name_can_be_read_too() -> None:
    assert flat("R-1", MatchRecord(side=Side.SOUGHT, names=(PersonName("李 娜"),))).words == ["li", "na"]


def test_numbers_marks_and_clothes_are_arrays_of_codes() -> None:
    row = flat("R-1", SOUGHT)
    assert (row.phones, row.phone_endings, row.document) == (["+291123456789"], ["3456789"], "K123")
    assert (row.marks, row.mark_kinds, row.clothing) == (["scar:forearm"], ["scar"], ["jacket:blue"])
    assert row.height == 172


def test_what_is_not_known_is_none_and_never_empty() -> None:
    row: FlatRow = flat("B-1", BODY)
    assert [row.words, row.phones, row.marks, row.birth_date, row.sex, row.full_name] == [None] * 6


def test_a_birth_year_is_reckoned_from_an_assessed_age_and_said_to_be() -> None:
    assert (flat("B-1", BODY).birth_year, flat("B-1", BODY).age_known) == (1993, "assessed")
    assert (flat("R-1", SOUGHT).birth_year, flat("R-1", SOUGHT).age_known) == (1991, "told")


def test_a_body_s_quarter_and_cell_are_among_those_of_who_was_lost_there_and_then() -> None:
    sought, body = flat("R-1", SOUGHT), flat("B-1", BODY)
    assert set(body.quarters or ()) < set(sought.quarters or ())
    assert set(body.cells or ()) < set(sought.cells or ())
    assert (body.dead, sought.dead) == (True, False)
