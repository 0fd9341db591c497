"""What a reader sends: an answer to a duplicate, a reason to see contacts, the state of the queue."""

import uuid

from wtforms import Form, HiddenField
from wtforms.validators import AnyOf

from i18n.translate import gettext_noop as _
from search.commands import JudgeDuplicate, RevealIdentifiers
from search.vocabulary import JudgementKind
from web.forms import SeenRevision, text

ANSWERS = (JudgementKind.POSITIVE, JudgementKind.NEGATIVE, JudgementKind.UNSURE)
"""The answers that a pair of records can be given."""


class _OfDuplicate(Form):
    """The revision of the pair that was read, and the card on whose page it stood, empty for the list."""

    seen_revision = SeenRevision()
    card = HiddenField()

    @property
    def card_id(self) -> uuid.UUID | None:
        """The card to return to; None for the list, and for what is no card's id."""
        try:
            return uuid.UUID(self.card.data or "")
        except ValueError:
            return None


class DuplicateForm(_OfDuplicate):
    """Whether two records of one side are of one person. Which of the three buttons was pressed is `kind`."""

    kind = HiddenField(validators=[AnyOf(list(ANSWERS), message=_("Please choose one of the three answers."))])

    def command(self, duplicate_id: uuid.UUID) -> JudgeDuplicate:
        """The command of a form that was validated."""
        return JudgeDuplicate(
            duplicate_id=duplicate_id,
            seen_revision=self.seen_revision.data or 0,
            kind=JudgementKind(self.kind.data or ""),
        )


class DuplicateTakeBackForm(_OfDuplicate):
    """An own answer that is to count no longer."""


class ReasonForm(Form):
    """Why somebody needs to see contacts and documents."""

    reason = text(
        _("Why do you need them?"),
        _("For example: “To ask the family about the tattoo.” Your reason is asked for each time."),
    )

    def command(self, proposal_id: uuid.UUID) -> RevealIdentifiers:
        """The command of a form that was validated."""
        return RevealIdentifiers(proposal_id=proposal_id, reason=self.reason.data)


def chosen_page(typed: str) -> int:
    """The page that an address asks for, from 1."""
    return max(1, int(typed)) if typed.isdecimal() and len(typed) < 7 else 1
