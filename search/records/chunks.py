"""Long lists in pieces: what is asked in one statement, or held in clear at one time."""

from collections.abc import Iterator
from typing import Protocol, Self, TypeVar

# Any SQLite takes as many values in one statement: 999 before 3.32.
IN_STATEMENT = 500


class Sliceable(Protocol):
    """A list, a tuple, an array: what has a length, and whose pieces are what it is itself."""

    def __len__(self) -> int: ...

    def __getitem__(self, piece: slice, /) -> Self: ...


S = TypeVar("S", bound=Sliceable)


def chunks(items: S, size: int = IN_STATEMENT) -> Iterator[S]:
    """The items in their order, `size` at a time; none where there are no items."""
    return (items[start : start + size] for start in range(0, len(items), size))
