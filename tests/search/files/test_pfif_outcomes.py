"""What becomes of each record: a report, a search, an end, a question, or a refusal with its reason."""

import datetime

import pytest

from matching.record import NameKind, PhoneRole
from search.files.pfif_question import HEADERS
from search.vocabulary import ContactKind, OrganisationKind, PersonStatus, ReportKind
from tests.search.files.pfif_files import ANA, HOME, NOW, note, person, reading, reasons

ALIVE = note(status="believed_alive", last_known_location="Albergue 5, Tapachula", text="seen at breakfast")
MISSING = note(status="believed_missing", last_known_location="Reynosa", text="no word since")
DEAD = note(status="believed_dead", text="told by a traveller")
# Every field of a person of 1.4, but the two of which nothing is stored as a value: `entry_date`, `expiry_date`.
WHOLE = {
    "author_name": "Eva Autora",
    "author_email": "eva@correo.invented",
    "author_phone": "+503 7012 3456",
    "source_name": "Registro Inventado",
    "source_date": "2026-01-01T00:00:00Z",
    "source_url": "https://registro.invented/p/1",
    "full_name": "Ana Prueba\nAna Prueba de León",
    "given_name": "Ana",
    "family_name": "Prueba",
    "alternate_names": "Anita\nLa Chata",
    "description": "Wears glasses.\nheight: 160-165 cm\nnationality: Salvadoran\nsomething: else",
    "sex": "female",
    "date_of_birth": "1990-05",
    "age": "34-36",
    "home_street": "Calle 1",
    "home_neighborhood": "Centro",
    "home_city": "Santa Ana",
    "home_state": "SA",
    "home_postal_code": "2201",
    "home_country": "SV",
    "photo_url": "https://registro.invented/p/1.jpg",
    "profile_urls": "https://social.invented/ana",
}


def test_somebody_found_is_a_report_and_where_they_are_is_kept_apart() -> None:
    (row,) = reading(person(ALIVE, **WHOLE)).rows
    report = row.report
    assert report.kind is ReportKind.OTHER
    assert report.sender_number == f"{HOME}/p.1"
    assert report.found.event is not None
    assert report.found.event.place is not None
    assert report.found.event.place.text == "Albergue 5, Tapachula"
    assert report.source_date == datetime.date(2026, 1, 2)
    assert report.whereabouts is not None
    assert "breakfast" in report.whereabouts.notes[0].words
    assert "breakfast" not in str(report.found)
    (wrote,) = report.provenance_notes
    assert wrote.field == "provenance.sender_number"
    assert all(said in wrote.words for said in ("eva@correo.invented", "+503 7012 3456", "registro.invented/p/1"))
    assert "Eva Autora" not in str(report.found)


def test_every_field_of_a_person_is_somewhere() -> None:
    for read in (reading(person(ALIVE, **WHOLE)).rows[0].report, reading(person(MISSING, **WHOLE)).searches[0].command):
        stored = str(read)
        for name, value in WHOLE.items():
            for line in value.splitlines():
                assert _is_told(line, stored), name


def _is_told(line: str, stored: str) -> bool:
    """Whether a line stands in what is stored, as it is or as the value that it was read as."""
    as_values = {
        "height: 160-165 cm": "low_cm=160",
        "nationality: Salvadoran": "('SV',)",
        "+503 7012 3456": "+50370123456",
    }
    return line in stored or (line in as_values and as_values[line] in stored)


def test_somebody_looked_for_is_a_search_and_who_wrote_it_is_a_contact() -> None:
    (read,) = reading(person(MISSING, **WHOLE)).searches
    command = read.command
    assert command.earlier_reference == f"{HOME}/p.1"
    assert command.filing.status is PersonStatus.BELIEVED_MISSING
    assert [contact.kind for contact in command.filing.contacts] == [ContactKind.PHONE, ContactKind.EMAIL]
    assert [phone.role for phone in command.identifiers.phones] == [PhoneRole.ENQUIRER]
    assert [name.text for name in command.filing.enquirer_names] == ["Eva Autora"]
    assert command.sought.journey is not None
    assert "no word since" in command.sought.journey.news_since
    assert "eva@correo.invented" not in str(command.sought)


