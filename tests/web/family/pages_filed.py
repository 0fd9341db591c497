"""The pages of a filed search, in their states: new, changed, asked, answered, let in, stopped, closed, erased."""

import datetime
import re

from sqlalchemy import update

from search.filing.closing_searches import ASKED_AFTER
from search.models import Record
from search.vocabulary import Question
from tests.fixtures.photos import photos_on, sends_photo
from tests.fixtures.portals import NOW
from tests.fixtures.turns import somebody_else_hashes
from tests.fixtures.visitor import Visitor
from tests.web.family.asking import is_asked
from tests.web.family.every_page import NONSENSE, Walk
from tests.web.family.pages_before import SLUGS
from tests.web.family.test_new_search import files
from tests.web.family.test_own_words import asked_for_by_somebody

_TEXT = re.compile(r'name="text" value="([0-9a-f]{64})"')
_REFERENCE = re.compile(r'class="code"[^>]*><bdi dir="ltr">([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z])<')
_WORDS = re.compile(r"<li><bdi>([^<]+)</bdi></li>")
_NOTICES = {"channel": "email", "address": "mother@example.org", "hours": "morning", "clock": "04"}
_RECEIVERS = ("sharing/consulates/ER", "naming/network/shelters", "forensic/forensic_services/MX")


def walk_filed(walk: Walk) -> None:
    """Everything that a family sees of its own search."""
    visitor = walk.somebody()
    reference, words = files(visitor)
    typed = {"reference": reference, "words": " ".join(words)}
    visitor.sends("/filed")
    walk.follows_links(visitor, "new", "/case", *(f"/case/change/{slug}" for slug in SLUGS), "/stay", within="/case")
    _changes(walk, visitor)
    _consents(walk, visitor)
    _photos(walk, visitor)
    _talk(walk, visitor)
    _lets_in(walk, visitor)
    _another(walk, visitor)
    _new_words(walk, visitor, typed)
    _ends(walk, visitor)
    _erases(walk)


def _changes(walk: Walk, visitor: Visitor) -> None:
    walk.answers_wrongly(visitor, "changed", *(f"/case/change/{slug}" for slug in SLUGS[::3]))
    visitor.goes_to("/case/change/anything-else")
    walk.sends(visitor, "saved", "/case/change/anything-else", {"words": "sings at weddings"})
    visitor.goes_to("/case/change/names")
    walk.sends(visitor, "another spelling", "/case/change/names", {"names-full": "Tesfalem Kidanemariam"})
    visitor.goes_to("/case/change/names")
    walk.sends(visitor, "not to be saved", "/case/change/names", {"names-full": ""})
    walk.opens(visitor, "waiting to be saved", "/case", "/case/change/review")
    walk.sends(visitor, "asked whether to erase", "/case/change/erase")
    walk.sends(visitor, "erased", "/case/change/erase", {"sure": "1"})
    visitor.goes_to("/case/change/contact/1")
    visitor.sends("/case/change/contact/1", {"contacts-value": "+4915112345678", "contacts-kind": "phone"})
    walk.follows_links(visitor, "changed", "/case", "/case/understood", within="/case")
    walk.opens(visitor, "changed", "/case/export.html")


def _consents(walk: Walk, visitor: Visitor) -> None:
    for address in (f"/case/consents/{one}" for one in _RECEIVERS):
        visitor.goes_to(address)
        text = _TEXT.findall(visitor.page)[0]
        walk.sends(visitor, "not answered", address)
        walk.sends(visitor, "text changed", address, {"answer": "yes", "text": "0" * 64})
        visitor.goes_to(address)
        walk.sends(visitor, "yes", address, {"answer": "yes", "text": text})
        walk.opens(visitor, "yes", f"/case/consents/{address.split('/')[3]}", address)
        walk.sends(visitor, "taken back", f"{address}/take-back")
        walk.opens(visitor, "taken back", address)
    kinds = [(one.split("/")[0], kind) for one in _RECEIVERS for kind in ("network", "consulates", "organisation")]
    walk.opens(visitor, "answered", "/case/consents", *(f"/case/consents/{one}/{kind}" for one, kind in kinds))
    for country in ("Congo", "Nowhere", ""):
        walk.opens(visitor, "a country typed", f"/case/consents/sharing/consulates?country={country}")
    walk.opens(visitor, "a name typed", "/case/consents/sharing/organisation?name=nowhere")
    walk.follows_links(visitor, "committees", "/case/committee", within="/case/committee")
    others = [one for one in walk.pages if one.startswith("/case/committee/")]
    walk.sends(visitor, "not answered", others[0].partition(" ")[0])


def _photos(walk: Walk, visitor: Visitor) -> None:
    walk.opens(visitor, "none", "/case/photos")
    for content, why in ((b"no photo at all", "no photo"), (None, "added")):
        sends_photo(visitor, "/case/photos", content, words="the scar over the eye", taken="before Eid")
        visitor.place = "/case/photos"
        walk.keep(visitor, why)
    photo = f"/case/photos/{photos_on(visitor.page)[0]}"
    walk.opens(visitor, "added", photo, f"{photo}/about", f"{photo}/remove")
    walk.sends(visitor, "removed", f"{photo}/remove")


