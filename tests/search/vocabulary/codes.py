"""What holds of every list of codes, whoever keeps them."""

import re
from enum import StrEnum
from types import ModuleType

# Columns of codes are this long, and a code is part of a gettext key and of a JSON document.
LONGEST = 32
_CODE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")


def families(module: ModuleType) -> list[type[StrEnum]]:
    """The lists of codes that a module keeps."""
    return [
        one
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, StrEnum) and one.__module__ == module.__name__
    ]


def misshapen(module: ModuleType) -> list[str]:
    """Codes that are not short lower-case words, or that are not called as their name says."""
    return [
        f"{family.__name__}.{one.name}"
        for family in families(module)
        for one in family
        if not _CODE.fullmatch(one.value) or len(one.value) > LONGEST or one.value != one.name.lower()
    ]


def repeated(module: ModuleType) -> list[str]:
    """Names that stand for a code which has another name already."""
    return [
        f"{family.__name__}.{name}"
        for family in families(module)
        for name, one in family.__members__.items()
        if name != one.name
    ]
