"""Tiny labelled pairs, a gallery and queries, of invented names recombined from parts in several scripts."""

import csv
import gzip
from collections.abc import Iterable, Sequence
from pathlib import Path

PAIR_COLUMNS = (
    "pair_id", "entity_a", "name_a", "script_a", "entity_b", "name_b", "script_b", "same", "neg_type", "source",
)  # fmt: skip
Row = Sequence[str]
# The same invented parts as written in two scripts, given names and surnames.
CYRILLIC_GIVEN = {"Торвен": "Torven", "Малика": "Malika", "Сурин": "Surin", "Дарима": "Darima", "Белек": "Belek"}
CYRILLIC_SURNAMES = {
    "Воданов": "Vodanov", "Кирташев": "Kirtashev", "Бурлаков": "Burlakov", "Земтарин": "Zemtarin", "Годрик": "Godrik",
    "Халтуров": "Khalturov", "Шаренко": "Sharenko", "Ладовский": "Ladovsky", "Мурзин": "Murzin", "Печора": "Pechora",
}  # fmt: skip
ARABIC_GIVEN = {"سلمان": "Salman", "نادرة": "Nadira", "كمال": "Kamal", "ريما": "Rima", "طارق": "Tariq"}
ARABIC_SURNAMES = {
    "الدرويش": "Al Darwish", "بوكرمة": "Boukerma", "منصوري": "Mansouri", "حداد": "Haddad", "زيتون": "Zaytoun",
    "البزاز": "Al Bazzaz", "شمسي": "Shamsi", "قرطاس": "Qirtas", "نوري": "Nouri", "تلمسي": "Tilimsi",
}  # fmt: skip
SPELLINGS = {"Torven Vodanov": "Thorven Wodanoff", "Malika Sharenko": "Maleeka Charenko", "Rima Nouri": "Reema Noori"}


def write_names_folder(folder: Path) -> Path:
    """Write all files and return the folder."""
    cyrillic = _whole(CYRILLIC_GIVEN, CYRILLIC_SURNAMES)
    arabic = _whole(ARABIC_GIVEN, ARABIC_SURNAMES)
    write_pairs(folder, "cross_script_pairs", [*_labelled(cyrillic, "CYRILLIC"), *_labelled(arabic, "ARABIC")])
    write_pairs(folder, "ethiopic_composed_pairs", _labelled({"ሰላም ተስፋዬ": "Selam Tesfaye"}, "ETHIOPIC-composed"))
    write_pairs(folder, "token_pairs", _labelled(CYRILLIC_SURNAMES, "CYRILLIC-tok"))
    write_pairs(folder, "within_script_pairs", _labelled(SPELLINGS, "LATIN", "spelling"))
    write_table(folder / "gallery.tsv.gz", ("gallery_id", "name"), _gallery([*cyrillic.values(), *arabic.values()]))
    queries = [
        (f"q{at}", f"i:{written}", written, script, f"g{at}", "invented")
        for at, (written, script) in enumerate([*((w, "CYRILLIC") for w in cyrillic), *((w, "ARABIC") for w in arabic)])
        if at % 10 == 0
    ]
    columns = ("query_id", "entity", "query", "script", "gallery_id", "source")
    write_table(folder / "retrieval_queries.tsv.gz", columns, queries)
    return folder


def write_pairs(folder: Path, name: str, rows: Iterable[Row]) -> None:
    """Write one file of pairs."""
    write_table(folder / f"{name}.tsv.gz", PAIR_COLUMNS, rows)


def write_table(path: Path, columns: Row, rows: Iterable[Row]) -> None:
    """Write any table, also one that lacks something."""
    with gzip.open(path, "wt", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def pair(one: str, other: str, same: str, *, script: str = "LATIN", negative: str = "", entity: str = "") -> Row:
    """One row of a file of pairs, whose second name is in Latin letters."""
    return ("p", entity or f"i:{one}", one, script, f"i:{other}", other, "LATIN", same, negative, "invented")


def _labelled(names: dict[str, str], script: str, kind: str = "") -> list[Row]:
    """Each name with its own counterpart, and with the one of somebody else as a relation of the person."""
    counterparts = list(names.values())
    rows = []
    for at, (one, other) in enumerate(names.items()):
        stranger = counterparts[(at + 3) % len(names)]
        rows.append(pair(one, other, "1", script=script, negative=kind))
        if stranger != other:
            rows.append(pair(one, stranger, "0", script=script, negative=f"{kind}/random", entity=f"i:{one}#"))
    return rows


def _whole(given: dict[str, str], surnames: dict[str, str]) -> dict[str, str]:
    return {f"{g} {s}": f"{given[g]} {surnames[s]}" for g in given for s in surnames}


def _gallery(names: Iterable[str]) -> list[Row]:
    return [(f"g{at}", name) for at, name in enumerate(names)]
