"""Hebrew letters, Hebrew and Yiddish: an abjad whose shin and sin, pe and fe are one letter each."""

from matching.names.readings.letter_tables import by_letters
from matching.names.readings.reading_result import Group, Reading


def read(word: str) -> tuple[Reading, ...]:
    """Letter by letter with the vowels left open; a final he is one."""
    last = "@" if len(word) > 2 and word.endswith("ה") else ""
    text = by_letters(word.removesuffix("ה") if last else word, "hebrew.tsv", apart=True) + last
    return tuple(Reading(one, Group.HEBREW) for one in dict.fromkeys((text, text.replace("sh", "s"))))
