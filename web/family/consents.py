"""Who may see, name or be handed a search: three groups, the pages of each, one receiver at a time.

The page of a receiver sends the digest of the text that it showed. Where the text has changed meanwhile it is shown
again, so that nobody agrees to words that they have not read. Choosing a receiver allows nothing.
"""

import unicodedata
import uuid
from enum import StrEnum
from typing import TypeVar

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from i18n.offered_languages import offered
from search.commands import ConsentGiven, GiveConsent, WithdrawConsent
from search.consent_summaries import ReceivingOrganisation
from search.consents import CHOSEN_AS_NETWORK, CHOSEN_BY_COUNTRY, Receiver, can_be_asked
from search.filing.case_view import read_case
from search.filing.consenting import give_consent, read_consents, receiving_organisations, withdraw_consent
from search.vocabulary import ConsentAnswer, ConsentPurpose, ReceiverKind
from web.context import act, now
from web.family import consent_lines
from web.family.receiver_countries import countries_named, meant
from web.fields.typed_names import COUNTRIES
from web.labels.consents import ConsentText, consent_text, language_of_text, place_of
from web.labels.geography import country_name
from web.locale import language
from web.session_cookies import current_actor

consent_pages = Blueprint("consents", __name__, url_prefix="/case/consents", template_folder="templates")

Code = TypeVar("Code", bound=StrEnum)


# How many organisations stand on one page.
_PAGE = 8


@consent_pages.get("")
def show() -> str:
    """The three groups, each with how much of it was answered."""
    return render_template("consents.html", purposes=consent_lines.purposes(act(read_consents, _own_case())))


@consent_pages.get("/<purpose>")
def group(purpose: str) -> str:
    """One group: what was answered in it, and of whom one can read next."""
    asked = _code(ConsentPurpose, purpose)
    (shown,) = (one for one in consent_lines.purposes(act(read_consents, _own_case())) if one.code is asked)
    done = next((name for name in ("saved", "taken") if name in request.args), "")
    return render_template("consent_group.html", purpose=asked, lines=shown.lines, kinds=_kinds(asked), done=done)


@consent_pages.get("/<purpose>/<kind>")
def receivers(purpose: str, kind: str) -> str | Response:
    """Receivers of one kind to choose among; a country that was chosen leads to its page."""
    asked, chosen = _code(ConsentPurpose, purpose), _code(ReceiverKind, kind)
    if chosen not in _kinds(asked):
        abort(404)
    found = meant(request.args.get("country", "")).country if chosen is CHOSEN_BY_COUNTRY[asked] else ""
    if found:
        return redirect(_address("consents.question", asked, Receiver(chosen, found)), 303)
    page = {"purpose": asked, "kind": chosen, "unread": False, **_to_choose_among(asked, chosen)}
    return render_template("consent_receivers.html", **page)


@consent_pages.get("/<purpose>/<kind>/<code>")
def question(purpose: str, kind: str, code: str) -> str:
    """All that there is to read about one receiver, and the answer."""
    asked, receiver = _asked(purpose, kind, code)
    return _page(asked, receiver)


@consent_pages.post("/<purpose>/<kind>/<code>")
def answer(purpose: str, kind: str, code: str) -> Response | str | tuple[str, int]:
    """Keeps yes or no; it counts at once."""
    asked, receiver = _asked(purpose, kind, code)
    said = request.form.get("answer", "")
    if said not in set(ConsentAnswer):
        return _page(asked, receiver, unanswered=True), 400
    digest = _digest(request.form.get("text", ""))
    tag = language_of_text(digest, _tags(), asked, receiver, _organisation(asked, receiver))
    if not tag:
        return _page(asked, receiver, changed=True), 409
    given = ConsentGiven(
        purpose=asked, receiver=receiver, allowed=said == ConsentAnswer.YES, text_digest=digest, language=tag
    )
    act(give_consent, GiveConsent(case_id=_own_case(), given=given), now=now())
    return redirect(url_for("consents.group", purpose=asked.value, saved=1), 303)


@consent_pages.post("/<purpose>/<kind>/<code>/take-back")
def take_back(purpose: str, kind: str, code: str) -> Response:
    """Takes an answer back, as if it had never been given."""
    asked, receiver = _asked(purpose, kind, code)
    act(withdraw_consent, WithdrawConsent(case_id=_own_case(), purpose=asked, receiver=receiver), now=now())
    return redirect(url_for("consents.group", purpose=asked.value, taken=1), 303)


