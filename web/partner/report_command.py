"""From a filled-in report form to the command that files it."""

from typing import Any

from matching.record import (
    Effect,
    Event,
    IdentityDocument,
    Mark,
    NameKind,
    PersonName,
    Phone,
    PhoneRole,
    Remains,
    Sex,
)
from search.commands import ReportFound
from search.documents import Description, Identifiers, PostMortem, Whereabouts
from search.values.country_names import STATELESS
from search.vocabulary import Channel, ReportKind, WantsContact
from web.partner.forms import BodyForm, LivingForm

_POST_MORTEM = (
    "body_tag", "mortuary_number", "prosecutor_number", "completeness", "interval", "sex_method", "age_method",
    "stature_method", "samples_taken", "burial_place", "cause",
)  # fmt: skip


def report_of(form: LivingForm | BodyForm) -> ReportFound:
    """The command of a form that was validated."""
    typed = form.data
    living = isinstance(form, LivingForm)
    return ReportFound(
        kind=ReportKind(typed["kind"]),
        sender_number=typed["sender_number"],
        found=_description(typed),
        identifiers=_identifiers(typed),
        whereabouts=_whereabouts(typed) if living else None,
        post_mortem=None if living else PostMortem(**{field: typed[field] for field in _POST_MORTEM}),
        channel=Channel.WEB,
    )


def _description(typed: dict[str, Any]) -> Description:
    countries = typed["nationalities"] or ()
    return Description(
        names=tuple(PersonName(row["text"], NameKind(row["kind"])) for row in typed["names"] if row["text"]),
        sex=_code(Sex, typed["sex"]),
        birth=typed["birth"],
        age=typed["age"],
        nationalities=tuple(code for code in countries if code != STATELESS),
        stateless=True if STATELESS in countries else None,
        languages=typed["languages"] or (),
        event=_event(typed),
        height=typed["height"],
        marks=tuple(Mark(**row) for row in typed["marks"] if row["kind"]),
        effects=tuple(Effect(**row) for row in typed["effects"] if row["item"]),
        remains=_code(Remains, typed.get("remains", "")),
        words="\n".join([typed["words"], *_words_alone(typed)]).strip(),
    )


def _event(typed: dict[str, Any]) -> Event | None:
    if typed["found_on"] is None and typed["found_at"] is None:
        return None
    return Event(when=typed["found_on"], place=typed["found_at"])


def _words_alone(typed: dict[str, Any]) -> list[str]:
    """Words of rows in which nothing was chosen: they are kept among the other words."""
    marks = [row["words"] for row in typed["marks"] if not row["kind"]]
    effects = [row["words"] for row in typed["effects"] if not row["item"]]
    return [words for words in (*marks, *effects) if words]


def _identifiers(typed: dict[str, Any]) -> Identifiers:
    return Identifiers(
        phones=tuple(
            Phone(row["number"].number, _code(PhoneRole, row["role"]) or PhoneRole.UNKNOWN)
            for row in typed["phones"]
            if row["number"]
        ),
        documents=tuple(
            IdentityDocument(row["number"], row["kind"], next(iter(row["country"] or ()), ""))
            for row in typed["documents"]
            if row["number"]
        ),
    )


def _whereabouts(typed: dict[str, Any]) -> Whereabouts:
    return Whereabouts(
        found=_event(typed),
        present_place=typed["present_place"],
        condition=typed["condition"],
        minor={"yes": True, "no": False}.get(typed["minor"]),
        wants_contact=_code(WantsContact, typed["wants_contact"]) or WantsContact.NOT_ASKED,
    )


def _code(kind: Any, typed: str) -> Any:
    """A code of an enumeration; None where nothing, or nothing known, was chosen."""
    return kind(typed) if typed in {code.value for code in kind} else None
