"""What kind of place a sheet comes from: its columns, title, names and sender say so; a number's prefix only helps."""

import re
from collections import Counter
from functools import lru_cache

from search.sheets.column_mapping import Mapping
from search.sheets.column_targets import Target
from search.sheets.living_or_dead import speaks_of_the_dead
from search.sheets.outcome_codes import said_of_life
from search.sheets.sheet_table import Table
from search.values import lexicon
from search.values.code_words import is_dead, report_kind
from search.values.folding import fold
from search.vocabulary import LIVING_KINDS, MAY_REPORT, OrganisationKind, ReportKind

_PREFIX = re.compile(r"^([A-Za-zА-Яа-яء-ي]{2,5})[\s\-_/.]?\d")


def kind_of_sheet(
    table: Table, mapping: Mapping, organisation: OrganisationKind | None, sender: str
) -> tuple[ReportKind, bool]:
    """Return the kind of a row that does not say its own, and whether anything but a guess speaks for it.

    In order: the sender's own kind (unless the columns are plainly those of the dead), the columns, the title,
    worksheet, file and sender names, the columns' words, the numbers' prefixes.
    """
    columns = {column.target for column in mapping.columns}
    own = _own_kind(organisation)
    holds_bodies = bool(columns & {Target.REMAINS, Target.BODY_TAG, Target.MORTUARY_NUMBER, Target.INTERVAL})
    if own and not (own in LIVING_KINDS and holds_bodies):
        return own, True
    if holds_bodies:
        return ReportKind.MORTUARY, True
    named = (report_kind(words) for words in (table.title, _words_of_name(table.filename), table.worksheet, sender))
    kind = next((kind for kind in named if kind), None) or _by_headers(table, mapping, columns)
    return (kind, True) if kind else _by_prefix(table, mapping)


def _own_kind(organisation: OrganisationKind | None) -> ReportKind | None:
    """The place that an organisation is; None for one that meets people in many places."""
    if organisation in (None, OrganisationKind.HUMANITARIAN):
        return None
    return next(iter(MAY_REPORT[organisation]), None)


def _by_headers(table: Table, mapping: Mapping, columns: set[Target]) -> ReportKind | None:
    """What the words of the columns imply: a recovery, an admission, a shelter that persons stay in."""
    of_bodies = speaks_of_the_dead(mapping) or _has_header_word(table, "body")
    if of_bodies and Target.OUTCOME not in columns:
        return ReportKind.MORTUARY
    if _has_header_word(table, "admission"):
        return ReportKind.HOSPITAL
    headers = (table.headers[index] for index in mapping.indexes(Target.PRESENT_PLACE))
    return next((kind for header in headers if (kind := report_kind(header)) is not None), None)


def row_kind(words: str, outcome: str, worksheet: str, number: str, mapping: Mapping) -> ReportKind:
    """Return one row's kind: what its own columns say, else its worksheet, its number's prefix, the sheet's kind."""
    kind = (report_kind(words) if words else None) or mapping.kind
    if words and kind is mapping.kind and is_dead(words):
        kind = ReportKind.MORTUARY
    if not words:
        kind = report_kind(worksheet) or _prefix_kind(number, mapping) or kind
    dead = said_of_life(outcome, mapping.outcome_coding)
    if dead and kind not in (ReportKind.MORTUARY, ReportKind.FORENSIC):
        return ReportKind.MORTUARY
    if dead is False and kind is ReportKind.MORTUARY:
        return ReportKind.OTHER
    return kind


def prefix_kinds(table: Table, mapping: Mapping) -> dict[str, str]:
    """Return prefix → kind where the numbers of a sheet carry several prefixes that all are known, one of them its own.

    A single prefix says nothing that the sheet does not say better.
    """
    found = _prefixes(table, mapping)
    if not 2 <= len(found) <= 6 or any(prefix not in _known_prefixes() for prefix in found):
        return {}
    kinds = {prefix: _known_prefixes()[prefix] for prefix in found}
    return kinds if mapping.kind.value in kinds.values() or not mapping.kind_certain else {}


def _by_prefix(table: Table, mapping: Mapping) -> tuple[ReportKind, bool]:
    found = _prefixes(table, mapping)
    if found and all(prefix in _known_prefixes() for prefix in found):
        return ReportKind(_known_prefixes()[found.most_common(1)[0][0]]), False
    return ReportKind.OTHER, False


def _prefixes(table: Table, mapping: Mapping) -> Counter[str]:
    numbers = [cell for index in mapping.indexes(Target.SENDER_NUMBER) for cell in table.column(index)]
    matches = [_PREFIX.match(number) for number in numbers]
    if not numbers or not all(matches):
        return Counter()
    return Counter(match[1].lower() for match in matches if match)


def _prefix_kind(number: str, mapping: Mapping) -> ReportKind | None:
    if not mapping.prefix_kinds or (found := _PREFIX.match(number)) is None:
        return None
    kind = mapping.prefix_kinds.get(found[1].lower())
    return ReportKind(kind) if kind else None


def _has_header_word(table: Table, code: str) -> bool:
    wanted = lexicon.words("header_signs", code)
    return any(f" {word} " in f" {fold(header)} " for header in table.headers if header for word in wanted)


@lru_cache(maxsize=1)
def _known_prefixes() -> dict[str, str]:
    return {prefix: kind for kind, _, prefixes in lexicon.rows("number_prefixes") for prefix in prefixes}


def _words_of_name(filename: str) -> str:
    """`Hospital_Norte-2023.xlsx` as words; the folders of a path say nothing of the sender."""
    name = re.split(r"[\\/]", filename)[-1].rsplit(".", 1)[0]
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[\d_\-.]+", " ", name)
