"""Only frozen summaries go out, none of which holds a row or the key of one."""

import dataclasses
import typing

from search import contact_summaries, summaries
from search.contact_summaries import FamilyToReach, ReachingConditions, RevealedIdentifiers
from search.documents import Contact, Description, Filing, Identifiers, PostMortem, Provenance, Whereabouts
from search.models import Base
from search.summaries import CaseSummary, CaseToChange, OwnReport

SUMMARIES = [
    one
    for module in (summaries, contact_summaries)
    for one in vars(module).values()
    if isinstance(one, type) and one.__module__ == module.__name__
]
# Documents that only the one who said them, or a reader with a reason, is ever given.
GUARDED = {
    Identifiers: {CaseSummary, CaseToChange, RevealedIdentifiers},
    Filing: {CaseSummary, CaseToChange},
    Contact: set[type](),
    ReachingConditions: {FamilyToReach},
    FamilyToReach: {RevealedIdentifiers},
    Whereabouts: set[type](),
    PostMortem: set[type](),
    Provenance: set[type](),
}


def held(summary: type) -> set[object]:
    """All types that the fields of a summary are made of."""
    return {part for hint in typing.get_type_hints(summary).values() for part in _parts(hint)}


def test_summaries_are_frozen() -> None:
    assert len(SUMMARIES) >= 20
    assert [one.__name__ for one in SUMMARIES if not dataclasses.is_dataclass(one)] == []
    assert [one.__name__ for one in SUMMARIES if "__setattr__" not in vars(one)] == []


def test_no_summary_holds_what_is_stored() -> None:
    rows = [part for one in SUMMARIES for part in held(one) if isinstance(part, type) and issubclass(part, Base)]
    assert rows == []


def test_numbers_and_the_enquirer_are_given_to_the_family_or_for_a_reason_only() -> None:
    given = {document: {one for one in SUMMARIES if document in held(one)} for document in GUARDED}
    assert given == GUARDED


def test_a_summary_points_at_records_by_their_handles_and_never_by_the_number_of_a_row() -> None:
    names = {field.name for one in SUMMARIES for field in dataclasses.fields(one)}
    assert names.isdisjoint({"record_number", "request_number", "report_number", "first_number", "second_number"})


def test_an_organisation_reads_of_its_own_list_what_it_said() -> None:
    assert Description in held(OwnReport)


def _parts(hint: object) -> set[object]:
    return {hint}.union(*(_parts(part) for part in typing.get_args(hint)))
