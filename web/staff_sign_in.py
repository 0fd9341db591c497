"""Signing in and out at the portals of staff: login, password, and a one-time code where the account asks for one."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form, PasswordField, StringField
from wtforms.validators import InputRequired

from i18n.translate import gettext_noop as _
from search.accounts.sessions import log_out
from search.accounts.sign_in import log_in
from search.errors import AccessDenied, TooManyAttempts
from search.summaries import SignedIn
from web.context import now, shared
from web.error_pages import retry_after
from web.forms import LEFT_TO_RIGHT, at_most, tidy
from web.labels import error_words
from web.locale import gettext
from web.session_cookies import close_session, open_session, session_token, signed_in

_LONGEST = 200


class SignInForm(Form):
    """What a member of staff types. The code is asked for only after a password that fits."""

    login = StringField(
        _("Login"),
        [InputRequired(_("Please write your login.")), at_most(_LONGEST)],
        filters=[tidy],
        render_kw=LEFT_TO_RIGHT,
    )
    password = PasswordField(_("Password"), [InputRequired(_("Please write your password.")), at_most(_LONGEST)])
    code = StringField(
        _("One-time code"),
        [at_most(_LONGEST)],
        description=_("Six digits from the app on your phone. Each code works once."),
        filters=[tidy],
        render_kw=LEFT_TO_RIGHT,
    )


def add_sign_in(pages: Blueprint) -> None:
    """Gives a portal its pages for signing in and out, and its templates the `visitor`.

    The blueprint's name is the portal's; its page after signing in is the endpoint `home`.
    """
    pages.add_url_rule("/sign-in", "sign_in", show_sign_in)
    pages.add_url_rule("/sign-in", "let_in", let_in, methods=["POST"])
    pages.add_url_rule("/sign-out", "sign_out", sign_out, methods=["POST"])
    pages.context_processor(lambda: {"visitor": signed_in()})


def show_sign_in() -> str:
    """The empty form."""
    return _page(SignInForm())


def let_in() -> Response | tuple[str, int] | tuple[str, int, dict[str, str]]:
    """Signs in, asks for the code, or says that something does not fit, never what."""
    form = SignInForm(request.form)
    if not form.validate():
        return _page(form), 400
    try:
        visitor = _visitor(form)
    except AccessDenied:
        return _page(form, code_needed=True), 200
    except TooManyAttempts as slowed:
        return _page(form, message=error_words(slowed.code, slowed.params)), 429, retry_after(slowed)
    if visitor is None:
        return _page(form, message=gettext("Login, password or code do not fit. Please try again.")), 403
    open_session(visitor)
    return redirect(url_for(".home"), 303)


def sign_out() -> Response:
    """Signs out."""
    with shared().database.transaction() as session:
        log_out(session, session_token())
    close_session()
    return redirect(url_for(".sign_in"), 303)


def _visitor(form: SignInForm) -> SignedIn | None:
    typed = (form.login.data or "", form.password.data or "", form.code.data or "")
    with shared().database.transaction() as session:
        return log_in(session, *typed, request.blueprint or "", now=now())


def _page(form: SignInForm, *, message: str = "", code_needed: bool = False) -> str:
    needed = code_needed or bool(form.code.data)
    return render_template("staff_sign_in.html", form=form, message=message, code_needed=needed)
