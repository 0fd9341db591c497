"""Filing together with an organisation: what is read aloud first, and where it ends.

An organisation's page sends its sealed pass here (`search.accounts.helper_passes`); from then on these are the family's
pages, in the family's language, with the organisation's name on them. The pass opens nothing, and takes the place of a
forgery token: only pages of ours can seal one.
"""

import datetime

from flask import Blueprint, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from i18n.offered_languages import offered
from search.accounts.helper_passes import BEGUN_WITHIN, HelperPass
from search.accounts.sessions import log_out
from search.vocabulary import ConsentAnswer
from web.context import now, shared
from web.family import receipts
from web.family.door import DOOR
from web.family.draft_answers import Draft, Helped, discard, load, store
from web.family.helping import helper_here, no_more_help, take_pass
from web.family.new_search import FILING
from web.labels.help_consent import help_text, language_of_help_text
from web.locale import language
from web.session_cookies import HELPED_FROM, HELPER, TOKEN, keep_cookie, remember, session_token, undo_of

together_pages = Blueprint("together", __name__, url_prefix="/together", template_folder="templates")
# A form is kept for seven days, longer than a pass lasts.
_EVER = datetime.timedelta(days=8)
_GO_ON, _BEGIN_NEW = "on", "new"

Page = str | Response | tuple[str, int]


@together_pages.post("/begin")
def begin() -> Page:
    """Takes the pass of an organisation's page; whoever's search was open on this device is signed out."""
    sealed = request.form.get("pass", "")
    if take_pass(sealed, BEGUN_WITHIN) is None:
        return render_template("together_over.html"), 400
    _sign_out()
    session[HELPER] = sealed
    keep_cookie()
    return redirect(url_for("together.show"), 303)


@together_pages.get("")
def show() -> Page:
    """What is read aloud; before that, what an earlier family left on this device."""
    helper = helper_here()
    if helper is None:
        return render_template("together_over.html"), 400
    if receipts.newest():
        return render_template("together_left.html", helper=helper, left="words", own=False)
    draft = load(FILING.draft)
    if draft.begun:
        return render_template("together_left.html", helper=helper, left="form", own=_is_of(draft, helper))
    return _question(helper)


@together_pages.post("")
def answer() -> Page:
    """Keeps the relative's yes with the form that begins now; a no ends it, and nothing is kept."""
    helper, said, left = helper_here(), request.form.get("answer", ""), request.form.get("left", "")
    if helper is None:
        return render_template("together_over.html"), 400
    if left in (_GO_ON, _BEGIN_NEW):
        return _settled(helper, left)
    if said == ConsentAnswer.NO:
        no_more_help()
        return render_template("together_no.html")
    return _agreed(helper) if said == ConsentAnswer.YES else (_question(helper, unanswered=True), 400)


@together_pages.get("/done")
def done() -> str:
    """After the words were written down: what happens at the first opening, and the way back for whoever helped."""
    return render_template("together_done.html", back=session.pop(HELPED_FROM, ""))


def _agreed(helper: HelperPass) -> Page:
    """Begins the form, where the text that was read is the one that is shown now."""
    digest = _digest(request.form.get("text", ""))
    tag = language_of_help_text(digest, [row.tag for row in offered()], helper)
    if not tag:
        return _question(helper, changed=True), 409
    discard(undo_of(FILING.draft))
    store(FILING.draft, Draft(helped=Helped(helper=_sealed(), text_digest=digest.hex(), language=tag, read_at=now())))
    return redirect(url_for("filing.question", slug=DOOR[0]), 303)


def _settled(helper: HelperPass, left: str) -> Response:
    """Goes on with the form that this person began, or forgets whatever form was begun here."""
    draft = load(FILING.draft)
    if left == _GO_ON and draft.helped is not None and _is_of(draft, helper):
        # Under the newer pass: that of yesterday may be over before the form is filed.
        draft.helped = Helped(
            helper=_sealed(),
            text_digest=draft.helped.text_digest,
            language=draft.helped.language,
            read_at=draft.helped.read_at,
        )
        store(FILING.draft, draft)
        return redirect(url_for("filing.review"), 303)
    if left == _BEGIN_NEW:
        discard(FILING.draft)
    return redirect(url_for("together.show"), 303)


def _is_of(draft: Draft, helper: HelperPass) -> bool:
    """Whether a form was begun with the help of this very person."""
    earlier = take_pass(draft.helped.helper, _EVER) if draft.helped else None
    return earlier is not None and earlier.account_id == helper.account_id


def _question(helper: HelperPass, *, unanswered: bool = False, changed: bool = False) -> str:
    text = help_text(language(), helper)
    return render_template("together.html", text=text, unanswered=unanswered, changed=changed)


def _sealed() -> str:
    return str(session[HELPER])


def _sign_out() -> None:
    token = session_token()
    if token:
        with shared().database.transaction() as writing:
            log_out(writing, token)
        session.pop(TOKEN, None)
        remember(None)


def _digest(typed: str) -> bytes:
    try:
        return bytes.fromhex(typed)
    except ValueError:
        return b""
