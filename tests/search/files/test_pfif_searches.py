"""A search as a PFIF person: in, out and in again it says the same; and nothing of it that was not opened."""

import datetime
import uuid
from dataclasses import replace

import pytest

from matching.record import NameKind, PersonName
from search.consent_summaries import FedSearch, SharedSearch
from search.documents import Description, Identifiers, Journey
from search.files.pfif_fields import PfifRecord
from search.files.pfif_outcomes import outcomes_of
from search.files.pfif_reading import read_pfif
from search.files.pfif_searches import KEPT_DAYS, person_of_search
from search.files.pfif_status import Said, decided_by
from search.files.pfif_writing import pfif_document
from tests.search.files.pfif_files import HOME, NOW, note, person, question, reading

SAID = datetime.datetime(2026, 1, 5, tzinfo=datetime.UTC)
CASE = uuid.UUID(int=7)
FIELDS = {
    "full_name": "Ana Prueba\nآنا",
    "given_name": "Ana",
    "family_name": "Prueba",
    "alternate_names": "Anita",
    "sex": "female",
    "date_of_birth": "1990-05",
    "age": "34-36",
    "description": "\n".join(
        (
            "father: Luis Prueba",
            "mother: Eva",
            "birth_place: Santa Ana",
            "nationality: SV",
            "languages: es",
            "occupation: baker",
            "destination: Houston",
            "departure: San Salvador",
            "last_seen_place: Reynosa",
            "vessel: blue boat",
            "aboard: 40",
            "height: 160-165 cm",
            "eyes: brown",
            "marks: scar on the left hand",
            "clothing: red shirt",
        )
    ),
}


def described(**fields: str) -> Description:
    (read,) = reading(person(note(status="believed_missing", text=""), **fields)).searches
    return replace(read.command.sought, journey=_bare(read.command.sought))


def _bare(sought: Description) -> Journey | None:
    """The journey without what the note said."""
    bare = replace(sought.journey, news_since="") if sought.journey else Journey()
    return bare if bare != Journey() else None


def out(sought: Description) -> PfifRecord:
    shared = SharedSearch(
        case_id=CASE, filed_at=SAID, committee="Comité", purposes=(), sought=sought, identifiers=Identifiers()
    )
    fed = FedSearch(search=shared, said_at=SAID, entry_date=SAID + datetime.timedelta(days=2))
    return person_of_search(fed, HOME, today=NOW.date())


def again(sought: Description) -> Description:
    document = read_pfif(pfif_document((out(sought),)))
    (read,) = outcomes_of(document, question()).searches
    return replace(read.command.sought, journey=_bare(read.command.sought))


@pytest.mark.parametrize("field", [field for field in Description.__dataclass_fields__ if field != "notes"])
def test_each_field_of_a_search_comes_back_as_it_was(field: str) -> None:
    sought = described(**FIELDS)
    assert getattr(again(sought), field) == getattr(sought, field)


def test_a_search_says_most_of_its_fields() -> None:
    sought = described(**FIELDS)
    said = {name for name in Description.__dataclass_fields__ if getattr(sought, name) not in (None, "", ())}
    assert {"names", "sex", "birth", "age", "birth_place", "nationalities", "languages", "occupation"} <= said
    assert {"event", "journey", "height", "traits", "marks", "effects"} <= said


def test_the_one_note_says_that_information_is_sought() -> None:
    record = out(described(**FIELDS))
    assert [one.get("status") for one in record.notes] == ["information_sought"]
    assert decided_by(record.notes).said is Said.SOUGHT
    assert (record.get("source_date"), record.get("entry_date")) == ("2026-01-05T00:00:00Z", "2026-01-07T00:00:00Z")
    assert record.get("expiry_date") == (NOW + datetime.timedelta(days=KEPT_DAYS)).strftime("%Y-%m-%dT00:00:00Z")
    assert record.get("author_name") == "Comité"


def test_an_age_at_the_last_contact_is_told_as_that() -> None:
    record = out(described(full_name="Ana", age="20", description="last_seen: 2025-03-04"))
    assert record.get("age") == ""
    assert "age_at_loss: 20" in record.get("description").splitlines()


def test_a_line_break_in_a_value_begins_no_line_of_its_own() -> None:
    sought = replace(described(full_name="Ana"), occupation="baker\nnationality: HN")
    assert again(sought).nationalities == ()


def test_names_alone_make_a_full_name() -> None:
    sought = Description(names=(PersonName("Ana", NameKind.GIVEN), PersonName("Prueba", NameKind.FAMILY)))
    assert out(sought).get("full_name") == "Ana Prueba"
