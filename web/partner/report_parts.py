"""One person reported part by part, by the kind of place: saved before it is judged, a draft until it is sent."""

import uuid

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from search.errors import Refused
from search.fields.report_pages import ReportPages, ReportPart, report_pages
from search.vocabulary import ReportKind
from web.fields.drawing import control_name, suggested
from web.labels import error_words
from web.labels.report_parts import part_why
from web.partner import picture_page, report_drafts
from web.partner.picture_page import pictured_element
from web.partner.report_checking import unread
from web.partner.report_drafts import ReportDraft
from web.partner.report_fields import KIND, REMOVED, WHICH, SentReport, may_report, offered_kinds, sent_report
from web.partner.report_page import drawn_fields, kind_field, with_fields_within
from web.pictures.body_choices import with_spots_read

Answer = str | Response | tuple[str, int]

_CHANGES = ("add", "remove", "restore", picture_page.BACK)
_TO, _PHOTOS = "to", "photos"


def add_report_parts(pages: Blueprint) -> None:
    """Gives a portal the choice of a kind of place and the parts of each."""
    part = "/report/<which>/<uuid:draft>/<part>"
    pages.add_url_rule("/report", "report_kinds", report_kinds, methods=["GET"])
    pages.add_url_rule(part, "report_part", report_part, methods=["GET"])
    pages.add_url_rule(part, "keep_part", keep_part, methods=["POST"])
    pages.add_url_rule("/report/<which>/<uuid:draft>/forget", "forget_draft", forget_draft, methods=["POST"])


def report_kinds() -> str:
    """Asks where the person was met, and shows what was begun and not sent."""
    allowed = frozenset(may_report())
    offered = [pages.code for pages in report_pages().values() if pages.kinds & allowed]
    begun = [one for one in report_drafts.begun() if one.which in offered]
    whole = [which for which in WHICH if offered_kinds(which)]
    return render_template("report_kinds.html", offered=offered, begun=begun, whole=whole)


def begin(which: str, fields: report_drafts.Sent | None = None) -> Response:
    """A new draft of a kind of place at its first part, with what is known already."""
    first, key = pages_of(which).parts[0].name, uuid.uuid4()
    if fields:
        report_drafts.store(key, ReportDraft(which=which, fields=fields))
    return redirect(url_for(".report_part", which=which, draft=key, part=first), 303)


def report_part(which: str, draft: uuid.UUID, part: str) -> str:
    """One part with what was typed before."""
    kept = report_drafts.load(draft, which) or ReportDraft(which=which)
    return _part_page(draft, kept, _part(which, part))


def keep_part(which: str, draft: uuid.UUID, part: str) -> Answer:
    """Saves a part, then goes on, elsewhere, or back to what cannot be read."""
    asked, form = _part(which, part), with_spots_read(request.form)
    kept = report_drafts.load(draft, which) or ReportDraft(which=which)
    _put(kept, asked, form)
    try:
        report_drafts.store(draft, kept)
    except Refused as refusal:
        return _part_page(draft, kept, asked, message=error_words(refusal.code, refusal.params)), 400
    sent = _looked_at(kept, asked)
    if picture_page.ASK in form or {"lang", picture_page.BACK} <= set(form):
        return _pictures(draft, sent, asked, form)
    if any(button in form for button in _CHANGES) or "lang" in form:
        return _part_page(draft, kept, asked, added=form.get("add", ""))
    if form.get(_TO) == "home":
        return redirect(url_for(".report_kinds"), 303)
    if set(unread(sent)) - set(kept.seen) or _kind_is_open(sent, asked):
        kept.seen = [*dict.fromkeys([*kept.seen, *unread(sent)])]
        report_drafts.store(draft, kept)
        return _part_page(draft, kept, asked, check=True), 400
    if kept.said_no and not form.get(_TO):
        return redirect(url_for(".report_review", which=which, draft=draft), 303)
    return redirect(_following(which, draft, asked, form.get(_TO, "")), 303)


