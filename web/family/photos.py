"""A family's photos of its search: look at them, add one, say what it shows and who may be shown it, remove it."""

import uuid
from functools import partial

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.access import ActorKind
from search.commands import AddPhoto, ChangePhoto, DescribePhoto
from search.errors import Refused
from search.filing.record_photos import (
    change_photo,
    describe_photo,
    own_picture,
    own_preview,
    read_own_photo,
    read_own_photos,
)
from search.photos.photo_summaries import PhotoSummary
from search.photos.picture_reading import ReadPicture
from search.vocabulary import PhotoKind, PhotoUse
from web.context import act, look, now, shared
from web.error_pages import status_of
from web.family.course import with_mark
from web.family.own_case import CHANGING, own_case
from web.family.photo_forms import PhotoForm, UseForm, chosen_kind, chosen_use
from web.family.photo_subjects import described
from web.labels import error_words
from web.locale import gettext
from web.photos import jpeg, keep_photo, remove_photo_for_good, sent_photo
from web.session_cookies import current_actor

photo_pages = Blueprint("photos", __name__, url_prefix="/case/photos", template_folder="templates")


@photo_pages.get("")
def show() -> str:
    """The photos of the search, and a form for one more; who comes from a mark has its words there."""
    return _page(PhotoForm(data=described(CHANGING)))


@photo_pages.post("")
def add() -> Response | tuple[str, int]:
    """Adds a photo, or says what is wrong with it; what was typed is kept."""
    form = PhotoForm(request.form)
    if not form.validate():
        return _page(form), 400
    try:
        photo_id = keep_photo(own_case(), sent_photo(), partial(_command, form))
    except Refused as refused:
        return _page(form, error_words(refused.code, refused.params)), status_of(refused)
    # The picture is kept whatever was said of it; what it shows is asked next, where nobody said it.
    if chosen_kind(form.kind.data) is None:
        return redirect(url_for(".about", photo_id=photo_id, added=1), 303)
    return _to_permission(photo_id, "added")


def _to_permission(photo_id: uuid.UUID, mark: str) -> Response:
    """Who may be shown it is asked next, of whoever decides that: until then only the committee."""
    decides = current_actor().kind is ActorKind.FAMILY
    address = url_for(".photo", photo_id=photo_id) if decides else url_for(".show")
    return redirect(with_mark(address, mark), 303)


@photo_pages.get("/<uuid:photo_id>/about")
def about(photo_id: uuid.UUID) -> str:
    """What was said of a photo, to be said in another way."""
    photo = act(read_own_photo, photo_id, now=now()).photo
    said = {"kind": photo.kind.value, "words": photo.words, "taken": photo.taken}
    return _about(photo, PhotoForm(data=said))


@photo_pages.post("/<uuid:photo_id>/about")
def describe(photo_id: uuid.UUID) -> Response | tuple[str, int]:
    """Keeps what is said of a photo now."""
    form = PhotoForm(request.form)
    if not form.validate():
        return _about(act(read_own_photo, photo_id, now=now()).photo, form), 400
    said = DescribePhoto(
        photo_id=photo_id, kind=chosen_kind(form.kind.data), words=form.words.data, taken=form.taken.data
    )
    act(describe_photo, said, now=now())
    return _to_permission(photo_id, "described")


def describe_again(photo_id: uuid.UUID) -> str:
    """What was typed of a photo, once more; nothing is changed yet."""
    return _about(act(read_own_photo, photo_id, now=now()).photo, PhotoForm(request.form))


def add_again() -> str:
    """What was typed beside a photo, once more; the photo itself was not kept."""
    return _page(PhotoForm(request.form), gettext("What you wrote is here. Please choose the photo again."))


@photo_pages.get("/<uuid:photo_id>")
def photo(photo_id: uuid.UUID) -> str:
    """One photo, large, with its permission."""
    own = act(read_own_photo, photo_id, now=now())
    form = UseForm(data={"use": own.photo.use})
    return render_template("photo.html", photo=own.photo, form=form)


def change_again(photo_id: uuid.UUID) -> str:
    """The permission that was chosen, once more; nothing is changed yet."""
    own = act(read_own_photo, photo_id, now=now())
    return render_template("photo.html", photo=own.photo, form=UseForm(request.form))


@photo_pages.post("/<uuid:photo_id>")
def change(photo_id: uuid.UUID) -> Response:
    """Keeps another permission."""
    use = chosen_use(request.form.get("use", ""))
    act(change_photo, ChangePhoto(photo_id=photo_id, use=use), now=now())
    return redirect(url_for(".photo", photo_id=photo_id, saved=1), 303)


@photo_pages.get("/<uuid:photo_id>/remove")
def ask_remove(photo_id: uuid.UUID) -> str:
    """Asks before a photo is removed."""
    return render_template("photo_remove.html", photo=act(read_own_photo, photo_id, now=now()).photo)


@photo_pages.post("/<uuid:photo_id>/remove")
def remove(photo_id: uuid.UUID) -> Response:
    """Removes a photo for good."""
    remove_photo_for_good(photo_id)
    return redirect(url_for(".show", removed=1), 303)


@photo_pages.get("/<uuid:photo_id>/preview.jpg")
def preview(photo_id: uuid.UUID) -> Response:
    """The small picture."""
    return jpeg(look(own_preview, photo_id))


@photo_pages.get("/<uuid:photo_id>/picture.jpg")
def picture(photo_id: uuid.UUID) -> Response:
    """The large picture."""
    return jpeg(act(own_picture, photo_id, now=now()))


def _page(form: PhotoForm, message: str = "") -> str:
    own = act(read_own_photos, own_case(), now=now())
    megabytes = shared().settings.photo_megabytes
    return render_template("photos.html", own=own, form=form, message=message, megabytes=megabytes)


def _about(photo: PhotoSummary, form: PhotoForm) -> str:
    return render_template("photo_about.html", photo=photo, form=form)


def _command(form: PhotoForm, read: ReadPicture) -> AddPhoto:
    return AddPhoto(
        record_id=own_case(),
        kind=chosen_kind(form.kind.data) or PhotoKind.UNSAID,
        words=form.words.data,
        taken=form.taken.data,
        use=PhotoUse.COMMITTEE,
        picture=read.picture,
        preview=read.preview,
    )
