"""What can be listened to on a page: each sentence of it that somebody recorded, in the reader's language.

Nothing is loaded before play is pressed. What is loaded then is named by the digest of its sound: it is the same for
everybody, so it may be kept, and who asks for it is not looked at.
"""

from dataclasses import dataclass

from flask import Blueprint, url_for
from werkzeug.wrappers import Response

from search.recordings.kept_recordings import recorded
from web.context import look
from web.locale import language
from web.recordings import sound
from web.security import let_play
from web.spoken_sentences import spoken_on, words_by_code

listening_pages = Blueprint("listening", __name__)


@listening_pages.get("/listen/<digest>.opus")
def play(digest: str) -> Response:
    """One sentence, read aloud."""
    return sound(digest)


@dataclass(frozen=True, slots=True)
class Heard:
    """Something that can be listened to: the address of its sound, and its words."""

    address: str
    words: str


def heard(page: str) -> dict[str, object]:
    """What a page plays: everything on it that is recorded by its words, by its name there; and whether that is all."""
    spoken, words = spoken_on(page), words_by_code(language())
    digests = look(recorded, language(), {one.code: words[one.code] for one in spoken})
    if digests:
        let_play()
    recordings = {
        one.name: Heard(url_for("listening.play", digest=digests[one.code]), words[one.code])
        for one in spoken
        if one.code in digests
    }
    return {"recordings": recordings, "not_recorded": len(spoken) - len(recordings)}
