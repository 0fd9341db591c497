"""What each column was understood to mean: shown to the sender, corrected by it, remembered for its next sheet."""

import hashlib
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field, replace

from matching.record import Calendar
from search.sheets.column_targets import HARMFUL, Target
from search.values.folding import fold
from search.vocabulary import ReportKind

_ORDERS = ("dmy", "mdy", "ymd")
# What may be answered under each key of a profile.
CODES: dict[str, tuple[str, ...]] = {
    "column": tuple(Target),
    "order": _ORDERS,
    "calendar": tuple(Calendar),
    "kind": tuple(ReportKind),
    "sex": ("male", "female", "other", "unknown"),
    "sheet.living_or_dead": ("living", "dead"),
    "outcome": ("living", "dead", "unknown"),
}


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """One column's meaning, how sure (0 to 1), and real cells of it.

    `doubt` is the code of the one question to ask, or "": unknown_column, second_column, header_and_content_differ,
    date_order, sex_coding, numbers_repeat. `order`, `calendar` and `buddhist` (years of two figures
    are of that era) are for dates only. `suggested` is what the cells
    look like where the header says nothing of it: shown with the question, never used without an answer.
    """

    index: int
    header: str
    target: Target
    score: float = 1.0
    doubt: str = ""
    examples: tuple[str, ...] = ()
    order: str = ""
    calendar: str = ""
    suggested: Target | None = None
    buddhist: bool = False

    @property
    def must_answer(self) -> bool:
        """Whether nothing of the sheet may be sent before the sender answered this column's question."""
        return bool(self.doubt) and (self.doubt in _ALWAYS_ASKED or self.target in HARMFUL or self.suggested in HARMFUL)


_ALWAYS_ASKED = frozenset({"date_order", "sex_coding", "outcome_coding", "calendar"})


@dataclass(frozen=True, slots=True)
class Mapping:
    """The columns of one layout with the choices that hold for the whole sheet.

    `sex_coding`: each value of the sex column → male, female, other, unknown; `outcome_coding`: each code of living or
    dead that somebody answered for → living, dead, unknown. `kind_certain` is False where no word of
    the sheet said what kind of place sends it. `number_column` tells the rows apart: the sender's number, else another
    number that does not repeat; -1 where there is none.
    """

    columns: tuple[ColumnGuess, ...]
    kind: ReportKind = ReportKind.OTHER
    kind_certain: bool = False
    language: str = "en"
    sex_coding: dict[str, str] = field(default_factory=dict)
    outcome_coding: dict[str, str] = field(default_factory=dict)
    prefix_kinds: dict[str, str] = field(default_factory=dict)
    fingerprint: str = ""
    number_column: int = -1

    def indexes(self, target: Target) -> list[int]:
        """The columns that fill a target, left to right."""
        return [column.index for column in self.columns if column.target is target]

    @property
    def doubts(self) -> tuple[ColumnGuess, ...]:
        """The columns with a question, to be shown first."""
        return tuple(column for column in self.columns if column.doubt)


def fingerprint(headers: tuple[str, ...]) -> str:
    """Return what tells one layout from another: a digest of the set of its folded headers, wherever they stand."""
    return hashlib.sha256("\x1f".join(sorted(set(map(fold, headers)))).encode()).hexdigest()[:32]


def to_profile(mapping: Mapping) -> dict[str, str]:
    """Flatten a mapping to what is remembered per sender. It holds header words and codes, never a cell."""
    profile = {"fingerprint": mapping.fingerprint, "kind": mapping.kind.value, "language": mapping.language}
    for column in mapping.columns:
        profile[f"header.{column.index}"] = column.header
        profile[f"column.{column.index}"] = column.target.value
        if column.order:
            profile[f"order.{column.index}"] = column.order
        if column.calendar:
            profile[f"calendar.{column.index}"] = column.calendar
    profile |= {f"sex.{value}": code for value, code in mapping.sex_coding.items() if len(value) <= 12}
    profile |= {f"outcome.{value}": code for value, code in mapping.outcome_coding.items() if len(value) <= 12}
    profile |= {f"prefix.{prefix}": kind for prefix, kind in mapping.prefix_kinds.items()}
    return profile


def with_profile(mapping: Mapping, profile: AnyMapping[str, str]) -> Mapping:
    """Return the mapping with a sender's own answers laid over it; unknown keys and codes are passed over.

    Keys: `column.N` (a target), `order.N` (dmy, mdy, ymd), `calendar.N`, `kind`, `language`, `sex.VALUE`. Where the
    profile names headers (`header.N`), a column is found by its header, wherever it stands now.
    """
    columns = tuple(_answered(column, profile) for column in mapping.columns)
    kind = profile.get("kind", "")
    known_kind = kind in {k.value for k in ReportKind}
    return replace(
        mapping,
        columns=columns,
        kind=ReportKind(kind) if known_kind else mapping.kind,
        kind_certain=mapping.kind_certain or known_kind,
        language=profile.get("language") or mapping.language,
        sex_coding=mapping.sex_coding | {k.removeprefix("sex."): v for k, v in profile.items() if k.startswith("sex.")},
        outcome_coding=mapping.outcome_coding
        | {k.removeprefix("outcome."): v for k, v in profile.items() if k.startswith("outcome.")},
        prefix_kinds=mapping.prefix_kinds if "kind" not in profile else _prefixes(profile),
    )


def _prefixes(profile: AnyMapping[str, str]) -> dict[str, str]:
    kinds = {kind.value for kind in ReportKind}
    return {k.removeprefix("prefix."): v for k, v in profile.items() if k.startswith("prefix.") and v in kinds}


def _answered(column: ColumnGuess, profile: AnyMapping[str, str]) -> ColumnGuess:
    at = position(column, profile)
    if at is None:
        return column
    target, order, calendar = (profile.get(f"{key}.{at}", "") for key in ("column", "order", "calendar"))
    if target in set(Target):
        # What a column means does not tell in which order its dates are written.
        asked_still = column.target == target and column.doubt in _ALWAYS_ASKED
        column = replace(column, target=Target(target), score=1.0, doubt=column.doubt if asked_still else "")
    if order in _ORDERS:
        column = replace(column, order=order, doubt="" if column.doubt == "date_order" else column.doubt)
    if calendar in set(Calendar):
        column = replace(column, calendar=calendar, doubt="" if column.doubt == "calendar" else column.doubt)
    return column


def position(column: ColumnGuess, profile: AnyMapping[str, str]) -> int | None:
    """Return the profile's number for this column: its own where the header is the same or not named."""
    header = profile.get(f"header.{column.index}")
    if header is None and not any(key.startswith("header.") for key in profile):
        return column.index
    if header is not None and fold(header) == fold(column.header):
        return column.index
    same = [
        key
        for key, text in profile.items()
        if key.startswith("header.") and fold(column.header) and fold(text) == fold(column.header)
    ]
    return int(same[0].removeprefix("header.")) if same and same[0].removeprefix("header.").isdigit() else None
