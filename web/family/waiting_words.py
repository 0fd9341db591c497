"""New words that wait, sealed, until whoever they were shown to has written them down; the earlier ones count so long.

They are of one case and one browser: somebody else who asks at the same time is shown others.
"""

import uuid

import msgspec
from flask import session

from search.accounts.family_secret import draw_words
from search.accounts.new_family_words import words_language
from search.accounts.sessions import LONGEST
from search.filing.draft_room import DraftKind
from search.filing.drafting import discard_draft, read_draft, save_draft
from web.context import act, keeping, look, now
from web.locale import language
from web.session_cookies import NEW_WORDS, current_actor


class WaitingWords(msgspec.Struct, frozen=True, kw_only=True):
    """`proven` is the hash of the words in whose place they come; empty where whoever asks came in by a paper.

    `reference` is there where they are for a relative who was let in, and count already; `key` of the form that did it.
    """

    words: tuple[str, ...]
    case_id: uuid.UUID | None
    proven: str = ""
    reference: str = ""
    key: str = ""


def waiting(*, renewing: bool) -> WaitingWords | None:
    """What this browser was shown of this case, for this purpose; None where nothing waits."""
    found = _kept()
    return found if found and not found.reference and bool(found.proven) is renewing else None


def waiting_reference() -> WaitingWords | None:
    """What this browser was shown for a relative who was let in; None where nothing waits."""
    found = _kept()
    return found if found and found.reference else None


def choose(proven: str = "") -> WaitingWords:
    """Draws new words and lets them wait."""
    drawn = draw_words(words_language(language()))
    return _keep(WaitingWords(words=drawn, case_id=current_actor().case_id, proven=proven))


def show_once(words: tuple[str, ...], reference: str, key: str) -> None:
    """Lets the words of a relative wait until they are written down."""
    _keep(WaitingWords(words=words, case_id=current_actor().case_id, reference=reference, key=key))


def _keep(made: WaitingWords) -> WaitingWords:
    content = msgspec.msgpack.encode(made)
    session[NEW_WORDS] = act(save_draft, None, content, now=now(), keeping=keeping(DraftKind.OWN, LONGEST))
    return made


def _kept() -> WaitingWords | None:
    token = session.get(NEW_WORDS)
    kept = look(read_draft, token, now=now()) if token else None
    found = msgspec.msgpack.decode(kept, type=WaitingWords) if kept else None
    return found if found is not None and found.case_id == current_actor().case_id else None


def forget() -> None:
    """Forgets what waited: it was written down, or is not wanted."""
    token = session.pop(NEW_WORDS, None)
    if token:
        act(discard_draft, token)
