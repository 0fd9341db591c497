"""Search requests from JSON lines, one family's request a line: the core dataset under its usual names.

Known keys of `sought`: names (text or objects with a kind), sex, birth_date, age, nationality, last_contact, marks,
clothing, phones, documents, height and the rest of the core dataset; of `enquirer`: names, relationship, phones,
emails, safe_hours, may_say, speaks_for, languages, control_questions (question and answer). Keys that are not known
are kept in the description's words, never dropped.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import msgspec

from matching.record import Phone, PhoneRole
from search.commands import RegisterSearch
from search.documents import Contact, ControlQuestion, EarlierReport, Filing, Identifiers
from search.files.request_fields import RequestReader
from search.files.request_values import Json, as_list, as_text, names_of
from search.sheets.row_outcomes import RowRefusal
from search.values.language_names import language
from search.values.phone_numbers import phone_number
from search.values.relationships import read_relationship
from search.vocabulary import Channel, ContactKind, MaySay, PersonStatus

MAX_LINE_BYTES = 256 * 1024
_MAX_NESTING = 40
_REFERENCE_KEYS = (
    "ref",
    "reference",
    "id",
    "request_id",
    "earlier_reference",
    "case_number",
    "person_record_id",
    "number",
)
_FILING_KEYS = frozenset(
    {"sought", "enquirer", "language", "reply_language", "channel", "share_with", "filing", "consent", *_REFERENCE_KEYS}
)
_ENQUIRER_KEYS = frozenset(
    [
        "name",
        "names",
        "full_name",
        "relationship",
        "relation",
        "phones",
        "phone",
        "contacts",
        "contact",
        "emails",
        "email",
        "filled_in_by",
        "helper",
        "earlier_reports",
        "status",
        "control_facts",
        "control_questions",
        "safe_hours",
        "may_say",
        "speaks_for",
        "languages",
        "language",
        "reply_language",
    ]
)
_STATUSES, _MAY_SAY = frozenset(PersonStatus), frozenset(MaySay)


@dataclass(frozen=True, slots=True)
class RequestRead:
    """An accepted request with its line's number (from 1) and the keys whose value stayed in words."""

    number: int
    command: RegisterSearch
    warnings: tuple[tuple[str, str], ...] = ()


