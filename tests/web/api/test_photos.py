"""The API takes a photo as the body, for the organisation's own reports, lists them without pictures, removes one."""

import uuid
from pathlib import Path

import pytest
from sqlalchemy import select

from search.access import TokenScope
from search.models import Photo
from tests.fixtures.photos import with_places
from tests.fixtures.staff import SHELTER, token_of
from tests.search.photos.drawn import planted
from tests.web.api.conftest import Caller
from web.context import Context

ALREADY = {"kind": "portrait", "agreed": "true", "words": "a tattoo"}


@pytest.fixture
def context(context: Context, tmp_path: Path) -> Context:
    return with_places(context, tmp_path)


@pytest.fixture
def address(call: Caller, shelter: str) -> str:
    """The photos of a report that the shelter has sent."""
    answer = call("POST", "/v1/reports", shelter, json={"kind": "shelter", "found": {"names": [{"text": "Amina"}]}})
    assert answer.json is not None
    return f"/v1/reports/{answer.json['report_id']}/photos"


@pytest.mark.parametrize("kind", ["JPEG", "HEIC"])
def test_a_photo_is_kept_once_and_listed(call: Caller, shelter: str, address: str, kind: str, context: Context) -> None:
    added = [call("POST", address, shelter, data=planted()[kind], query_string=ALREADY) for _ in range(2)]
    assert [one.status_code for one in added] == [201, 201]
    assert added[0].json == added[1].json
    listed = call("GET", address, shelter).json
    assert listed is not None
    (photo,) = listed["photos"]
    assert added[0].json is not None
    assert (photo["photo_id"], photo["kind"]) == (added[0].json["photo_id"], "portrait")
    assert set(photo) == {"photo_id", "kind", "added_at"}
    with context.database.reading() as session:
        assert len(session.scalars(select(Photo.id)).all()) == 1


@pytest.mark.parametrize(
    ("body", "asked", "error"),
    [
        (b"", ALREADY, "choose_a_photo"),
        (b"GIF89a", ALREADY, "photo_of_unknown_kind"),
        (planted()["PNG"][:99], ALREADY, "photo_unreadable"),
        (planted()["PNG"], {"kind": "portrait"}, "photo_needs_agreement"),
        (planted()["PNG"], {**ALREADY, "kind": "post_mortem"}, "photo_kind_not_here"),
        (planted()["PNG"], {}, "does_not_fit"),
        (planted()["PNG"], {**ALREADY, "where": "here"}, "does_not_fit"),
    ],
    ids=["nothing", "unknown", "damaged", "no_agreement", "other_kind", "unsaid", "unasked"],
)
def test_what_does_not_fit_is_answered_with_a_code_and_not_kept(
    call: Caller, shelter: str, address: str, body: bytes, asked: dict[str, str], error: str
) -> None:
    answer = call("POST", address, shelter, data=body, query_string=asked)
    assert answer.json is not None
    assert (answer.status_code, answer.json["error"]) == (422, error)
    assert answer.json["message"]
    assert call("GET", address, shelter).json == {"photos": []}


def test_a_body_may_be_as_large_as_a_photo_and_no_larger(
    call: Caller, shelter: str, address: str, context: Context
) -> None:
    photo = planted()["PNG"]
    assert call("POST", address, shelter, data=photo + bytes(3_000_000), query_string=ALREADY).status_code == 201
    too_large = photo + bytes(context.settings.photo_limit)
    answer = call("POST", address, shelter, data=too_large, query_string=ALREADY)
    assert answer.json is not None
    assert (answer.status_code, answer.json["error"]) == (422, "photo_too_large")
    answer = call("POST", address, shelter, data=too_large + bytes(70_000), query_string=ALREADY)
    assert answer.status_code == 413


def test_a_photo_is_removed_for_good_by_its_own_organisation(
    call: Caller, shelter: str, mortuary: str, address: str, context: Context
) -> None:
    added = call("POST", address, shelter, data=planted()["JPEG"], query_string=ALREADY).json
    assert added is not None
    photo = f"/v1/photos/{added['photo_id']}"
    reads_only = token_of(context, SHELTER, TokenScope.REPORT_READ)
    refused = [call("DELETE", photo, token).status_code for token in (mortuary, reads_only)]
    assert refused == [404, 403]
    writes_only = token_of(context, SHELTER, TokenScope.REPORT_WRITE)
    gone = call("DELETE", photo, writes_only)
    assert (gone.status_code, gone.data) == (204, b"")
    assert call("GET", address, shelter).json == {"photos": []}
    assert call("DELETE", photo, shelter).status_code == 404
    with context.database.reading() as session:
        assert session.scalars(select(Photo.id)).all() == []


def test_without_a_token_no_large_body_is_read(call: Caller, address: str) -> None:
    assert call("POST", address, data=bytes(3_000_000), query_string=ALREADY).status_code in {401, 413}


def test_another_organisation_s_report_looks_like_none(call: Caller, mortuary: str, address: str) -> None:
    for place in (address, f"/v1/reports/{uuid.uuid4()}/photos"):
        answers = [call("POST", place, mortuary, data=planted()["PNG"], query_string=ALREADY)]
        answers.append(call("GET", place, mortuary))
        assert [one.status_code for one in answers] == [404, 404]
