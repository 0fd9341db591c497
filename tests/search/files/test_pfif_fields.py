"""Fields, numbers and moments of PFIF, as they are and as they should not be."""

import datetime

import pytest

from search.files.pfif_fields import (
    NOTE_FIELDS,
    PERSON_FIELDS,
    domain_of,
    is_test_domain,
    known_name,
    moment,
    written_moment,
)


@pytest.mark.parametrize(
    ("earlier", "names", "name"),
    [
        ("first_name", PERSON_FIELDS, "given_name"),
        ("last_name", PERSON_FIELDS, "family_name"),
        ("home_zip", PERSON_FIELDS, "home_postal_code"),
        ("other", PERSON_FIELDS, "description"),
        ("found", NOTE_FIELDS, "author_made_contact"),
        ("full_name", PERSON_FIELDS, "full_name"),
        ("full_name", NOTE_FIELDS, ""),
        ("favourite_colour", PERSON_FIELDS, ""),
    ],
)
def test_fields_of_earlier_versions_are_those_of_the_last(earlier: str, names: tuple[str, ...], name: str) -> None:
    assert known_name(earlier, names) == name


@pytest.mark.parametrize(
    ("record_id", "domain"),
    [
        ("registro.invented/person.1", "registro.invented"),
        ("Registro.INVENTED/p", "registro.invented"),
        ("sub.registro-2.invented/a/b c", "sub.registro-2.invented"),
        ("person.1", ""),
        ("/person.1", ""),
        ("registro.invented/", ""),
        ("http://registro.invented/1", ""),
        ("registro invented/1", ""),
    ],
)
def test_a_number_is_a_domain_and_a_name(record_id: str, domain: str) -> None:
    assert domain_of(record_id) == domain


@pytest.mark.parametrize(
    ("domain", "tries"),
    [
        ("example.org", True),
        ("test.registro.invented", True),
        ("registro.test", True),
        ("mytestdomain.invented", True),
        ("localhost", True),
        ("attest.invented", False),
        ("protest-registry.invented", False),
        ("registro.invented", False),
    ],
)
def test_domains_to_try_things_out_are_known_by_whole_labels(domain: str, *, tries: bool) -> None:
    assert is_test_domain(domain) is tries


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2026-01-02T03:04:05Z", (2026, 1, 2, 3, 4, 5)),
        ("2026-01-02T03:04:05.678Z", (2026, 1, 2, 3, 4, 5)),
        (" 2026-01-02 ", (2026, 1, 2, 0, 0, 0)),
    ],
)
def test_a_moment_is_read_in_utc(text: str, read: tuple[int, int, int, int, int, int]) -> None:
    when = moment(text)
    assert when == datetime.datetime(*read, tzinfo=datetime.UTC)


@pytest.mark.parametrize("text", ["", "2026-13-01T00:00:00Z", "2026-02-30", "yesterday", "02/01/2026", "9" * 5000])
def test_what_is_no_moment_is_none(text: str) -> None:
    assert moment(text) is None


def test_a_moment_is_written_as_it_is_read() -> None:
    when = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)
    assert moment(written_moment(when)) == when