def read_requests(lines: Iterable[bytes], *, today: datetime.date) -> Iterator[RequestRead | RowRefusal]:
    """Read each line as a request; blank lines are passed over, and nothing that a line holds raises.

    A refused line carries its number and a code: not_utf8, not_json, line_too_long, too_deep, not_an_object,
    nothing_said.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield read_request(line, number, today=today)


def read_request(line: bytes, number: int, *, today: datetime.date) -> RequestRead | RowRefusal:
    """Read one line; see `read_requests`."""
    if len(line) > MAX_LINE_BYTES:
        return RowRefusal(number, "", "line_too_long")
    try:
        found = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except UnicodeDecodeError:
        return RowRefusal(number, "", "not_utf8")
    except RecursionError:
        return RowRefusal(number, "", "too_deep")
    except msgspec.DecodeError:
        return RowRefusal(number, "", "not_json")
    if not isinstance(found, dict):
        return RowRefusal(number, "", "not_an_object")
    if _depth(found) > _MAX_NESTING:
        return RowRefusal(number, "", "too_deep")
    return _command(found, number, today)


def _depth(value: Json) -> int:
    """How deeply lists and objects are nested, without recursion."""
    depth, level = 0, [value]
    while level and depth <= _MAX_NESTING:
        level = [
            inner for v in level if isinstance(v, dict | list) for inner in (v.values() if isinstance(v, dict) else v)
        ]
        depth += 1
    return depth


def _command(found: dict[str, Json], number: int, today: datetime.date) -> RequestRead | RowRefusal:
    sought = found.get("sought")
    enquirer = found.get("enquirer")
    # Without the two sections, the line itself is the description of the person sought.
    person = sought if isinstance(sought, dict) else {k: v for k, v in found.items() if k not in _FILING_KEYS}
    asking = enquirer if isinstance(enquirer, dict) else {}
    language = as_text(found.get("language"))[:16] or "en"
    reader = RequestReader(person, today, language)
    description, identifiers = reader.description(), reader.identifiers()
    beside = found if isinstance(sought, dict) else {}
    description = reader.with_words(description, _without_field(beside, asking))
    if not description.words and description == type(description)() and identifiers == Identifiers():
        return RowRefusal(number, "sought", "nothing_said")
    numbers = _enquirer_numbers(asking, identifiers)
    command = RegisterSearch(
        sought=description,
        identifiers=replace(
            identifiers,
            phones=(*identifiers.phones, *(Phone(phone, PhoneRole.ENQUIRER) for phone in numbers)),
        ),
        filing=_filing(asking, numbers),
        language=language,
        reply_language=as_text(found.get("reply_language") or asking.get("reply_language"))[:16],
        channel=Channel.FILE,
        earlier_reference=next((text for key in _REFERENCE_KEYS if (text := as_text(found.get(key)))), "")[:200],
    )
    return RequestRead(number, command, tuple(reader.warnings))


def _without_field(request: dict[str, Json], asking: dict[str, Json]) -> dict[str, Json]:
    """What the request says beside its two sections, and what the enquirer says, that no field has."""
    beside = {key: value for key, value in request.items() if key not in _FILING_KEYS}
    return beside | {f"enquirer.{key}": value for key, value in asking.items() if key not in _ENQUIRER_KEYS}


def _texts(given: dict[str, Json], *keys: str) -> list[str]:
    """The values of these keys, alone or in lists, as far as they say something."""
    return [text for key in keys for value in as_list(given.get(key)) if (text := as_text(value))]


def _enquirer_numbers(asking: dict[str, Json], identifiers: Identifiers) -> list[str]:
    regions = tuple(document.country for document in identifiers.documents if document.country)
    texts = _texts(asking, "phones", "phone", "contacts", "contact")
    return list(dict.fromkeys(number for text in texts if "@" not in text and (number := phone_number(text, regions))))


def _filing(asking: dict[str, Json], numbers: list[str]) -> Filing:
    emails = [text for text in _texts(asking, "emails", "email", "contacts") if "@" in text]
    way = _conditions(asking)
    contacts = [replace(way, kind=ContactKind.PHONE, value=number) for number in numbers]
    contacts += [replace(way, kind=ContactKind.EMAIL, value=email[:200]) for email in dict.fromkeys(emails)]
    status = as_text(asking.get("status"))
    return Filing(
        enquirer_names=tuple(name for key in ("names", "name", "full_name") for name in names_of(asking.get(key))),
        relationship=read_relationship(as_text(asking.get("relationship") or asking.get("relation"))),
        contacts=tuple(contacts),
        filled_in_by=as_text(asking.get("filled_in_by") or asking.get("helper")),
        earlier_reports=tuple(filter(None, map(_earlier, as_list(asking.get("earlier_reports"))))),
        status=PersonStatus(status) if status in _STATUSES else None,
        control_questions=tuple(filter(None, map(_question, as_list(asking.get("control_questions"))))),
        control_facts=tuple(_texts(asking, "control_facts")),
    )


def _conditions(asking: dict[str, Json]) -> Contact:
    """What holds for every way to reach the family; a code or a language that nobody knows stays beside the hours."""
    may_say, spoken = as_text(asking.get("may_say")), _texts(asking, "languages")
    unread = ["" if may_say in _MAY_SAY else may_say, *(text for text in spoken if not language(text))]
    return Contact(
        safe_hours=" · ".join(filter(None, (as_text(asking.get("safe_hours")), *unread))),
        may_say=MaySay(may_say) if may_say in _MAY_SAY else None,
        speaker=as_text(asking.get("speaks_for")),
        languages=tuple(dict.fromkeys(code for text in spoken if (code := language(text)))),
    )


def _question(value: Json) -> ControlQuestion | None:
    """A question with its answer; a text alone is something that only the family knows."""
    if not isinstance(value, dict):
        return ControlQuestion(answer=text) if (text := as_text(value)) else None
    said = ControlQuestion(question=as_text(value.get("question")), answer=as_text(value.get("answer")))
    return said if said != ControlQuestion() else None


def _earlier(value: Json) -> EarlierReport | None:
    if isinstance(value, dict):
        office, number = as_text(value.get("office")), as_text(value.get("number"))
        return EarlierReport(office=office, number=number) if office or number else None
    return EarlierReport(office=as_text(value)) if as_text(value) else None
