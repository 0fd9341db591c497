"""Photos of the organisation's own reports: send one as it is, list what there is, remove one."""

import uuid
from functools import partial

from flask import Blueprint, Response, request

from search.commands import AddPhoto
from search.filing.record_photos import read_own_photos
from search.photos.picture_reading import ReadPicture
from web.api.json_bodies import answer, asked_for, require_media_type
from web.api.openapi import Operation
from web.api.photo_schemas import PhotoAdded, PhotoAsked, PhotoOut, PhotosOut
from web.context import act, now
from web.photos import keep_photo, remove_photo_for_good

photo_addresses = Blueprint("photos", __name__)
_ADDRESS = "/v1/reports/<uuid:report_id>/photos"
_ONE = "/v1/photos/<uuid:photo_id>"
# What a photo may be called; what it is, its content says. Programs that call it nothing are taken at that.
_PICTURES = ("image/jpeg", "image/png", "image/webp", "image/heic")
_UNNAMED = ("", "application/octet-stream", "image/jpg", "image/heif")


@photo_addresses.post(_ADDRESS)
def add(report_id: uuid.UUID) -> Response:
    """Add a photo to a report: the file itself as the body.

    Idempotent: the same picture sent twice is one. What is kept is a new picture without place, time or camera.
    """
    require_media_type(*_PICTURES, *_UNNAMED)
    asked = asked_for(PhotoAsked)
    photo_id = keep_photo(report_id, request.get_data(cache=False), partial(_command, report_id, asked))
    return answer(PhotoAdded(photo_id=photo_id), 201)


@photo_addresses.get(_ADDRESS)
def own(report_id: uuid.UUID) -> Response:
    """List the photos of a report, without the pictures."""
    listed = act(read_own_photos, report_id, now=now()).photos
    return answer(
        PhotosOut(photos=tuple(PhotoOut(photo_id=one.photo_id, kind=one.kind, added_at=one.added_at) for one in listed))
    )


@photo_addresses.delete(_ONE)
def remove(photo_id: uuid.UUID) -> Response:
    """Remove a photo of a report for good.

    It cannot be brought back. 404 for one that is not there, not of a report of yours, or removed already.
    """
    remove_photo_for_good(photo_id)
    return Response(status=204)


def _command(report_id: uuid.UUID, asked: PhotoAsked, read: ReadPicture) -> AddPhoto:
    return AddPhoto(
        record_id=report_id,
        kind=asked.kind,
        words=asked.words,
        taken=asked.taken,
        agreed=asked.agreed,
        placeless=asked.placeless,
        picture=read.picture,
        preview=read.preview,
    )


OPERATIONS = (
    Operation(
        method="POST",
        path=_ADDRESS,
        tag="Photos",
        view=add,
        query=PhotoAsked,
        files=_PICTURES,
        answers={201: (PhotoAdded, "The photo is kept.")},
    ),
    Operation(
        method="GET", path=_ADDRESS, tag="Photos", view=own, answers={200: (PhotosOut, "The photos of the report.")}
    ),
    Operation(method="DELETE", path=_ONE, tag="Photos", view=remove, answers={204: (None, "The photo is gone.")}),
)
