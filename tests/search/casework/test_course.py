"""How far a pair has come: every combination of what was done, and one state for whatever the living answer."""

import itertools

import pytest

from search.casework.course import CourseFacts, course_of, who_asks_is_known
from search.casework.readiness import Readiness
from search.vocabulary import LIVING_KINDS, CourseState, ReportKind

FLAGS = ("agreed", "ready", "asked", "child", "handed", "identified", "told")
BEFORE = {CourseState.NONE, CourseState.WAITS_WHO_ASKS}


def every(kind: ReportKind) -> list[CourseFacts]:
    return [
        CourseFacts(kind=kind, **dict(zip(FLAGS, values, strict=True)))
        for values in itertools.product((False, True), repeat=len(FLAGS))
    ]


@pytest.mark.parametrize("kind", ReportKind)
def test_nothing_is_told_before_the_act_and_nothing_follows_from_what_is_not_agreed(kind: ReportKind) -> None:
    for facts in every(kind):
        state = course_of(facts)
        assert (state is CourseState.TOLD) is facts.told
        if not facts.agreed and not facts.told:
            assert state is CourseState.NONE


@pytest.mark.parametrize("kind", ReportKind)
def test_whom_one_asks_is_with_the_intermediary_or_with_those_who_protect_children(kind: ReportKind) -> None:
    for facts in every(kind):
        if facts.agreed and facts.asked and not facts.told and kind is not ReportKind.WITNESS:
            expected = CourseState.WITH_PROTECTION if facts.child else CourseState.WITH_INTERMEDIARY
            assert course_of(facts) is expected


@pytest.mark.parametrize("kind", ReportKind)
def test_only_a_forensic_entry_identifies_and_only_where_a_pair_was_handed_over(kind: ReportKind) -> None:
    for facts in every(kind):
        if course_of(facts) is CourseState.READY_TO_TELL:
            assert facts.handed
            assert facts.identified
            assert facts.agreed


@pytest.mark.parametrize("kind", [one for one in ReportKind if one not in LIVING_KINDS])
def test_a_body_before_anything_was_done_waits_for_who_asks(kind: ReportKind) -> None:
    nothing = CourseFacts(agreed=True, kind=kind, ready=False)
    assert course_of(nothing) is CourseState.WAITS_WHO_ASKS
    assert course_of(CourseFacts(agreed=True, kind=kind, ready=True)) is CourseState.NONE


def test_who_asks_is_known_once_all_four_parts_are_there() -> None:
    parts = ("talk", "control_fact", "naming", "forensic")
    for values in itertools.product((False, True), repeat=len(parts)):
        case = Readiness(**dict(zip(parts, values, strict=True)))
        assert who_asks_is_known(case) is all(values)
