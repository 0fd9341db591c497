"""What families and reporters are asked on fixed days, what families write, and what they are answered."""

from enum import StrEnum


class Question(StrEnum):
    """A fixed question to a family. Its words never hold anything that a report says."""

    TATTOOS = "tattoos"
    SCARS = "scars"
    AMPUTATION = "amputation"
    TEETH_MISSING = "teeth_missing"
    TEETH_METAL = "teeth_metal"
    HANDEDNESS = "handedness"
    EYE_COLOUR = "eye_colour"
    HAIR = "hair"
    HEIGHT = "height"
    BUILD = "build"
    GLASSES = "glasses"
    BLOOD_GROUP = "blood_group"
    OPERATIONS = "operations"
    FRACTURES = "fractures"
    CLOTHES_LAST = "clothes_last"
    JEWELLERY = "jewellery"
    COMPANIONS = "companions"
    NUMBER_CALLED_FROM = "number_called_from"
    CARRIED_PAPERS = "carried_papers"
    FATHERS_NAME = "fathers_name"
    MOTHERS_NAME = "mothers_name"
    NICKNAME = "nickname"
    LANGUAGES_SPOKEN = "languages_spoken"


class SlotTask(StrEnum):
    """What every family is offered in turn, whatever is known of its search."""

    TALK = "talk"
    CONTROL_FACT = "control_fact"
    NAMING_CONSENT = "naming_consent"
    FORENSIC_CONSENT = "forensic_consent"
    SAMPLE = "sample"
    READ_OVER = "read_over"


class LetterKind(StrEnum):
    """What a family writes to its committee about."""

    ASK_ABOUT_CASE = "ask_about_case"


class ReplySentence(StrEnum):
    """The sentences that a committee answers with: none says anything of candidates."""

    WE_READ_IT = "we_read_it"
    WE_WILL_CALL = "we_will_call"
    COMPARING_GOES_ON = "comparing_goes_on"
    PLEASE_ADD = "please_add"
    OFFICE_WAS_ASKED = "office_was_asked"
    ASK_ELSEWHERE = "ask_elsewhere"


class NoticeChannel(StrEnum):
    """How a family that allowed it is told that its page has questions."""

    EMAIL = "email"
    SMS = "sms"


class ReporterQuestion(StrEnum):
    """A fixed question to every reporter, on the quality of reports."""

    HEIGHT_MEASURED = "height_measured"
    AGE_HOW = "age_how"
    NAME_HOW_HEARD = "name_how_heard"
    MARKS_LOOKED_AT = "marks_looked_at"
    LANGUAGE_SPOKEN = "language_spoken"


class WithoutAnswer(StrEnum):
    """What can be answered to a question instead of an answer."""

    NONE = "none"
    """There is nothing of it: no tattoo, no ring."""
    UNKNOWN = "unknown"
    RATHER_NOT = "rather_not"


class NoticeHours(StrEnum):
    """When on the day of the questions a family wants its notice, by its own clock."""

    ANY = "any"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class ReporterReply(StrEnum):
    """What a reporter can answer to an ordinary question on the quality of its reports."""

    MEASURED = "measured"
    GUESSED = "guessed"
    FROM_PAPERS = "from_papers"
    FROM_PERSON = "from_person"
    BY_LOOKS = "by_looks"
    SPELLED_OUT = "spelled_out"
    HEARD = "heard"
    ALWAYS = "always"
    SOMETIMES = "sometimes"
    NEVER = "never"
    THEIR_LANGUAGE = "their_language"
    THIRD_LANGUAGE = "third_language"
    INTERPRETER = "interpreter"
    CANNOT_SAY = "cannot_say"
