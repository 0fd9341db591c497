"""Whether it is known of a case who asks; judging never looks at it, approaching anybody does.

What a case has is read from rows of the case alone: nothing that was proposed, judged, asked or answered changes it.
Of the two consents it is asked whether the family answered at all. A no is an answer: it forbids what it is about, by
`search.consents`, and nothing else.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.casework.control_questions import can_be_asked
from search.casework.talks import talks_in_force
from search.documents import Filing
from search.models import Consent
from search.records.sections import read_sections
from search.vocabulary import ConsentPurpose


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """What a case has: a talk, a control fact, an answer on being named, an answer on forensic services."""

    talk: bool = False
    control_fact: bool = False
    naming: bool = False
    forensic: bool = False


def readiness(session: Session, numbers: Iterable[int]) -> Mapping[int, Readiness]:
    """What each of these cases has; nobody is approached for one that lacks any of it."""
    wanted = sorted(set(numbers))
    talked = talks_in_force(session, wanted)
    filings = read_sections(session, wanted, Filing)
    answered = _answered(session, wanted)
    return {
        number: Readiness(
            talk=bool(talked[number]),
            control_fact=any(map(can_be_asked, filings.get(number, Filing()).control_questions)),
            naming=(number, ConsentPurpose.NAMING) in answered,
            forensic=(number, ConsentPurpose.FORENSIC) in answered,
        )
        for number in wanted
    }


def _answered(session: Session, numbers: Collection[int]) -> set[tuple[int, str]]:
    """For which cases the family said yes or no to anybody, for which purpose, and did not take it back."""
    said = select(Consent.record_number, Consent.purpose).where(
        Consent.record_number.in_(numbers), Consent.withdrawn_at.is_(None)
    )
    return {(number, purpose) for number, purpose in session.execute(said)}
