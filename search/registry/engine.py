"""The one matching engine of this process, loaded at first use."""

from functools import cache

from matching import Engine


@cache
def shared_engine() -> Engine:
    """The engine with its shipped parameters: immutable, so that everybody may share it."""
    return Engine.load()