def _talk(walk: Walk, visitor: Visitor) -> None:
    walk.opens(visitor, "none", "/case/questions", "/case/inbox", "/case/notices")
    is_asked(walk.context, *Question)
    walk.opens(visitor, "asked", "/case", *(f"/case/questions?question={one}" for one in range(1, len(Question) + 1)))
    visitor.goes_to("/case/questions?question=1")
    walk.sends(visitor, "not answered", "/case/questions", {"place": "1"})
    for said in ("", NONSENSE * 60, "Did anybody read what I wrote?"):
        visitor.goes_to("/case/inbox")
        walk.sends(visitor, f"{len(said)} letters", "/case/inbox", {"words": said})
    visitor.goes_to("/case/notices")
    text = _TEXT.findall(visitor.page)[0]
    for changed in ({"channel": ""}, {"address": "nowhere"}, {}):
        visitor.goes_to("/case/notices")
        walk.sends(visitor, f"notices {changed}", "/case/notices", {**_NOTICES, "text": text, **changed})
    for told in ({}, {"when": "last Friday"}, {"number": "+52 55 5512 3456", "said": "five thousand"}):
        visitor.goes_to("/case/extortion")
        walk.sends(visitor, f"extortion {sorted(told)}", "/case/extortion", told)


def _lets_in(walk: Walk, visitor: Visitor) -> None:
    visitor.goes_to("/case/relatives")
    walk.sends(visitor, "without a name", "/case/relatives", {"called": ""})
    walk.sends(visitor, "let in", "/case/relatives", {"called": "Abeba, my cousin"})
    typed = {"reference": _REFERENCE.findall(visitor.page)[0], "words": " ".join(_WORDS.findall(visitor.page))}
    visitor.sends("/case/relatives/words")
    walk.opens(visitor, "let in", "/case/relatives", "/case")
    cousin = walk.somebody()
    cousin.goes_to("/open")
    cousin.sends("/open", typed)
    walk.follows_links(cousin, "a relative", "/case", within="/case")


def _another(walk: Walk, visitor: Visitor) -> None:
    walk.opens(visitor, "one sought", "/case/another")
    walk.sends(visitor, "another begun", "/case/another")
    visitor.sends("/search/who", {"names-full": "Idris Warsame"})
    walk.opens(visitor, "another begun", "/case/another", "/search/reach")
    visitor.goes_to("/search/review")
    visitor.sends("/search/review")
    walk.keep(visitor, "another filed")
    walk.sends(visitor, "another filed", "/filed")
    visitor.sends(re.findall(r'action="(/case/party/[^"]+)"', visitor.page)[0])
    walk.keep(visitor, "one of two")


def _new_words(walk: Walk, visitor: Visitor, typed: dict[str, str]) -> None:
    asked_for_by_somebody(walk.context, typed["reference"])
    walk.opens(visitor, "words asked for", "/case")
    walk.sends(visitor, "stopped", "/case/words/stop")
    visitor.goes_to("/case/words")
    walk.sends(visitor, "wrong words", "/case/words", {"words": "a b c d e"})
    with somebody_else_hashes(walk.context):
        walk.sends(visitor, "others first", "/case/words", {"words": typed["words"]})
    walk.opens(visitor, "new words", "/case/words/turn")
    walk.opens(visitor, "new words", "/case/words/new?lang=choose", "/case/words/new")
    walk.sends(visitor, "new words noted", "/case/words/new")


def _ends(walk: Walk, visitor: Visitor) -> None:
    with walk.context.database.transaction() as session:
        session.execute(update(Record).values(entry_date=NOW - ASKED_AFTER - datetime.timedelta(days=1)))
    walk.opens(visitor, "after a year", "/case")
    walk.sends(visitor, "still searching", "/case/still")
    walk.opens(visitor, "to be stopped", "/case/withdraw")
    walk.sends(visitor, "stopped", "/case/withdraw")
    walk.opens(visitor, "stopped", "/case/erase", "/case/change/names", "/case/questions", "/case/consents")
    visitor.goes_to("/case")
    walk.sends(visitor, "searching again", "/case/reopen")
    visitor.goes_to("/case/close")
    walk.sends(visitor, "closed", "/case/close", {"outcome": "alive", "told_by": "person", "words": "he called"})
    walk.opens(visitor, "closed", "/case/history", "/case/print", "/case/export.html", "/case/done")


def _erases(walk: Walk) -> None:
    visitor = walk.somebody()
    reference, words = files(visitor)
    typed = {"reference": reference, "words": " ".join(words)}
    visitor.sends("/filed")
    visitor.goes_to("/case/erase")
    walk.sends(visitor, "wrong words", "/case/erase", {**typed, "words": "a b c d e"})
    with somebody_else_hashes(walk.context):
        walk.sends(visitor, "others first", "/case/erase", typed)
    walk.opens(visitor, "erased", "/case/erase/turn")
