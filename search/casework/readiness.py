"""Whether it is known of a case who asks; judging never looks at it, approaching anybody does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """What a case has: a talk with a person, a control fact, consent to be named, consent for a forensic service."""

    talk: bool = False
    control_fact: bool = False
    naming: bool = False
    forensic: bool = False


def readiness(_session: Session, numbers: Iterable[int]) -> Mapping[int, Readiness]:
    """What each of these cases has; nobody is approached for one that lacks any of it."""
    return {number: Readiness() for number in numbers}
