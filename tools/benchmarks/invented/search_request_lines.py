"""Search requests as JSON lines, as another registry would hand them over."""

import json
import random
from typing import Any

from benchmarks.invented.invented_registry import Account
from matching.record import DatePrecision, MatchRecord, NameKind, PartialDate, PhoneRole, Place

_RELATIONS = ("mother", "father", "wife", "husband", "brother", "sister", "son", "daughter")


def request_line(account: Account, reference: str, rng: random.Random) -> str:
    """One family's request as a line without its end."""
    record = account.record
    phones = [phone.number for phone in record.phones if phone.role is PhoneRole.ENQUIRER]
    said = {
        "ref": reference,
        "language": account.person.culture.language,
        "sought": _without_blanks(_sought(record)),
        "enquirer": {"relationship": rng.choice(_RELATIONS), "phones": phones},
    }
    return json.dumps(said, ensure_ascii=False)


def _sought(record: MatchRecord) -> dict[str, Any]:
    return {
        "names": [_name(one.text, one.kind) for one in record.names],
        "sex": record.sex.value if record.sex else None,
        "birth_date": _date(record.birth),
        "age_at_loss": record.age.low if record.age else None,
        "nationality": list(record.nationalities),
        "last_contact": _last_contact(record),
        "height_cm": record.height.low_cm if record.height else None,
        "marks": [
            _without_blanks({"kind": mark.kind, "place": mark.place, "side": mark.side, "motif": mark.motif})
            for mark in record.marks
        ],
        "clothing": [{"item": one.item, "colour": one.colour} for one in record.effects],
        "phones": [phone.number for phone in record.phones if phone.role is PhoneRole.SOUGHT],
        "documents": [{"kind": one.kind, "country": one.country, "number": one.number} for one in record.documents],
        "companions": [one.text for one in record.companions],
    }


def _name(text: str, kind: NameKind) -> dict[str, str]:
    return {"full": text} if kind is NameKind.FULL else {"full": text, "kind": kind.value}


def _date(date: PartialDate | None) -> str | None:
    if date is None:
        return None
    length = {DatePrecision.YEAR: 4, DatePrecision.MONTH: 7}.get(date.precision, 10)
    return date.earliest.isoformat()[:length]


def _last_contact(record: MatchRecord) -> dict[str, Any]:
    if record.event is None:
        return {}
    place = record.event.place or Place()
    return _without_blanks(
        {
            "date": _date(record.event.when),
            "place": place.text,
            "lat": place.latitude,
            "lon": place.longitude,
        }
    )


def _without_blanks(said: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in said.items() if value is not None and value not in ("", [], {})}
