"""A family says whether and how it is told that a day of questions came."""

import datetime
from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from i18n.offered_languages import offered
from search.asking.adapters.choice import channels_of
from search.asking.notice_choosing import address_in, choose_notices, chosen_notices, end_notices
from search.asking_commands import ChooseNotices
from search.vocabulary import NoticeChannel, NoticeHours
from web.context import act, look, now, shared
from web.family.own_case import own_case
from web.labels.notice_text import language_of_notice_text, notice_text
from web.locale import gettext, language

notice_pages = Blueprint("notices", __name__, url_prefix="/case/notices", template_folder="templates")

_HALF_A_DAY, _A_DAY = 12, 24


@dataclass(frozen=True, slots=True)
class Typed:
    """What was chosen and typed."""

    channel: str = ""
    address: str = ""
    hours: str = ""
    clock: str = ""


@notice_pages.get("")
def show() -> str:
    """What is sent, how it is now, and the choice."""
    return _page(done=next((name for name in ("saved", "taken") if name in request.args), ""))


@notice_pages.post("")
def choose() -> Response | tuple[str, int]:
    """Keeps the choice, bound to the text that was read."""
    typed = _typed()
    problems = _problems(typed)
    if problems:
        return _page(typed, problems), 400
    digest = bytes.fromhex(request.form["text"]) if _is_hex(request.form.get("text", "")) else b""
    tag = language_of_notice_text(digest, [row.tag for row in offered()])
    if not tag:
        return _page(typed, changed=True), 409
    act(choose_notices, _command(typed, digest, tag), now=now())
    return redirect(url_for("notices.show", saved=1), 303)


@notice_pages.post("/take-back")
def take_back() -> Response:
    """Nothing more is sent."""
    act(end_notices, own_case(), now=now())
    return redirect(url_for("notices.show", taken=1), 303)


def choose_again() -> str:
    """What was typed, once more, after signing in again."""
    return _page(_typed())


def _page(
    typed: Typed | None = None,
    problems: dict[str, str] | None = None,
    *,
    changed: bool = False,
    done: str = "",
) -> str:
    return render_template(
        "notices.html",
        typed=typed or Typed(),
        problems=problems or {},
        changed=changed,
        done=done,
        chosen=look(chosen_notices, own_case()),
        text=notice_text(language()),
        channels=channels_of(shared().settings),
        hours=tuple(NoticeHours),
        clocks=[f"{hour:02}" for hour in range(_A_DAY)],
    )


def _typed() -> Typed:
    form = request.form
    return Typed(*(form.get(name, "").strip() for name in ("channel", "address", "hours", "clock")))


def _problems(typed: Typed) -> dict[str, str]:
    """What is missing or cannot be read, by the field."""
    found = {}
    if typed.channel not in {one.value for one in channels_of(shared().settings)}:
        found["channel"] = gettext("Please choose how you want to be told.")
    elif not address_in(NoticeChannel(typed.channel), typed.address):
        found["address"] = _address_problem(NoticeChannel(typed.channel))
    if typed.hours not in set(NoticeHours):
        found["hours"] = gettext("Please choose at what time of the day.")
    if not typed.clock.isdigit() or int(typed.clock) >= _A_DAY:
        found["clock"] = gettext("Please choose what your clock shows now.")
    return found


def _address_problem(channel: NoticeChannel) -> str:
    if channel is NoticeChannel.EMAIL:
        return gettext("This cannot be read as an e-mail address. Please look at it again.")
    return gettext("This cannot be read as one telephone number. Please write it with + and the country's number.")


def _command(typed: Typed, digest: bytes, tag: str) -> ChooseNotices:
    return ChooseNotices(
        case_id=own_case(),
        channel=NoticeChannel(typed.channel),
        address=typed.address,
        hours=NoticeHours(typed.hours),
        utc_hours=_ahead_of_utc(int(typed.clock), now()),
        text_digest=digest,
        language=tag,
    )


def _ahead_of_utc(clock: int, moment: datetime.datetime) -> int:
    """How far a clock that shows this hour is ahead: between -12 and 11."""
    return (clock - moment.hour + _HALF_A_DAY) % _A_DAY - _HALF_A_DAY


def _is_hex(text: str) -> bool:
    try:
        return bool(bytes.fromhex(text))
    except ValueError:
        return False
