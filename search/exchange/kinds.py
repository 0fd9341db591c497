"""What kind of place a sheet comes from: its columns, title, names and sender say so; a number's prefix only helps."""

import re
from collections import Counter

from search.exchange.folding import fold
from search.exchange.mapping import Mapping
from search.exchange.sheets import Table
from search.exchange.targets import POST_MORTEM_TARGETS, Target
from search.exchange.words.codes import is_dead, remains_condition, report_kind
from search.vocabulary import OrganisationKind, ReportKind

_PREFIX = re.compile(r"^([A-Za-zА-Яа-яء-ي]{2,5})[\s\-_/.]?\d")
_BODY_HEADERS = frozenset(
    fold(w)
    for w in (
        "recuperación|recovery|recovered|cadáver|cuerpo|levantamiento|repêchage|corps|salma|recupero|cadavere|leiche|leichnam|bergung|lichaam|berging|الجثة|الانتشال|"
        "جثة|جسد|ceset|σορού|πτώματος|περισυλλογής|тела|трупа|тіла|necropsia|autopsia|autopsy|body|remains|restos|hallados|occiso|finado|deceased|fallecido|défunt|death|muerte"
    ).split("|")
)
_ADMISSION_HEADERS = frozenset(
    fold(w)
    for w in "cartella|ingresso|ricovero|admission|paciente|patient|pazienti|prontuário|internação|historia clínica|einlieferung|patienten|opname|yatış|hasta|ασθενούς|пациента|пацієнта|госпитализации|المريض|بیمار|بستری|diagnosis|diagnóstico|diagnosi|diagnostic".split("|")
)
_PREFIXES = {
    "sh": "shelter", "alb": "shelter", "ref": "shelter", "de": "detention", "det": "detention", "dt": "detention", "ho": "hospital",
    "hosp": "hospital", "hs": "hospital", "mo": "mortuary", "mor": "mortuary", "pm": "mortuary", "mt": "mortuary", "co": "consulate",
    "con": "consulate", "cons": "consulate", "po": "police", "pol": "police", "fo": "forensic", "for": "forensic", "ot": "other",
}  # fmt: skip
_BY_ORGANISATION = {
    OrganisationKind.SHELTER: ReportKind.SHELTER,
    OrganisationKind.HOSPITAL: ReportKind.HOSPITAL,
    OrganisationKind.CONSULATE: ReportKind.CONSULATE,
    OrganisationKind.MORTUARY: ReportKind.MORTUARY,
    OrganisationKind.FORENSIC: ReportKind.FORENSIC,
}


def kind_of_sheet(table: Table, mapping: Mapping, organisation: OrganisationKind | None, sender: str) -> tuple[ReportKind, bool]:
    """Return the kind of a row that does not say its own, and whether anything but a guess speaks for it.

    In order: the sender's own kind (unless the columns are plainly those of the dead), the columns, the title,
    worksheet, file and sender names, the columns' words, the numbers' prefixes.
    """
    columns = {column.target for column in mapping.columns}
    dead = bool(columns & (POST_MORTEM_TARGETS - {Target.SAMPLES})) or _header_share(table, _BODY_HEADERS) > 0
    if organisation in _BY_ORGANISATION:
        own = _BY_ORGANISATION[organisation]
        living_sender = own in (ReportKind.SHELTER, ReportKind.HOSPITAL, ReportKind.CONSULATE)
        if not (living_sender and columns & {Target.REMAINS, Target.BODY_TAG, Target.MORTUARY_NUMBER}):
            return own, True
    if columns & {Target.REMAINS, Target.BODY_TAG, Target.MORTUARY_NUMBER, Target.INTERVAL}:
        return ReportKind.MORTUARY, True
    for words in (table.title, _words_of_name(table.filename), table.worksheet, sender):
        if (kind := report_kind(words)) is not None:
            return kind, True
    if dead and Target.OUTCOME not in columns:
        return ReportKind.MORTUARY, True
    if _header_share(table, _ADMISSION_HEADERS) > 0:
        return ReportKind.HOSPITAL, True
    return _by_prefix(table, mapping)


def row_kind(words: str, outcome: str, worksheet: str, number: str, mapping: Mapping) -> ReportKind:
    """Return one row's kind: what its own columns say, else its worksheet, its number's prefix, the sheet's kind."""
    kind = (report_kind(words) if words else None) or mapping.kind
    if words and kind is mapping.kind and is_dead(words):
        kind = ReportKind.MORTUARY
    if not words:
        kind = report_kind(worksheet) or _prefix_kind(number, mapping) or kind
    dead = is_dead(outcome) if outcome else None
    if dead and kind not in (ReportKind.MORTUARY, ReportKind.FORENSIC):
        return ReportKind.MORTUARY
    if dead is False and kind is ReportKind.MORTUARY:
        return ReportKind.OTHER
    if outcome and dead is None and remains_condition(outcome) is None:
        return kind
    return kind


def prefix_kinds(table: Table, mapping: Mapping) -> dict[str, str]:
    """Return prefix → kind where the numbers of a sheet carry several prefixes that all are known, one of them its own.

    A single prefix says nothing that the sheet does not say better.
    """
    found = _prefixes(table, mapping)
    if not 2 <= len(found) <= 6 or any(prefix not in _PREFIXES for prefix in found):
        return {}
    kinds = {prefix: _PREFIXES[prefix] for prefix in found}
    return kinds if mapping.kind.value in kinds.values() or not mapping.kind_certain else {}


def _by_prefix(table: Table, mapping: Mapping) -> tuple[ReportKind, bool]:
    found = _prefixes(table, mapping)
    if found and all(prefix in _PREFIXES for prefix in found):
        return ReportKind(_PREFIXES[found.most_common(1)[0][0]]), False
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


def _header_share(table: Table, wanted: frozenset[str]) -> float:
    headers = [fold(header) for header in table.headers if header]
    return sum(any(f" {w} " in f" {header} " for w in wanted) for header in headers) / max(1, len(headers))


def _words_of_name(filename: str) -> str:
    """`Hospital_Norte-2023.xlsx` as words; the folders of a path say nothing of the sender."""
    name = re.split(r"[\\/]", filename)[-1].rsplit(".", 1)[0]
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[\d_\-.]+", " ", name)
