"""What members of staff type about people, tokens, alarms, and themselves."""

import re
from typing import Any

from wtforms import Field, Form, IntegerField, PasswordField, SelectMultipleField, StringField
from wtforms.validators import InputRequired, NumberRange, Optional, Regexp, StopValidation

from i18n.translate import gettext_noop as _
from search.access import TokenScope
from search.accounts.access_requests import ProposeMember
from search.accounts.api_tokens import LONGEST_DAYS, NewToken
from search.vocabulary import ReportKind, StaffRole
from web.forms import LEFT_TO_RIGHT, at_most, coded, text, tidy

_LONGEST, _MOST_DIGITS = 200, 9
_LOGIN = re.compile(r"[a-z0-9][a-z0-9._@-]{2,99}")
_LOGIN_NEEDED = _("Please write a login of three letters or more: small letters a to z, digits, dots or hyphens.")


def chosen_roles(offered: tuple[StaffRole, ...], chosen: list[str] | None) -> frozenset[StaffRole]:
    """The roles that were ticked, of those that were offered."""
    return frozenset(role for role in offered if role in (chosen or ()))


class RolesForm(Form):
    """Which roles somebody is to have."""

    roles = SelectMultipleField(
        _("What may this person do?"),
        description=_("A coordinator invites people and ends access. Everybody can have several roles."),
        validate_choice=False,
    )

    def offer(self, roles: tuple[StaffRole, ...]) -> Any:
        """Only the roles that there are in this organisation."""
        self.roles.choices = coded(roles)
        self.offered = roles
        return self

    def chosen(self) -> frozenset[StaffRole]:
        """The roles that were ticked."""
        return chosen_roles(self.offered, self.roles.data)


class MemberForm(RolesForm):
    """Somebody new."""

    login = StringField(
        _("Login"),
        [InputRequired(_LOGIN_NEEDED), Regexp(_LOGIN, message=_LOGIN_NEEDED)],
        description=_("With it they sign in. It need not be their name."),
        filters=[tidy],
        render_kw=LEFT_TO_RIGHT,
    )

    def command(self) -> ProposeMember:
        """The command of a form that was validated."""
        return ProposeMember(login=self.login.data or "", roles=self.chosen())


def password_field(label: str, hint: str = "") -> Any:
    """A field for a password; nothing of it is shown again."""
    return PasswordField(label, [InputRequired(_("Please write your password.")), at_most(_LONGEST)], description=hint)


def one_time_code() -> Any:
    """A field for the code of the app, or a recovery code."""
    return StringField(
        _("One-time code"),
        [at_most(_LONGEST)],
        description=_("Six digits from the app on your phone, or one of your recovery codes. Each code works once."),
        filters=[tidy],
        render_kw=LEFT_TO_RIGHT,
    )


_PASSWORD_HINT = _("Twelve letters or more. Three or four words that have nothing to do with each other are good.")


class ProofForm(Form):
    """Password and code once more."""

    password = password_field(_("Password"))
    code = one_time_code()


class PasswordForm(Form):
    """A new password, with the old one and a code."""

    password = password_field(_("Password until now"))
    code = one_time_code()
    new = password_field(_("New password"), _PASSWORD_HINT)


class InvitationCodeForm(Form):
    """The code of an invitation."""

    code = StringField(
        _("The code of your invitation"),
        [InputRequired(_("Please write the code that you were given.")), at_most(_LONGEST)],
        filters=[tidy],
        render_kw=LEFT_TO_RIGHT,
    )


class AcceptForm(Form):
    """What an invited person chooses; `code` is the invitation's."""

    code = StringField(filters=[tidy], validators=[InputRequired(), at_most(_LONGEST)])
    new = password_field(_("Choose a password"), _PASSWORD_HINT)
    one_time_code = StringField(
        _("The six digits that the app shows now"),
        [InputRequired(_("Please write the six digits that the app shows.")), at_most(_LONGEST)],
        filters=[tidy],
        render_kw=LEFT_TO_RIGHT,
    )


class NameForm(Form):
    """Under which name others are to see one."""

    name = StringField(
        _("The name that others see"),
        [InputRequired(_("Please write a name.")), at_most(40)],
        description=_("It need not be yours. Your login is not allowed, because it is half of what opens your door."),
        filters=[tidy],
    )


class AlarmForm(Form):
    """What a coordinator found out about an alarm."""

    words = text(_("What did you find out?"))


_DAYS_NEEDED = _("Please write a number of days from 1 to 180.")


def _few_digits(_form: Form, field: Field) -> None:
    """A number of hundreds of digits is none that could be weighed."""
    if len(str(field.data)) > _MOST_DIGITS:
        raise StopValidation(_DAYS_NEEDED)


class TokenForm(Form):
    """An API token to make."""

    name = StringField(
        _("What will use it?"),
        [InputRequired(_("Please write what will use the token.")), at_most(100)],
        description=_("For example: the case file of the night shift."),
        filters=[tidy],
    )
    scopes = SelectMultipleField(
        _("What may it do?"), choices=coded(TokenScope, group="token_scope"), validate_choice=False
    )
    kinds = SelectMultipleField(_("Which reports may it file? Tick nothing for all of yours."), validate_choice=False)
    days = IntegerField(
        _("For how many days?"),
        [
            Optional(),
            _few_digits,
            NumberRange(1, LONGEST_DAYS, message=_DAYS_NEEDED),
        ],
        default=90,
        description=_("At most 180."),
        render_kw=LEFT_TO_RIGHT,
    )

    def offer(self, kinds: tuple[ReportKind, ...]) -> Any:
        """Only the kinds of report that the organisation files."""
        self.kinds.choices = coded(kinds)
        self.offered = kinds
        return self

    def command(self) -> NewToken:
        """The command of a form that was validated."""
        return NewToken(
            name=self.name.data or "",
            scopes=frozenset(scope for scope in TokenScope if scope in (self.scopes.data or ())),
            report_kinds=frozenset(kind for kind in self.offered if kind in (self.kinds.data or ())),
            days=self.days.data or 90,
        )
