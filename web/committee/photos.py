"""Photos of a pair, among the committee's pages: one at a time, never beside the list of pairs."""

import uuid

from flask import render_template, request
from werkzeug.wrappers import Response

from search.commands import OpenPhoto
from search.review.pair_photos import open_photo, picture_of_pair
from web.committee.blueprint import pages
from web.context import act, now
from web.photos import jpeg


@pages.get("/cards/<uuid:proposal_id>/photos/<uuid:photo_id>")
def photo(proposal_id: uuid.UUID, photo_id: uuid.UUID) -> str:
    """One photo; that of a body only once it was asked for on this page."""
    opened = act(open_photo, OpenPhoto(proposal_id=proposal_id, photo_id=photo_id), now=now())
    return render_template("pair_photo.html", opened=opened, photo=opened.photo, asked="shown" in request.args)


@pages.get("/cards/<uuid:proposal_id>/photos/<uuid:photo_id>/picture.jpg")
def photo_picture(proposal_id: uuid.UUID, photo_id: uuid.UUID) -> Response:
    """The picture; that it was seen is written down."""
    return jpeg(act(picture_of_pair, OpenPhoto(proposal_id=proposal_id, photo_id=photo_id), now=now()))
