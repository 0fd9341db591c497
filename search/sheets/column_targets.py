"""What a column of a sender's sheet can mean."""

from enum import StrEnum


class Target(StrEnum):
    """The field a column fills. `WORDS` keeps a column beside the record under its own header; nothing is dropped."""

    SENDER_NUMBER = "sender_number"
    KIND = "kind"
    OUTCOME = "outcome"
    FOUND_DATE = "found_date"
    REPORT_DATE = "report_date"
    FOUND_PLACE = "found_place"
    FOUND_COUNTRY = "found_country"
    LATITUDE = "latitude"
    LONGITUDE = "longitude"
    COORDINATES = "coordinates"
    FULL_NAME = "full_name"
    GIVEN = "given"
    FAMILY = "family"
    SECOND_FAMILY = "second_family"
    FATHER = "father"
    GRANDFATHER = "grandfather"
    MOTHER = "mother"
    NICKNAME = "nickname"
    SEX = "sex"
    BIRTH_DATE = "birth_date"
    BIRTH_YEAR = "birth_year"
    AGE = "age"
    AGE_LOW = "age_low"
    AGE_HIGH = "age_high"
    BIRTH_PLACE = "birth_place"
    RESIDENCE = "residence"
    NATIONALITY = "nationality"
    LANGUAGES = "languages"
    HEIGHT = "height"
    HEIGHT_LOW = "height_low"
    HEIGHT_HIGH = "height_high"
    WEIGHT = "weight"
    MARKS = "marks"
    EFFECTS = "effects"
    PHONES = "phones"
    CONTACT_PHONES = "contact_phones"
    DOCUMENT = "document"
    DOCUMENT_KIND = "document_kind"
    NOTES = "notes"
    CONDITION = "condition"
    REMAINS = "remains"
    CAUSE = "cause"
    MANNER = "manner"
    INTERVAL = "interval"
    HAIR = "hair"
    EYES = "eyes"
    BUILD = "build"
    SKIN = "skin"
    FACIAL_HAIR = "facial_hair"
    WANTS_CONTACT = "wants_contact"
    MINOR = "minor"
    PRESENT_PLACE = "present_place"
    BURIAL_PLACE = "burial_place"
    BODY_TAG = "body_tag"
    MORTUARY_NUMBER = "mortuary_number"
    PROSECUTOR_NUMBER = "prosecutor_number"
    SAMPLES = "samples"
    COMMUNITY = "community"
    RELIGION = "religion"
    MARITAL_STATUS = "marital_status"
    OCCUPATION = "occupation"
    COMPANIONS = "companions"
    RELATIVE = "relative"
    REPORTER = "reporter"
    ROW_COUNTER = "row_counter"
    WORDS = "words"
    IGNORE = "ignore"


MANY_COLUMNS: frozenset[Target] = frozenset(
    {
        Target.FOUND_PLACE,
        Target.FULL_NAME,
        Target.NICKNAME,
        Target.BIRTH_PLACE,
        Target.RESIDENCE,
        Target.NATIONALITY,
        Target.LANGUAGES,
        Target.MARKS,
        Target.EFFECTS,
        Target.PHONES,
        Target.CONTACT_PHONES,
        Target.DOCUMENT,
        Target.NOTES,
        Target.CONDITION,
        Target.COMPANIONS,
        Target.RELATIVE,
        Target.REPORTER,
        Target.ROW_COUNTER,
        Target.WORDS,
        Target.IGNORE,
    }
)
"""Targets that several columns may fill together; of the others the best column wins."""

HARMFUL: frozenset[Target] = frozenset(
    {
        Target.SENDER_NUMBER,
        Target.KIND,
        Target.OUTCOME,
        Target.FULL_NAME,
        Target.GIVEN,
        Target.FAMILY,
        Target.SECOND_FAMILY,
        Target.FATHER,
        Target.MOTHER,
        Target.NICKNAME,
        Target.PHONES,
        Target.CONTACT_PHONES,
        Target.DOCUMENT,
        Target.BIRTH_DATE,
        Target.BIRTH_YEAR,
        Target.FOUND_DATE,
        Target.FOUND_PLACE,
        Target.BODY_TAG,
        Target.MORTUARY_NUMBER,
        Target.WANTS_CONTACT,
        Target.MINOR,
    }
)
"""Meanings that do harm when they are wrong: of these a column is given none that is not certain without a question."""

POST_MORTEM_TARGETS: frozenset[Target] = frozenset(
    {
        Target.REMAINS,
        Target.CAUSE,
        Target.MANNER,
        Target.INTERVAL,
        Target.BURIAL_PLACE,
        Target.BODY_TAG,
        Target.MORTUARY_NUMBER,
        Target.SAMPLES,
    }
)
"""Columns that only a sheet of the dead has."""
