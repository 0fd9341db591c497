"""Words for the pages on which somebody tells whom they travelled with or saw."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from web.locale import gettext

TITLES: Mapping[str, str] = {
    "who": _("Whom did you travel with, or whom did you see?"),
    "seen": _("When and where did you see them last?"),
    "road": _("How did you travel, and what else do you know?"),
    "you": _("About you, if you want to say it"),
}
_WHY: Mapping[str, str] = {
    "who": _("Half a name, or what others called them, is enough."),
    "seen": _("What you saw is written down as seen, not as found."),
    "you": _("You can leave all of this empty. Families are not shown who told us."),
}
LABELS: Mapping[str, str] = {
    "description.names:full": _("The name as you know it"),
    "description.names:nickname": _("What others called them"),
    "description.sex": _("Were they female or male?"),
    "description.age": _("About how old were they?"),
    "description.event.when": _("When did you see them last?"),
    "description.event.place": _("Where was that?"),
    "description.journey.what_was_said": _("What happened there? What did you see or hear?"),
    "description.journey.vessel": _("Which boat, car, bus or train was it?"),
    "description.journey.companions": _("Who else was there?"),
    "description.words": _("What they looked like, what they wore, and anything else"),
    "provenance.told_by": _("By what name may a committee call you?"),
    "provenance.told_by_contact": _("How may a committee ask you, and when is it safe?"),
}


def title(slug: str) -> str:
    """The heading of a page."""
    return gettext(TITLES[slug])


def why(slug: str) -> str:
    """Why a page asks; empty where nothing is to be said."""
    return gettext(_WHY[slug]) if slug in _WHY else ""


def asked(path: str) -> str:
    """What a witness is asked for a field."""
    return gettext(LABELS[path])
