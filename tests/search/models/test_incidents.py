"""An incident is a public fact: what its list does not know is empty, and no record points at it."""

from search.models import Base, Incident
from tests.search.models.tables import points_at, table_of


def test_numbers_and_coordinates_may_be_unknown_and_days_may_not() -> None:
    unknown = {column.name for column in table_of(Incident).columns if column.nullable}
    assert unknown == {"latitude", "longitude", "dead", "missing", "survivors"}


def test_no_table_ties_a_person_to_an_incident() -> None:
    targets = {target for one in Base.registry.mappers for target in points_at(one.class_).values()}
    assert targets
    assert [target for target in targets if target.startswith("incidents.")] == []