def part_again(which: str, draft: uuid.UUID, part: str) -> str:
    """A part with what was typed when the visit had ended; nothing is sent off."""
    asked = _part(which, part)
    kept = report_drafts.load(draft, which) or ReportDraft(which=which)
    _put(kept, asked, with_spots_read(request.form))
    report_drafts.store(draft, kept)
    return _part_page(draft, kept, asked)


def forget_draft(which: str, draft: uuid.UUID) -> Response | str:
    """Forgets what was begun, once it was asked; nothing of it was sent."""
    pages_of(which)
    if "sure" not in request.form:
        return render_template("report_forget.html", which=which, draft=draft)
    report_drafts.forget(draft)
    return redirect(url_for(".report_kinds"), 303)


def pages_of(which: str) -> ReportPages:
    """The parts of a kind of place that this organisation may report from."""
    pages = report_pages().get(which)
    return pages if pages is not None and offered_kinds(which) else abort(404)


def sent_so_far(kept: ReportDraft) -> SentReport:
    """All that was typed; the only kind of report that the form files is chosen."""
    return sent_report(kept.which, kept.form, offered_kinds(kept.which))


def _part(which: str, name: str) -> ReportPart:
    return pages_of(which).part(name) or abort(404)


def _looked_at(kept: ReportDraft, asked: ReportPart) -> SentReport:
    return sent_so_far(kept).only(asked.rows)


def _put(kept: ReportDraft, asked: ReportPart, form: MultiDict[str, str]) -> None:
    """Takes what was sent for a part into the draft, with the elements that its buttons take out and put back."""
    names = [control_name(row.path) for row in asked.rows]
    first = pages_of(kept.which).parts[0] == asked
    kept.put([*names, *([KIND] if first else [])], list(form.items(multi=True)))
    removed = {*form.getlist(REMOVED), *form.getlist("remove")} - {*form.getlist("restore")}
    elsewhere = [one for one in kept.form.getlist(REMOVED) if not report_drafts.stands_under(one, tuple(names))]
    kept.put([REMOVED], [(REMOVED, one) for one in [*elsewhere, *sorted(removed)]])


def _following(which: str, draft: uuid.UUID, asked: ReportPart, to: str) -> str:
    pages = pages_of(which)
    after = pages.part(to) if to else pages.after(asked.name)
    if to == _PHOTOS or (after is None and not to and which != ReportKind.WITNESS):
        return url_for(".draft_photos", which=which, draft=draft)
    if after is None:
        return url_for(".report_review", which=which, draft=draft)
    return url_for(".report_part", which=which, draft=draft, part=after.name)


def _kind_is_open(sent: SentReport, asked: ReportPart) -> bool:
    """Whether the kind of place was asked on this part and not answered."""
    return pages_of(sent.which).parts[0] == asked and sent.kind not in offered_kinds(sent.which)


def _part_page(
    draft: uuid.UUID, kept: ReportDraft, asked: ReportPart, *, added: str = "", check: bool = False, message: str = ""
) -> str:
    pages, sent = pages_of(kept.which), _looked_at(kept, asked)
    offered = offered_kinds(kept.which)
    kind = [kind_field(sent, offered, check=check)] if len(offered) > 1 and asked == pages.parts[0] else []
    fields = [*kind, *drawn_fields(sent, added=added, check=check)]
    every = with_fields_within(fields)
    return render_template(
        "report_part.html",
        pages=pages,
        asked=asked,
        why=part_why(asked.name),
        draft=draft,
        fields=fields,
        every=every,
        lists=suggested(every),
        message=message,
    )


def _pictures(draft: uuid.UUID, sent: SentReport, asked: ReportPart, form: MultiDict[str, str]) -> str:
    row = pictured_element(sent, form) or abort(404)
    action = url_for(".keep_part", which=sent.which, draft=draft, part=asked.name)
    return render_template("pictures_of_row.html", row=row, action=action, back=picture_page.BACK)
