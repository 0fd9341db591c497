"""What a reader types beside decisions on a card: a day to come back on, whom to look up, the rows of a batch."""

import calendar
import datetime
import re
import unicodedata
import uuid
from collections.abc import Collection
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Form, HiddenField, StringField
from wtforms.validators import ValidationError
from wtforms.widgets import DateInput

from i18n.translate import gettext_noop as _
from matching.record import DatePrecision, PartialDate
from search.queue_commands import BatchRow, ComeBackOn, LookUp
from search.vocabulary import BodyPlace, ComeBackReason, JudgementReason, MarkKind
from web.committee.queue_choices import countries, pair_in
from web.forms import CHOOSE, LEFT_TO_RIGHT, code_line, coded, dropdown, line

_WHEN = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_PAIR, _REVISION, _REASON = "pair", "revision", "reason"
_MOST_ROWS = 50
# A revision is a small number; one with more digits is none of ours.
_MOST_DIGITS = 9


def _plain_digits(typed: str) -> str:
    """Digits of every script as they are compared."""
    return "".join(str(unicodedata.decimal(one, one)) for one in typed.strip())


def when_of(typed: str) -> PartialDate | None:
    """A year, a month or a day, the year first; None for nothing, ValueError for what is none."""
    plain = _plain_digits(typed)
    if not plain:
        return None
    read = _WHEN.fullmatch(plain)
    if read is None:
        raise ValueError(typed)
    year, month, day = (int(part) if part else None for part in read.groups())
    first = datetime.date(year or 1, month or 1, day or 1)
    if day:
        return PartialDate(first, first)
    if month:
        last = first.replace(day=calendar.monthrange(first.year, month)[1])
        return PartialDate(first, last, DatePrecision.MONTH)
    return PartialDate(first, first.replace(month=12, day=31), DatePrecision.YEAR)


def _readable_when(_form: Form, field: Any) -> None:
    try:
        when_of(field.data or "")
    except ValueError:
        raise ValidationError(_("Please write it like this: 2025, 2025-06 or 2025-06-30.")) from None


class ComeBackForm(Form):
    """A day that is still ahead, and why."""

    day = StringField(_("On which day?"), widget=DateInput(), render_kw=LEFT_TO_RIGHT)
    why = dropdown(_("What is awaited?"), coded(ComeBackReason, CHOOSE))

    def validate_why(self, field: Any) -> None:
        """Somebody else shall understand it on that day."""
        if field.data not in set(ComeBackReason):
            raise ValidationError(_("Please choose what is awaited."))

    def command(self, proposal_id: uuid.UUID) -> ComeBackOn:
        """The command of a form that was validated; a day that is none is told by the act."""
        when = _day_of(self.day.data or "")
        return ComeBackOn(proposal_id=proposal_id, day=when, why=ComeBackReason(self.why.data))


def _day_of(typed: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(_plain_digits(typed))
    except ValueError:
        return None


class LookUpForm(Form):
    """What is known of one person."""

    reference = code_line(_("Reference"), _("As it stands on the family’s paper."))
    name = line(_("Name"), _("In any script, as you know it. It need not be spelt as it was filed."))
    phone = code_line(_("Telephone number"))
    mark_kind = dropdown(_("A mark: what it is"), coded(MarkKind, CHOOSE))
    mark_place = dropdown(_("A mark: where it is"), coded(BodyPlace, CHOOSE))
    country = dropdown(_("Country"), {})
    when = StringField(
        _("When"),
        [_readable_when],
        description=_("A year, a year and a month, or a day: 2025, 2025-06 or 2025-06-30."),
        render_kw=LEFT_TO_RIGHT,
    )
    because_of = HiddenField()

    def __init__(self, *typed: Any, **named: Any) -> None:
        super().__init__(*typed, **named)
        self.country.choices = coded(countries(), CHOOSE, "country")

    def command(self, because_of: uuid.UUID | None) -> LookUp:
        """The command of a form that was validated."""
        kind, place, country = self.mark_kind.data, self.mark_place.data, self.country.data
        return LookUp(
            reference=self.reference.data or "",
            name=self.name.data or "",
            phone=_plain_digits(self.phone.data or ""),
            mark_kind=MarkKind(kind) if kind in set(MarkKind) else None,
            mark_place=BodyPlace(place) if place in set(BodyPlace) else None,
            country=country if country in countries() else "",
            when=when_of(self.when.data or ""),
            because_of=because_of,
        )


def batch_rows(typed: MultiDict[str, str], reasons: Collection[JudgementReason]) -> tuple[BatchRow, ...]:
    """The rows of a batch for which a reason was chosen; a row without one is left as it is."""
    rows = zip(typed.getlist(_PAIR), typed.getlist(_REVISION), typed.getlist(_REASON), strict=False)
    known = {reason.value for reason in reasons}
    return tuple(
        BatchRow(proposal_id=pair, seen_revision=int(revision), reason=JudgementReason(reason))
        for text, revision, reason in list(rows)[:_MOST_ROWS]
        if reason in known
        and revision.isdecimal()
        and len(revision) <= _MOST_DIGITS
        and (pair := pair_in(text)) is not None
    )
