"""What fails for any record is told from what fails for one."""

import pytest
from sqlalchemy.exc import DataError, OperationalError, StatementError

from search.errors import SealBroken
from search.storage.machine_faults import is_of_the_machine

CAUSE = Exception("invented")


@pytest.mark.parametrize(
    "error", [OperationalError("", {}, CAUSE), MemoryError(), OSError(28, "full")], ids=["database", "memory", "disk"]
)
def test_database_memory_and_disk_fail_for_all(error: Exception) -> None:
    assert is_of_the_machine(error)


@pytest.mark.parametrize(
    "error",
    [DataError("", {}, CAUSE), StatementError("", "", {}, CAUSE), SealBroken("seal_broken"), ZeroDivisionError()],
    ids=["out of range", "not to be handed over", "altered", "engine"],
)
def test_what_one_record_says_fails_for_it_alone(error: Exception) -> None:
    assert not is_of_the_machine(error)
