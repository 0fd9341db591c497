"""Makes the tables of Han characters in `matching/names/tables` from Unihan and KANJIDIC2; same input, same tables.

Run it from the root of the project: `python tools/build_han_tables.py --help`.
"""

import gzip
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import click

from matching.names.readings import kana
from matching.names.tables import read_rows

Fields = dict[str, dict[str, str]]

_TABLES = Path("matching/names/tables")
# A character that at least one of these lists knows may stand in a name; the rarer ones are left out.
_LISTS = ("kTGH", "kHKGlyph", "kJis0", "kKoreanName", "kIICore", "kHanyuPinlu", "kJinmeiyoKanji")
_PLACES_OF_LISTED = ("codepoint/cp_value[@cp_type='jis208']", "misc/grade")
_BIG5_COMMON = ("A440", "C67E")
_RETROFLEX = re.compile("[zcs]h|r")
# Hong Kong writes these finals of Jyutping otherwise; where two spellings are about as usual, both.
_FINALS = {
    "aa": "a", "aai": "ai", "aau": "au", "aam": "am", "aan": "an", "aang": "ang", "aap": "ap", "aat": "at", "aak": "ak",
    "oe": "eu", "oeng": "eung", "oek": "euk", "eoi": "ui", "eon": "un", "eot": "ut", "ou": "o", "eng": "eng ing",
    "un": "un oon", "yu": "u", "yun": "uen", "yut": "uet",
}  # fmt: skip
_AFTER_Y = {"yu": "yu", "yun": "yuen", "yut": "yuet", "i": "yi yee", "u": "yu"}
_HISSING_FINALS = {"i": "sze si", "an": "an un", "am": "am um", "u": "u"}
_INITIALS = {"b": "p", "d": "t", "g": "k", "gw": "kw"}
# After a retroflex consonant of Mandarin these finals are written with sh; before eung and un always.
_SH_FINALS = frozenset(
    {"ing", "uk", "yu", "eoi", "ek", "eng", "e", "oek", "aa", "im", "ung", "aan", "am", "eon", "oeng"}
)
_TO_HIRAGANA = {point: point - 0x60 for point in range(0x30A1, 0x30F7)}
_TS_FINALS = frozenset({"ang", "eoi", "e", "ou"})


@click.command()
@click.option("--unihan", type=click.Path(path_type=Path, exists=True), required=True, help="Folder of Unihan_*.txt.")
@click.option("--kanjidic", type=click.Path(path_type=Path, exists=True), required=True, help="kanjidic2.xml.gz.")
def main(unihan: Path, kanjidic: Path) -> None:
    """Write han_characters.tsv (from Unihan) and han_japanese.tsv (from KANJIDIC2)."""
    fields = _unihan(unihan)
    old_forms = {old: row[0] for row in read_rows("han_shinjitai.tsv") for old in row[1]}
    forms = {today: row[1][0] for row in read_rows("han_shinjitai.tsv") for today in row[0]}
    known = sorted({char for char, values in fields.items() if _in_a_list(values)} | set(old_forms))
    folded = {char: _folded(char, fields, forms, old_forms) for char in known}
    families = defaultdict(list)
    for char in known:
        families[folded[char]].append(char)
    characters = (_chinese_row(char, fields, forms, families[folded[char]], folded[char]) for char in known)
    _write("han_characters.tsv", _CHARACTERS_HEAD, characters)
    japanese = _kanjidic(kanjidic)
    _write("han_japanese.tsv", _JAPANESE_HEAD, _japanese_rows(japanese, old_forms, families, folded))


_CHARACTERS_HEAD = (
    "# Han characters: written, form all its variants share, Mandarin, Cantonese as in Hong Kong, Hangul. From Unihan, "
    "Unicode-DFS-2016, by tools/build_han_tables.py; see SOURCES.md."
)
_JAPANESE_HEAD = (
    "# Han characters in Japanese: written, on readings, kun and name readings, other characters it may stand for. "
    "From KANJIDIC2 of the EDRDG, CC BY-SA 4.0, by tools/build_han_tables.py; see SOURCES.md."
)


