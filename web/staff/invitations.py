"""An invited person opens the invitation with its code, chooses a password and enrols the app; then has an account."""

from flask import Blueprint, render_template, request

from search.accounts.invitations import (
    AcceptInvitation,
    accept_invitation,
    open_invitation,
    require_password_for_invitation,
)
from search.accounts.password_rules import normalised
from search.accounts.secret_hashing import hash_secret
from search.errors import Refused
from search.staff_summaries import NewFactors
from web.context import act, now
from web.labels import error_words
from web.qr_picture import qr_picture
from web.staff.forms import AcceptForm, InvitationCodeForm


def add_invitations(pages: Blueprint) -> None:
    """The pages on which an invitation is opened and accepted; nobody is signed in there."""
    pages.add_url_rule("/invitation", "ask_for_invitation", ask_for_invitation)
    pages.add_url_rule("/invitation", "show_invitation", show_invitation, methods=["POST"])
    pages.add_url_rule("/invitation/accept", "accept", accept, methods=["POST"])


def ask_for_invitation() -> str:
    """Asks for the code, which is typed: no address carries it."""
    return render_template("staff_invitation_code.html", form=InvitationCodeForm(), message="")


def show_invitation() -> str | tuple[str, int]:
    """What the invitation is to, with the picture for the app."""
    form = InvitationCodeForm(request.form)
    if not form.validate():
        return render_template("staff_invitation_code.html", form=form, message=""), 400
    try:
        return _invitation(AcceptForm(data={"code": form.code.data}))
    except Refused as refusal:
        return render_template("staff_invitation_code.html", form=form, message=error_words(refusal.code)), 404


def accept() -> str | tuple[str, int]:
    """Makes the account and tells the recovery codes, once."""
    form = AcceptForm(request.form)
    try:
        if not form.validate():
            return _invitation(form), 400
        new = _accepted(form)
    except Refused as refusal:
        return _refused(form, error_words(refusal.code, refusal.params)), 400
    return render_template("staff_codes_told.html", new=new, picture="", welcome=True)


def _accepted(form: AcceptForm) -> NewFactors:
    """Weighs the password and hashes it before anything is written."""
    code, new = form.code.data or "", form.new.data or ""
    act(require_password_for_invitation, code, new, now=now())
    command = AcceptInvitation(
        code=code, password_hash=hash_secret(normalised(new)), one_time_code=form.one_time_code.data or ""
    )
    return act(accept_invitation, command, now=now())


def _refused(form: AcceptForm, message: str) -> str:
    """The page again; where the invitation is over, the one that asks for a code."""
    try:
        return _invitation(form, message)
    except Refused as refusal:
        again = InvitationCodeForm()
        return render_template("staff_invitation_code.html", form=again, message=error_words(refusal.code))


def _invitation(form: AcceptForm, message: str = "") -> str:
    invitation = act(open_invitation, form.code.data or "", now=now())
    return render_template(
        "staff_invitation.html",
        invitation=invitation,
        form=form,
        message=message,
        picture=qr_picture(invitation.enrolment_address),
    )
