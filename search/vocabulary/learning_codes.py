"""What invented cards teach whoever is to read real ones."""

from enum import StrEnum


class PracticeTrap(StrEnum):
    """How a pair misleads its reader, or only seems to."""

    SPELT_ANEW = "spelt_anew"
    FOUND_BEFORE_SEEN = "found_before_seen"
    FATHER_AND_SON = "father_and_son"
    BROTHER = "brother"
    COMMON_NAME = "common_name"
    NAME_AND_CLOTHES = "name_and_clothes"
    SHARED_NUMBER = "shared_number"
    FIRST_OF_JANUARY = "first_of_january"
    AGE_ESTIMATED = "age_estimated"
    SILENT_REPORT = "silent_report"
    BORROWED_PAPER = "borrowed_paper"
    OTHER_SIDE = "other_side"
