"""Photos of a person who is being reported: read and kept sealed beside the draft, and sent with the report."""

import uuid

import msgspec
from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.commands import AddPhoto
from search.errors import Refused
from search.photos.photo_limits import PHOTOS_OF_A_RECORD
from search.vocabulary import LIVING_KINDS, PhotoKind, ReportKind
from web.context import shared
from web.error_pages import status_of
from web.labels import error_words
from web.partner import report_drafts
from web.partner.photo_forms import LivingPhotoForm, PhotoForm, form_for
from web.partner.report_drafts import DraftPhoto, ReportDraft
from web.partner.report_parts import pages_of
from web.photos import jpeg, read_photo, sent_photo

# Whose record a photo of a draft will hang on is known when the report is sent.
_NO_RECORD = uuid.UUID(int=0)


class _KeptPicture(msgspec.Struct, frozen=True):
    picture: bytes
    preview: bytes


def add_draft_photos(pages: Blueprint) -> None:
    """Gives a portal the page of photos among the parts of a report."""
    address = "/report/<which>/<uuid:draft>/photos"
    pages.add_url_rule(address, "draft_photos", draft_photos, methods=["GET"])
    pages.add_url_rule(address, "add_draft_photo", add_draft_photo, methods=["POST"])
    pages.add_url_rule(f"{address}/<uuid:photo>/remove", "remove_draft_photo", remove_draft_photo, methods=["POST"])
    pages.add_url_rule(f"{address}/<uuid:photo>/preview.jpg", "draft_preview", draft_preview, methods=["GET"])


def takes_photos(which: str) -> bool:
    """Whether photos are asked for: somebody whom a witness saw is not there to agree to one."""
    return which != ReportKind.WITNESS


def draft_photos(which: str, draft: uuid.UUID) -> str:
    """The photos that were added so far, and a form for one more."""
    return _page(which, draft, _form(which))


def add_draft_photo(which: str, draft: uuid.UUID) -> Response | tuple[str, int]:
    """Keeps a photo beside the draft, or says what is wrong with it; what was typed is kept."""
    form, kept = _form(which)(request.form), _draft(which, draft)
    if not form.validate():
        return _page(which, draft, form), 400
    try:
        _keep(draft, kept, form)
    except Refused as refused:
        return _page(which, draft, form, error_words(refused.code, refused.params)), status_of(refused)
    return redirect(url_for(".draft_photos", which=which, draft=draft, added=1), 303)


def remove_draft_photo(which: str, draft: uuid.UUID, photo: uuid.UUID) -> Response:
    """Forgets a photo that was not sent."""
    kept = _draft(which, draft)
    kept.photos = [one for one in kept.photos if one.key != photo]
    report_drafts.store(draft, kept)
    report_drafts.forget_picture(photo)
    return redirect(url_for(".draft_photos", which=which, draft=draft), 303)


def draft_preview(which: str, draft: uuid.UUID, photo: uuid.UUID) -> Response:
    """The small picture; of a body there is none in any list."""
    shown = {one.key for one in _draft(which, draft).photos if one.kind != PhotoKind.POST_MORTEM}
    content = report_drafts.picture(photo) if photo in shown else None
    return jpeg(msgspec.msgpack.decode(content, type=_KeptPicture).preview) if content else abort(404)


def photos_to_send(kept: ReportDraft) -> list[AddPhoto]:
    """The photos of a draft as commands; their record is that of the report."""
    commands = []
    for one in kept.photos:
        content = report_drafts.picture(one.key)
        if content is None:
            continue
        shown = msgspec.msgpack.decode(content, type=_KeptPicture)
        commands.append(
            AddPhoto(
                record_id=_NO_RECORD,
                kind=PhotoKind(one.kind),
                words=one.words,
                taken=one.taken,
                agreed=one.agreed,
                placeless=one.placeless,
                picture=shown.picture,
                preview=shown.preview,
            )
        )
    return commands


def _keep(draft: uuid.UUID, kept: ReportDraft, form: PhotoForm) -> None:
    if len(kept.photos) >= PHOTOS_OF_A_RECORD:
        raise Refused("photos_full", limit=PHOTOS_OF_A_RECORD)
    agreed = isinstance(form, LivingPhotoForm) and bool(form.agreed.data)
    if isinstance(form, LivingPhotoForm) and not agreed:
        raise Refused("photo_needs_agreement")
    read = read_photo(sent_photo())
    key = uuid.uuid4()
    report_drafts.keep_picture(key, msgspec.msgpack.encode(_KeptPicture(read.picture, read.preview)))
    said = DraftPhoto(
        key=key,
        kind=form.photo_kind().value,
        words=form.words.data,
        taken=form.taken.data,
        agreed=agreed,
        placeless=isinstance(form, LivingPhotoForm) and bool(form.placeless.data),
    )
    kept.photos = [*kept.photos, said]
    report_drafts.store(draft, kept)


def _form(which: str) -> type[PhotoForm]:
    kinds = pages_of(which).kinds
    return form_for(next(iter(kinds & LIVING_KINDS), ReportKind.MORTUARY)) if takes_photos(which) else abort(404)


def _draft(which: str, draft: uuid.UUID) -> ReportDraft:
    pages_of(which)
    return report_drafts.load(draft, which) or ReportDraft(which=which)


def _page(which: str, draft: uuid.UUID, form: PhotoForm | type[PhotoForm], message: str = "") -> str:
    return render_template(
        "draft_photos.html",
        pages=pages_of(which),
        draft=draft,
        photos=_draft(which, draft).photos,
        most=PHOTOS_OF_A_RECORD,
        form=form() if isinstance(form, type) else form,
        message=message,
        megabytes=shared().settings.photo_megabytes,
    )
