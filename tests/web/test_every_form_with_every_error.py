"""Every form of every portal, sent empty, with nonsense and with far too much, in every language: no page breaks."""

import html
import io
import re

import pytest
from flask import Flask

from i18n.division import Catalogue
from search.vocabulary import OrganisationKind, StaffRole
from tests.fixtures.languages import english_left, walked
from tests.fixtures.staff import COMMITTEE, SHELTER, add_staff, likely_pair, signed_in
from tests.fixtures.visitor import Visitor
from tests.web.partner.reports import BODY, LIVING
from tests.web.partner.test_report_changing import opened
from web.committee import create_committee
from web.context import Context
from web.family import create_family
from web.labels import error_words
from web.locale import Translated, gettext
from web.partner import create_partner

_FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
_NAME = re.compile(r'<(?:input|select|textarea|button)\b[^>]*?\bname="([^"]+)"')
_ACTION = re.compile(r'action="([^"]*)"')
_POST = re.compile(r'method="post"')
# Fields of the page rather than of a person, and buttons that would only change the language or end the visit.
_NOT_TYPED = {"csrf_token", "whose", "lang"}
NONSENSE = ("", "abc", "-1", "\u0000²", "99999999999999999999", "x" * 6000)
TAGS = [row.tag for row in walked(Catalogue.STAFF)]

_EVERY_ROLE = (StaffRole.COORDINATOR, StaffRole.REPORTER, StaffRole.SHARED_READER)
_STAFF = ("/", "/my-sign-in", "/my-sign-in/password", "/my-sign-in/codes", "/people", "/people/new")
_REPORTING = ("/report", "/report/living", "/report/mortuary/number", "/reports", "/sheets/new", "/sends")
PARTNER = [*_STAFF, *_REPORTING, "/tokens", "/erasures", "/shared", "/questions"]
COMMITTEE_PAGES = [*_STAFF, "/duplicates", "/letters"]
_WITNESS = ("/witness", "/witness/who", "/witness/seen", "/witness/road", "/witness/you", "/witness/review")
FAMILY = ["/", "/open", *_WITNESS, "/search/who", "/search/last", "/search/reach", "/search/review"]


def broken(visitor: Visitor, prefix: str, address: str, tag: str) -> list[str]:
    """What goes wrong when every form of a page is sent with every nonsense: it breaks, or English is left."""
    if visitor.goes_to(f"{address}?lang={tag}").status_code != 200:
        return [f"{address} cannot be opened"]
    found = [] if english_left(visitor.page, tag) == [] else [f"{address}: {english_left(visitor.page, tag)}"]
    for form in [match for match in _FORM.finditer(visitor.page) if _POST.search(match[1])]:
        names = [html.unescape(name) for name in _NAME.findall(form[2]) if name not in _NOT_TYPED]
        target = html.unescape((_ACTION.search(form[1]) or [None, f"{prefix}{address}"])[1] or "").removeprefix(prefix)
        if target.endswith("/sign-out"):
            continue
        for said in NONSENSE:
            visitor.goes_to(f"{address}?lang={tag}")
            answer = visitor.sends(target.partition("#")[0], dict.fromkeys(names, said))
            if answer.status_code >= 500 and answer.status_code != 503:
                found.append(f"{target} {said[:9]!r}: {answer.status_code}")
            elif left := english_left(visitor.page, tag):
                found.append(f"{target} {said[:9]!r}: {left}")
    return found


def _kept_pages(clerk: Visitor, which: str, fields: dict[str, str]) -> list[str]:
    """The pages about a report that was filed: the acts that end it come last."""
    report = opened(clerk, which, fields).removesuffix("/change")
    acts = ("moved", "spoke_family", "died") if which == "living" else ()
    told = [f"{report}/follow-up/{act}" for act in (*acts, "identified")]
    return [
        report,
        f"{report}/change",
        f"{report}/versions",
        f"{report}/versions/1",
        f"{report}/follow-up",
        *told,
        f"{report}/follow-up",
    ]


def _read_sheet(clerk: Visitor) -> list[str]:
    """The page of a sheet that was read and asks about two of its columns."""
    clerk.goes_to("/sheets/new")
    sheet = io.BytesIO(b"Ref;Who;Seen\n7;Awa Diop;03/04/2026\n8;Ali Sow;05/06/2026\n")
    clerk.sends("/sheets/new", {"sheet": (sheet, "list.csv")}, content_type="multipart/form-data")
    assert clerk.place == "/sheets/preview"
    return ["/sheets/preview"]


def _all(visitor: Visitor, prefix: str, addresses: list[str], tag: str) -> list[str]:
    return [one for address in addresses for one in broken(visitor, prefix, address, tag)]


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("tag", TAGS)
def test_no_form_of_a_reporting_organisation_breaks(context: Context, tag: str) -> None:
    add_staff(context, "clerk", "Invented Consulate", OrganisationKind.CONSULATE, *_EVERY_ROLE)
    clerk = signed_in(context, create_partner(context), "/partner", "clerk")
    assert _all(clerk, "/partner", PARTNER, tag) == []


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize(
    ("kind", "which", "fields"),
    [(OrganisationKind.SHELTER, "living", LIVING), (OrganisationKind.MORTUARY, "body", BODY)],
    ids=["living", "body"],
)
def test_no_form_about_what_was_sent_breaks(
    context: Context, kind: OrganisationKind, which: str, fields: dict[str, str], tag: str
) -> None:
    add_staff(context, "clerk", "Invented Senders", kind, *_EVERY_ROLE)
    clerk = signed_in(context, create_partner(context), "/partner", "clerk")
    pages = [*_kept_pages(clerk, which, fields), "/reports/compared", "/sends/single", "/layouts", *_read_sheet(clerk)]
    assert _all(clerk, "/partner", pages, tag) == []


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("tag", TAGS)
def test_no_form_of_a_committee_breaks(context: Context, tag: str) -> None:
    add_staff(context, "ana", COMMITTEE, OrganisationKind.COMMITTEE, StaffRole.COORDINATOR, StaffRole.REVIEWER)
    pair = likely_pair(context, add_staff(context, "clerk", SHELTER, OrganisationKind.SHELTER))
    ana = signed_in(context, create_committee(context), "/committee", "ana")
    pages = [*COMMITTEE_PAGES, f"/cards/{pair}", f"/cards/{pair}/contacts"]
    assert _all(ana, "/committee", pages, tag) == []


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("tag", TAGS)
def test_no_form_of_a_family_breaks(context: Context, tag: str) -> None:
    portal: Flask = create_family(context)
    assert _all(Visitor(portal.test_client()), "", FAMILY, tag) == []


def test_words_that_are_translated_already_stay_as_they_are(unconnected_partner: Flask) -> None:
    with unconnected_partner.test_request_context(headers={"Accept-Language": "es"}):
        words = error_words("photos_full", {"limit": 10})
        assert gettext(words) == words
        shown = unconnected_partner.jinja_env.from_string("{{ gettext(words) }}").render(words=Translated("50 %"))
    assert shown == "50 %"
