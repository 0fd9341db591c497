"""What is remembered of a sender's layout: its headers, the answers that somebody gave, and how it was read.

A guess that nobody touched is remembered only as a reading, to be compared with the next one: it answers nothing. A
profile is flat, like the answers of a sheet, with `header.N` for each column and `reads.N` for what it was read as. It
holds header words and codes, never a cell.
"""

from collections.abc import Iterator
from collections.abc import Mapping as AnyMapping

from search.sheet_summaries import SheetDoubt
from search.sheets.column_mapping import Mapping, fingerprint, position
from search.values.folding import fold

Profile = AnyMapping[str, str]
_OF_COLUMNS = ("column", "order", "calendar")
_OF_SHEETS = ("kind", "sheet.living_or_dead")
_LONGEST_VALUE = 12
# This part of a layout's headers must stand in a sheet for it to be that layout with columns moved and added.
_MOST = 0.8
_LEAST_HEADERS = 2
_NAMED = 200


def best_profile(profiles: AnyMapping[str, Profile], headers: tuple[str, ...]) -> Profile | None:
    """Return the profile of the layout with the same set of headers, else of the one that lacks fewest of its own."""
    if same := profiles.get(fingerprint(headers)):
        return same
    here = frozenset(map(fold, headers)) - {""}
    shares = {key: _share(headers_of(profile), here) for key, profile in profiles.items()}
    best = max(sorted(shares), key=lambda key: shares[key], default="")
    return profiles[best] if best and shares[best] >= _MOST else None


def headers_of(profile: Profile) -> frozenset[str]:
    """The folded headers of a profile's layout."""
    return frozenset(fold(text) for key, text in profile.items() if key.startswith("header.")) - {""}


def _share(known: frozenset[str], here: frozenset[str]) -> float:
    return len(known & here) / len(known) if len(known) >= _LEAST_HEADERS else 0.0


def to_remember(mapping: Mapping, answers: Profile, earlier: Profile | None) -> dict[str, str]:
    """Return the profile of a layout that was sent: earlier answers, with those that were given now laid over them."""
    kept = {"fingerprint": mapping.fingerprint}
    for column in mapping.columns:
        kept[f"header.{column.index}"] = column.header
        kept[f"reads.{column.index}"] = column.target.value
        kept |= _carried_on(earlier or {}, column.index, position(column, earlier) if earlier else None)
    return kept | _of_sheet(earlier or {}) | _of_sheet(answers) | _of_columns(answers)


def answers_of(profile: Profile) -> dict[str, str]:
    """What somebody answered about a layout, without its headers and how it was read."""
    return _of_sheet(profile) | _of_columns(profile)


def _carried_on(earlier: Profile, index: int, before: int | None) -> dict[str, str]:
    """The earlier answers for a column, wherever it stood."""
    return {f"{code}.{index}": earlier[f"{code}.{before}"] for code in _OF_COLUMNS if f"{code}.{before}" in earlier}


def _of_columns(answers: Profile) -> dict[str, str]:
    return {key: value for key, value in answers.items() if key.partition(".")[0] in _OF_COLUMNS}


def _of_sheet(answers: Profile) -> dict[str, str]:
    return {key: value for key, value in answers.items() if key in _OF_SHEETS or _is_of_value(key)}


def _is_of_value(key: str) -> bool:
    code, _, value = key.partition(".")
    return code in ("sex", "outcome") and len(value) <= _LONGEST_VALUE


def reads_otherwise(mapping: Mapping, profile: Profile | None, answers: Profile) -> tuple[SheetDoubt, ...]:
    """The alarm that a known layout reads otherwise than last time, though nobody said so."""
    changed = ", ".join(_changed(mapping, profile or {}, answers))[:_NAMED]
    return (SheetDoubt(code="reads_otherwise", params={"columns": changed}, must_answer=False),) if changed else ()


def _changed(mapping: Mapping, profile: Profile, answers: Profile) -> Iterator[str]:
    for column in mapping.columns:
        before = position(column, profile) if column.header else None
        read = profile.get(f"reads.{before}", column.target.value)
        if read != column.target.value and f"column.{column.index}" not in answers:
            yield column.header
