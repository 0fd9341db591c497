"""The sound of a sentence, as families and those who recorded it play it."""

from flask import request
from werkzeug.wrappers import Response

from search.recordings.kept_recordings import sound_of
from web.context import look


def sound(digest: str) -> Response:
    """The sound with this digest, or the part of it that a player asks for; its name says nothing."""
    content = look(sound_of, digest)
    answer = Response(content, mimetype="audio/ogg")
    answer.headers["Content-Disposition"] = 'inline; filename="sentence.opus"'
    return answer.make_conditional(request, accept_ranges=True, complete_length=len(content))
