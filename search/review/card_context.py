"""What a card says of the circumstances of a pair, read through the same rules as everything on it."""

import datetime
from collections.abc import Sequence

from sqlalchemy.orm import Session

from matching import Evidence
from matching.record import Phone, PhoneRole
from search.access import Actor
from search.casework.locked_pairs import subjects_of
from search.documents import Description, Identifiers, PostMortem, Whereabouts
from search.fields import Purpose, visible
from search.models import FoundReport, MatchProposal, SearchRequest
from search.records.sections import read_sections
from search.review_summaries import CardContext
from search.vocabulary import WantsContact

_YEARS_OF_A_CHILD = 18


def context_of(
    session: Session,
    proposal: MatchProposal,
    actor: Actor,
    *,
    sought: Description,
    evidence: Sequence[Evidence],
    now: datetime.datetime,
) -> CardContext:
    """The head of a card and what would settle it. `evidence` is that of the engine, with its parts."""
    _, found = subjects_of(session, proposal)
    request = session.get_one(SearchRequest, proposal.request_number)
    report = session.get_one(FoundReport, proposal.report_number)
    number = report.number
    met = read_sections(session, (number,), Whereabouts).get(number, Whereabouts())
    body = read_sections(session, (number,), PostMortem).get(number, PostMortem())
    examined = visible(body, actor, found, Purpose.READ)
    medical = sought.medical
    return CardContext(
        minor=visible(met, actor, found, Purpose.READ).minor is True or is_child(sought, now.date()),
        contact_asked=met.wants_contact is not WantsContact.NOT_ASKED if found.placeless else None,
        language=request.reply_language,
        words_language=request.language,
        filed_on=request.entry_date.date(),
        reported_on=report.entry_date.date(),
        days_open=max(0, (now - request.entry_date).days),
        phones_met=_phones_met(session, proposal, evidence),
        samples=tuple(dict.fromkeys(one.kind for one in examined.samples if one.kind)),
        samples_in_words=examined.samples_taken,
        kits_in_words=medical.family_dna_kits if medical else "",
        records_in_words=tuple(
            filter(None, (medical.dental_chart_held_at, medical.fingerprints_held_at, medical.records_held_at))
        )
        if medical
        else (),
    )


def is_child(person: Description, today: datetime.date) -> bool:
    """Whether all days on which somebody may have been born make them a child; an unknown age does not."""
    if person.birth is None:
        return False
    born = person.birth.earliest
    return (today.year - born.year) - ((today.month, today.day) < (born.month, born.day)) < _YEARS_OF_A_CHILD


def _phones_met(
    session: Session, proposal: MatchProposal, evidence: Sequence[Evidence]
) -> tuple[PhoneRole, PhoneRole] | None:
    """Whose numbers the comparison met, by their roles."""
    parts = next((one.parts for one in evidence if one.comparison == "phones"), ())
    if not parts:
        return None
    both = (proposal.request_number, proposal.report_number)
    held = read_sections(session, both, Identifiers)
    sought, found = (held.get(number, Identifiers()).phones for number in both)
    return _role(sought, parts[0].sought), _role(found, parts[0].found)


def _role(phones: Sequence[Phone], number: str) -> PhoneRole:
    return next((phone.role for phone in phones if phone.number == number), PhoneRole.UNKNOWN)
