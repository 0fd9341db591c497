"""A PFIF file read and understood in a confined child, which has neither database nor keys."""

import datetime
import encodings
import importlib
import pkgutil

import msgspec
import phonenumbers

from search.confined.confinement import Confinement
from search.confined.limits import Limits
from search.errors import ConfinedFailed, SheetError
from search.files.pfif_outcomes import outcomes_of
from search.files.pfif_question import PfifQuestion, PfifReading
from search.files.pfif_reading import read_pfif
from search.sheets import sheet_limits
from search.values import lexicon

_OF_WINDOWS = {"mbcs", "oem"}
_BESIDE_BYTES = 64 * 1024
_REHEARSAL = (
    b'<?xml version="1.0" encoding="iso-8859-1"?><pfif><person><person_record_id>a.invalid/1</person_record_id>'
    b"<full_name>Ana N\xfa\xf1ez</full_name><date_of_birth>1999-03</date_of_birth><age>20-30</age>"
    b"<description>height: 170 cm\nmarks: scar on the left hand\nclothing: red shirt\nnationality: Honduran"
    b"</description>"
    b"<note><found>true</found><last_known_location>Tapachula</last_known_location>"
    b"<phone_of_found_person>+52 962 345 6789</phone_of_found_person></note></person></pfif>"
)


class PfifAnswer(msgspec.Struct):
    """What the child answers: a reading, or the code for why there is none."""

    reading: PfifReading | None = None
    code: str = ""
    params: dict[str, str | int] = {}


def read_confined(confinement: Confinement, question: PfifQuestion, *, patience: float = 0.0) -> PfifReading:
    """Have a file read within limits of memory and time.

    Raises Busy where no place became free within `patience` seconds, and SheetError: the codes of `read_pfif`, and
    file_too_large, parser_failed, parser_too_slow.
    """
    if len(question.content) > sheet_limits.MAX_BYTES:
        raise SheetError("file_too_large", limit=sheet_limits.MAX_BYTES)
    limits = Limits(
        memory_bytes=sheet_limits.CHILD_MEMORY_BYTES,
        cpu_seconds=sheet_limits.CHILD_SECONDS,
        wall_seconds=sheet_limits.WALL_FOR_CPU * sheet_limits.CHILD_SECONDS + 5,
        input_bytes=sheet_limits.MAX_BYTES + _BESIDE_BYTES,
    )
    try:
        output = confinement.run("pfif", msgspec.msgpack.encode(question), limits, patience=patience)
        answer = msgspec.msgpack.decode(output, type=PfifAnswer)
    except ConfinedFailed as error:
        code = "parser_too_slow" if error.code == "confined_too_slow" else "parser_failed"
        raise SheetError(code, **error.params) from error
    except msgspec.DecodeError as error:
        raise SheetError("parser_failed") from error
    if answer.reading is None:
        raise SheetError(answer.code or "parser_failed", **answer.params)
    return answer.reading


def prepare() -> None:
    """Load what a file may ask for, before the child is locked: encodings, word lists, countries' numbering plans."""
    for module in pkgutil.iter_modules(encodings.__path__):
        if module.name not in _OF_WINDOWS:
            importlib.import_module(f"encodings.{module.name}")
    phonenumbers.PhoneMetadata.load_all()
    lexicon.load()
    outcomes_of(read_pfif(_REHEARSAL), _rehearsal())


def pfif_answer(question: bytes) -> bytes:
    """The child's half: read the file, or say what is wrong with it."""
    asked = msgspec.msgpack.decode(question, type=PfifQuestion)
    try:
        answer = PfifAnswer(reading=outcomes_of(read_pfif(asked.content), asked))
    except SheetError as error:
        answer = PfifAnswer(code=error.code, params=error.params)
    except MemoryError:
        answer = PfifAnswer(code="file_too_large", params={"limit": sheet_limits.MAX_BYTES})
    except RecursionError:
        answer = PfifAnswer(code="parser_failed")
    return msgspec.msgpack.encode(answer)


def _rehearsal() -> PfifQuestion:
    moment = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
    return PfifQuestion(
        filename="",
        content=b"",
        now=moment,
        organisation=None,
        may_search=True,
        domains=("a.invalid",),
        with_tests=True,
    )
