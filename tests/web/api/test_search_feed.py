"""The feed over HTTP: by a token made for it, in the version that is asked for, page after page."""

from urllib.parse import urlsplit

import pytest

from search.access import ANYONE, TokenScope
from search.accounts.new_family_words import prepare_words
from search.files.pfif_reading import read_pfif
from search.filing.registering_searches import register_search
from search.vocabulary import OrganisationKind
from tests.fixtures.portals import NOW
from tests.fixtures.staff import SHELTER, add_staff, token_of
from tests.search.consents_given import give, one, yes_to
from tests.search.scene import sought
from tests.web.api.conftest import Caller
from web.context import Context

FEED = "/v1/pfif/persons"
on_sqlite = pytest.mark.parametrize("engine_name", ["sqlite"])


@pytest.fixture
def token(context: Context) -> str:
    """A token for the feed, of an organisation to which three families opened their searches by its name."""
    actor = add_staff(context, "clerk", SHELTER, OrganisationKind.SHELTER)
    assert actor.organisation_id is not None
    for number in range(3):
        words = prepare_words("en")
        with context.database.transaction() as session:
            case = register_search(session, ANYONE, sought(f"Ana Prueba {'ABC'[number]}", number), words, now=NOW)
        give(context.database, case, yes_to(one(actor.organisation_id)))
    return token_of(context, SHELTER, TokenScope.PFIF_READ)


@on_sqlite
def test_a_page_is_an_atom_feed_that_leads_to_the_next(call: Caller, token: str) -> None:
    answer = call("GET", f"{FEED}?min_entry_date=2020-01-01T00:00:00Z&max_results=2", token=token)
    assert (answer.status_code, answer.mimetype) == (200, "application/atom+xml")
    first = read_pfif(answer.data).persons
    assert [one.notes[0].get("status") for one in first] == ["information_sought"] * 2
    assert b"+" not in b"".join(one.get("description").encode() for one in first)
    following = answer.text.partition('rel="next" href="')[2].partition('"')[0].replace("&amp;", "&")
    place = urlsplit(following)
    rest = read_pfif(call("GET", f"{FEED}?{place.query}", token=token).data).persons
    assert len({one.get("person_record_id") for one in (*first, *rest)}) == 3
    assert first[0].get("person_record_id").startswith(f"{place.hostname}/person.")


@on_sqlite
def test_it_is_written_in_the_version_that_is_asked_for(call: Caller, token: str) -> None:
    answer = call("GET", f"{FEED}?version=1.2", token=token)
    assert read_pfif(answer.data).versions == ("1.2",)
    assert b"first_name" in answer.data or b"last_name" in answer.data or b"full_name" not in answer.data


@on_sqlite
@pytest.mark.parametrize(
    "query", ["min_entry_date=yesterday", "version=2.0", "skip=-1", "max_results=0", "key=x", "skip=a"]
)
def test_what_does_not_fit_is_said(call: Caller, token: str, query: str) -> None:
    assert call("GET", f"{FEED}?{query}", token=token).status_code == 422


@on_sqlite
def test_no_other_scope_opens_it_and_its_scope_opens_nothing_else(context: Context, call: Caller, token: str) -> None:
    others = token_of(context, SHELTER, *(scope for scope in TokenScope if scope is not TokenScope.PFIF_READ))
    assert call("GET", FEED, token=others).status_code == 403
    assert call("GET", FEED).status_code == 401
    for address in ("/v1/shared-searches", "/v1/reports"):
        assert call("GET", address, token=token).status_code == 403


@on_sqlite
def test_an_empty_page_is_the_same_at_every_moment(context: Context, call: Caller) -> None:
    add_staff(context, "clerk", SHELTER, OrganisationKind.SHELTER)
    token = token_of(context, SHELTER, TokenScope.PFIF_READ)
    answer = call("GET", FEED, token=token)
    assert answer.status_code == 200
    assert b"<updated>1970-01-01T00:00:00Z</updated>" in answer.data
    assert b"<entry>" not in answer.data
