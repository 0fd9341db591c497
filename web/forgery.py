"""The token that proves that a form was sent from this site, masked anew in every answer.

The secret lies in the signed cookie. Flask-WTF would sign it once more for the page, where it would stand the same for
as long as the cookie lives; a page carries it under a pad instead (`web.masking`), once for all its forms.
"""

import hmac
import secrets
from collections.abc import Callable, Collection

from flask import Flask, current_app, g, request, session
from flask_wtf.csrf import CSRFError, CSRFProtect

from web.masking import masked, unmasked
from web.session_cookies import owner_mark

_FIELD = "csrf_token"
_BYTES = 20
_CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class MaskedProtect(CSRFProtect):
    """Refuses what changes something and brings no token of this cookie, but for views of sealed forms."""

    def __init__(self, app: Flask, sealed: Collection[Callable[..., object]] = ()) -> None:
        self._sealed = frozenset(sealed)
        super().__init__(app)

    def init_app(self, app: Flask) -> None:
        """Gives the templates the masked token, and whose their form is, in place of the library's signed one."""
        super().init_app(app)
        app.context_processor(lambda: {_FIELD: token_of_page, "owner_mark": masked_mark})

    def protect(self, apply_exemptions: bool = False) -> None:  # noqa: FBT001, FBT002 - the library's own signature
        """Looks at the token of a form; raises CSRFError."""
        view = current_app.view_functions.get(request.endpoint or "")
        if request.method not in _CHANGING or (apply_exemptions and (view is None or view in self._sealed)):
            return
        kept = _kept()
        if not kept or not hmac.compare_digest(kept, unmasked(request.form.get(_FIELD, ""))):
            raise CSRFError("no token of this cookie")
        g.csrf_valid = True


def token_of_page() -> str:
    """The token of this answer; the secret is made with the first form."""
    if _FIELD not in g:
        if not _kept():
            session[_FIELD] = secrets.token_hex(_BYTES)
        setattr(g, _FIELD, masked(_kept()))
    token: str = g.get(_FIELD)
    return token


def masked_mark() -> str:
    """Whose the page is, masked like the token; empty for nobody."""
    if "owner_mark" not in g:
        g.owner_mark = masked(bytes.fromhex(owner_mark()))
    mark: str = g.owner_mark
    return mark


def _kept() -> bytes:
    try:
        return bytes.fromhex(str(session.get(_FIELD, "")))
    except ValueError:
        return b""
