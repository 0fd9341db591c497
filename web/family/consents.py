"""Who may see, name or be handed a search: the answers so far, one page for each receiver, the choice of more.

The page of a receiver sends the digest of the text that it showed. Where the text has changed meanwhile it is shown
again, so that nobody agrees to words that they have not read.
"""

import uuid
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from i18n.offered_languages import offered
from search.commands import ConsentGiven, GiveConsent, WithdrawConsent
from search.consent_summaries import ConsentSummary, ReceivingOrganisation
from search.consents import CHOSEN_AS_NETWORK, CHOSEN_BY_COUNTRY, Receiver, can_be_asked
from search.filing.consenting import give_consent, read_consents, receiving_organisations, withdraw_consent
from search.vocabulary import ConsentAnswer, ConsentPurpose, ReceiverKind
from web.context import act, now
from web.fields.typed_names import COUNTRIES
from web.forms import CHOOSE
from web.labels.consents import ConsentText, consent_text, language_of_text, place_of, receiver_name
from web.labels.geography import country_name, sort_key
from web.locale import language
from web.session_cookies import current_actor

consent_pages = Blueprint("consents", __name__, url_prefix="/case/consents", template_folder="templates")

Code = TypeVar("Code", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Question:
    """One line of the overview; `said` is the answer that counts, None where there is none."""

    purpose: ConsentPurpose
    receiver: Receiver
    name: str
    said: ConsentSummary | None


@consent_pages.get("")
def show() -> str:
    """Every question with its answer, purpose by purpose."""
    return render_template("consents.html", groups=_groups(), saved="saved" in request.args)


@consent_pages.get("/<purpose>/more")
def choose(purpose: str) -> str | Response:
    """Countries and organisations to be asked about; what was chosen leads to its page."""
    asked = _code(ConsentPurpose, purpose)
    chosen = _chosen(asked)
    if chosen is not None:
        return redirect(_address("consents.question", asked, chosen), 303)
    countries = sorted(((country_name(code), code) for code in COUNTRIES), key=lambda row: sort_key(row[0]))
    organisations = [
        (place_of(language(), one), one.organisation_id.hex) for one in act(receiving_organisations, _own_case(), asked)
    ]
    page = {"purpose": asked, "countries": countries, "organisations": organisations, "choose": CHOOSE}
    return render_template("consent_choice.html", **page, kind=CHOSEN_BY_COUNTRY[asked])


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
    return redirect(url_for("consents.show", saved=1, _anchor=asked.value), 303)


@consent_pages.post("/<purpose>/<kind>/<code>/take-back")
def take_back(purpose: str, kind: str, code: str) -> Response:
    """Takes an answer back, as if it had never been given."""
    asked, receiver = _asked(purpose, kind, code)
    act(withdraw_consent, WithdrawConsent(case_id=_own_case(), purpose=asked, receiver=receiver), now=now())
    return redirect(url_for("consents.show", saved=1, _anchor=asked.value), 303)


def _groups() -> list[tuple[ConsentPurpose, list[Question]]]:
    """The questions that every family is asked, and those that this one chose to answer."""
    counting = {(one.purpose, one.receiver): one for one in _counting()}
    groups = []
    for purpose in ConsentPurpose:
        usual = [Receiver(ReceiverKind.NETWORK, network) for network in CHOSEN_AS_NETWORK[purpose]]
        chosen = [receiver for asked, receiver in counting if asked is purpose and receiver not in usual]
        groups.append((purpose, [_line(purpose, one, counting.get((purpose, one))) for one in (*usual, *chosen)]))
    return groups


def _line(purpose: ConsentPurpose, receiver: Receiver, said: ConsentSummary | None) -> Question:
    name = receiver_name(language(), receiver, said.organisation if said else "")
    return Question(purpose, receiver, name, said)


def _counting() -> list[ConsentSummary]:
    return [one for one in act(read_consents, _own_case()) if one.withdrawn_at is None]


def _page(purpose: ConsentPurpose, receiver: Receiver, *, unanswered: bool = False, changed: bool = False) -> str:
    said = next((one for one in _counting() if (one.purpose, one.receiver) == (purpose, receiver)), None)
    page = {"purpose": purpose, "receiver": receiver, "said": said, "unanswered": unanswered, "changed": changed}
    return render_template("consent.html", text=_text(purpose, receiver), **page)


def _text(purpose: ConsentPurpose, receiver: Receiver) -> ConsentText:
    return consent_text(language(), purpose, receiver, _organisation(purpose, receiver))


def _organisation(purpose: ConsentPurpose, receiver: Receiver) -> ReceivingOrganisation | None:
    """The organisation that a receiver of its kind stands for; 404 where there is none that may be chosen."""
    if receiver.kind is not ReceiverKind.ORGANISATION:
        return None
    listed = act(receiving_organisations, _own_case(), purpose)
    return next((one for one in listed if one.organisation_id.hex == receiver.code), None) or abort(404)


def _chosen(purpose: ConsentPurpose) -> Receiver | None:
    """What the form of this page asks for, None at the first visit; what cannot be asked is 404 at its own page."""
    if country := request.args.get("country"):
        return Receiver(CHOSEN_BY_COUNTRY[purpose], country)
    if organisation := request.args.get("organisation"):
        return Receiver(ReceiverKind.ORGANISATION, organisation)
    return None


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
