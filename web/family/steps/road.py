"""The last contact and the journey."""

from wtforms import FieldList, Form

from i18n.translate import gettext_noop as _
from matching.record import Event, NameKind, PersonName
from web.family.case_draft import CaseDraft, Typed, all_rebuilt, rebuilt
from web.family.field_groups import (
    DateForm,
    PlaceForm,
    WholeNumber,
    built_date,
    built_place,
    filled_date,
    filled_place,
    group,
)
from web.family.steps.step import Step
from web.forms import line, text

_MOST_ABOARD = 5000


class LastContactForm(Form):
    """When, where and how they were last heard from."""

    when = group(DateForm, _("When did you last hear from them, or of them?"))
    place = group(PlaceForm, _("Where were they then?"))
    channel = line(_("How did you hear from them?"), _("For example: a call, a message, a friend who met them."))
    what_was_said = text(_("What did they say, or what were you told?"))


class JourneyForm(Form):
    """Where from, where to, with whom."""

    departure = group(PlaceForm, _("Where did they set out from?"))
    departed = group(DateForm, _("When did they set out?"))
    destination = group(PlaceForm, _("Where did they want to go?"))
    vessel = line(_("Boat, car, bus or train"), _("What you know of it: colour, name, number, who was driving."))
    aboard = WholeNumber(
        _("How many people were on board?"),
        1,
        _MOST_ABOARD,
        _("Please write a number, for example 40. You can also leave this empty."),
    )
    companions = FieldList(line(_("Name of somebody who travelled with them")), min_entries=1, max_entries=40)
    earlier_detention = text(_("Were they ever held, registered or in hospital on the way? Where?"))
    news_since = text(_("Have you heard anything since, from anybody?"))


def _fill_event(event: Event | None) -> Typed:
    return {"when": filled_date(event.when if event else None), "place": filled_place(event.place if event else None)}


def _read_event(old: Event | None, typed: Typed) -> Event | None:
    """Date and place apart, so that a change of one leaves the other as it was."""
    event = Event(
        rebuilt(old.when if old else None, typed["when"], filled_date, built_date),
        rebuilt(old.place if old else None, typed["place"], filled_place, built_place),
    )
    return None if event == Event() else event


def _fill_last_contact(case: CaseDraft) -> Typed:
    return {
        **_fill_event(case.sought.event),
        "channel": case.journey.channel,
        "what_was_said": case.journey.what_was_said,
    }


def _read_last_contact(case: CaseDraft, typed: Typed) -> CaseDraft:
    changed = case.with_sought(event=_read_event(case.sought.event, typed))
    return changed.with_journey(channel=typed["channel"], what_was_said=typed["what_was_said"])


def _fill_journey(case: CaseDraft) -> Typed:
    journey = case.journey
    departure = _fill_event(journey.departure)
    return {
        "departure": departure["place"],
        "departed": departure["when"],
        "destination": filled_place(journey.destination),
        "vessel": journey.vessel,
        "aboard": journey.aboard,
        "companions": [name.text for name in journey.companions],
        "earlier_detention": journey.earlier_detention,
        "news_since": journey.news_since,
    }


def _read_journey(case: CaseDraft, typed: Typed) -> CaseDraft:
    journey = case.journey
    return case.with_journey(
        departure=_read_event(journey.departure, {"when": typed["departed"], "place": typed["departure"]}),
        destination=rebuilt(journey.destination, typed["destination"], filled_place, built_place),
        vessel=typed["vessel"],
        aboard=typed["aboard"],
        companions=all_rebuilt(journey.companions, typed["companions"], _fill_companion, _build_companion),
        earlier_detention=typed["earlier_detention"],
        news_since=typed["news_since"],
    )


def _fill_companion(name: PersonName) -> str:
    return name.text


def _build_companion(typed: str) -> PersonName | None:
    return PersonName(typed, NameKind.FULL) if typed else None


LAST_CONTACT = Step(
    slug="last-contact",
    title=_("When did you last hear from them?"),
    why=_("It does not have to be exact. We look before and after the time that you remember."),
    form=LastContactForm,
    fill=_fill_last_contact,
    read=_read_last_contact,
)
JOURNEY = Step(
    slug="journey",
    title=_("What do you know of their journey?"),
    why=_("People who travelled together are often found together. We do not contact anyone whom you name."),
    form=JourneyForm,
    fill=_fill_journey,
    read=_read_journey,
)
