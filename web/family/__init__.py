"""The portal of families: file a search, come back to it, add to it, take it back."""

from collections.abc import Callable
from typing import Any

from flask import Flask, redirect, request, url_for
from werkzeug.wrappers import Response

from i18n.division import Catalogue
from web.app import Portal, create_portal
from web.context import Context
from web.family import (
    closing,
    committee_choice,
    complaining,
    consents,
    erasing,
    extortion,
    inbox,
    message,
    new_search,
    not_missing,
    notices,
    own_case,
    photos,
    questions,
    relatives,
    witness,
)
from web.family.closing import closing_pages
from web.family.committee_choice import committee_pages
from web.family.complaining import complaint_pages
from web.family.consents import consent_pages
from web.family.doors import door_pages
from web.family.erasing import erasing_pages
from web.family.extortion import extortion_pages
from web.family.first_opening import first_pages
from web.family.history import history_pages
from web.family.inbox import inbox_pages
from web.family.information import information_pages
from web.family.leaving import lead_away, leaving_pages
from web.family.listening import listening_pages
from web.family.message import message_pages
from web.family.name_lists import name_pages
from web.family.new_search import filing_pages
from web.family.not_missing import its_me_pages
from web.family.notices import notice_pages
from web.family.own_case import case_pages
from web.family.own_phone import phone_pages
from web.family.own_record import record_pages
from web.family.own_words import words_pages
from web.family.paper import paper_pages
from web.family.party import party_pages
from web.family.photos import photo_pages
from web.family.questions import question_pages
from web.family.relatives import relative_pages
from web.family.routes import pages
from web.family.talking import talking_pages
from web.family.together import begin, together_pages
from web.family.understood import understood_pages
from web.family.witness import witness_pages
from web.typed_again import Shows

_A_WEEK = 7


def _kept_once_more(keep: Callable[..., object]) -> Shows:
    """Keeps the typed fields of a question in its draft, and shows the question again."""

    def show(**arguments: Any) -> Response:
        keep(**arguments)
        return redirect(url_for(request.endpoint or "", **(request.view_args or {})), 303)

    return show


# Where a family types or chooses. A consent is asked again rather than filled in: nothing is chosen beforehand there.
TYPED_AGAIN: dict[str, Shows] = {
    "closing.close": closing.close_again,
    "extortion.report": extortion.report_again,
    "case.answer": _kept_once_more(own_case.answer_later),
    "case.answer_element": _kept_once_more(own_case.answer_element_later),
    "committee_choice.answer": committee_choice.question,
    "consents.answer": consents.question,
    "erasing.erase": erasing.erase_again,
    "filing.answer": _kept_once_more(new_search.keep_again),
    "message.write": message.again,
    "filing.answer_element": _kept_once_more(new_search.answer_element),
    "questions.answer": questions.answer_again,
    "inbox.write": inbox.write_again,
    "complaints.send": complaining.keep_later,
    "its_me.answer": _kept_once_more(not_missing.keep_later),
    "notices.choose": notices.choose_again,
    "photos.add": photos.add_again,
    "photos.change": photos.change_again,
    "photos.describe": photos.describe_again,
    "relatives.add": relatives.add_again,
    "witness.answer": _kept_once_more(witness.answer),
    "witness.send": witness.settle_again,
}

# Where a link of the page keeps what is typed in its draft; anywhere else it is put aside (`web.going_elsewhere`).
IN_DRAFTS = (
    "filing.answer",
    "filing.answer_element",
    "case.answer",
    "case.answer_element",
    "complaints.send",
    "its_me.answer",
    "witness.answer",
    "paper.keep",
    "erasing.erase",
)


def create_family(context: Context) -> Flask:
    """The family portal on the process's context; on one's own phone its cookie lasts as long as a draft is kept."""
    portal = Portal(
        name="family",
        catalogue=Catalogue.FAMILY,
        sign_in="family.open_search",
        first_opening="first.show",
        sealed=(begin,),
        blueprints=(
            case_pages,
            committee_pages,
            complaint_pages,
            consent_pages,
            door_pages,
            erasing_pages,
            filing_pages,
            first_pages,
            inbox_pages,
            information_pages,
            its_me_pages,
            leaving_pages,
            listening_pages,
            message_pages,
            name_pages,
            notice_pages,
            pages,
            paper_pages,
            party_pages,
            phone_pages,
            photo_pages,
            question_pages,
            record_pages,
            relative_pages,
            extortion_pages,
            history_pages,
            closing_pages,
            talking_pages,
            together_pages,
            understood_pages,
            witness_pages,
            words_pages,
        ),
        cookie_days=_A_WEEK,
        leave="leaving.leave",
        lead_away=lead_away,
        traceless=True,
        secret_forms=("family.enter_search", "erasing.erase", "words.prove"),
        typed_again=TYPED_AGAIN,
        in_drafts=IN_DRAFTS,
    )
    return create_portal(portal, context)
