"""What a reader sends: a decision on a card, a reason to see contacts, the state to show the queue by."""

import uuid

from wtforms import Form, HiddenField, IntegerField, SelectMultipleField
from wtforms.validators import AnyOf, InputRequired

from i18n.translate import gettext_noop as _
from search.commands import JudgeProposal, RevealIdentifiers
from search.vocabulary import JudgementKind, JudgementReason, ProposalState
from web.forms import coded, text

_STATES = {"open": ProposalState.OPEN, **{state.value: state for state in ProposalState}}


class JudgementForm(Form):
    """A decision. Which of the four buttons was pressed is `kind`."""

    kind = HiddenField(validators=[AnyOf(list(JudgementKind), message=_("Please choose one of the four answers."))])
    seen_revision = IntegerField(validators=[InputRequired()])
    reasons = SelectMultipleField(_("What decided it for you?"), choices=coded(JudgementReason), validate_choice=False)
    words = text(
        _("In your own words"),
        _("What the next reader should know. The family does not see this."),
    )

    def command(self, proposal_id: uuid.UUID) -> JudgeProposal:
        """The command of a form that was validated."""
        known = {reason.value for reason in JudgementReason}
        return JudgeProposal(
            proposal_id=proposal_id,
            seen_revision=self.seen_revision.data or 0,
            kind=JudgementKind(self.kind.data or ""),
            reasons=frozenset(JudgementReason(reason) for reason in self.reasons.data or () if reason in known),
            words=self.words.data,
        )


class TakeBackForm(Form):
    """The revision of the card on which the judgement was read."""

    seen_revision = IntegerField(validators=[InputRequired()])


class ReasonForm(Form):
    """Why somebody needs to see contacts and documents."""

    reason = text(
        _("Why do you need them?"),
        _("For example: “To ask the family about the tattoo.” Your reason is asked for each time."),
    )

    def command(self, proposal_id: uuid.UUID) -> RevealIdentifiers:
        """The command of a form that was validated."""
        return RevealIdentifiers(proposal_id=proposal_id, reason=self.reason.data)


def chosen_state(typed: str) -> ProposalState:
    """The state that an address asks for; the open ones when it asks for none that exists."""
    return _STATES.get(typed, ProposalState.OPEN)


def chosen_page(typed: str) -> int:
    """The page that an address asks for, from 1."""
    return max(1, int(typed)) if typed.isdecimal() and len(typed) < 7 else 1