def _unihan(folder: Path) -> Fields:
    """Field values by character."""
    fields: Fields = defaultdict(dict)
    for path in sorted(folder.glob("Unihan_*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("U+"):
                point, field, value = line.split("\t", 2)
                fields[_char(point)][field] = value
    return fields


def _in_a_list(values: dict[str, str]) -> bool:
    low, high = _BIG5_COMMON
    return any(name in values for name in _LISTS) or low <= values.get("kBigFive", "") <= high


def _char(point: str) -> str:
    return chr(int(point.split("<", maxsplit=1)[0].removeprefix("U+"), 16))


def _chars(value: str) -> list[str]:
    return [_char(point) for point in value.split()]


def _folded(char: str, fields: Fields, forms: dict[str, str], old_forms: dict[str, str]) -> str:
    """The simplified form; a Japanese one goes through the form it had before."""
    today = old_forms.get(char, char)
    for start in (char, forms.get(today, char), today):
        simplified = _chars(fields[start].get("kSimplifiedVariant", ""))
        if simplified:
            return char if char in simplified else simplified[0]
    return today


def _chinese_row(char: str, fields: Fields, forms: dict[str, str], family: list[str], fold: str) -> list[str]:
    traditional = _chars(fields[char].get("kTraditionalVariant", ""))
    own = [char] if char in traditional else []
    sources = list(dict.fromkeys([forms.get(char, char), *own, *traditional, char, *family]))
    mandarin = _first(fields, sources, "kMandarin").split()
    cantonese = _first(fields, sources, "kCantonese").split()
    pinyin = list(dict.fromkeys(_pinyin(reading) for reading in mandarin))
    spelt = dict.fromkeys(
        name for jyutping in cantonese for name in hong_kong(jyutping[:-1], pinyin[0] if pinyin else "")
    )
    korean = "".join(value.split(":")[0] for value in _first(fields, sources, "kHangul").split()[:3])
    return [char, "" if fold == char else fold, " ".join(pinyin), " ".join(list(spelt)[:2]), korean]


def _first(fields: Fields, chars: Iterable[str], field: str) -> str:
    return next((fields[char][field] for char in chars if field in fields[char]), "")


def _pinyin(reading: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", reading) if letter.isascii())


def hong_kong(jyutping: str, pinyin: str) -> list[str]:
    """One or two spellings of a toneless syllable; old spellers heard a difference that only Mandarin still makes."""
    parts = re.fullmatch("(ng|gw|kw|[bpmfdtnlgkhwzcsj]?)([aeiouy].*|m|ng)", jyutping)
    if not parts:
        return [jyutping]
    initial, final = parts.groups()
    retroflex = bool(_RETROFLEX.match(pinyin))
    spelt = _FINALS.get(final, final).split()
    if initial == "j":
        return _AFTER_Y[final].split() if final in _AFTER_Y else [f"y{end}" for end in spelt]
    if initial == "s":
        return _hissing(final, spelt, starts=("sh", "s") if retroflex or final in ("oeng", "eon") else ("s", "sh"))
    if initial in ("z", "c"):
        if final == "i" and not retroflex:
            return ["tsz", "chi"]
        spelt = _HISSING_FINALS[final].split() if final in ("an", "am") else spelt
        starts = ("ch",) if retroflex else ("ts", "ch") if final in _TS_FINALS else ("ch", "ts")
        return [start + end for end in spelt for start in starts]
    if initial in ("", "w", "f", "g", "k") and final == "u":
        return [_INITIALS.get(initial, initial) + "u", _INITIALS.get(initial, initial) + "oo"]
    return [_INITIALS.get(initial, initial) + end for end in spelt]


def _hissing(final: str, spelt: list[str], starts: tuple[str, str]) -> list[str]:
    if final == "i":
        return ["sze", "si"]
    start = starts[0] if final in _SH_FINALS else "s"
    return [start + end for end in (_HISSING_FINALS[final].split() if final in ("an", "am") else spelt)]


def _kanjidic(path: Path) -> dict[str, tuple[list[str], list[str]]]:
    """On readings, and kun and name readings, of each character of JIS X 0208 and of the lists for names."""
    readings = {}
    with gzip.open(path) as stream:
        characters = ET.parse(stream).getroot().iter("character")  # noqa: S314 - a file of the distribution, not a guest's
        for character in characters:
            if any(character.find(place) is not None for place in _PLACES_OF_LISTED):
                names = [name.text or "" for name in character.iter("nanori")]
                kun = _native(_texts(character, "ja_kun"), names)
                readings[character.findtext("literal", "")] = (_spoken(_texts(character, "ja_on")), _spoken(kun))
    return readings


def _texts(character: ET.Element, kind: str) -> list[str]:
    return [reading.text or "" for reading in character.iter("reading") if reading.get("r_type") == kind]


def _native(kun: list[str], names: list[str]) -> list[str]:
    """Nouns, name readings, then verbs and adjectives: their stem, whole, and adjectives in the old form in shi."""
    bare = [reading.strip("-") for reading in kun]
    nouns = [reading for reading in bare if "." not in reading]
    inflected = []
    for stem, ending in (reading.split(".", 1) for reading in bare if "." in reading):
        inflected += [stem, stem + {"い": "し"}.get(ending, ending.removesuffix("い"))]
    return [*nouns, *names, *inflected]


def _spoken(readings: Iterable[str]) -> list[str]:
    hiragana = (reading.strip("-").translate(_TO_HIRAGANA) for reading in readings)
    spoken = (kana.read(reading)[0].text for reading in hiragana if reading)
    return list(dict.fromkeys(text for text in spoken if text.isalpha()))


def _japanese_rows(
    japanese: dict[str, tuple[list[str], list[str]]],
    old_forms: dict[str, str],
    families: dict[str, list[str]],
    folded: dict[str, str],
) -> Iterator[list[str]]:
    """An old form has no readings of its own: they stand with today's, which it points to."""
    old_of = defaultdict(list)
    for old, form in old_forms.items():
        old_of[form].append(old)
    for char in sorted(set(folded) | set(japanese)):
        family = [other for other in families.get(folded.get(char, char), []) if other not in old_forms]
        today = old_forms.get(char)
        related = [today] if today else [other for other in family if other in japanese and other != char]
        sources = [] if today else [source for source in (char, *old_of[char]) if source in japanese]
        on, kun = ([text for source in sources for text in japanese[source][kind]] for kind in (0, 1))
        if on or kun or related:
            yield [char, " ".join(dict.fromkeys(on)), " ".join(dict.fromkeys(kun)), "".join(related[:3])]


def _write(name: str, head: str, rows: Iterable[list[str]]) -> None:
    lines = ["\t".join(row).rstrip("\t") for row in rows]
    (_TABLES / name).write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    click.echo(f"{name}: {len(lines)} rows")


if __name__ == "__main__":
    main()
