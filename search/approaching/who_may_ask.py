"""Which organisation asks a person who was met; pure.

Those who met the person ask, where they belong to no state and the family lets them say who is looking. Where only a
state's office met the person, an organisation that visits does; else nobody, and the pair stays in the list inside.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from search.consents import Answer, Standing, may_be_named_by, receivers_of
from search.vocabulary import MAY_BE_INTERMEDIARY, ConsentPurpose, OrganisationKind, ReportKind, StateRun

_VISITING = frozenset({OrganisationKind.DETENTION_VISITS, OrganisationKind.HUMANITARIAN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Who met a person, in what kind of place, and in which countries the person may be."""

    by: Standing
    kind: ReportKind
    countries: frozenset[str]


def may_ask(organisation: Standing, answers: frozenset[Answer]) -> bool:
    """Whether an organisation may ask people whom it meets on behalf of this family.

    Never one that belongs to a state, or of which nobody said whether it does.
    """
    may = organisation.kind in MAY_BE_INTERMEDIARY and organisation.state_run is StateRun.NO
    return may and may_be_named_by(answers, organisation)


def who_asks(met: Met, others: Sequence[Standing], answers: frozenset[Answer]) -> Standing | None:
    """The organisation that asks; None where none may.

    Of those that visit, one that the family chose by its name comes first.
    """
    if met.kind is ReportKind.WITNESS:
        return None
    if _meets_there(met.by, met.kind) and may_ask(met.by, answers):
        return met.by
    visiting = [one for one in others if _visits(one, met) and may_ask(one, answers)]
    return min(visiting, key=lambda one: (not _chosen_by_name(one, answers), one.organisation_id), default=None)


def _meets_there(organisation: Standing, kind: ReportKind) -> bool:
    """In detention nobody asks alone but those who visit."""
    return kind is not ReportKind.DETENTION or organisation.kind is OrganisationKind.DETENTION_VISITS


def _visits(organisation: Standing, met: Met) -> bool:
    there = organisation.country != "" and organisation.country in met.countries
    if organisation.organisation_id == met.by.organisation_id or not there:
        return False
    return organisation.kind in _VISITING and _meets_there(organisation, met.kind)


def _chosen_by_name(organisation: Standing, answers: Collection[Answer]) -> bool:
    alone, _ = receivers_of(ConsentPurpose.NAMING, organisation)
    return any(one.purpose is ConsentPurpose.NAMING and one.receiver == alone and one.allowed for one in answers)
