"""What a family reads, or has read to it, before another committee reads its search.

As with every consent, one place makes the text for the page and for the digest that is kept (`web.labels.consents`).
"""

from collections.abc import Iterable, Mapping

from i18n.formats import isolate
from i18n.translate import gettext_noop as _
from i18n.translate import pgettext, pgettext_noop
from search.vocabulary import ReachKind, RouteRegion
from web.labels.consents import ConsentText

_TITLE = pgettext_noop("committee", "Another committee reads your search: %(committee)s")
_QUESTION = pgettext_noop("committee", "May %(committee)s read your search, in place of %(current)s?")
_YES = pgettext_noop("committee", "Yes, %(committee)s may read it")
_NO = pgettext_noop("committee", "No, everything stays as it is")
_PARTS = (
    (
        pgettext_noop("committee", "Who they are"),
        pgettext_noop(
            "committee",
            "A committee of relatives of people who are missing. Its people read searches and reports. They decide "
            "whether both may be about the same person, and they speak with the family.",
        ),
    ),
    (
        pgettext_noop("committee", "What they would learn"),
        pgettext_noop(
            "committee",
            "Everything in your search. That is what you wrote about the person, who you are, and how to reach you. "
            "It is also what only your family knows.",
        ),
    ),
    (
        pgettext_noop("committee", "What happens with the committee that reads it now"),
        pgettext_noop(
            "committee",
            "%(current)s cannot open your search any more. What its people have read, they know. What they noted stays "
            "with your search, and %(committee)s can read it.",
        ),
    ),
    (
        pgettext_noop("committee", "What can go wrong"),
        pgettext_noop(
            "committee",
            "Somebody there may know you, the person you are looking for, or people around you. If you are afraid of "
            "that, say no.",
        ),
    ),
    (
        pgettext_noop("committee", "If you change your mind"),
        pgettext_noop(
            "committee",
            "You can choose another committee at any time, or go back to the one before. It counts at once.",
        ),
    ),
)


def choice_text(tag: str, committee: str, current: str) -> ConsentText:
    """The text about one committee in a language, and the question."""
    named = {"committee": isolate(committee), "current": isolate(current)}
    return ConsentText(
        tag=tag,
        title=pgettext(tag, *_TITLE, **named),
        question=pgettext(tag, *_QUESTION, **named),
        parts=tuple((pgettext(tag, *heading), pgettext(tag, *words, **named)) for heading, words in _PARTS),
        yes=pgettext(tag, *_YES, **named),
        no=pgettext(tag, *_NO),
    )


def language_of_choice_text(digest: bytes, tags: Iterable[str], committee: str, current: str) -> str:
    """The language in which exactly this text is shown now; empty where its words have changed since it was read."""
    return next((tag for tag in tags if choice_text(tag, committee, current).digest == digest), "")


TABLES: Mapping[str, Mapping[str, str]] = {
    "reach_kind": {
        ReachKind.LANGUAGE: _("Languages"),
        ReachKind.COUNTRY: _("Countries"),
        ReachKind.ROUTE: _("Routes"),
    },
    "route_region": {
        RouteRegion.CENTRAL_MEDITERRANEAN: _("From Libya or Tunisia to Italy or Malta"),
        RouteRegion.WESTERN_MEDITERRANEAN: _("From Algeria or Morocco to Spain"),
        RouteRegion.EASTERN_MEDITERRANEAN: _("From Turkey, Lebanon or Syria to Greece or Cyprus"),
        RouteRegion.CANARY_ISLANDS: _("From West Africa to the Canary Islands"),
        RouteRegion.SAHARA: _("Through the Sahara"),
        RouteRegion.HORN_OF_AFRICA: _("Horn of Africa, Yemen and Saudi Arabia"),
        RouteRegion.BALKANS: _("Through the Balkans"),
        RouteRegion.CHANNEL: _("Across the Channel to England"),
        RouteRegion.AMERICAS: _("Through the Americas"),
        RouteRegion.SOUTH_EAST_ASIA: _("Bay of Bengal and Andaman Sea"),
    },
}
