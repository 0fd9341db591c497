"""One thing that is asked about a field, and the answers that are offered."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SoftOption:
    """One answer, in the reader's words: the field as it is typed when it is chosen."""

    value: str
    label: str
    typed: Mapping[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftQuestion:
    """What is asked: `code` says it, `written` is what was typed, `listed` a list of names that can be looked at.

    `key`: what stands for these words in every language of the reader, where `written` is in the reader's own.
    """

    code: str
    written: str
    options: tuple[SoftOption, ...] = ()
    listed: str = ""
    key: str = ""

    @property
    def about(self) -> str:
        """The words that are right once somebody said so."""
        return self.key or self.written