def test_names_are_one_a_line_by_their_kind() -> None:
    (row,) = reading(person(ALIVE, **WHOLE)).rows
    assert [(name.kind, name.text) for name in row.report.found.names] == [
        (NameKind.FULL, "Ana Prueba"),
        (NameKind.FULL, "Ana Prueba de León"),
        (NameKind.GIVEN, "Ana"),
        (NameKind.FAMILY, "Prueba"),
        (NameKind.NICKNAME, "Anita"),
        (NameKind.NICKNAME, "La Chata"),
    ]


def test_names_and_the_description_of_the_first_version_are_read() -> None:
    fields = {"first_name": "Ana", "last_name": "Prueba", "other": "description:\n    a scar on the left hand\n"}
    (row,) = reading(person(note(found="true"), full_name="", **fields), version="1.1").rows
    assert [name.text for name in row.report.found.names] == ["Ana", "Prueba"]
    assert row.report.found.words == "a scar on the left hand"
    assert [mark.kind for mark in row.report.found.marks] == ["scar"]


def test_birth_and_age_are_intervals() -> None:
    found = reading(person(ALIVE, **WHOLE)).rows[0].report.found
    assert found.birth is not None
    assert (found.birth.earliest, found.birth.latest) == (datetime.date(1990, 5, 1), datetime.date(1990, 5, 31))
    assert found.age is not None
    assert (found.age.low, found.age.high) == (34, 36)


def test_a_value_that_cannot_be_read_stays_in_words_and_is_told() -> None:
    (row,) = reading(person(ALIVE, date_of_birth="a spring", sex="unsaid", source_date="soon")).rows
    assert [(one.column, one.code) for one in row.warnings] == [
        ("sex", "sex_unread"),
        ("birth_date", "date_unread"),
        ("source_date", "date_unread"),
    ]
    assert "a spring" in row.report.found.words


def test_the_numbers_of_the_found_person_are_theirs() -> None:
    numbers = note(
        status="is_note_author", phone_of_found_person="+52 962 345 6789", email_of_found_person="ana@correo.invented"
    )
    found = reading(person(numbers)).rows[0].report.identifiers
    assert [(phone.number, phone.role) for phone in found.phones] == [("+529623456789", PhoneRole.SOUGHT)]
    assert found.accounts == ("ana@correo.invented",)


def test_somebody_believed_dead_is_a_question_and_nothing_before_it_is_answered() -> None:
    read = reading(person(DEAD))
    assert (read.rows, read.searches) == ((), ())
    assert reasons(read) == [(1, "status", "believed_dead")]
    (doubt,) = read.doubts
    assert (doubt.code, doubt.options, doubt.chosen) == ("believed_dead", ("sought", "body", "leave"), "")


def test_a_belief_in_a_death_is_filed_as_the_sender_answers() -> None:
    (searched,) = reading(person(DEAD), answers={"sheet.believed_dead": "sought"}).searches
    assert searched.command.filing.status is PersonStatus.BELIEVED_DEAD
    (row,) = reading(person(DEAD), answers={"sheet.believed_dead": "body"}).rows
    assert row.report.kind is ReportKind.MORTUARY
    assert row.report.post_mortem is not None
    assert "traveller" not in str(row.report.found)
    left = reading(person(DEAD), answers={"sheet.believed_dead": "leave"})
    assert (left.rows, left.searches) == ((), ())


def test_who_takes_in_no_bodies_is_not_asked_whether_it_is_one() -> None:
    (doubt,) = reading(person(DEAD), organisation=OrganisationKind.SHELTER).doubts
    assert doubt.options == ("sought", "leave")


def test_somebody_of_whom_nothing_is_said_is_a_question() -> None:
    read = reading(person(), person(person_record_id=f"{HOME}/p.2"))
    assert [code for *_, code in reasons(read)] == ["no_status", "no_status"]
    (doubt,) = read.doubts
    assert (doubt.rows, doubt.options) == ((1, 2), ("sought", "found", "leave"))
    assert len(reading(person(), answers={"sheet.no_status": "sought"}).searches) == 1
    assert len(reading(person(), answers={"sheet.no_status": "found"}).rows) == 1
    assert reading(person(), answers={"sheet.no_status": "everything"}).rows == ()


