"""Keys to the API: coordinators of a reporting organisation make them, for something, for a time, and revoke them."""

import uuid

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.accounts.api_tokens import list_tokens, make_token, revoke_token
from search.errors import Refused
from search.vocabulary import MAY_REPORT
from web.context import act, now
from web.labels import error_words
from web.session_cookies import signed_in
from web.staff.forms import TokenForm


def add_tokens(pages: Blueprint) -> None:
    """The pages of tokens."""
    pages.add_url_rule("/tokens", "tokens", tokens)
    pages.add_url_rule("/tokens/new", "new_token", new_token)
    pages.add_url_rule("/tokens/new", "give_token", give_token, methods=["POST"])
    pages.add_url_rule("/tokens/<uuid:token_id>/revoke", "revoke", revoke, methods=["POST"])


def tokens() -> str:
    """The tokens that still open something."""
    return render_template("tokens.html", tokens=act(list_tokens, now=now()))


def new_token() -> str:
    """Asks what the token is for."""
    return render_template("new_token.html", form=_form(), message="")


def token_again() -> str:
    """What was typed about a token, once more; nothing is made yet."""
    return render_template("new_token.html", form=_form(sent=True), message="")


def give_token() -> str | tuple[str, int]:
    """Makes it and tells it, once."""
    form = _form(sent=True)
    if not form.validate():
        return render_template("new_token.html", form=form, message=""), 400
    try:
        told = act(make_token, form.command(), now=now())
    except Refused as refusal:
        message = error_words(refusal.code, refusal.params)
        return render_template("new_token.html", form=form, message=message), 400
    return render_template("token_told.html", token=told)


def revoke(token_id: uuid.UUID) -> Response:
    """Revokes one token at once."""
    act(revoke_token, token_id, now=now())
    return redirect(url_for(".tokens"), 303)


def _form(*, sent: bool = False) -> TokenForm:
    visitor = signed_in()
    kinds = MAY_REPORT[visitor.organisation_kind] if visitor and visitor.organisation_kind else ()
    form: TokenForm = TokenForm(request.form if sent else None).offer(kinds)
    return form
