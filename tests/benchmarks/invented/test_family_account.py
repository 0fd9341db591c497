"""A family tells most of a name, a birth, the last contact, and some of the body."""

import pytest

from benchmarks.invented.family_account import told
from benchmarks.invented.people import InventedPerson
from matching.record import DatePrecision, MatchRecord, NameKind, Side
from tests.benchmarks.invented.chance import chance
from tests.benchmarks.invented.crowd import invented_people


@pytest.fixture(scope="module")
def accounts() -> list[tuple[InventedPerson, MatchRecord]]:
    """What families told of two thousand people."""
    rng = chance(2)
    return [(person, told(person, rng)) for person in invented_people(2_000)]


def test_a_family_always_tells_the_name_as_it_is_written_at_home(
    accounts: list[tuple[InventedPerson, MatchRecord]],
) -> None:
    assert {record.side for _, record in accounts} == {Side.SOUGHT}
    assert [one for one, record in accounts if record.names[0].text != one.name.native] == []


def test_the_spelling_on_papers_is_told_only_of_names_in_other_letters(
    accounts: list[tuple[InventedPerson, MatchRecord]],
) -> None:
    spelt = [person for person, record in accounts if NameKind.SPELLING_ON_PAPERS in {one.kind for one in record.names}]
    assert spelt
    assert [person for person in spelt if person.culture.latin] == []


def test_a_birth_and_an_age_are_never_both_told_and_half_know_the_day(
    accounts: list[tuple[InventedPerson, MatchRecord]],
) -> None:
    assert [record for _, record in accounts if record.birth and record.age] == []
    right = sum(record.birth is not None and record.birth.earliest == one.born for one, record in accounts)
    assert 0.46 < right / len(accounts) < 0.56


def test_a_last_contact_is_told_to_the_day_the_month_or_the_year_that_holds_it(
    accounts: list[tuple[InventedPerson, MatchRecord]],
) -> None:
    precisions = set()
    for person, record in accounts:
        assert record.event is not None
        assert record.event.when is not None
        assert record.event.when.earliest <= person.loss.day <= record.event.when.latest
        precisions.add(record.event.when.precision)
    assert precisions == {DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR}


def test_marks_and_clothes_are_the_person_s_own_and_the_numbers_are_all_told(
    accounts: list[tuple[InventedPerson, MatchRecord]],
) -> None:
    for person, record in accounts:
        assert set(record.marks) <= set(person.marks)
        assert set(record.effects) <= set(person.effects)
        assert record.phones == person.phones
        assert set(record.documents) <= {person.document}


def test_a_thing_is_left_out_as_often_as_families_leave_it_out(
    accounts: list[tuple[InventedPerson, MatchRecord]],
) -> None:
    records = [record for _, record in accounts]
    shares = {"sex": 0.95, "nationalities": 0.913, "height": 0.547, "documents": 0.288}
    seen = {field: sum(bool(getattr(one, field)) for one in records) / len(records) for field in shares}
    assert seen == pytest.approx(shares, abs=0.04)
