"""The pages that ask who may see, tell or examine while a search is filed: one receiver a page, in any order."""

from flask import abort, redirect, render_template, request
from werkzeug.wrappers import Response

from search.consents import Receiver
from search.vocabulary import ConsentAnswer
from web.family.course import Course, begun, draft_so_far, following, progress, saving, with_mark
from web.family.draft_answers import Draft, load, store
from web.family.page_fields import skips
from web.family.receiver_countries import meant
from web.family.sharing_step import SpecialPage, without
from web.fields.typed import text
from web.going_elsewhere import ELSEWHERE, keeps_only
from web.labels.geography import country_name
from web.locale import gettext, language

# The receiver that a page is about stands in its address by its code: a kind of organisation, or a country.
_ABOUT, _TYPED = "about", "country"


def show_consents(course: Course, asked: SpecialPage) -> str:
    """Whom one can read about and answer, or one of them with all that is read first."""
    draft = load(course.draft)
    case = draft_so_far(course, draft)
    whole = {"course": course, "page": asked, "progress": progress(course, asked.slug, case), "saving": saving()}
    if _ABOUT in request.args:
        receiver = _receiver(asked)
        read = asked.text(language(), receiver)
        said = asked.answer(case, receiver)
        here, check = _address(course, asked, receiver.code), request.args.get("check", "")
        page = {
            "text": read,
            "answer": said,
            "code": receiver.code,
            "here": here,
            "check": check,
            "title": read.title,
            "why": "",
        }
        return render_template("sharing_one.html", back=course.page(asked.slug), **page, **whole)
    typed = text(draft.answers.get(asked.slug, {}), _TYPED)
    perhaps = meant(typed).perhaps if "check" in request.args else ()
    return render_template(
        "sharing.html",
        asked=[(one, _address(course, asked, one.code)) for one in asked.asked(language(), case)],
        typed=typed,
        unread="check" in request.args,
        perhaps=[(country_name(code), _address(course, asked, code)) for code in perhaps],
        title=gettext(asked.title),
        why=gettext(asked.why),
        **whole,
    )


def keep_consents(course: Course, asked: SpecialPage) -> Response:
    """Keeps an answer with the text that was read, or leads to the country that was typed, else on."""
    draft, _ = begun(course)
    kept = draft.answers.get(asked.slug, {})
    receiver = _receiver(asked) if _ABOUT in request.args else None
    if receiver is not None and ELSEWHERE in request.form:
        # What is chosen counts once it is saved: a link answers nothing.
        return redirect(course.page(asked.slug), 303)
    if receiver is not None and request.form.get("go") == "take-back":
        draft.answers[asked.slug] = without(kept, receiver.code)
    else:
        typed = {_TYPED: request.form.getlist(_TYPED)} if _TYPED in request.form else {}
        draft.answers[asked.slug] = {**kept, **asked.sent(request.form), **typed}
    country = text(draft.answers[asked.slug], _TYPED) if receiver is None else ""
    if meant(country).country and not (keeps_only() or skips()):
        del draft.answers[asked.slug][_TYPED]
    store(course.draft, draft)
    if keeps_only():
        return redirect(_address(course, asked, receiver.code) if receiver else course.page(asked.slug), 303)
    if receiver is not None:
        return redirect(_after(course, asked, receiver), 303)
    return redirect(_behind(course, asked, draft, country), 303)


def _behind(course: Course, asked: SpecialPage, draft: Draft, country: str) -> str:
    """The country that was typed, the list again where it is to be looked at, else the next page."""
    found = meant(country).country
    if country and skips():
        return with_mark(course.page(asked.slug), "skipped")
    if found:
        return _address(course, asked, found)
    if country and request.form.get("go") == _TYPED:
        return with_mark(course.page(asked.slug), "check")
    return following(course, asked.slug, draft_so_far(course, draft))


def _after(course: Course, asked: SpecialPage, receiver: Receiver) -> str:
    """The list, or the receiver again where no answer was chosen or its text has changed since it was read."""
    here = _address(course, asked, receiver.code)
    if request.form.get("go") == "take-back":
        return course.page(asked.slug)
    if request.form.get(f"answer_{receiver.code}") not in set(ConsentAnswer):
        return with_mark(here, "check", "unanswered")
    answered = asked.answer(draft_so_far(course, load(course.draft)), receiver)
    return course.page(asked.slug) if answered else with_mark(here, "check", "changed")


def _receiver(asked: SpecialPage) -> Receiver:
    return asked.receiver(request.args.get(_ABOUT, "")) or abort(404)


def _address(course: Course, asked: SpecialPage, code: str) -> str:
    return with_mark(course.page(asked.slug), _ABOUT, code)
