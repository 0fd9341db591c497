"""Reference and words after filing, on the device that filed: for how long depends on whose device it is.

On a phone of one's own they are shown again for a day at most, until the words have opened the search once, anywhere.
On every other they are shown until another page of ours is opened on it, for an hour at most; so long as an answer that
was lost on the way never showed them, they wait. Where an organisation helps, its device shows them for the hour: the
family has no copy before they are on paper.

The receipt takes the place of the draft that was filed, under the same token, so that a submission that is sent twice
leads twice to one receipt. A new search begins a draft of its own.
"""

import datetime
import uuid
from typing import Any

import msgspec
from flask import redirect, request, session, url_for
from werkzeug import Response

from search.filing.draft_room import DraftKind
from search.filing.drafting import save_draft
from web.context import act, keeping, now
from web.family.draft_answers import Draft, Receipt, discard_token, encoded, load_token, read_anew
from web.session_cookies import DRAFT, RECEIPTS, current_actor, is_own_phone, keep_cookie

ON_OWN_PHONE = datetime.timedelta(days=1)
ELSEWHERE = datetime.timedelta(hours=1)
_MOST = 5
# Where the words stand, and where one chooses a language or says whose phone it is and comes back.
_BESIDE_THE_WORDS = ("/filed", "/phone", "/language")
# Addresses that belong to the page of the words: what it shows, and where it asks something and comes back from.
_OF_THE_PAGE = ("/filed", "/phone", "/language", "/static/", "/listen/", "/stay", "/leave", "/manifest.webmanifest")


def put_in_place(transaction: Any, draft: Draft, receipt: Receipt, case_id: uuid.UUID) -> None:
    """Keeps the receipt in place of the draft that was filed, in the transaction that files it."""
    kept = Draft(key=draft.key, receipt=receipt)
    session[DRAFT] = _save(transaction, session.get(DRAFT), kept, case_id)


def hand_over() -> None:
    """Counts the filed draft of the cookie among its receipts from now on; the next search begins anew."""
    token = session.pop(DRAFT, None)
    if token and token not in _tokens():
        session[RECEIPTS] = [token, *_tokens()][:_MOST]
    keep_cookie()


def newest() -> Receipt | None:
    """The receipt that was made last and is still shown; None where there is none."""
    return next((receipt for _, receipt in _kept()), None)


def show_newest() -> Receipt | None:
    """The same for the page of the words, which has been seen from then on."""
    token, receipt = next(iter(_kept()), ("", None))
    if receipt is None:
        return None
    draft = load_token(token)
    draft.receipt = msgspec.structs.replace(receipt, shown=True)
    # Kept anew also for the time that this phone has now: whose it is may have been said since.
    act(_save_again, token, draft)
    return receipt


def forget(reference: str) -> Receipt | None:
    """Forgets the words of one search, the newest where none is named; returns them this last time.

    None where they are not shown any more.
    """
    found = next(((token, receipt) for token, receipt in _kept() if reference in ("", receipt.reference)), None)
    if found is None:
        return None
    _drop(found[0])
    return found[1]


def keep_by_phone() -> None:
    """Keeps what is still shown for as long as goes with this phone; whose it is was said a moment ago."""
    for token, _ in _kept():
        act(_save_again, token, load_token(token))


def forget_all() -> None:
    """Forgets every receipt of this device."""
    for token in _tokens():
        _drop(token)


def forget_left() -> Response | None:
    """Forgets, on a phone that others use too, the words whose page was left for another one of ours.

    The pages before it, to which one press of Back leads, are no other: they lead to the words again.
    """
    if RECEIPTS not in session or request.method != "GET" or request.endpoint is None or is_own_phone():
        return None
    if request.path.startswith(_OF_THE_PAGE) or "prefetch" in request.headers.get("Sec-Purpose", ""):
        return None
    left = [token for token, receipt in _kept() if receipt.shown and not receipt.helped]
    if left and DRAFT not in session and request.path.startswith("/search/"):
        return redirect(url_for("filing.receipt"), 303)
    for token in left:
        _drop(token)
    return None


def only_here() -> bool:
    """Whether any page but this one ends the words that wait here: then it offers no other by the way."""
    if request.path == "/filed":
        return True
    return request.path in _BESIDE_THE_WORDS and RECEIPTS in session and not is_own_phone()


def lasts() -> datetime.timedelta:
    """For how long after filing the words can be shown on this phone at most."""
    return ON_OWN_PHONE if is_own_phone() else ELSEWHERE


def _save_again(transaction: Any, _actor: Any, token: str, draft: Draft) -> None:
    _save(transaction, token, draft)


def _save(transaction: Any, token: str | None, draft: Draft, case_id: uuid.UUID | None = None) -> str:
    filed_at = draft.receipt.filed_at if draft.receipt else now()
    read_anew()
    kept = keeping(DraftKind.RECEIPT, filed_at + lasts() - now(), case_id=case_id)
    return save_draft(transaction, current_actor(), token, encoded(draft), now=now(), keeping=kept)


def _kept() -> list[tuple[str, Receipt]]:
    kept = ((token, load_token(token).receipt) for token in _tokens())
    return [(token, receipt) for token, receipt in kept if receipt and now() < receipt.filed_at + lasts()]


def _drop(token: str) -> None:
    discard_token(token)
    session[RECEIPTS] = [other for other in _tokens() if other != token]


def _tokens() -> list[str]:
    return list(session.get(RECEIPTS, ()))
