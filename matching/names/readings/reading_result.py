"""What reading a written name part gives: how it may be said, in Latin letters, and by which rules it was written."""

from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """Ways of writing that share their habits; the learned costs of one are not those of another.

    `TRANSCRIBED` are foreign names in Chinese characters, read by their Mandarin sounds.
    """

    LATIN = "latin"
    ARABIC = "arabic"
    HEBREW = "hebrew"
    ETHIOPIC = "ethiopic"
    CYRILLIC = "cyrillic"
    GREEK = "greek"
    ARMENIAN = "armenian"
    GEORGIAN = "georgian"
    BRAHMIC = "brahmic"
    THAI = "thai"
    MANDARIN = "mandarin"
    TRANSCRIBED = "transcribed"
    CANTONESE = "cantonese"
    HOKKIEN = "hokkien"
    JAPANESE = "japanese"
    KOREAN = "korean"
    OTHER = "other"


# Some ways of writing; None for all.
Groups = frozenset[Group] | None
# Ways of writing that leave short vowels out.
OPEN_VOWELS = frozenset({Group.ARABIC, Group.HEBREW})


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to say a name part.

    `text` is in letters a-z. Beside them: `'` keeps two letters from being read as one sound, `@` is a vowel that the
    script does not tell, `~` a vowel that may be silent, and an upper-case letter is a letter of the group's own that
    the plain one would lose.
    """

    text: str
    group: Group
