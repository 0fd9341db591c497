"""Photos at every door: asked for, taken from a request, read in a confined child between two transactions, shown."""

import uuid
from collections.abc import Callable, Collection
from functools import partial

from flask import request
from werkzeug.wrappers import Response
from wtforms import Field
from wtforms.validators import ValidationError

from i18n.translate import gettext_noop as _
from search.commands import AddPhoto
from search.errors import Refused
from search.filing.record_photos import add_photo, remove_photo, require_place_for_photo
from search.photos.photo_limits import PATIENCE_SECONDS
from search.photos.picture_reading import ReadPicture, read_picture
from web.context import act, look, now, scrub, shared
from web.session_cookies import current_actor

# The name of the field that holds the file.
FIELD = "photo"


def require_kind(field: Field, offered: Collection[str]) -> None:
    """Asks for an answer to what a photo shows; raises ValidationError."""
    if field.data not in offered:
        raise ValidationError(_("Please say what the photo shows, and choose the photo again."))


def sent_photo() -> bytes:
    """The file of the form; empty where none was chosen."""
    file = request.files.get(FIELD)
    return b"" if file is None else file.read()


def keep_photo(record_id: uuid.UUID, content: bytes, command: Callable[[ReadPicture], AddPhoto]) -> uuid.UUID:
    """Keeps a photo of one's own record: asks first, then reads the file outside any transaction, then stores it.

    Raises Refused with what is wrong with the file or what has no room for it, Busy where this process has enough in
    hand or one of the same sender, and NotFound.
    """
    store_limit = shared().settings.photo_store_limit
    if not content:
        raise Refused("choose_a_photo")
    look(require_place_for_photo, record_id, store_limit=store_limit)
    return act(add_photo, command(read_photo(content)), store_limit=store_limit, now=now())


def read_photo(content: bytes) -> ReadPicture:
    """The picture of a file, read outside any transaction; Refused, and Busy as `keep_photo` raises it."""
    settings, actor = shared().settings, current_actor()
    if not content:
        raise Refused("choose_a_photo")
    run = partial(settings.photo_confinement.run, patience=PATIENCE_SECONDS)
    with shared().photos_in_hand.one(actor.case_id or actor.organisation_id):
        return read_picture(run, content, most_bytes=settings.photo_limit)


def remove_photo_for_good(photo_id: uuid.UUID) -> uuid.UUID:
    """Removes a photo of one's own, from the database's files too; returns the record that it hung on."""
    record_id = act(remove_photo, photo_id, now=now())
    scrub(("photos",))
    return record_id


def jpeg(picture: bytes) -> Response:
    """A picture as an answer; its name says nothing."""
    answer = Response(picture, mimetype="image/jpeg")
    answer.headers["Content-Disposition"] = 'inline; filename="photo.jpg"'
    return answer
