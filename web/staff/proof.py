"""Password and code once more, before what would do most harm in a stolen session: who may come in, what goes out."""

import re

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.accounts.own_sign_in import Proof, own_password_hash, prove
from search.accounts.password_rules import normalised
from search.accounts.secret_hashing import secret_fits
from search.accounts.wrong_sign_ins import tell_of_wrong_proofs
from search.errors import Refused
from web.context import act, now, shared
from web.labels import error_words
from web.session_cookies import current_actor, go_on_as, signed_in
from web.staff.forms import ProofForm

# The addresses of our own pages; nothing that leads elsewhere, such as "//example.org".
_OWN_PAGE = re.compile(r"(/[a-z0-9-]+)+(\.(csv|json))?")


def add_proof(pages: Blueprint) -> None:
    """The page that the guard sends to where an address asks for proof."""
    pages.add_url_rule("/prove", "show_proof", show_proof)
    pages.add_url_rule("/prove", "give_proof", give_proof, methods=["POST"])


def proof_of(password: str, code: str) -> Proof:
    """What was typed as a proof: the hash that the password fits, empty where it fits none; outside a transaction."""
    hashed = act(own_password_hash)
    if not secret_fits(hashed, normalised(password)):
        return Proof(tried_hash="", code=code)
    account_id = current_actor().account_id
    app_counts = account_id is not None and shared().code_attempts.app_counts(account_id, now())
    return Proof(tried_hash=hashed, code=code, app_counts=app_counts)


def note_refusal(refusal: Refused) -> None:
    """Counts a proof that did not fit; where that happened many times lately, the coordinators are told."""
    account_id = current_actor().account_id
    if refusal.code == "proof_does_not_fit" and account_id and shared().wrong_proofs.note(account_id, now()):
        act(tell_of_wrong_proofs, now=now())


def show_proof() -> str:
    """Asks for password and code."""
    return _page(ProofForm())


def give_proof() -> Response | tuple[str, int]:
    """Notes the proof and goes on to where the visitor wanted to go."""
    form, visitor = ProofForm(request.form), signed_in()
    if not form.validate() or visitor is None:
        return _page(form), 400
    try:
        proof = proof_of(form.password.data or "", form.code.data or "")
        go_on_as(act(prove, proof, visitor.session_id, now=now()))
    except Refused as refusal:
        note_refusal(refusal)
        return _page(form, error_words(refusal.code)), 403
    return redirect(_wanted(), 303)


def _wanted() -> str:
    to = request.args.get("to", "")
    return f"{request.script_root}{to}" if _OWN_PAGE.fullmatch(to) else url_for(".home")


def _page(form: ProofForm, message: str = "") -> str:
    to = request.args.get("to", "")
    return render_template(
        "staff_proof.html", form=form, message=message, to=to if _OWN_PAGE.fullmatch(to) else "", kept=to == "/typed"
    )
