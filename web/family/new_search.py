"""Filing a new search: the questions, the review, the receipt."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.accounts.new_family_words import PreparedWords
from search.commands import ConsentGiven, RegisterSearch
from search.errors import Refused, TooManyAttempts
from search.filing.filing_quota import CountedFiling, count_filing, require_filing_room
from search.filing.registering_searches import register_search
from web.context import look, now, shared, visitor_mark
from web.error_pages import retry_after, status_of
from web.family import receipts
from web.family.case_draft import CaseDraft
from web.family.case_sign_in import answer_to, attempt_of
from web.family.closed_form import hold_closed, opened_with
from web.family.course import Course, draft_so_far
from web.family.door import DOOR, START, door_again, keep_door, show_door
from web.family.draft_answers import Draft, Receipt, encoded, load, store
from web.family.draft_erasing import ask_or_set_aside, bring_back
from web.family.helping import file_with_help, helped_by, no_more_help
from web.family.listening import heard
from web.family.secret_form import SecretForm
from web.family.wizard import keep_answers, keep_element, show_element, show_question, show_review
from web.labels import error_words
from web.locale import language
from web.session_cookies import DRAFT, current_actor, is_own_phone
from web.sign_in_turns import Answer, try_to_enter
from web.spoken_sentences import RECEIPT

filing_pages = Blueprint("filing", __name__, template_folder="templates")
filing_pages.before_app_request(receipts.forget_left)
filing_pages.before_request(hold_closed)
filing_pages.app_context_processor(lambda: {"words_only_here": receipts.only_here})
filing_pages.context_processor(lambda: {"helped_by": helped_by})

Sent = Response | str | tuple[str, int, dict[str, str]]

FILING = Course(
    draft=DRAFT,
    question="filing.question",
    element="filing.element",
    review="filing.review",
    erase="filing.erase",
    base=CaseDraft,
    in_order=True,
)


@filing_pages.get("/search/<slug>")
def question(slug: str) -> str:
    """One question, of the short way or of the whole form."""
    return show_door(FILING, slug) if slug in DOOR else show_question(FILING, slug)


@filing_pages.post("/search/<slug>")
def answer(slug: str) -> Sent:
    """Its answers; those of the last page of the short way start the search."""
    if slug not in DOOR:
        return keep_answers(FILING, slug)
    if request.form.get("go") == START and _was_started(load(FILING.draft)):
        return _to_receipt()
    draft, following = keep_door(FILING, slug)
    return redirect(following, 303) if following else _start(draft)


def keep_again(slug: str) -> None:
    """Keeps what was typed into a question once more, and starts nothing."""
    if slug in DOOR:
        store(FILING.draft, keep_door(FILING, slug)[0])
    else:
        keep_answers(FILING, slug)


@filing_pages.get("/search/<slug>/<int:number>")
def element(slug: str, number: int) -> str | Response:
    """One question about one mark, one paper, one number."""
    return show_element(FILING, slug, number)


@filing_pages.post("/search/<slug>/<int:number>")
def answer_element(slug: str, number: int) -> Response:
    """Its answers."""
    return keep_element(FILING, slug, number)


@filing_pages.get("/search/review")
def review() -> str:
    """All answers once more."""
    return show_review(FILING)


@filing_pages.post("/search/review")
def file_search() -> Sent:
    """Files the search; sent twice, it is filed once, and both lead to the same receipt."""
    draft = load(FILING.draft)
    return _to_receipt() if _was_started(draft) else _start(draft)


@filing_pages.post("/search/erase")
def erase() -> Response | str:
    """Forgets the half-filled form, once it was asked."""
    return ask_or_set_aside(FILING, "family.start")


@filing_pages.post("/search/erase/undo")
def undo_erase() -> Response:
    """Brings it back."""
    return bring_back(FILING)


@filing_pages.get("/filed")
def receipt() -> Response | str:
    """Reference and five words, until the family says that they are written down."""
    shown = receipts.show_newest()
    if shown is None:
        return redirect(url_for("family.open_search"), 303)
    template = "receipt.html" if shown.words else "receipt_party.html"
    return render_template(template, receipt=shown, own_phone=is_own_phone(), **heard(RECEIPT))


@filing_pages.post("/filed")
def written_down() -> Answer:
    """Forgets the five words and opens the case with them; where an organisation helped, the family opens it alone."""
    shown = receipts.forget(request.form.get("reference", ""))
    if shown is None:
        return redirect(url_for("family.open_search"), 303)
    if shown.helped:
        return redirect(url_for("together.done"), 303)
    if not shown.words:
        return redirect(url_for("case.show"), 303)
    typed = attempt_of(shown.reference, " ".join(shown.words))
    return answer_to(lambda: try_to_enter(typed), SecretForm())


def _was_started(draft: Draft) -> bool:
    """Whether the button was pressed before: the draft is a receipt, or has become one and nothing was begun since."""
    return draft.receipt is not None or (not draft.begun and receipts.newest() is not None)


def _to_receipt() -> Response:
    receipts.hand_over()
    return redirect(url_for("filing.receipt"), 303)


def _start(draft: Draft) -> Sent:
    """Files what a draft says, or shows what stands in the way; what was typed is kept either way."""
    try:
        if draft.receipt is None:
            _file(draft)
    except Refused as refused:
        _keep_unless_filed(draft)
        if request.endpoint == "filing.answer" and refused.code == "search_says_nothing":
            return redirect(door_again(FILING), 303)
        return show_review(FILING, error_words(refused.code, refused.params))
    except TooManyAttempts as many:
        _keep_unless_filed(draft)
        return show_review(FILING, error_words(many.code, many.params)), status_of(many), retry_after(many)
    return _to_receipt()


def _keep_unless_filed(draft: Draft) -> None:
    """Keeps what was typed; a receipt that was made meanwhile stays."""
    if load(FILING.draft).receipt is None:
        store(FILING.draft, draft)


def _file(draft: Draft) -> None:
    """Registers the search and keeps its receipt in the same transaction: an answer lost on the way loses no words."""
    whole = draft_so_far(FILING, draft)
    command = RegisterSearch(
        sought=whole.sought,
        identifiers=whole.identifiers,
        filing=whole.filing,
        language=language(),
        reply_language=language(),
        consents=tuple(one for one in whole.consents if isinstance(one, ConsentGiven)),
        idempotency_key=draft.key,
    )
    together_with = opened_with(draft)
    counted = CountedFiling(len(encoded(draft)), visitor_mark())
    look(require_filing_room, counted, shared().filing_quota, now=now())
    words = shared().words_ahead.take(command.language) if together_with is None else PreparedWords((), "")
    with shared().database.transaction() as session:
        if draft.helped:
            filed = file_with_help(session, draft.helped, command, words)
        else:
            filed = register_search(session, current_actor(), command, words, now=now(), together_with=together_with)
        if not filed.already_filed:
            count_filing(session, current_actor(), counted, shared().filing_quota, now=now())
            helped = draft.helped is not None
            shown = Receipt(
                reference=filed.reference,
                words=filed.passphrase,
                filed_at=now(),
                helped=helped,
                reachable=whole.reachable,
            )
            receipts.put_in_place(session, draft, shown, filed.case_id)
    no_more_help()
