"""What a reader sends to decide on a card: their own judgement, that it is to count no more, what a meeting decided."""

import uuid
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, TypeVar

from werkzeug.datastructures import MultiDict
from wtforms import Form, HiddenField, SelectMultipleField
from wtforms.validators import AnyOf

from i18n.translate import gettext_noop as _
from search.commands import JudgeProposal, TakeBackJudgement
from search.decision_summaries import Decisions
from search.vocabulary import JudgementKind, JudgementReason, ProposalState, RuledOutBy
from web.committee.field_checks import checks_in
from web.committee.forms import ANSWERS
from web.forms import SeenRevision, coded, text

TOGETHER = (JudgementKind.POSITIVE, JudgementKind.NEGATIVE)
"""The answers that a meeting can give: one that cannot tell decides nothing."""

# What is read from a card. What examinations find is asked for where a pair is ruled out by it.
_READ = tuple(
    reason
    for reason in JudgementReason
    if reason not in {JudgementReason.DNA, JudgementReason.FINGERPRINTS, JudgementReason.TEETH}
)
Code = TypeVar("Code", bound=StrEnum)


class JudgementForm(Form):
    """A decision. Which of the buttons was pressed is `kind`."""

    kind = HiddenField(validators=[AnyOf(list(ANSWERS), message=_("Please choose one of the three answers."))])
    seen_revision = SeenRevision()
    reasons = SelectMultipleField(
        _("What decided it for you?"),
        choices={code: words for code, words in coded(JudgementReason).items() if code in _READ},
        validate_choice=False,
    )
    ruled_out_by = SelectMultipleField(
        _("If they are different people: does something rule it out?"), choices=coded(RuledOutBy), validate_choice=False
    )
    words = text(
        _("In your own words"),
        _("What the next reader should know. The family does not see this."),
    )

    def __init__(self, formdata: "MultiDict[str, str] | None" = None, **named: Any) -> None:
        super().__init__(formdata, **named)
        self.checks = checks_in(formdata or {})

    def command(self, proposal_id: uuid.UUID, *, as_meeting: bool = False) -> JudgeProposal:
        """The command of a form that was validated."""
        kind = JudgementKind(self.kind.data or "")
        by = _known(RuledOutBy, self.ruled_out_by.data) if kind is JudgementKind.NEGATIVE else frozenset()
        return JudgeProposal(
            proposal_id=proposal_id,
            seen_revision=self.seen_revision.data or 0,
            kind=kind,
            reasons=_known(JudgementReason, self.reasons.data),
            ruled_out_by=by,
            checks=self.checks,
            words=self.words.data,
            as_meeting=as_meeting,
        )


class MeetingForm(JudgementForm):
    """What a meeting decided, with its minutes."""

    words = text(
        _("Minutes of the meeting"),
        _("Who was there, and what decided it. The family does not see this."),
    )


class TakeBackForm(Form):
    """The revision of the card on which the judgement was read, and why it is to count no more."""

    seen_revision = SeenRevision()
    words = text(_("Why do you take it back?"), _("What the next reader should know. The family does not see this."))

    def command(self, judgement_id: uuid.UUID) -> TakeBackJudgement:
        """The command of a form that was validated."""
        return TakeBackJudgement(
            judgement_id=judgement_id, seen_revision=self.seen_revision.data or 0, words=self.words.data or ""
        )


def answers_to(decisions: Decisions) -> tuple[JudgementKind, ...]:
    """The answers that a reader may give now: to what two agreed on, only that they do not agree."""
    return (JudgementKind.NEGATIVE,) if decisions.state is ProposalState.AGREED else ANSWERS


def _known(kind: type[Code], sent: Iterable[str] | None) -> frozenset[Code]:
    """Those that are codes; a page cannot send others."""
    return frozenset(kind(code) for code in sent or () if code in {member.value for member in kind})
