"""Words for the last contact and the journey."""

from collections.abc import Mapping

from i18n.translate import pgettext_noop as p_
from web.labels.field_words.entry import FieldWords

WORDS: Mapping[str, FieldWords] = {
    "description.event.when": FieldWords(
        question=p_("description.event.when", "When did you last hear from them, or of them?"),
        short=p_("description.event.when", "When (last contact or finding)"),
        own=p_("description.event.when", "When"),
        hint=p_(
            "description.event.when",
            "As much as you remember, for example March 2024. “Before Eid” or “in the rainy season” is fine too.",
        ),
    ),
    "description.event.place": FieldWords(
        question=p_("description.event.place", "Where were they then?"),
        short=p_("description.event.place", "Where (last contact or finding)"),
        own=p_("description.event.place", "Where"),
    ),
    "description.journey.channel": FieldWords(
        question=p_("description.journey.channel", "How did you hear from them?"),
        short=p_("description.journey.channel", "How you heard from them"),
        hint=p_("description.journey.channel", "For example: a call, a message, a friend who met them."),
    ),
    "description.journey.what_was_said": FieldWords(
        question=p_("description.journey.what_was_said", "What did they say, or what were you told?"),
        short=p_("description.journey.what_was_said", "What was said"),
    ),
    "description.journey.departure.place": FieldWords(
        question=p_("description.journey.departure.place", "Where did they set out from?"),
        short=p_("description.journey.departure.place", "Set out from"),
    ),
    "description.journey.departure.when": FieldWords(
        question=p_("description.journey.departure.when", "When did they set out?"),
        short=p_("description.journey.departure.when", "Set out when"),
        hint=p_("description.journey.departure.when", "As much as you remember."),
    ),
    "description.journey.destination": FieldWords(
        question=p_("description.journey.destination", "Where did they want to go?"),
        short=p_("description.journey.destination", "Wanted to go to"),
    ),
    "description.journey.legs": FieldWords(
        short=p_("description.journey.legs", "Stretches of the road"),
        item=p_("description.journey.legs", "Stretch of the road"),
        numbered=p_("description.journey.legs", "Stretch %(number)s of the road"),
        add=p_("description.journey.legs", "Add a stretch of the road"),
        another=p_("description.journey.legs", "Add another stretch of the road"),
        remove=p_("description.journey.legs", "Remove this stretch of the road"),
    ),
    "description.journey.legs.origin": FieldWords(
        short=p_("description.journey.legs.origin", "From"),
    ),
    "description.journey.legs.destination": FieldWords(
        short=p_("description.journey.legs.destination", "To"),
    ),
    "description.journey.legs.departed": FieldWords(
        short=p_("description.journey.legs.departed", "When"),
    ),
    "description.journey.legs.means": FieldWords(
        short=p_("description.journey.legs.means", "By what means"),
    ),
    "description.journey.vessel": FieldWords(
        question=p_("description.journey.vessel", "Which boat, car, bus or train did they travel in?"),
        short=p_("description.journey.vessel", "Boat, car, bus or train"),
        hint=p_("description.journey.vessel", "What you know of it: colour, name, number, who was driving."),
    ),
    "description.journey.aboard": FieldWords(
        question=p_("description.journey.aboard", "How many people were on board?"),
        short=p_("description.journey.aboard", "People on board"),
        hint=p_("description.journey.aboard", "A number, for example 40, or words."),
    ),
    "description.journey.companions": FieldWords(
        question=p_("description.journey.companions", "Who travelled with them?"),
        short=p_("description.journey.companions", "Travelled with"),
        hint=p_("description.journey.companions", "One name in each line."),
        none=p_("description.journey.companions", "They travelled alone"),
        add=p_("description.journey.companions", "Add another companion"),
    ),
    "description.journey.earlier_detention": FieldWords(
        question=p_(
            "description.journey.earlier_detention",
            "Were they ever held, registered or in hospital on the way? Where?",
        ),
        short=p_("description.journey.earlier_detention", "Held, registered or in hospital on the way"),
        none=p_("description.journey.earlier_detention", "Nothing of this kind"),
    ),
    "description.journey.news_since": FieldWords(
        question=p_("description.journey.news_since", "Have you heard anything since, from anybody?"),
        short=p_("description.journey.news_since", "News since"),
        none=p_("description.journey.news_since", "No, nothing"),
    ),
    "description.journey.extortion": FieldWords(
        question=p_("description.journey.extortion", "Has anybody called you and asked for money?"),
        short=p_("description.journey.extortion", "Calls that asked for money"),
        hint=p_(
            "description.journey.extortion",
            "Who called, when, from which number, and what did they want? Nobody may ask you for money for news of "
            "them.",
        ),
        none=p_("description.journey.extortion", "No, nobody"),
    ),
}
