"""What a reader chose of the list: read from an address, and put into the addresses of what is opened from it."""

import re
import uuid
from collections.abc import Mapping
from typing import Any

from phonenumbers import SUPPORTED_REGIONS

from search.queue_commands import ReadQueue
from search.vocabulary import QueueTab, ReportKind
from web.committee.forms import chosen_page
from web.labels import words
from web.labels.geography import sort_key

TABS = (
    QueueTab.OPEN,
    QueueTab.MINE,
    QueueTab.AWAITING_SECOND,
    QueueTab.DISAGREED,
    QueueTab.COME_BACK,
    QueueTab.UNSURE,
    QueueTab.AGREED,
    QueueTab.RULED_OUT,
    QueueTab.RETURNED,
)
_TAG = re.compile(r"[A-Za-z0-9-]{1,16}")


def chosen_queue(args: Mapping[str, str]) -> ReadQueue:
    """What an address asks for; whatever it asks for that there is not is not asked for."""
    tab, kind, country = args.get("tab", ""), args.get("kind", ""), args.get("country", "")
    language = args.get("language", "")
    return ReadQueue(
        tab=QueueTab(tab) if tab in set(QueueTab) else QueueTab.OPEN,
        page=chosen_page(args.get("page", "")),
        language=language if _TAG.fullmatch(language) else "",
        kind=ReportKind(kind) if kind in set(ReportKind) else None,
        country=country if country in countries() else "",
        unnamed=args.get("unnamed") == "1",
    )


def walk(args: Mapping[str, str]) -> dict[str, Any]:
    """What keeps a reader within the list that they chose; empty for whoever came to a card in another way."""
    if args.get("tab", "") not in set(QueueTab):
        return {}
    chosen = chosen_queue(args)
    told = {
        "tab": chosen.tab.value,
        "language": chosen.language,
        "kind": chosen.kind.value if chosen.kind else "",
        "country": chosen.country,
        "unnamed": "1" if chosen.unnamed else "",
    }
    return {name: value for name, value in told.items() if value}


def on_the_way(args: Mapping[str, str]) -> dict[str, Any]:
    """The same for a page between the list and a card: what was just decided goes along."""
    decided = pair_in(args.get("decided"))
    return {**walk(args), **({"decided": decided} if decided else {})}


def countries() -> frozenset[str]:
    """The codes of all countries; the CLDR has unions and invented ones among its two letters."""
    return frozenset(SUPPORTED_REGIONS)


def countries_by_name() -> list[tuple[str, str]]:
    """All countries with their names in the reader's language, in the order of the alphabet."""
    named = [(code, words(code, "country")) for code in countries()]
    return sorted(named, key=lambda one: (sort_key(one[1]), one[0]))


def pair_in(text: str | None) -> uuid.UUID | None:
    """The pair that an address or a form names; None for what is no pair's id."""
    try:
        return uuid.UUID(text or "")
    except ValueError:
        return None
