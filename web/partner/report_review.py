"""What was understood of a report beside what was typed, before it is sent; what has to be answered is asked here."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from flask import Blueprint, redirect, render_template, request, url_for

from search.commands import Again
from search.documents.field_notes import note_of, part_notes
from search.errors import Refused
from search.fields import FieldRow
from search.fields.report_pages import ReportPart
from search.fields.table import Widget, asked_parts
from search.fields.values_at_paths import value_at
from search.filing.report_identity import origin_of_form
from search.filing.report_questions import ReportQuestion, question_about
from search.filing.report_with_photos import report_with_photos
from search.filing.taken_values import taken_report
from web.context import act, look, now, shared
from web.fields.answers import Answered
from web.fields.showing import shown
from web.fields.typed import ANSWER, Typed, texts
from web.labels import error_words
from web.labels.field_words import reported_label
from web.partner import report_drafts
from web.partner.day_questions import given_answers, open_questions, settled_days
from web.partner.draft_photos import photos_to_send
from web.partner.report_again import AGAIN, ANOTHER, answered, answers_to
from web.partner.report_asking import asked_now
from web.partner.report_command import answer_to, documents_of, report_of
from web.partner.report_drafts import ReportDraft
from web.partner.report_fields import SentReport, offered_kinds, setting
from web.partner.report_parts import Answer, pages_of, sent_so_far
from web.partner.report_silence import Silence, silences
from web.session_cookies import current_actor
from web.values_in_words import Value

# What is read out of words or figures, so that what was typed is worth a look beside it.
_READ = frozenset(
    {
        Widget.DATE, Widget.DAY, Widget.AGE, Widget.HEIGHT, Widget.WEIGHT, Widget.NUMBER, Widget.PLACE,
        Widget.COUNTRY, Widget.COUNTRIES, Widget.LANGUAGES, Widget.PHONE,
    }
)  # fmt: skip
# Parts whose questions are for the person: that nobody asked them is worth a line.
_FOR_THE_PERSON = frozenset({"wishes"})
# Lists of which what is no name or no number is taken out before storing, with the part of the report that has them.
_TAKEN = {"description.names": "found", "identifiers.phones": "identifiers"}


@dataclass(frozen=True, slots=True)
class ReviewedField:
    """One field: what was understood, and the texts that it was read of where they say it in another way."""

    label: str
    values: tuple[Value, ...]
    typed: str


@dataclass(frozen=True, slots=True)
class ReviewedPart:
    """One part with the fields in which something was said, or was to be asked."""

    name: str
    fields: tuple[ReviewedField, ...]


def add_report_review(pages: Blueprint) -> None:
    """Gives a portal the last page of a report, and its sending."""
    address = "/report/<which>/<uuid:draft>/review"
    pages.add_url_rule(address, "report_review", report_review, methods=["GET"])
    pages.add_url_rule(address, "send_report", send_report, methods=["POST"])


def report_review(which: str, draft: uuid.UUID) -> Answer:
    """All that was said so far."""
    pages_of(which)
    kept = report_drafts.load(draft, which)
    return redirect(url_for(".report_kinds"), 303) if kept is None else _page(draft, kept)


def send_report(which: str, draft: uuid.UUID) -> Answer:
    """Sends the report, once everything is answered that has to be."""
    pages_of(which)
    kept = report_drafts.load(draft, which)
    if kept is None:
        # Sent a moment ago, by the first of two presses.
        return redirect(url_for(".reports"), 303)
    if settled := settled_days(sent_so_far(kept), request.form):
        kept.put([name for name, _ in settled], settled)
        report_drafts.store(draft, kept)
    sent = sent_so_far(kept)
    days = open_questions(sent, request.form)
    if "lang" in request.form:
        return _page(draft, kept)
    if sent.kind not in offered_kinds(which):
        return redirect(url_for(".report_part", which=which, draft=draft, part=pages_of(which).parts[0].name), 303)
    unsaid = [] if kept.said_no else silences(sent, kept.seen)
    if unsaid:
        kept.seen = [*kept.seen, *(one.mark for one in unsaid)]
        report_drafts.store(draft, kept)
    return (_page(draft, kept, asked=True, unsaid=unsaid), 409) if days or unsaid else _send(draft, kept, sent)


def review_again(which: str, draft: uuid.UUID) -> Answer:
    """The page once more, after signing in anew."""
    return report_review(which, draft)


def _send(draft: uuid.UUID, kept: ReportDraft, sent: SentReport) -> Answer:
    command = replace(report_of(sent), origin=origin_of_form(f"{current_actor().account_id} {draft.hex}"))
    another = kept.form.get(ANOTHER) == "y"
    command = replace(command, again=Again.OTHER) if another else command
    question = None if another else look(question_about, command, today=now().date())
    answer = request.form.get(AGAIN, "")
    if question is not None and answer not in answers_to(question):
        return _page(draft, kept, question=question), 409
    try:
        receipt = act(
            report_with_photos,
            answered(command, answer) if question else command,
            photos_to_send(kept),
            store_limit=shared().settings.photo_store_limit,
            now=now(),
        )
    except Refused as refusal:
        return _page(draft, kept, message=error_words(refusal.code, refusal.params)), 400
    report_drafts.forget(draft)
    return render_template("reported.html", receipt=receipt, which=kept.which, at=now())


def _page(
    draft: uuid.UUID,
    kept: ReportDraft,
    *,
    asked: bool = False,
    unsaid: Sequence[Silence] = (),
    question: ReportQuestion | None = None,
    message: str = "",
) -> str:
    sent = sent_so_far(kept)
    return render_template(
        "report_review.html",
        pages=pages_of(kept.which),
        draft=draft,
        photos=kept.photos,
        parts=[_reviewed(part, sent) for part in pages_of(kept.which).parts],
        days=open_questions(sent, request.form),
        given=given_answers(sent, request.form),
        asked=asked,
        unsaid=unsaid,
        question=question,
        message=message or (error_words("person_said_no") if kept.said_no else ""),
        said_no=kept.said_no,
    )


def _reviewed(part: ReportPart, sent: SentReport) -> ReviewedPart:
    blank = documents_of(sent.only(()))
    fields = []
    for row in asked_now(sent.only(part.rows)):
        said = _stored(row, sent, answer_to(row, sent, setting(), blank[row.section]))
        values = shown(row, said.value, said.note, said.parts) if _was_typed(row, sent) else ()
        if values or part.name in _FOR_THE_PERSON:
            fields.append(ReviewedField(reported_label(row.path, sent.which), values, _beside(row, sent, values)))
    return ReviewedPart(part.name, tuple(fields))


def _stored(row: FieldRow, sent: SentReport, said: Answered) -> Answered:
    """What is stored of a list of names or numbers: what is none stays among the words of the list."""
    if row.path not in _TAKEN or sent.kind not in offered_kinds(sent.which):
        return said
    document = getattr(taken_report(report_of(sent)), _TAKEN[row.path])
    return Answered(value_at(document, row.path), note_of(document, row.path), part_notes(document, row.path))


def _was_typed(row: FieldRow, sent: SentReport) -> bool:
    typed = sent.fields[row.path]
    return any(texts(typed, part) for part in typed)


def _beside(row: FieldRow, sent: SentReport, values: tuple[Value, ...]) -> str:
    """What was typed, where it was read; empty where it stands in what was understood as it is."""
    typed = list(_texts_of(row, sent))
    told = " ".join(f"{one.text} {one.note}" for one in values).casefold()
    return "" if all(one.casefold() in told for one in typed) else " · ".join(typed)


def _texts_of(row: FieldRow, sent: SentReport) -> list[str]:
    if row.widget is not Widget.ITEMS:
        return _read_texts(row, sent.fields[row.path])
    return [
        one
        for parts in sent.standing(row).values()
        for part in asked_parts(row)
        for one in _read_texts(part, parts.get(part.path, {}))
    ]


def _read_texts(row: FieldRow, typed: Typed) -> list[str]:
    if row.widget not in _READ:
        return []
    return [one for part in typed if part not in (ANSWER, "calendar", "around") for one in texts(typed, part)]
