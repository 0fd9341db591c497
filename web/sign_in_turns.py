"""Signing in by turns, and proving the five words once more: an attempt is tried at once where it can be.

Else it waits in a page that asks again by itself. What was typed waits with its place in the visitor's own cookie,
sealed (`search.accounts.waiting_tickets`). Nobody has to type it again, nobody is turned away, and no script is needed.
"""

import secrets
import uuid
from typing import Any

from flask import make_response, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from search.accounts.recent_attempts import network_of
from search.accounts.sessions import FAMILY, log_out
from search.accounts.sign_in import Holder, Proven, find_holder, log_in, open_case, prove
from search.accounts.waiting_tickets import ENTERING, ERASING, Attempt, Ticket, open_ticket, seal_ticket
from search.accounts.wrong_sign_ins import tell_of_wrong_sign_ins
from search.errors import NotYet
from search.records.references import read_reference
from search.summaries import SignedIn
from web.context import now, shared
from web.session_cookies import WAITING, open_session, session_token

Answer = Response | str | tuple[str, int]


def try_to_enter(attempt: Attempt) -> bool:
    """Signs in whoever typed this; False when anything is wrong. Raises NotYet where others go first."""
    return _enter(_first(attempt))


def try_to_prove(attempt: Attempt) -> Proven | None:
    """Whose secret this is, for whoever is signed in and types it once more; None for nobody's. Raises as that."""
    return _proven(_first(attempt))[1]


def _first(attempt: Attempt) -> Ticket:
    """The ticket of an attempt that was just typed: from now on it counts for who comes after."""
    moment, number = now().timestamp(), secrets.token_urlsafe(12)
    name = read_reference(attempt.name) or attempt.name.casefold()
    place = shared().hashing.place(
        number,
        source=network_of(request.remote_addr or ""),
        name=f"{attempt.portal} {name}",
        browser=str(session.get("csrf_token", "")),
        now=moment,
    )
    return Ticket(attempt=attempt.bounded(), due=place.due, number=number, asked=moment)


def waiting_attempt(purpose: str = ENTERING) -> Attempt | None:
    """What this visitor typed for this purpose and waits with; None for nothing."""
    ticket = _ticket(purpose)
    return ticket.attempt if ticket else None


def try_again() -> bool:
    """Tries what waits; as `try_to_enter`. Raises Conflict where another request has just tried it."""
    _wait_first()
    ticket = _ticket(ENTERING)
    return ticket is not None and _enter(ticket.again(now().timestamp()))


def prove_again(purpose: str) -> Proven | None:
    """Tries what waits for this purpose; as `try_to_prove`."""
    _wait_first()
    ticket = _ticket(purpose)
    return _proven(ticket.again(now().timestamp()))[1] if ticket else None


def waiting_page(endpoint: str, frame: str) -> Response:
    """A page that goes on by itself to `endpoint` after a second or two, in the frame of its portal.

    It answers no form: the browser would keep what was typed (`web.answered_forms`).
    """
    if request.method == "POST":
        return make_response(redirect(url_for(endpoint, wait=1), 303))
    ticket, address = _any_ticket(), url_for(endpoint)
    seconds = ticket.seconds if ticket else 1
    erasing = ticket is not None and ticket.attempt.purpose == ERASING
    answer = make_response(render_template("waiting.html", frame=frame, address=address, erasing=erasing), 202)
    answer.headers["Refresh"] = f"{seconds};url={address}"
    return answer


def _wait_first() -> None:
    """Raises NotYet where the page that waits was not shown yet."""
    if "wait" in request.args and WAITING in session:
        raise NotYet("not_yet")


def _enter(ticket: Ticket) -> bool:
    """Writes only where the secret was right; of staff's wrong ones it is noted how many there were lately."""
    holder, proven = _proven(ticket)
    visitor = _opened(proven, ticket.attempt) if proven else None
    if visitor is not None:
        open_session(visitor)
    elif holder.id is not None and ticket.attempt.portal != FAMILY:
        _note_wrong(holder.id)
    return visitor is not None


def _proven(ticket: Ticket) -> tuple[Holder, Proven | None]:
    """Reads, and hashes when its turn has come; until then the ticket waits in the cookie."""
    context, attempt = shared(), ticket.attempt
    with context.database.reading() as reading:
        holder = find_holder(reading, attempt)
    try:
        with context.hashing.turn(ticket.place, now().timestamp()):
            proven = prove(holder, attempt)
    except NotYet:
        session[WAITING] = seal_ticket(context.vault, ticket)
        raise
    session.pop(WAITING, None)
    return holder, proven


def _opened(proven: Proven, attempt: Attempt) -> SignedIn | None:
    context, moment = shared(), now()
    if attempt.portal == FAMILY:
        with context.database.transaction() as writing:
            return _in_place_of_earlier(writing, open_case(writing, proven, now=moment))
    app_counts = not attempt.code or context.code_attempts.app_counts(proven.id, moment)
    without_code = context.settings.demonstration
    with context.database.transaction() as writing:
        came = log_in(writing, proven, attempt.code, now=moment, without_code=without_code, app_counts=app_counts)
        return _in_place_of_earlier(writing, came)


def _in_place_of_earlier(writing: Any, came: SignedIn | None) -> SignedIn | None:
    """Ends the visit that this browser was at until now: nobody else may go on with it."""
    if came is not None and session_token():
        log_out(writing, session_token())
    return came


def _note_wrong(account_id: uuid.UUID) -> None:
    """Where it happened many times lately, the coordinators are told; whoever is right still comes in."""
    context = shared()
    if context.wrong_sign_ins.note(account_id, now()):
        with context.database.transaction() as writing:
            tell_of_wrong_sign_ins(writing, account_id, now=now())


def _ticket(purpose: str) -> Ticket | None:
    """What waits, where it waits for this."""
    ticket = _any_ticket()
    return ticket if ticket and ticket.attempt.purpose == purpose else None


def _any_ticket() -> Ticket | None:
    sealed = session.get(WAITING)
    return open_ticket(shared().vault, sealed, now().timestamp()) if sealed else None
