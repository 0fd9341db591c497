"""The sound of a sentence, as families and those who recorded it play it."""

from flask import request
from werkzeug.wrappers import Response

from search.recordings.kept_recordings import sound_of
from web.context import look
from web.security import let_play


def sound(digest: str) -> Response:
    """The sound with this digest, or the part of it that a player asks for; its name says nothing."""
    content = look(sound_of, digest)
    # A browser that is led here makes a page of its own to play it in.
    let_play()
    answer = Response(content, mimetype="audio/ogg")
    answer.headers["Content-Disposition"] = 'inline; filename="sentence.opus"'
    return answer.make_conditional(request, accept_ranges=True, complete_length=len(content))
