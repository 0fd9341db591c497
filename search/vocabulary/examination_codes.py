"""What was taken of a body to identify somebody by, and how far that is; never a profile or a print itself."""

from enum import StrEnum


class SampleKind(StrEnum):
    """What was taken or recorded."""

    BONE = "bone"
    TOOTH = "tooth"
    BLOOD = "blood"
    TISSUE = "tissue"
    HAIR = "hair"
    SWAB = "swab"
    FINGERPRINTS = "fingerprints"
    DENTAL_CHART = "dental_chart"
    X_RAY = "x_ray"
    OTHER = "other"


class SampleStatus(StrEnum):
    """How far it is."""

    TAKEN = "taken"
    AT_LABORATORY = "at_laboratory"
    RESULT = "result"
    USED_UP = "used_up"
