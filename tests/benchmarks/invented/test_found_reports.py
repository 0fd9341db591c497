"""Senders write what such senders write: bodies mostly nameless and measured, the living named and hardly looked at."""

from collections import Counter

import pytest

from benchmarks.invented.found_reports import SENDERS, Sender, a_sender, found
from matching.record import MatchRecord, NameKind, Remains, Side
from tests.benchmarks.invented.chance import chance
from tests.benchmarks.invented.crowd import invented_people

PEOPLE = invented_people(1_000)
(MORTUARY,) = (sender for sender in SENDERS if sender.dead)
(SHELTER,) = (sender for sender in SENDERS if sender.name == "shelter_fr")


def reports(sender: Sender) -> list[MatchRecord]:
    rng = chance(3)
    return [found(person, sender, rng) for person in PEOPLE]


@pytest.fixture(scope="module")
def bodies() -> list[MatchRecord]:
    """What a mortuary wrote."""
    return reports(MORTUARY)


@pytest.fixture(scope="module")
def living() -> list[MatchRecord]:
    """What a shelter wrote."""
    return reports(SHELTER)


def test_senders_report_as_often_as_their_weights_say() -> None:
    rng, draws = chance(4), 20_000
    drawn = Counter((sender.name, sender.kind) for sender in (a_sender(rng) for _ in range(draws)))
    whole = sum(sender.weight for sender in SENDERS)
    off = [abs(drawn[one.name, one.kind] / draws - one.weight / whole) for one in SENDERS]
    assert max(off) < 0.015


def test_every_report_is_of_the_found_side_and_of_its_sender_s_kind(
    bodies: list[MatchRecord], living: list[MatchRecord]
) -> None:
    assert {(one.side, one.kind, one.remains) for one in bodies} == {(Side.FOUND, "mortuary", Remains.UNKNOWN)}
    assert {(one.side, one.kind, one.remains) for one in living} == {(Side.FOUND, "shelter", None)}


def test_names_are_from_papers_on_bodies_and_as_heard_of_the_living(
    bodies: list[MatchRecord], living: list[MatchRecord]
) -> None:
    assert {name.kind for one in bodies for name in one.names} == {NameKind.ON_PAPERS_FOUND}
    assert {name.kind for one in living for name in one.names} == {NameKind.AS_HEARD}
    assert sum(bool(one.names) for one in bodies) < 0.45 * len(bodies)
    assert sum(bool(one.names) for one in living) > 0.94 * len(living)


def test_of_bodies_no_birth_nationality_or_companion_is_known(bodies: list[MatchRecord]) -> None:
    assert [one for one in bodies if one.birth or one.nationalities or one.companions] == []
    assert all(one.age is not None and one.age.estimated for one in bodies)


def test_a_body_has_a_point_and_the_living_words_alone(bodies: list[MatchRecord], living: list[MatchRecord]) -> None:
    assert {_has_point(one) for one in bodies} == {True}
    assert {_has_point(one) for one in living} == {False}


def test_sex_is_hardly_ever_wrong(living: list[MatchRecord]) -> None:
    told = [(person.sex, one.sex) for person, one in zip(PEOPLE, living, strict=True) if one.sex]
    assert 0.92 < len(told) / len(PEOPLE) < 0.97
    assert 0 < sum(true is not said for true, said in told) / len(told) < 0.03


def test_where_marks_are_told_there_is_at_least_one(bodies: list[MatchRecord]) -> None:
    share = sum(bool(one.marks) for one in bodies) / len(bodies)
    assert share == pytest.approx(MORTUARY.marks, abs=0.05)


def test_most_numbers_that_are_found_are_known_to_the_family(bodies: list[MatchRecord]) -> None:
    carried = [
        (one.phones[0].number, {phone.number for phone in person.phones})
        for person, one in zip(PEOPLE, bodies, strict=True)
        if one.phones and person.phones
    ]
    assert len(carried) > 50
    assert 0.7 < sum(number in known for number, known in carried) / len(carried) < 0.95


def _has_point(one: MatchRecord) -> bool:
    return one.event is not None and one.event.place is not None and one.event.place.latitude is not None
