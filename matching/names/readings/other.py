"""Scripts that no table here knows, by the general table of anyascii, so that nothing written is lost."""

from matching.names.readings import latin
from matching.names.readings.reading_result import Group, Reading


def read(word: str) -> tuple[Reading, ...]:
    """The general reading, in lower case."""
    return (Reading(latin.letters(word).lower(), Group.OTHER),)
