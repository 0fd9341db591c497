"""Signing in and out at the portals of staff: login, password, and a one-time code where the account asks for one."""

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form, PasswordField, StringField
from wtforms.validators import InputRequired

from i18n.translate import gettext_noop as _
from search.accounts.sessions import log_out
from search.accounts.waiting_tickets import Attempt
from search.errors import AccessDenied, Conflict, NotYet
from web.context import shared
from web.forms import LEFT_TO_RIGHT, at_most, tidy
from web.locale import gettext
from web.session_cookies import close_session, session_token, signed_in
from web.sign_in_turns import Answer, try_again, try_to_enter, waiting_attempt, waiting_page
from web.typed_again import after_sign_in

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
    pages.add_url_rule("/sign-in/turn", "take_turn", take_turn)
    pages.add_url_rule("/sign-out", "sign_out", sign_out, methods=["POST"])
    pages.app_context_processor(lambda: {"visitor": signed_in()})


def show_sign_in() -> str:
    """The empty form."""
    return _page(SignInForm())


def let_in() -> Answer:
    """Signs in, asks for the code, or says that something does not fit, never what."""
    form = SignInForm(request.form)
    if not form.validate():
        return _page(form), 400
    name, secret, code = (field.data or "" for field in (form.login, form.password, form.code))
    typed = Attempt(portal=request.blueprint or "", name=name, secret=secret, code=code)
    return _answer_to(lambda: try_to_enter(typed), form)


def take_turn() -> Answer:
    """Tries once more for somebody who waits; the page that waits comes here by itself."""
    attempt = waiting_attempt()
    if attempt is None:
        return redirect(url_for(".home"), 303)
    return _answer_to(try_again, SignInForm(data={"login": attempt.name, "code": attempt.code}))


def sign_out() -> Response:
    """Signs out."""
    with shared().database.transaction() as session:
        log_out(session, session_token())
    close_session()
    return redirect(url_for(".sign_in"), 303)


def _answer_to(came_in: Callable[[], bool], form: SignInForm) -> Answer:
    try:
        if came_in():
            return after_sign_in(".home")
    except AccessDenied:
        return _page(form, code_needed=True), 200
    except NotYet:
        return waiting_page(f"{request.blueprint}.take_turn", f"{request.blueprint}.html")
    except Conflict:
        # The same page came twice, and the other answer carries the cookie.
        return redirect(url_for(".home"), 303)
    return _page(form, message=gettext("Login, password or code do not fit. Please try again.")), 403


def _page(form: SignInForm, *, message: str = "", code_needed: bool = False) -> str:
    needed = code_needed or bool(form.code.data)
    return render_template("staff_sign_in.html", form=form, message=message, code_needed=needed)
