"""What a committee sends when it plans how a family is told, says that it was, or enters that an office was asked."""

import datetime
import uuid
from typing import Any

from wtforms import DateField, Form, HiddenField, SelectMultipleField
from wtforms.validators import ValidationError

from i18n.translate import gettext_noop as _
from search.documents.telling import AskedOffice, PlannedTalk
from search.telling_commands import CorrectTold, NoteOfficeRequest, PlanTalk, SettleOfficeRequest, TickTold
from search.vocabulary import RegisterKind, Relationship, Support, TellingPlace
from web.forms import CHOOSE, code_line, coded, dropdown, line, radios, text

_DAY = _("Please choose the day, or write it like 2026-03-01.")
_ONE = _("Please choose one of these.")
_WORDS = _("Please write this too: nobody is told before it is known.")
YES, NO, NO_PAIR = "yes", "no", "none"


class Day(DateField):
    """One exact day; what cannot be read is said in a sentence that the catalogues have."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Reads the day; an empty line is no day."""
        if not any(str(value).strip() for value in valuelist):
            self.data = None
            return
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(_DAY) from None


class PlanForm(Form):
    """The talk with one relative, and for the dead what becomes of the remains. `key` names a talk that is changed."""

    key = HiddenField()
    name = line(_("Which relative?"), _("The name by which you call them."))
    relationship = dropdown(_("Who are they to the person?"), coded(Relationship, CHOOSE))
    opens_page = radios(
        _("May they open the page of the search?"),
        coded((YES, NO), group="page_opener"),
        _("The page changes only when everybody who may open it was spoken with: nobody shall read it there first."),
    )
    teller = line(_("Who speaks with them?"))
    how = text(
        _("How is it said?"), _("For example: in person, sitting down, first the facts, then time for questions.")
    )
    place = radios(_("Where?"), coded(TellingPlace))
    where = line(_("Which place exactly?"), _("You can leave this empty."))
    with_whom = line(_("Who is with them?"), _("Nobody should be alone afterwards."))
    language = line(_("In which language?"), _("For example: Tigrinya."))
    support = SelectMultipleField(_("Who supports them?"), choices=coded(Support), validate_choice=False)
    remains = text(_("What becomes of the remains?"), _("Where they are, when they can be seen, papers, costs."))
    repatriation = text(
        _("How do they come home?"), _("Who asks which office, and who travels along. You can leave this empty.")
    )

    def validate_opens_page(self, field: Any) -> None:
        """It is answered, one way or the other."""
        if field.data not in {YES, NO}:
            raise ValidationError(_ONE)

    def validate_place(self, field: Any) -> None:
        """One of the places that there are."""
        if field.data not in set(TellingPlace):
            raise ValidationError(_ONE)

    def validate_support(self, field: Any) -> None:
        """Somebody, or that they want nobody."""
        if not set(field.data or ()) & set(Support):
            raise ValidationError(_ONE)

    @classmethod
    def of(cls, talk: PlannedTalk, remains: str, repatriation: str) -> "PlanForm":
        """The form as it was filled in."""
        said = {"key": talk.key, "name": talk.name, "relationship": talk.relationship or "", "place": talk.place}
        return cls(
            data={
                **said,
                "opens_page": (YES if talk.opens_page else NO) if talk.key else "",
                "teller": talk.teller,
                "how": talk.how,
                "where": talk.where,
                "with_whom": talk.with_whom,
                "language": talk.language,
                "support": list(talk.support),
                "remains": remains,
                "repatriation": repatriation,
            }
        )

    def require_words(self, *, dead: bool) -> bool:
        """Whether everything that has to be known before anybody is told was written; what is missing is marked."""
        needed = [self.name, self.teller, self.how, self.with_whom, self.language, *([self.remains] if dead else [])]
        for field in needed:
            if not field.data:
                field.errors = [_WORDS]
        return all(field.data for field in needed)

    def command(self, proposal_id: uuid.UUID) -> PlanTalk:
        """The command of a form that was validated."""
        kin = self.relationship.data
        talk = PlannedTalk(
            key=self.key.data or "",
            name=self.name.data,
            relationship=Relationship(kin) if kin in set(Relationship) else None,
            opens_page=self.opens_page.data == YES,
            teller=self.teller.data,
            how=self.how.data,
            place=TellingPlace(self.place.data),
            where=self.where.data,
            with_whom=self.with_whom.data,
            language=self.language.data,
            support=tuple(code for code in Support if code.value in set(self.support.data or ())),
        )
        return PlanTalk(
            proposal_id=proposal_id, talk=talk, remains=self.remains.data, repatriation=self.repatriation.data
        )


