"""An organisation's photos of its own report, among the partner's pages: look at them, add one, remove it."""

import uuid
from functools import partial

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.commands import AddPhoto
from search.errors import Refused
from search.filing.record_photos import own_picture, own_preview, read_own_photo, read_own_photos
from search.photos.picture_reading import ReadPicture
from web.context import act, look, now, shared
from web.error_pages import status_of
from web.labels import error_words
from web.partner.photo_forms import LivingPhotoForm, PhotoForm, form_for
from web.partner.routes import pages
from web.photos import jpeg, keep_photo, remove_photo_for_good, sent_photo

__all__ = ["pages"]


@pages.get("/reports/<uuid:report_id>/photos")
def photos(report_id: uuid.UUID) -> str:
    """The photos of a report, and a form for one more."""
    return _page(report_id)


@pages.post("/reports/<uuid:report_id>/photos")
def add_photo(report_id: uuid.UUID) -> Response | tuple[str, int]:
    """Adds a photo, or says what is wrong with it; what was typed is kept."""
    form = form_for(act(read_own_photos, report_id, now=now()).report_kind)(request.form)
    if not form.validate():
        return _page(report_id, form), 400
    try:
        keep_photo(report_id, sent_photo(), partial(_command, report_id, form))
    except Refused as refused:
        return _page(report_id, form, error_words(refused.code, refused.params)), status_of(refused)
    return redirect(url_for(".photos", report_id=report_id, added=1), 303)


@pages.get("/photos/<uuid:photo_id>")
def photo(photo_id: uuid.UUID) -> str:
    """One photo; that of a body only once it was asked for on this page."""
    own = act(read_own_photo, photo_id, now=now())
    return render_template("report_photo.html", own=own, photo=own.photo, asked="shown" in request.args)


@pages.get("/photos/<uuid:photo_id>/remove")
def ask_remove_photo(photo_id: uuid.UUID) -> str:
    """Asks before a photo is removed."""
    return render_template("report_photo_remove.html", photo=act(read_own_photo, photo_id, now=now()).photo)


@pages.post("/photos/<uuid:photo_id>/remove")
def remove_own_photo(photo_id: uuid.UUID) -> Response:
    """Removes a photo for good."""
    return redirect(url_for(".photos", report_id=remove_photo_for_good(photo_id), removed=1), 303)


@pages.get("/photos/<uuid:photo_id>/preview.jpg")
def photo_preview(photo_id: uuid.UUID) -> Response:
    """The small picture, which those of bodies have in no list."""
    return jpeg(look(own_preview, photo_id))


@pages.get("/photos/<uuid:photo_id>/picture.jpg")
def photo_picture(photo_id: uuid.UUID) -> Response:
    """The large picture."""
    return jpeg(act(own_picture, photo_id, now=now()))


def _page(report_id: uuid.UUID, form: PhotoForm | None = None, message: str = "") -> str:
    own = act(read_own_photos, report_id, now=now())
    return render_template(
        "report_photos.html",
        own=own,
        form=form or form_for(own.report_kind)(),
        message=message,
        megabytes=shared().settings.photo_megabytes,
    )


def _command(report_id: uuid.UUID, form: PhotoForm, read: ReadPicture) -> AddPhoto:
    return AddPhoto(
        record_id=report_id,
        kind=form.photo_kind(),
        words=form.words.data,
        taken=form.taken.data,
        agreed=isinstance(form, LivingPhotoForm) and form.agreed.data,
        placeless=isinstance(form, LivingPhotoForm) and form.placeless.data,
        picture=read.picture,
        preview=read.preview,
    )
