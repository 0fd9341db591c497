"""From a stranger's bytes to two pictures of ours, in a confined child: before any transaction, never within one."""

from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec

from search.confined.limits import Limits
from search.errors import ConfinedFailed, Refused
from search.photos.photo_limits import CHILD_ANSWER_BYTES, CHILD_MEMORY_BYTES, CHILD_SECONDS
from search.photos.picture_answer import PictureAnswer

Runner = Callable[[str, bytes, Limits], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPicture:
    """One picture as JPEG, large and small, with nothing in it but what it shows."""

    picture: bytes = field(repr=False)
    preview: bytes = field(repr=False)


def read_picture(run: Runner, content: bytes, *, most_bytes: int) -> ReadPicture:
    """The picture of a file that somebody sent. `run` does a task in a confined child (`search.confined`).

    Raises Refused with what is wrong with it, and Busy where other files are being read.
    """
    if not content:
        raise Refused("choose_a_photo")
    if len(content) > most_bytes:
        raise Refused("photo_too_large", megabytes=most_bytes // (1024 * 1024))
    limits = Limits(
        memory_bytes=CHILD_MEMORY_BYTES,
        cpu_seconds=CHILD_SECONDS,
        wall_seconds=CHILD_SECONDS * 2,
        input_bytes=most_bytes,
        output_bytes=CHILD_ANSWER_BYTES,
    )
    try:
        answer = _taken(run("picture", content, limits))
    except (ConfinedFailed, msgspec.DecodeError) as failed:
        # Ended by a limit, or by itself: a file that does that is no photo.
        raise Refused("photo_unreadable") from failed
    if answer.code:
        raise Refused(answer.code)
    return ReadPicture(picture=answer.picture, preview=answer.preview)


def _taken(output: bytes) -> PictureAnswer:
    return msgspec.msgpack.decode(output, type=PictureAnswer)