class ToldForm(Form):
    """On which day a relative was spoken with."""

    key = HiddenField()
    told_on = Day(_("On which day did somebody speak with them?"))

    def validate_told_on(self, field: Any) -> None:
        """A day."""
        if not isinstance(field.data, datetime.date):
            raise ValidationError(_DAY)

    def command(self, proposal_id: uuid.UUID) -> TickTold:
        """The command of a form that was validated."""
        day = self.told_on.data or datetime.date.min
        return TickTold(proposal_id=proposal_id, key=self.key.data or "", told_on=day)


class CorrectForm(Form):
    """Another day of a talk, or that it did not take place."""

    happened = radios(_("What was it really?"), coded((YES, NO), group="talk_happened"))
    told_on = Day(_("On which day?"))

    def validate_happened(self, field: Any) -> None:
        """It is answered, one way or the other."""
        if field.data not in {YES, NO}:
            raise ValidationError(_ONE)

    def validate_told_on(self, field: Any) -> None:
        """A day, where there was a talk."""
        if self.happened.data == YES and not isinstance(field.data, datetime.date):
            raise ValidationError(_DAY)

    def command(self, telling_id: uuid.UUID) -> CorrectTold:
        """The command of a form that was validated."""
        day = self.told_on.data if self.happened.data == YES else None
        return CorrectTold(telling_id=telling_id, told_on=day)


class OfficeForm(Form):
    """An office that was asked, or a number of another register, and whether a pair was the reason."""

    register = radios(_("Which office or register?"), coded(RegisterKind))
    office = line(_("Its name and place"))
    number = code_line(_("Its own number"), _("A folio, a file number, the number of a kit. You can leave this empty."))
    relation = dropdown(_("For a kit: who is the donor to the person?"), coded(Relationship, CHOOSE))
    asked_on = Day(_("On which day was it asked?"), description=_("Leave this empty if you only enter a number."))
    due_on = Day(_("By when does it have to answer?"), description=_("You can leave this empty."))
    cause = radios(
        _("Why was it asked?"),
        coded((NO_PAIR,), group="office_cause"),
        _("What was asked because of a pair stays inside until the family was told of it."),
    )

    def validate_register(self, field: Any) -> None:
        """One of the registers that there are."""
        if field.data not in set(RegisterKind):
            raise ValidationError(_ONE)

    def validate_cause(self, field: Any) -> None:
        """It is answered: nothing is assumed."""
        if field.data != NO_PAIR and pair_of(field.data) is None:
            raise ValidationError(_ONE)

    def validate_office(self, field: Any) -> None:
        """A name, a number or both."""
        if not field.data and not self.number.data:
            raise ValidationError(_("Please write the name of the office, or its number."))

    def command(self, case_id: uuid.UUID) -> NoteOfficeRequest:
        """The command of a form that was validated."""
        kin = self.relation.data
        relation = Relationship(kin) if kin in set(Relationship) else None
        return NoteOfficeRequest(
            case_id=case_id,
            register=RegisterKind(self.register.data),
            office=AskedOffice(office=self.office.data, number=self.number.data, relation=relation),
            caused_by=pair_of(self.cause.data),
            asked_on=self.asked_on.data,
            due_on=self.due_on.data,
        )


class SettleForm(Form):
    """When an office said that it has the question, and when it answered."""

    acknowledged_on = Day(_("It said that it has the question on"))
    answered_on = Day(_("It answered on"))

    def command(self, request_id: uuid.UUID) -> SettleOfficeRequest:
        """The command of a form that was validated."""
        return SettleOfficeRequest(
            request_id=request_id, acknowledged_on=self.acknowledged_on.data, answered_on=self.answered_on.data
        )


class ReferenceForm(Form):
    """The reference of a search, as the family gives it."""

    reference = code_line(_("Reference of the search"), _("The family has it on its paper."))


def pair_of(typed: str | None) -> uuid.UUID | None:
    """The pair that a field or an address names; None for none."""
    try:
        return uuid.UUID(typed or "")
    except ValueError:
        return None
