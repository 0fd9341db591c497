"""Ordinary questions to whoever reports: two a month, the same for every organisation."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.asking.reporter_asking import REPLIES, answer_reporter_questions, read_reporter_questions
from search.asking_commands import AnswerReporterQuestions
from search.vocabulary import ReporterReply
from web.context import act, look, now


def add_questions(pages: Blueprint) -> None:
    """Gives a portal the page."""
    pages.add_url_rule("/questions", "questions", questions)
    pages.add_url_rule("/questions", "answer_questions", answer_questions, methods=["POST"])


def questions() -> str:
    """The questions of this month, and what was answered."""
    return _page(saved="saved" in request.args)


def answer_questions() -> Response | tuple[str, int]:
    """Keeps the answers; a question may be left."""
    asked = look(read_reporter_questions, now=now())
    sent = {one: request.form.get(one.value, "") for one in asked.questions}
    answers = {one: ReporterReply(reply) for one, reply in sent.items() if reply in REPLIES[one]}
    if not answers:
        return _page(nothing=True), 400
    act(answer_reporter_questions, AnswerReporterQuestions(answers=answers), now=now())
    return redirect(url_for(".questions", saved=1), 303)


def _page(*, saved: bool = False, nothing: bool = False) -> str:
    asked = look(read_reporter_questions, now=now())
    return render_template("questions.html", asked=asked, replies=REPLIES, saved=saved, nothing=nothing)
