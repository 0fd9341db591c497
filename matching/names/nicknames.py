"""Short and pet forms, and one name in several languages, by sound, so that they meet in every script."""

from functools import lru_cache

from matching.names.part_rarity import coarse
from matching.names.phonetic import sound_of
from matching.names.readings.by_script import read
from matching.names.readings.latin import plain
from matching.names.tables import read_rows


@lru_cache(maxsize=1)
def formal_names() -> dict[str, frozenset[str]]:
    """The formal names that a part may be short for, both as coarse sounds."""
    table: dict[str, set[str]] = {}
    for formal, shorts, _language in read_rows("nicknames.tsv"):
        for short in shorts.split():
            table.setdefault(coarse(_sound(short)), set()).add(coarse(_sound(formal)))
    return {short: frozenset(formals) for short, formals in table.items()}


@lru_cache(maxsize=1)
def equivalents() -> dict[str, frozenset[str]]:
    """By sound, the names of which a part is the form in some language, each by its first form."""
    table: dict[str, set[str]] = {}
    for name, forms, _language in read_rows("name_equivalents.tsv"):
        for form in (name, *forms.split()):
            table.setdefault(_sound(form), set()).add(name)
    return {form: frozenset(names) for form, names in table.items()}


def _sound(name: str) -> str:
    return sound_of(plain(read(name)[0].text))
