"""The pages before a search is filed, in their states: empty, with mistakes, half filled, full, erased, filed."""

import random

from search.access import ANYONE
from search.filing.draft_room import DraftKind
from search.filing.drafting import Keeping, save_draft
from tests.fixtures.portals import NOW
from tests.fixtures.recordings import records
from tests.fixtures.turns import somebody_else_hashes
from tests.fixtures.untouched_forms import untouched
from tests.fixtures.visitor import Visitor
from tests.web.family.every_page import Walk
from tests.web.family.filing_people import pages_of
from tests.web.family.test_new_search import NAME, files
from tests.web.family.typing_people import FIELDS, draft_at_random
from web.family.draft_answers import Draft, encoded
from web.family.pages import all_pages
from web.session_cookies import DRAFT

SLUGS = [f"{one.slug}{'/1' if one.element_of else ''}" for one in all_pages()]
_DOOR = ("who", "last", "reach")
_CONSENTS = ("sharing", "naming", "forensic")
_LONG = "Hodan Warsame of the hill above the lake ተስፋለም"
_TOLD = {"names-full": _LONG, "sex": "female", "age": "about 20"}
_COMPLAINED = {"words": "Nobody called back", "to": "committee", "reach": "+49 30 555 0123"}


def walk_before(walk: Walk) -> None:
    """Everything that can be seen without a search of one's own."""
    _empty(walk)
    _mistaken(walk)
    _filled(walk)
    _consents(walk)
    _other_doors(walk)
    _filed(walk)
    _in_the_way(walk)
    _heard(walk)


def _empty(walk: Walk) -> None:
    visitor = walk.somebody()
    door = [f"/search/{slug}" for slug in (*_DOOR, *_CONSENTS, "review", *SLUGS)]
    walk.follows_links(
        visitor, "empty", "/", *door, "/phone", "/erased", "/open", "/paper", "/info", "/danger", "/talk"
    )
    walk.opens(visitor, "empty", "/how-it-works?lang=choose", "/search/names?lang=choose", "/names/countries")
    walk.opens(visitor, "empty", "/names/languages", "/no-such-page", "/together", "/together/done")
    walk.opens(visitor, "empty", "/search/review")
    walk.sends(visitor, "nothing to file", "/search/review")


def _mistaken(walk: Walk) -> None:
    visitor = walk.somebody()
    once = [f"/search/{slug}" for slug in (*_DOOR, *SLUGS)]
    walk.answers_wrongly(visitor, "mistaken", *once, *(f"/witness/{one}" for one in ("who", "seen", "you")))
    for address in ("/open", "/complain", "/its-me/who", "/its-me/reach"):
        visitor.goes_to(address)
        walk.sends(visitor, "nothing said", address)
    walk.opens(visitor, "with mistakes", "/search/review", "/witness/review")


def _filled(walk: Walk) -> None:
    """With whatever anybody may type; what is odd is asked back on the pages themselves."""
    visitor, chance = walk.somebody(), random.Random(0)  # noqa: S311 - what people type, not a secret
    draft = draft_at_random(FIELDS, chance)
    _keeps(walk, visitor, draft)
    pages = pages_of(draft)
    walk.opens(visitor, "filled", *(f"/search/{slug}" for slug in (*_DOOR, *pages)), "/search/review", "/")
    for page in ("age", "last-contact", "height", "nationality"):
        visitor.goes_to(f"/search/{page}")
        walk.sends(visitor, "asked back", f"/search/{page}", untouched(visitor.page))
    visitor.goes_to("/search/review")
    walk.sends(visitor, "asked whether to erase", "/search/erase")
    walk.sends(visitor, "erased", "/search/erase", {"sure": "1"})
    walk.sends(visitor, "brought back", "/search/erase/undo")


def _keeps(walk: Walk, visitor: Visitor, draft: Draft) -> None:
    """All of a draft at once, in the place of what was begun."""
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": NAME})
    with visitor.client.session_transaction() as cookie, walk.context.database.transaction() as session:
        save_draft(session, ANYONE, cookie[DRAFT], encoded(draft), now=NOW, keeping=Keeping(kind=DraftKind.UNFILED))


def _consents(walk: Walk) -> None:
    visitor = walk.somebody()
    for page in _CONSENTS:
        about = f"/search/{page}?about=MX"
        walk.opens(visitor, "one receiver", about)
        walk.sends(visitor, "not answered", about)
        for country in ("Congo", "Nowhere at all", ""):
            walk.sends(visitor, "a country typed", f"/search/{page}", {"country": country, "go": "country"})


def _other_doors(walk: Walk) -> None:
    visitor = walk.somebody()
    for slug, said in (("who", _TOLD), ("seen", {"event-place-text": "Zuwara"}), ("you", {"told_by": "Yonas"})):
        visitor.goes_to(f"/witness/{slug}")
        visitor.sends(f"/witness/{slug}", said)
        walk.opens(visitor, "told", f"/witness/{slug}")
    walk.opens(visitor, "told", "/witness/review")
    walk.sends(visitor, "asked whether to erase", "/witness/erase")
    visitor.goes_to("/witness/review")
    walk.sends(visitor, "sent", "/witness/review")
    for slug, said in (("who", {"called": _LONG}), ("reach", {"reach": "by Yonas"}), ("proof", {"proof": "Simba"})):
        visitor.goes_to(f"/its-me/{slug}")
        walk.sends(visitor, "said", f"/its-me/{slug}", said)
    visitor.goes_to("/complain")
    walk.sends(visitor, "sent", "/complain", _COMPLAINED)
    walk.opens(visitor, "about words", "/complain?about=words")


def _filed(walk: Walk) -> None:
    """The receipt, on a phone that others use and on one's own, and what the first page says of it."""
    visitor = walk.somebody()
    files(visitor)
    walk.keep(visitor, "filed")
    walk.opens(visitor, "filed", "/phone?to=filed", "/filed?lang=choose", "/filed")
    walk.sends(visitor, "one's own phone", "/phone", {"answer": "yes", "to": "filed"})
    walk.opens(visitor, "one's own phone", "/", "/phone")
    visitor.goes_to("/filed")
    visitor.sends("/filed")
    walk.sends(visitor, "closed", "/case/sign-out")


def _in_the_way(walk: Walk) -> None:
    """Wrong words, others who go first, and a press that came too late."""
    visitor = walk.somebody()
    reference, words = files(visitor)
    typed = {"reference": reference, "words": " ".join(words)}
    visitor.goes_to("/open")
    walk.sends(visitor, "wrong words", "/open", {**typed, "words": "a b c d e"})
    walk.sends(visitor, "wrong digits", "/open", {"reference": reference, "digits": "1234 5678 9012 3456"})
    with somebody_else_hashes(walk.context):
        walk.sends(visitor, "others first", "/open", typed)
        walk.opens(visitor, "others first", "/open/turn")
    walk.opens(visitor, "others went first", "/open/turn")
    visitor = walk.somebody()
    _too_late(walk, visitor)


def _heard(walk: Walk) -> None:
    """What can be listened to, on the pages on which that is."""
    records(walk.context, walk.tag)
    visitor = walk.somebody()
    walk.opens(visitor, "read aloud", *(f"/search/{slug}" for slug in _DOOR))
    files(visitor)
    walk.opens(visitor, "read aloud", "/filed")


def _too_late(walk: Walk, visitor: Visitor) -> None:
    """The token is another's."""
    visitor.goes_to("/search/names")
    with visitor.client.session_transaction() as cookie:
        del cookie["csrf_token"]
    walk.sends(visitor, "token too old", "/search/names", {"names-full": NAME})
