"""Words and numbers that exist nowhere else, and the ways in which they could lie in a file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

NAME = "Zyxqvarrum"
NAME_IN_ETHIOPIC = "ዝይክስቅቫሩም"
OTHER_NAME = "Qwyzzelbran"
ENQUIRER = "Vraxquolith"
PHONE = "+50377918264"
CONTACT = "+593987316492"
DOCUMENT = "XQ7315924680"
WORDS = "vlorptangerine"
SENDER_NUMBER = "ZQXW-88213-KJ"
EARLIER_REFERENCE = "ERF-zqv-55190277"
JUDGEMENT_WORDS = "grumblefexcitrus"
REASON = "plonkwistfulzebra"
DRAFT = "snarquemellow"
STREET = "Quibbelstraxx 71"
BODY_TAG = "TAGZQ-9912043"
CONTROL_FACT = "jorvelquaxine"
ATTEMPT = "flimjaxorbit"

MARKERS = (
    NAME,
    NAME_IN_ETHIOPIC,
    OTHER_NAME,
    ENQUIRER,
    PHONE,
    CONTACT,
    DOCUMENT,
    WORDS,
    SENDER_NUMBER,
    EARLIER_REFERENCE,
    JUDGEMENT_WORDS,
    REASON,
    DRAFT,
    STREET,
    BODY_TAG,
    CONTROL_FACT,
    ATTEMPT,
)
# What the engine makes of the names: parts of a blocking key in clear.
DERIVED = ("zyxqvarrum", "qwyzzelbran", "zksfrm", "phone:50377918264")
_LOCAL_DIGITS = 7


@dataclass(frozen=True, slots=True)
class Trace:
    """A marker that was found, and where."""

    marker: str
    place: str


def traces(haystacks: Iterable[tuple[str, bytes]], markers: Iterable[str] = MARKERS) -> list[Trace]:
    """Where any form of a marker occurs, small and capital letters alike; `haystacks` are (place, content)."""
    needles = {marker: tuple(forms(marker)) for marker in markers}
    return [
        Trace(marker, place)
        for place, content in haystacks
        for lowered in (content.lower(),)
        for marker, forms_of in needles.items()
        if any(form in lowered for form in forms_of)
    ]


def forms(marker: str) -> Iterator[bytes]:
    """A marker in UTF-8, in both kinds of UTF-16, as hexadecimal, escaped as in JSON, and as digits alone."""
    text = marker.lower()
    shapes = {text, text.encode("ascii", "backslashreplace").decode()}
    digits = "".join(character for character in text if character.isdigit())
    if len(digits) > _LOCAL_DIGITS:
        shapes |= {digits, digits[-_LOCAL_DIGITS - 1 :]}
    for shape in shapes:
        yield from (shape.encode(), shape.encode("utf-16-le"), shape.encode("utf-16-be"))
    for shape in shapes | {marker}:
        yield shape.encode().hex().encode()