def test_who_can_file_nothing_of_a_record_is_not_asked_about_it() -> None:
    read = reading(person(DEAD), organisation=OrganisationKind.SHELTER, may_search=False)
    assert (read.doubts, reasons(read)) == ((), [(1, "status", "kind_not_yours")])
    read = reading(person(), organisation=OrganisationKind.MORTUARY, may_search=False)
    assert (read.doubts, reasons(read)) == ((), [(1, "status", "kind_not_yours")])


def test_searches_are_refused_to_whoever_may_not_send_them() -> None:
    read = reading(person(MISSING), may_search=False)
    assert reasons(read) == [(1, "status", "searches_not_yours")]
    (doubt,) = reading(person(), may_search=False).doubts
    assert doubt.options == ("found", "leave")


@pytest.mark.parametrize(
    ("fields", "ends"),
    [
        ({"expiry_date": "2026-02-28T00:00:00Z"}, True),
        ({"expiry_date": "2026-03-02T00:00:00Z"}, False),
        ({"full_name": "", "expiry_date": "2026-02-28T00:00:00Z"}, True),
        ({"full_name": "", "expiry_date": "2027-01-01T00:00:00Z"}, False),
        ({"full_name": ""}, False),
    ],
    ids=["over", "not over", "placeholder", "blank with an end", "blank"],
)
def test_records_whose_time_is_over_end_and_blank_ones_say_nothing(fields: dict[str, str], *, ends: bool) -> None:
    read = reading(person(note(status="believed_alive"), **fields))
    assert [one.record_id for one in read.ended] == ([f"{HOME}/p.1"] if ends else [])
    assert len(read.rows) == (0 if ends or "full_name" in fields else 1)
    assert [code for *_, code in reasons(read)] == ([] if ends or "full_name" not in fields else ["nothing_said"])


def test_the_end_of_a_record_goes_with_it() -> None:
    until = "2026-09-01T00:00:00Z"
    assert reading(person(ALIVE, expiry_date=until)).rows[0].report.expires == NOW.replace(month=9, hour=0)
    assert reading(person(MISSING, expiry_date=until)).searches[0].expires == NOW.replace(month=9, hour=0)


def test_notes_outside_of_persons_are_of_those_whom_they_name() -> None:
    about = {"person_record_id": f"{HOME}/p.1", "status": "is_note_author", "source_date": "2026-02-01T00:00:00Z"}
    read = reading(person(MISSING), note(9, **about))
    assert len(read.rows) == 1


def test_notes_about_nobody_in_the_file_are_news_of_whoever_it_may_be() -> None:
    read = reading(note(1, person_record_id=f"{HOME}/p.7", text="seen"), note(2, text="seen too"))
    assert [row.report.sender_number for row in read.loose] == [f"{HOME}/p.7"]
    assert reasons(read) == [(2, "person_record_id", "id_missing")]
    dead = reading(note(1, person_record_id=f"{HOME}/p.7", status="believed_dead"))
    assert reasons(dead) == [(1, "status", "death_alone")]


def test_of_a_number_that_stands_twice_the_newest_is_taken() -> None:
    older = person(ALIVE, full_name="Ana Vieja", source_date="2026-01-01T00:00:00Z")
    newer = person(ALIVE, full_name="Ana Nueva", source_date="2026-01-05T00:00:00Z")
    read = reading(newer, older)
    assert [row.report.found.names[0].text for row in read.rows] == ["Ana Nueva"]
    assert reasons(read) == [(2, "person_record_id", "older_version")]


def test_refused_records_keep_what_they_said() -> None:
    (refused,) = reading(person()).refused
    assert dict(zip(HEADERS, refused.cells, strict=True))["full_name"] == ANA["full_name"]


def test_a_record_that_says_nothing_of_a_person_is_refused() -> None:
    only_author = {"full_name": "", "author_name": "Eva"}
    for status in ("believed_alive", "is_note_author"):
        read = reading(person(note(status=status, text="well"), **only_author))
        assert reasons(read) == [(1, "", "nothing_said")]
