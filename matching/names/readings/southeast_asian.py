"""Scripts akin to Thai in how little their letters tell at first sight: Lao, Khmer, Burmese, and Tibetan with them."""

from matching.names.readings import khmer, lao, myanmar, tibetan
from matching.names.readings.reading_result import Reading

_BLOCKS = (
    (0x0E80, 0x0EFF, lao.read),
    (0x0F00, 0x0FFF, tibetan.read),
    (0x1000, 0x109F, myanmar.read),
    (0x1780, 0x17FF, khmer.read),
)


def read(word: str) -> tuple[Reading, ...]:
    """At most two ways to say a word, by the script of its first letter; empty for every other script."""
    first = ord(word[0]) if word else 0
    return next((reader(word) for start, end, reader in _BLOCKS if start <= first <= end), ())
