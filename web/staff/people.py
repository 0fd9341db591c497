"""The people of an organisation: coordinators ask that somebody be let in, confirm what others asked, end access."""

import uuid
from collections.abc import Callable
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from i18n.translate import gettext_noop as _
from search.accounts.access_requests import (
    ConfirmAccess,
    ProposeRoles,
    confirm_access,
    propose_member,
    propose_roles,
    withdraw_access,
)
from search.accounts.people import EndAccess, TakeRole, end_access, read_people, sign_out_member, take_role
from search.errors import Refused
from search.staff_summaries import Member, People
from search.vocabulary import StaffRole
from web.context import act, now
from web.labels import error_words
from web.locale import gettext
from web.staff.forms import MemberForm, RolesForm

_NOT_DONE_YET = _("Nothing has been done yet. Please press the button once more.")


def add_people(pages: Blueprint) -> None:
    """The coordinators' pages."""
    pages.add_url_rule("/people", "people", people)
    pages.add_url_rule("/people/new", "new_member", new_member)
    pages.add_url_rule("/people/new", "ask_for_member", ask_for_member, methods=["POST"])
    pages.add_url_rule("/people/<uuid:account_id>", "member", member)
    pages.add_url_rule("/people/<uuid:account_id>/roles", "more_roles", more_roles)
    pages.add_url_rule("/people/<uuid:account_id>/roles", "ask_for_roles", ask_for_roles, methods=["POST"])
    pages.add_url_rule("/people/<uuid:account_id>/take-role", "take_away", take_away, methods=["POST"])
    pages.add_url_rule("/people/<uuid:account_id>/end", "end", end, methods=["POST"])
    pages.add_url_rule("/people/<uuid:account_id>/sign-out", "sign_out_elsewhere_of", sign_out_of, methods=["POST"])
    pages.add_url_rule("/people/requests/<uuid:request_id>/confirm", "confirm", confirm, methods=["POST"])
    pages.add_url_rule("/people/requests/<uuid:request_id>/withdraw", "withdraw_request", withdraw, methods=["POST"])


def people() -> str:
    """Everybody, and what waits for a second person."""
    return _page()


def new_member() -> str:
    """Asks who is to be let in, as what."""
    return render_template("staff_new_member.html", form=MemberForm().offer(_people().roles), message="")


def ask_for_member() -> Response | tuple[str, int]:
    """Asks for it; another coordinator confirms."""
    form: MemberForm = MemberForm(request.form).offer(_people().roles)

    def ask() -> None:
        try:
            act(propose_member, form.command(), now=now())
        except Refused:
            if not _is_asked_for(form.login.data or "", form.chosen(), new=True):
                raise

    return _asked(form, "staff_new_member.html", ask)


def member_again() -> str:
    """What was typed about somebody new, once more; nothing is asked for yet."""
    return render_template("staff_new_member.html", form=MemberForm(request.form).offer(_people().roles), message="")


def member(account_id: uuid.UUID) -> str:
    """One person, and what can be ended."""
    return render_template("staff_member.html", member=_member(account_id), message="")


def more_roles(account_id: uuid.UUID) -> str:
    """Asks which roles a member is to have besides."""
    shown = _member(account_id)
    return render_template("staff_more_roles.html", form=_roles_form(shown), member=shown, message="")


def roles_again(account_id: uuid.UUID) -> str:
    """The roles that were ticked, once more; nothing is asked for yet."""
    shown = _member(account_id)
    return render_template("staff_more_roles.html", form=_roles_form(shown, sent=True), member=shown, message="")


def ask_for_roles(account_id: uuid.UUID) -> Response | tuple[str, int]:
    """Asks for it; another coordinator confirms."""
    shown = _member(account_id)
    form = _roles_form(shown, sent=True)

    def ask() -> None:
        if not _is_asked_for(shown.login, form.chosen(), new=False):
            act(propose_roles, ProposeRoles(account_id=account_id, roles=form.chosen()), now=now())

    return _asked(form, "staff_more_roles.html", ask, member=shown)


