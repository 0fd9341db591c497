"""What a reader sends of who asks: a talk that was held, a claim, what the claimant answered, and how it compares."""

import datetime
import uuid

from wtforms import DateField, Form, HiddenField
from wtforms.validators import ValidationError

from i18n.translate import gettext_noop as _
from search.casework_commands import AnswerClaim, CompareClaim, RecordClaim, RecordTalk
from search.vocabulary import ClaimKind, ClaimOutcome
from web.fields.typed_names import language_codes
from web.forms import coded, line, radios, text

_DAY = _("Please choose the day, or write it like 2026-03-01.")
_LANGUAGE = _("Please write one language, for example Tigrinya.")
_ONE = _("Please choose one of these.")


class TalkForm(Form):
    """That somebody spoke with the family."""

    held_on = DateField(_("On which day did you speak?"), description=_DAY)
    language = line(_("In which language?"), _("For example: Tigrinya."))
    with_whom = line(_("With whom did you speak?"), _("Name and who they are to the person. You can leave this empty."))

    def validate_held_on(self, field: DateField) -> None:
        """A day that can be read; the browser's own words for one that cannot are in another language."""
        field.process_errors = []
        if not isinstance(field.data, datetime.date):
            field.errors = []
            raise ValidationError(_DAY)

    def validate_language(self, field: HiddenField) -> None:
        """One language that has a code."""
        if len(language_codes(field.data or "")[0]) != 1:
            raise ValidationError(_LANGUAGE)

    def command(self, case_id: uuid.UUID) -> RecordTalk:
        """The command of a form that was validated."""
        return RecordTalk(
            case_id=case_id,
            held_on=self.held_on.data,
            language=language_codes(self.language.data)[0][0],
            with_whom=self.with_whom.data,
        )


class ClaimForm(Form):
    """Who claims what, and how they came; `pair` is the pair on whose card it is written down."""

    claim = radios(_("What do they claim?"), coded(ClaimKind))
    words = text(
        _("Who are they, how did they reach you, and what did they say?"),
        _("For example: “A man called our number and says that he is the brother.”"),
    )
    pair = HiddenField()

    def validate_claim(self, field: HiddenField) -> None:
        """One of the claims that there are."""
        if field.data not in set(ClaimKind):
            raise ValidationError(_ONE)

    def command(self, case_id: uuid.UUID) -> RecordClaim:
        """The command of a form that was validated."""
        claim = ClaimKind(self.claim.data)
        return RecordClaim(case_id=case_id, claim=claim, words=self.words.data, proposal_id=id_of(self.pair.data))


class ClaimantForm(Form):
    """What the claimant answered, before the right answer is shown."""

    said = text(_("What did they answer?"), _("Write it as they said it, also if they did not know."))

    def command(self, check_id: uuid.UUID) -> AnswerClaim:
        """The command of a form that was validated."""
        return AnswerClaim(check_id=check_id, said=self.said.data)


class OutcomeForm(Form):
    """How both answers compare."""

    outcome = radios(_("Did they know it?"), coded(ClaimOutcome))

    def validate_outcome(self, field: HiddenField) -> None:
        """One of the outcomes that there are."""
        if field.data not in set(ClaimOutcome):
            raise ValidationError(_ONE)

    def command(self, check_id: uuid.UUID) -> CompareClaim:
        """The command of a form that was validated."""
        return CompareClaim(check_id=check_id, outcome=ClaimOutcome(self.outcome.data))


def id_of(typed: str | None) -> uuid.UUID | None:
    """An id out of a hidden field or an address; None for what is none."""
    try:
        return uuid.UUID(typed or "")
    except ValueError:
        return None
