"""Reference and five words after filing: shown again on this device for an hour, until they were written down.

The receipt takes the place of the draft that was filed, under the same token, so that a submission that is sent twice
leads twice to one receipt. A new search begins a draft of its own and leaves it alone.
"""

import datetime
from typing import Any

from flask import session

from search.filing.draft_room import DraftKind
from search.filing.drafting import save_draft
from web.context import keeping, now
from web.family.draft_answers import Draft, Receipt, discard_token, encoded, load_token
from web.session_cookies import DRAFT, RECEIPTS, current_actor, keep_cookie

SHOWN_FOR = datetime.timedelta(hours=1)
_MOST = 5


def put_in_place(transaction: Any, draft: Draft, receipt: Receipt) -> None:
    """Keeps the receipt in place of the draft that was filed, in the transaction that files it."""
    content = encoded(Draft(key=draft.key, receipt=receipt))
    token = session.get(DRAFT)
    kept = keeping(DraftKind.RECEIPT, SHOWN_FOR)
    session[DRAFT] = save_draft(transaction, current_actor(), token, content, now=now(), keeping=kept)


def hand_over() -> None:
    """Counts the filed draft of the cookie among its receipts from now on; the next search begins anew."""
    token = session.pop(DRAFT, None)
    if token and token not in _tokens():
        session[RECEIPTS] = [token, *_tokens()][:_MOST]
    keep_cookie()


def newest() -> Receipt | None:
    """The receipt that was made last and is still shown; None where there is none."""
    return next((receipt for _, receipt in _shown()), None)


def forget(reference: str) -> Receipt | None:
    """Forgets the words of one search, the newest where none is named; returns them this last time.

    None where they are not shown any more.
    """
    found = next(((token, receipt) for token, receipt in _shown() if reference in ("", receipt.reference)), None)
    if found is None:
        return None
    _drop(found[0])
    return found[1]


def forget_all() -> None:
    """Forgets every receipt of this device."""
    for token in _tokens():
        _drop(token)


def _shown() -> list[tuple[str, Receipt]]:
    kept = ((token, load_token(token).receipt) for token in _tokens())
    return [(token, receipt) for token, receipt in kept if receipt and now() < receipt.filed_at + SHOWN_FOR]


def _drop(token: str) -> None:
    discard_token(token)
    session[RECEIPTS] = [other for other in _tokens() if other != token]


def _tokens() -> list[str]:
    return list(session.get(RECEIPTS, ()))
