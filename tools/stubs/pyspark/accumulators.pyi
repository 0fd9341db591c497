from typing import Generic, TypeVar

_Value = TypeVar("_Value")

class Accumulator(Generic[_Value]):
    value: _Value
    def add(self, term: _Value) -> None: ...
