"""Which committee reads a case: by the languages, countries and routes that each reads for."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.documents import Description
from search.errors import Refused
from search.models import CommitteeReach, Organisation
from search.values.route_regions import regions_of
from search.vocabulary import OrganisationKind, ReachKind


@dataclass(frozen=True, slots=True)
class Reach:
    """A committee and the codes of whatever it reads for, by what they are."""

    committee_id: uuid.UUID
    name: str
    country: str
    codes: frozenset[tuple[ReachKind, str]]

    def of(self, what: ReachKind) -> tuple[str, ...]:
        """The codes of one sort, in their order."""
        return tuple(sorted(code for kind, code in self.codes if kind is what))


@dataclass(frozen=True, slots=True)
class CaseTraits:
    """What a case is led by."""

    languages: frozenset[str]
    countries: frozenset[str]
    routes: frozenset[str]


def traits_of(languages: Iterable[str], sought: Description) -> CaseTraits:
    """What a case is led by: in which languages its family is spoken with, whence and on which road the person was."""
    countries = _countries_on_the_way(sought)
    return CaseTraits(
        languages=frozenset(filter(None, languages)),
        countries=frozenset(sought.nationalities) | countries,
        routes=frozenset(region.value for region in regions_of(countries)),
    )


def read_reaches(session: Session) -> tuple[Reach, ...]:
    """Every committee with whatever it reads for, in the order of their names."""
    asked = select(Organisation.id, Organisation.name, Organisation.country).order_by(Organisation.name)
    committees = session.execute(asked.where(Organisation.kind == OrganisationKind.COMMITTEE.value)).all()
    said = session.execute(select(CommitteeReach.organisation_id, CommitteeReach.what, CommitteeReach.code)).all()
    return tuple(
        Reach(
            one.id,
            one.name,
            one.country,
            frozenset((ReachKind(what), code) for committee, what, code in said if committee == one.id),
        )
        for one in committees
    )


def route_case(reaches: Sequence[Reach], traits: CaseTraits, case_id: uuid.UUID) -> uuid.UUID:
    """The committee that reads a new case.

    The one that meets most of language, country and route; several that meet as many share such cases by the case's own
    number. What none meets goes to the first by name.
    """
    if not reaches:
        raise Refused("no_committee")
    met = {reach.committee_id: _met(reach, traits) for reach in reaches}
    most = max(met.values())
    if most == 0:
        return reaches[0].committee_id
    best = sorted(committee for committee, score in met.items() if score == most)
    return best[case_id.int % len(best)]


def first_committee(session: Session) -> uuid.UUID:
    """The committee that reads what is led to none: the first by name."""
    reaches = read_reaches(session)
    if not reaches:
        raise Refused("no_committee")
    return reaches[0].committee_id


def _met(reach: Reach, traits: CaseTraits) -> int:
    asked = (
        (ReachKind.LANGUAGE, traits.languages),
        (ReachKind.COUNTRY, traits.countries),
        (ReachKind.ROUTE, traits.routes),
    )
    return sum(any((what, code) in reach.codes for code in codes) for what, codes in asked)


def _countries_on_the_way(sought: Description) -> frozenset[str]:
    """Where the person was heard of last, set out, passed and wanted to go."""
    journey = sought.journey
    events = [sought.event, journey.departure if journey else None]
    places = [event.place for event in events if event]
    if journey:
        places += [journey.destination]
        places += [place for leg in journey.legs for place in (leg.origin, leg.destination)]
    return frozenset(code for place in places if place for code in place.countries)