def take_away(account_id: uuid.UUID) -> Response | tuple[str, int]:
    """Takes one role at once."""
    role = request.form.get("role", "")
    if role not in set(StaffRole):
        abort(400)
    return _ended(account_id, lambda: act(take_role, TakeRole(account_id=account_id, role=StaffRole(role)), now=now()))


def take_away_again(account_id: uuid.UUID) -> str:
    """The person once more; their roles are as before."""
    return render_template("staff_member.html", member=_member(account_id), message=gettext(_NOT_DONE_YET))


def end(account_id: uuid.UUID) -> Response | tuple[str, int]:
    """Ends a person's access at once."""
    return _ended(account_id, lambda: act(end_access, EndAccess(account_id=account_id), now=now()))


def sign_out_of(account_id: uuid.UUID) -> Response | tuple[str, int]:
    """Signs a person out everywhere; they may come in again."""
    return _ended(account_id, lambda: act(sign_out_member, EndAccess(account_id=account_id), now=now()))


def confirm(request_id: uuid.UUID) -> str | Response | tuple[str, int]:
    """Confirms as the second person; the code of an invitation is told here, once."""
    try:
        done = act(confirm_access, ConfirmAccess(request_id=request_id), now=now())
    except Refused as refusal:
        return _page(error_words(refusal.code, refusal.params)), 400
    if not done.code:
        return redirect(url_for(".people"), 303)
    # Without the code: an address is kept by histories, proxies and logs.
    return render_template("staff_invited.html", done=done, page=url_for(".ask_for_invitation", _external=True))


def confirm_again(request_id: uuid.UUID) -> str:  # noqa: ARG001 - part of the address
    """Everybody, and what waits, once more; nothing is confirmed yet."""
    return _page(gettext(_NOT_DONE_YET))


def withdraw(request_id: uuid.UUID) -> Response:
    """Takes back what was asked for, or an invitation that was not used."""
    act(withdraw_access, ConfirmAccess(request_id=request_id), now=now())
    return redirect(url_for(".people"), 303)


def _asked(form: RolesForm, template: str, ask: Callable[[], None], **shown: Any) -> Response | tuple[str, int]:
    """Asks where the form can be read, else shows it again with what is to be mended."""
    if not form.validate():
        return render_template(template, form=form, message="", **shown), 400
    try:
        ask()
    except Refused as refusal:
        message = error_words(refusal.code, refusal.params)
        return render_template(template, form=form, message=message, **shown), 400
    return redirect(url_for(".people"), 303)


def _is_asked_for(login: str, roles: frozenset[StaffRole], *, new: bool) -> bool:
    """Whether just this waits already: it came twice, because its answer was lost on the way."""
    waiting = [one for one in _people().pending if one.is_new == new and not one.confirmed and not one.may_confirm]
    return any((one.login, frozenset(one.roles)) == (login, roles) for one in waiting)


def _ended(account_id: uuid.UUID, ending: Callable[[], object]) -> Response | tuple[str, int]:
    """Back to the people; where it could not be done, the person's page with the reason."""
    try:
        ending()
    except Refused as refusal:
        message = error_words(refusal.code, refusal.params)
        return render_template("staff_member.html", member=_member(account_id), message=message), 400
    return redirect(url_for(".people"), 303)


def _page(message: str = "") -> str:
    return render_template("staff_people.html", people=_people(), message=message)


def _people() -> People:
    return act(read_people, now=now())


def _member(account_id: uuid.UUID) -> Member:
    return next((one for one in _people().members if one.account_id == account_id), None) or abort(404)


def _roles_form(shown: Member, *, sent: bool = False) -> RolesForm:
    form: RolesForm = RolesForm(request.form if sent else None).offer(
        tuple(role for role in _people().roles if role not in shown.roles)
    )
    return form
