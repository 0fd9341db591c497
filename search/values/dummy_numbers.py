"""Numbers that are typed where none is known: `0000000000`, `1234567890`, `0412-0000000`. They are no telephone."""

import re

_RISING, _FALLING = "1234567890123456789", "9876543210987654321"
_LEAST_RUN, _LEAST_ZEROS, _LEAST_REPEATED = 7, 6, 7
# Behind the digits of a country or a network.
_ONE_DIGIT = re.compile(rf"\d{{0,4}}(\d)\1{{{_LEAST_REPEATED},}}")
_ONLY_ZEROS = re.compile(rf"0*|\d{{1,6}}0{{{_LEAST_ZEROS},}}|0{{{_LEAST_ZEROS},}}\d{{1,4}}")


def is_dummy(number: str) -> bool:
    """Whether the digits are one digit again and again, a count upwards or downwards, or zeros with hardly a figure."""
    digits = re.sub(r"\D", "", number)
    counted = digits.lstrip("0")
    if len(counted) >= _LEAST_RUN and (_RISING.startswith(counted) or _FALLING.startswith(counted)):
        return True
    return bool(digits) and bool(_ONE_DIGIT.fullmatch(digits) or _ONLY_ZEROS.fullmatch(digits))
