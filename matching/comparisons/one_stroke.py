"""Numbers written down by hand: equal, or one stroke apart."""

from rapidfuzz.distance import OSA


def one_stroke_apart(one: str | bytes, other: str | bytes) -> bool:
    """One digit or letter differs, is missing, or two neighbours are swapped."""
    return abs(len(one) - len(other)) <= 1 and one != other and OSA.distance(one, other, score_cutoff=1) == 1
