"""Sentences for error codes that anybody can meet: what happened and what to do now.

Placeholders are the error's own parameters. What only staff meet is in `staff_error_sentences`.
"""

from i18n.translate import gettext_noop as _

SENTENCES: dict[str, str] = {
    "access_denied": _(
        "This page is for other people. If you think it should be yours, please ask whoever invited you."
    ),
    "not_found": _("There is nothing here that we can show you."),
    "page_too_old": _(
        "This page was open for too long, or your browser does not keep cookies. Please go back, load the page again, "
        "and send it once more."
    ),
    # Filing
    "search_says_nothing": _(
        "Please tell us at least one thing about the person: half a name, a nickname or a phone number is enough."
    ),
    "search_was_erased": _("This search was erased. If you want to search again, please begin a new form."),
    "erasure_not_confirmed": _(
        "That is not the number that stands above. Nothing was erased. Please look at each letter and number again."
    ),
    "many_filings": _(
        "Many searches were filed in the last hour, and we cannot take this one right now. What you wrote is kept on "
        "this device. Please press the button again in %(minutes)s minutes. A short search is taken first."
    ),
    "draft_too_large": _(
        "This is more text than we can keep before it is filed. What you saved before is kept. Please go back and "
        "write a little less. You can add more after filing."
    ),
    "no_room_now": _(
        "We can only take short texts right now. What you saved before is kept. Please go back and write less. You can "
        "add more later."
    ),
    "no_committee": _("No committee reads new searches here yet. Your words are kept. Please try again tomorrow."),
}
