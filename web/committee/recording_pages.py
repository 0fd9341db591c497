"""Sentences of families' pages, read aloud by a committee: how it is done, which are there, sending and taking away.

Recordings belong to the installation: every committee's coordinators see all of them, and each may record one anew.
"""

import uuid

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from i18n.offered_languages import offered
from search.errors import Refused
from search.recordings.kept_recordings import (
    KeepRecording,
    count_recorded,
    keep_recording,
    list_recordings,
    remove_recording,
)
from search.recordings.speech_file import MOST_BYTES, MOST_SENT, read_speech
from web.committee.blueprint import pages
from web.context import act, look, now, scrub
from web.labels import error_words
from web.recordings import sound
from web.security import let_play
from web.spoken_sentences import all_spoken, words_by_code

FILE = "recording"


@pages.get("/recordings")
def recordings() -> str:
    """How one records, and how many sentences of each language are recorded."""
    words = {row.tag: words_by_code(row.tag) for row in _languages()}
    counts = look(count_recorded, words)
    return render_template(
        "recordings.html", rows=_languages(), counts=counts, words=words, kilobytes=MOST_BYTES // 1000
    )


@pages.get("/recordings/<tag>")
def recordings_in(tag: str) -> str:
    """Every sentence in one language, with its recording."""
    return _page(_spoken(tag))


@pages.post("/recordings/<tag>")
def record(tag: str) -> Response | tuple[str, int]:
    """Keeps a recording of a sentence, or takes one away."""
    row = _spoken(tag)
    if "remove" in request.form:
        return _remove(tag)
    code = request.form.get("sentence", "")
    if code not in words_by_code(tag):
        abort(404)
    try:
        # Read before the transaction begins: nothing of a stranger's file is looked at within one.
        speech = read_speech(_sent(), all_spoken()[code].sentences)
        said = KeepRecording(language=tag, sentence=code, words=words_by_code(tag)[code], speech=speech)
        act(keep_recording, said, now=now())
    except Refused as refused:
        return _page(row, code, error_words(refused.code)), 400
    return redirect(url_for(".recordings_in", tag=tag, kept=code, _anchor=code), 303)


@pages.get("/recordings/heard/<digest>.opus")
def recording(digest: str) -> Response:
    """One recording, to listen to it."""
    return sound(digest)


def _remove(tag: str) -> Response:
    try:
        recording_id = uuid.UUID(request.form["remove"])
    except ValueError:
        abort(404)
    act(remove_recording, tag, recording_id, now=now())
    # The sound is a person's voice: it goes from the database's files too.
    scrub(("recordings",))
    return redirect(url_for(".recordings_in", tag=tag, removed=1), 303)


def _sent() -> bytes:
    """The beginning of the file, which is as much as one may have; empty where none was chosen."""
    file = request.files.get(FILE)
    return b"" if file is None else file.read(MOST_SENT + 1)


def _languages() -> tuple[LocaleRow, ...]:
    return tuple(offered(Catalogue.FAMILY))


def _spoken(tag: str) -> LocaleRow:
    """The language of this tag, which families are offered."""
    return next((row for row in _languages() if row.tag == tag), None) or abort(404)


def _page(row: LocaleRow, wrong: str = "", message: str = "") -> str:
    words = words_by_code(row.tag)
    kept = look(list_recordings, row.tag, words)
    let_play()
    return render_template(
        "recordings_in.html",
        row=row,
        words=words,
        kept={one.sentence: one for one in kept if one.sentence in words},
        past=[one for one in kept if one.sentence not in words],
        wrong=wrong,
        message=message,
        saved=request.args.get("kept", ""),
        removed="removed" in request.args,
        kilobytes={code: MOST_BYTES * one.sentences // 1000 for code, one in all_spoken().items()},
    )
