"""Which of the alternate names of a GeoNames place are worth shipping."""

from collections.abc import Iterable

from matching.names.scripts import Script, script_of

# A town elsewhere is hardly ever written in these scripts.
_EAST_ASIAN = frozenset({Script.HAN, Script.KANA, Script.HANGUL})
_EAST_ASIA = frozenset({"CN", "HK", "JP", "KP", "KR", "MN", "MO", "SG", "TW"})
_KNOWN_THERE = 300_000
_LONGEST_CODE = 4
_LONGEST_NAME = 60


def worthwhile_names(names: Iterable[str], country: str, population: int) -> tuple[str, ...]:
    """Without airport codes, links, postal codes, machine transliterations, and far-away scripts of small places."""
    everywhere = population >= _KNOWN_THERE or country in _EAST_ASIA
    return tuple(name for name in names if _is_name(name) and (everywhere or _scripts(name).isdisjoint(_EAST_ASIAN)))


def _is_name(name: str) -> bool:
    if len(name) > _LONGEST_NAME or "/" in name or any(letter.isdigit() for letter in name):
        return False
    scripts = _scripts(name)
    return len(scripts) == 1 and not _is_code(name) and not _is_transliteration(name)


def _scripts(name: str) -> frozenset[Script]:
    return frozenset(script_of(letter) for letter in name if letter.isalpha())


def _is_code(name: str) -> bool:
    return len(name) <= _LONGEST_CODE and name.isascii() and name.isupper()


def _is_transliteration(name: str) -> bool:
    """GeoNames adds ASCII renderings of names in other scripts, all in small letters."""
    return name.isascii() and name == name.lower()
