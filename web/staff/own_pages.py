"""How one signs in oneself: sessions, a new password, new codes."""

import uuid

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.accounts.own_sign_in import (
    ChangePassword,
    change_password,
    end_other_sessions,
    end_own_session,
    read_own_sign_in,
    renew_own_codes,
    require_own_password,
)
from search.accounts.password_rules import normalised
from search.accounts.secret_hashing import hash_secret
from search.accounts.shown_names import ChooseName, choose_name
from search.errors import Refused
from web.context import act, now
from web.labels import error_words
from web.qr_picture import qr_picture
from web.session_cookies import go_on_as, signed_in
from web.staff.forms import NameForm, PasswordForm, ProofForm
from web.staff.proof import note_refusal, proof_of


def add_own_pages(pages: Blueprint) -> None:
    """One's own pages, for every member of staff whatever their roles."""
    pages.add_url_rule("/my-sign-in", "my_sign_in", my_sign_in)
    pages.add_url_rule("/my-sign-in/sessions/<uuid:session_id>/end", "end_session", end_session, methods=["POST"])
    pages.add_url_rule("/my-sign-in/sign-out-elsewhere", "sign_out_elsewhere", sign_out_elsewhere, methods=["POST"])
    pages.add_url_rule("/my-name", "show_name", show_name)
    pages.add_url_rule("/my-name", "set_name", set_name, methods=["POST"])
    pages.add_url_rule("/my-sign-in/password", "show_new_password", show_new_password)
    pages.add_url_rule("/my-sign-in/password", "set_password", set_password, methods=["POST"])
    pages.add_url_rule("/my-sign-in/codes", "show_new_codes", show_new_codes)
    pages.add_url_rule("/my-sign-in/codes", "give_codes", give_codes, methods=["POST"])


def my_sign_in() -> str:
    """One's open sessions and what can be renewed."""
    own = act(read_own_sign_in, _this_session(), now=now())
    return render_template("staff_own.html", own=own, done=request.args.get("done", ""))


def end_session(session_id: uuid.UUID) -> Response:
    """Ends one of one's sessions."""
    act(end_own_session, session_id, now=now())
    return redirect(url_for(".my_sign_in"), 303)


def sign_out_elsewhere() -> Response:
    """Ends every session but this one."""
    act(end_other_sessions, _this_session(), now=now())
    return redirect(url_for(".my_sign_in"), 303)


def show_name() -> str:
    """Asks under which name others are to see one."""
    own = act(read_own_sign_in, _this_session(), now=now())
    return render_template("staff_name.html", form=NameForm(data={"name": own.name if own.chose else ""}), message="")


def set_name() -> Response | tuple[str, int]:
    """Keeps the name; what was decided before is shown under it too."""
    form = NameForm(request.form)
    if "lang" in request.form:
        return name_again(), 200
    if not form.validate():
        return render_template("staff_name.html", form=form, message=""), 400
    try:
        act(choose_name, ChooseName(name=form.name.data or ""), now=now())
    except Refused as refusal:
        return render_template("staff_name.html", form=form, message=error_words(refusal.code)), 400
    return redirect(url_for(".my_sign_in", done="name"), 303)


def name_again() -> str:
    """The page with the name that was typed; nothing is kept yet."""
    return render_template("staff_name.html", form=NameForm(request.form), message="")


def show_new_password() -> str:
    """Asks for the password until now, a code and the new password."""
    return render_template("staff_password.html", form=PasswordForm(), message="")


def set_password() -> Response | tuple[str, int]:
    """Changes the password; every other session ends."""
    form = PasswordForm(request.form)
    if not form.validate():
        return render_template("staff_password.html", form=form, message=""), 400
    try:
        _change(form)
    except Refused as refusal:
        note_refusal(refusal)
        message = error_words(refusal.code, refusal.params)
        return render_template("staff_password.html", form=form, message=message), 400
    return redirect(url_for(".my_sign_in", done="password"), 303)


def show_new_codes() -> str:
    """Asks for password and code."""
    return render_template("staff_codes.html", form=ProofForm(), message="")


def give_codes() -> str | tuple[str, int]:
    """New recovery codes, told once; a new secret for the app where the phone was changed."""
    form = ProofForm(request.form)
    if not form.validate():
        return render_template("staff_codes.html", form=form, message=""), 400
    try:
        proof = proof_of(form.password.data or "", form.code.data or "")
        new, token = act(renew_own_codes, proof, _this_session(), new_app="app" in request.form, now=now())
    except Refused as refusal:
        note_refusal(refusal)
        return render_template("staff_codes.html", form=form, message=error_words(refusal.code)), 403
    go_on_as(token)
    return render_template("staff_codes_told.html", new=new, picture=qr_picture(new.enrolment_address), welcome=False)


def _change(form: PasswordForm) -> None:
    """Weighs the new password and hashes it before anything is written."""
    new = form.new.data or ""
    act(require_own_password, new)
    proof = proof_of(form.password.data or "", form.code.data or "")
    command = ChangePassword(proof=proof, new_hash=hash_secret(normalised(new)), keep=_this_session())
    go_on_as(act(change_password, command, now=now()))


def _this_session() -> uuid.UUID | None:
    visitor = signed_in()
    return visitor.session_id if visitor else None
