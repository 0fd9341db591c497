"""A pair of one side is kept once, in one order, and answers to it are appended."""

import pytest
from sqlalchemy import CheckConstraint, insert, select
from sqlalchemy.exc import IntegrityError

from search.models import DuplicateJudgement, DuplicateProposal
from tests.search.models.tables import table_of, unique_sets
from tests.search.scene import NOW, Scene, sought
from tests.search.travellers import number_of


@pytest.mark.parametrize(("first", "second"), [(1, 0), (0, 0)])
def test_the_record_with_the_smaller_number_comes_first(scene: Scene, first: int, second: int) -> None:
    numbers = sorted(number_of(scene, scene.file(sought(name)).case_id) for name in ("Tesfalem", "Hiwet"))
    row = {
        "id": scene.committee, "first_number": numbers[first], "second_number": numbers[second], "side": "sought",
        "committee_id": scene.committee, "first_version": 1, "second_version": 1, "match_weight": 1.0,
        "match_probability": 0.5, "evidence": [], "engine_version": "by hand", "entry_date": NOW,
    }  # fmt: skip
    with pytest.raises(IntegrityError), scene.database.transaction() as session:
        session.execute(insert(DuplicateProposal), [row])
    with scene.database.transaction() as session:
        session.execute(insert(DuplicateProposal), [row | {"first_number": numbers[0], "second_number": numbers[1]}])
        assert session.scalars(select(DuplicateProposal.state)).one() == "open"


def test_two_records_are_one_pair_and_each_revision_has_one_answer() -> None:
    assert ("first_number", "second_number") in unique_sets(DuplicateProposal)
    assert ("duplicate_id", "revision") in unique_sets(DuplicateJudgement)


def test_reports_belong_to_no_committee() -> None:
    assert table_of(DuplicateProposal).columns["committee_id"].nullable


def test_the_table_that_is_declared_asks_for_the_order_that_the_database_holds() -> None:
    (check,) = (one for one in table_of(DuplicateProposal).constraints if isinstance(one, CheckConstraint))
    assert str(check.sqltext) == "first_number < second_number"
