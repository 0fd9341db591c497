"""What a committee found of somebody who says that they are not missing."""

from enum import StrEnum


class SelfReportOutcome(StrEnum):
    """How it ended; none of them says whether there was a search."""

    PROVED = "proved"
    NOT_PROVED = "not_proved"
    NOT_REACHED = "not_reached"