def _kinds(purpose: ConsentPurpose) -> tuple[ReceiverKind, ...]:
    """The kinds of receiver that can be answered about for a purpose."""
    whole = (ReceiverKind.NETWORK,) if CHOSEN_AS_NETWORK[purpose] else ()
    return (*whole, ReceiverKind.ORGANISATION, CHOSEN_BY_COUNTRY[purpose])


def _to_choose_among(purpose: ConsentPurpose, kind: ReceiverKind) -> dict[str, object]:
    match kind:
        case ReceiverKind.NETWORK:
            return {"networks": consent_lines.networks(act(read_consents, _own_case()), purpose)}
        case ReceiverKind.ORGANISATION:
            return _organisations(purpose)
        case _:
            return _countries(purpose, kind)


def _countries(purpose: ConsentPurpose, kind: ReceiverKind) -> dict[str, object]:
    """The offices of the countries that the family named, and what it typed of another one."""
    case, typed = act(read_case, _own_case(), now=now()), request.args.get("country", "").strip()
    lines = [
        consent_lines.line(case.consents, purpose, Receiver(kind, code)) for code in countries_named(case.sought, kind)
    ]
    perhaps = [
        (country_name(code), _address("consents.question", purpose, Receiver(kind, code)))
        for code in meant(typed).perhaps
    ]
    return {"countries": lines, "typed": typed, "unread": "country" in request.args, "perhaps": perhaps}


def _organisations(purpose: ConsentPurpose) -> dict[str, object]:
    """One page of the organisations in whose name, kind or country the typed words stand; without words, of all."""
    there = act(receiving_organisations, _own_case(), purpose)
    typed = request.args.get("name", "").strip()
    places = [(place_of(language(), one), one.organisation_id.hex) for one in there]
    found = [place for place in places if _folded(typed) in _folded(place[0])]
    page = request.args.get("page", 1, type=int)
    first = _PAGE * (max(page, 1) - 1)
    more = page + 1 if first + _PAGE < len(found) else None
    shown = {"organisations": found[first : first + _PAGE], "more": more, "typed": typed}
    return {**shown, "searchable": len(there) > _PAGE, "any": bool(there)}


def _folded(text: str) -> str:
    """Capital and small letters, and letters with and without signs, are the same to somebody who searches."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _page(purpose: ConsentPurpose, receiver: Receiver, *, unanswered: bool = False, changed: bool = False) -> str:
    line = consent_lines.line(act(read_consents, _own_case()), purpose, receiver)
    page = {"purpose": purpose, "receiver": receiver, "line": line, "unanswered": unanswered, "changed": changed}
    return render_template("consent.html", text=_text(purpose, receiver), **page)


def _text(purpose: ConsentPurpose, receiver: Receiver) -> ConsentText:
    return consent_text(language(), purpose, receiver, _organisation(purpose, receiver))


def _organisation(purpose: ConsentPurpose, receiver: Receiver) -> ReceivingOrganisation | None:
    """The organisation that a receiver of its kind stands for; 404 where there is none that may be chosen."""
    if receiver.kind is not ReceiverKind.ORGANISATION:
        return None
    listed = act(receiving_organisations, _own_case(), purpose)
    return next((one for one in listed if one.organisation_id.hex == receiver.code), None) or abort(404)


def _asked(purpose: str, kind: str, code: str) -> tuple[ConsentPurpose, Receiver]:
    asked, receiver = _code(ConsentPurpose, purpose), Receiver(_code(ReceiverKind, kind), code)
    by_country = receiver.kind is CHOSEN_BY_COUNTRY[asked]
    if not can_be_asked(asked, receiver) or (by_country and code not in COUNTRIES):
        abort(404)
    return asked, receiver


def _address(endpoint: str, purpose: ConsentPurpose, receiver: Receiver) -> str:
    return url_for(endpoint, purpose=purpose.value, kind=receiver.kind.value, code=receiver.code)


def _code(kind: type[Code], typed: str) -> Code:
    return next((one for one in kind if one.value == typed), None) or abort(404)


def _digest(typed: str) -> bytes:
    try:
        return bytes.fromhex(typed)
    except ValueError:
        return b""


def _tags() -> list[str]:
    return [row.tag for row in offered()]


def _own_case() -> uuid.UUID:
    """The case that this visitor opened; the guard lets nobody else come here."""
    case_id = current_actor().case_id
    if case_id is None:
        raise LookupError("no_case")
    return case_id
