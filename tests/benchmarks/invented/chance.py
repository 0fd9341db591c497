"""The source of chance of these tests."""

import random


def chance(seed: int) -> random.Random:
    """Always the same draws for a seed."""
    return random.Random(seed)  # noqa: S311 - invented people, not a secret
