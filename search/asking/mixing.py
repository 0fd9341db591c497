"""Numbers that look like chance and are the same for the same seeds: nobody without the key can foretell them."""

import numpy as np
import numpy.typing as npt

Seeds = npt.NDArray[np.uint64]
Shares = npt.NDArray[np.float64]
MASK = 2**64 - 1
_STEP = np.uint64(0x9E3779B97F4A7C15)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)


def mixed(seed: int, others: Seeds) -> Shares:
    """For each of the others a number over 0 and below 1, mixed from both (splitmix64, twice)."""
    bits = _mix(_mix(others) ^ np.uint64(seed & MASK)) >> np.uint64(11)
    return bits.astype(np.float64) * 2.0**-53 + 2.0**-54


def _mix(numbers: Seeds) -> Seeds:
    with np.errstate(over="ignore"):
        numbers = numbers + _STEP
        numbers = (numbers ^ (numbers >> np.uint64(30))) * _FIRST
        numbers = (numbers ^ (numbers >> np.uint64(27))) * _SECOND
    return numbers ^ (numbers >> np.uint64(31))
