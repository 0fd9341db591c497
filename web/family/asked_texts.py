"""Short forms of lines of text for anybody, a page at a time: kept as typed in a draft before anything is judged."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import request, session

from search.filing.draft_room import DraftKind
from search.filing.drafting import save_draft
from web.context import act, keeping, now
from web.family.draft_answers import Draft, encoded, load
from web.labels.field_words.entry import Marked

LONGEST = 5000
# Whoever comes to this device next must not find it: it may be somebody from whom the writer hides.
KEPT_UNSENT = datetime.timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedText:
    """One control. `lines` are the rows of the box; `missing` is said where nothing stands and something must."""

    name: str
    label: Marked
    hint: Marked | None = None
    lines: int = 1
    missing: Marked | None = None


def keep_sent(draft_name: str, asked: Sequence[AskedText]) -> Draft:
    """Keeps what the request says of these controls, as it was typed; returns the draft."""
    draft = load(draft_name)
    for one in asked:
        if one.name in request.form:
            draft.answers[one.name] = {"": [request.form[one.name][:LONGEST]]}
    kept = keeping(DraftKind.UNFILED, KEPT_UNSENT)
    session[draft_name] = act(save_draft, session.get(draft_name), encoded(draft), now=now(), keeping=kept)
    return draft


def typed_in(draft: Draft) -> Mapping[str, str]:
    """What stands in each control."""
    return {name: (parts.get("") or [""])[0] for name, parts in draft.answers.items()}


def lacking(draft: Draft, asked: Sequence[AskedText]) -> list[AskedText]:
    """The controls in which something must stand and nothing does."""
    typed = typed_in(draft)
    return [one for one in asked if one.missing is not None and not typed.get(one.name, "").strip()]
