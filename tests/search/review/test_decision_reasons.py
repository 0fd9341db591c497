"""A decision says what it rests on, and nobody reads from a card what only an examination finds."""

import uuid

import pytest

from search.commands import JudgeProposal
from search.errors import Refused
from search.review.decision_reasons import require_reasons, ruled_out_by
from search.vocabulary import JudgementKind, JudgementReason, RuledOutBy

POSITIVE, NEGATIVE, UNSURE = JudgementKind.POSITIVE, JudgementKind.NEGATIVE, JudgementKind.UNSURE
NAMES, OTHER, DNA = JudgementReason.NAMES, JudgementReason.OTHER, JudgementReason.DNA
WHY = "the brothers were never in Tapachula"


def said(
    kind: JudgementKind,
    *reasons: JudgementReason,
    words: str = "",
    by: frozenset[RuledOutBy] = frozenset(),
    together: bool = False,
) -> JudgeProposal:
    return JudgeProposal(
        proposal_id=uuid.UUID(int=1),
        seen_revision=1,
        kind=kind,
        reasons=frozenset(reasons),
        words=words,
        ruled_out_by=by,
        as_meeting=together,
    )


@pytest.mark.parametrize(
    "command",
    [
        said(POSITIVE, NAMES),
        said(NEGATIVE, NAMES),
        said(NEGATIVE, by=frozenset({RuledOutBy.DATES})),
        said(NEGATIVE, DNA),
        said(POSITIVE, OTHER, words=WHY),
        said(UNSURE),
        said(POSITIVE, NAMES, words=WHY, together=True),
    ],
)
def test_a_reason_makes_a_decision(command: JudgeProposal) -> None:
    require_reasons(command)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (said(POSITIVE), "reasons_needed"),
        (said(NEGATIVE), "reasons_needed"),
        (said(NEGATIVE, words=WHY), "reasons_needed"),
        (said(POSITIVE, OTHER), "reasons_needed"),
        (said(POSITIVE, OTHER, words="aaaaaaaaaaaa"), "reasons_needed"),
        (said(POSITIVE, by=frozenset({RuledOutBy.DATES})), "reasons_needed"),
        (said(POSITIVE, DNA), "primary_not_read_here"),
        (said(POSITIVE, NAMES, JudgementReason.TEETH), "primary_not_read_here"),
        (said(POSITIVE, JudgementReason.FINGERPRINTS, words=WHY), "primary_not_read_here"),
        (said(JudgementKind.ASK_FAMILY, NAMES, words=WHY), "families_are_asked_in_turn"),
        (said(POSITIVE, NAMES, together=True), "minutes_needed"),
    ],
)
def test_without_one_it_is_none(command: JudgeProposal, code: str) -> None:
    with pytest.raises(Refused, match=code):
        require_reasons(command)


def test_what_rules_a_pair_out_is_kept_whether_it_was_named_as_such_or_as_a_reason() -> None:
    by = frozenset({RuledOutBy.OTHER_PERSON_KNOWN})
    assert ruled_out_by(said(NEGATIVE, NAMES, DNA, by=by)) == {RuledOutBy.DNA, RuledOutBy.OTHER_PERSON_KNOWN}
    assert ruled_out_by(said(NEGATIVE, NAMES)) == frozenset()
    assert ruled_out_by(said(UNSURE, JudgementReason.INTERVIEW)) == frozenset()
