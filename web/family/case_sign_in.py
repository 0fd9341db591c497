"""Coming in with a reference and five words."""

from wtforms import Form

from i18n.translate import gettext_noop as _
from search.accounts.sign_in import open_case
from web.context import now, shared
from web.forms import code_line, line
from web.session_cookies import open_session

# One sentence for a wrong reference, wrong words and a reference that never was.
DO_NOT_FIT = _("These do not fit together. Please look at each letter and word again, and take your time.")


class OpenForm(Form):
    """What a family wrote down when it filed."""

    reference = code_line(_("Your reference"), _("Capital or small letters, with or without the dashes."))
    words = line(_("Your five words"), _("In the order in which you wrote them down, with spaces between them."))


def enter(reference: str, words: str) -> bool:
    """Opens a case for this visitor; False when reference and words do not fit. Raises TooManyAttempts."""
    with shared().database.transaction() as session:
        visitor = open_case(session, reference, words, now=now())
    if visitor is not None:
        open_session(visitor)
    return visitor is not None
