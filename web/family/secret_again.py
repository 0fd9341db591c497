"""Reference and words that did not fit stand in their boxes again, on a page that is no answer to the form."""

from dataclasses import dataclass

from flask import redirect, request, session, url_for
from werkzeug.wrappers import Response

from search.accounts.typed_secrets import TypedSecret, open_typed, seal_typed
from web.context import now, shared
from web.family.secret_form import DIGITS_SLIPPED, DO_NOT_FIT, NOT_THESE_WORDS, SecretForm
from web.labels import error_words
from web.locale import gettext
from web.session_cookies import SECRET_TYPED

SLIPPED, NOT_FITTING, NOT_THESE = "digits_slipped", "do_not_fit", "not_these_words"
_SENTENCES = {SLIPPED: DIGITS_SLIPPED, NOT_FITTING: DO_NOT_FIT, NOT_THESE: NOT_THESE_WORDS}


@dataclass(frozen=True, slots=True)
class Asked:
    """The form as it is shown, with the sentence about what does not fit; empty where nothing was wrong yet."""

    form: SecretForm
    message: str


def ask_again(endpoint: str, form: SecretForm, code: str = "") -> Response:
    """Leads back to the form, with what was typed in it and a word about what is wrong."""
    fields = {name: value for name, value in form.data.items() if value}
    typed = TypedSecret(endpoint=endpoint, fields=fields, code=code, at=now())
    session[SECRET_TYPED] = seal_typed(shared().vault, typed)
    return redirect(url_for(endpoint, typed=1), 303)


def asked(endpoint: str) -> Asked:
    """The form of an endpoint: empty, or with what was typed a moment ago."""
    sealed = session.get(SECRET_TYPED) if "typed" in request.args else None
    typed = open_typed(shared().vault, sealed, now()) if sealed else None
    if typed is None or typed.endpoint != endpoint:
        return Asked(SecretForm(), "")
    message = gettext(_SENTENCES[typed.code]) if typed.code in _SENTENCES else error_words(typed.code)
    form = SecretForm(data=typed.fields)
    form.validate()
    return Asked(form, message)
