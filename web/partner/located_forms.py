"""What is sent about people who were met, children, and bodies in the hands of a forensic service."""

import datetime
import uuid
from typing import Any

from wtforms import DateField, Form, RadioField
from wtforms.validators import AnyOf

from i18n.translate import gettext_noop as _
from search.located_commands import DecideWithChild, Identify, KeepAnswer, KeepStanding
from search.vocabulary import (
    AnswerMoment,
    ChildDecision,
    ChildSays,
    IdentificationMethod,
    IdentificationResult,
    PersonAnswer,
    StandingKind,
)
from web.forms import code_line, coded, text

_ONE = _("Please choose one of these.")
_DAY = _("Please choose the day, or write it like 2026-03-01.")
ALONE, NOT_ALONE = "yes", "no"


class Day(DateField):
    """One exact day; an empty line is no day."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Reads the day; what cannot be read is said in a sentence."""
        if not any(str(value).strip() for value in valuelist):
            self.data = None
            return
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(_DAY) from None


def chosen(label: str, listed: dict[str, str]) -> Any:
    """One of a few codes that has to be chosen; none of them is before."""
    one = AnyOf(list(listed), message=_ONE)
    return RadioField(label, [one], choices=listed, default="", validate_choice=False)


class AnswerForm(Form):
    """What the person answered about one enquirer, and whether anybody else heard it."""

    alone = chosen(
        _("Was the person alone with you?"),
        coded((ALONE, NOT_ALONE), group="heard_alone"),
    )
    answer = chosen(_("What did the person answer?"), coded(PersonAnswer))

    def command(self, approach_id: uuid.UUID, enquirer_id: uuid.UUID, moment: AnswerMoment) -> KeepAnswer:
        """The command of a form that was validated."""
        return KeepAnswer(
            approach_id=approach_id,
            enquirer_id=enquirer_id,
            answer=PersonAnswer(self.answer.data),
            moment=moment,
            alone=self.alone.data == ALONE,
        )


class StandingForm(Form):
    """What the person answers to everybody."""

    kind = chosen(_("What did the person say?"), coded(StandingKind))
    until = Day(_("Before which day?"), description=_("Only for “nobody before a day”."))

    def command(self, approach_id: uuid.UUID) -> KeepStanding:
        """The command of a form that was validated."""
        until: datetime.date | None = self.until.data
        return KeepStanding(approach_id=approach_id, kind=StandingKind(self.kind.data), until=until)


class ChildForm(Form):
    """What an officer decides with a child about one enquirer."""

    child_says = chosen(_("What does the child say?"), coded(ChildSays))
    child_view = text(_("The child's own view"), _("What the child says, in its words as far as you can."))
    decision = chosen(_("What do you decide?"), coded(ChildDecision))
    reasons = text(_("Your reasons"), _("Needed for every decision but “later”."))

    def command(self, report_id: uuid.UUID, proposal_id: uuid.UUID) -> DecideWithChild:
        """The command of a form that was validated."""
        return DecideWithChild(
            report_id=report_id,
            proposal_id=proposal_id,
            decision=ChildDecision(self.decision.data),
            child_says=ChildSays(self.child_says.data),
            child_view=self.child_view.data or "",
            reasons=self.reasons.data or "",
        )


class IdentificationForm(Form):
    """What an examination came to."""

    result = chosen(_("What did the examination come to?"), coded(IdentificationResult))
    method = chosen(_("By which method?"), coded(IdentificationMethod))
    document = code_line(_("Number of the document"), _("The report or certificate in which this is stated."))

    def command(self, handover_id: uuid.UUID) -> Identify:
        """The command of a form that was validated."""
        return Identify(
            handover_id=handover_id,
            method=IdentificationMethod(self.method.data),
            result=IdentificationResult(self.result.data),
            document=self.document.data or "",
        )
