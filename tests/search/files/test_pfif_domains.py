"""A file speaks for its own domain, and for others where its sender says so."""

from tests.search.files.pfif_files import HOME, note, person, reading, reasons

OTHER = "otro.invented"


def alive(number: int = 1) -> str:
    return note(number, status="believed_alive")


def test_a_file_speaks_for_the_domain_of_most_of_its_numbers() -> None:
    read = reading(person(alive()), person(person_record_id=f"{OTHER}/p.9", full_name="Eva"))
    assert read.domains == (HOME,)
    assert reasons(read) == [(2, "person_record_id", "outside_domain")]
    (doubt,) = read.doubts
    assert (doubt.code, doubt.options, doubt.params["names"]) == ("other_domain", ("take", "leave"), OTHER)


def test_records_of_others_are_taken_under_their_own_numbers_where_the_sender_says_so() -> None:
    other = person(alive(2), person_record_id=f"{OTHER}/p.9", full_name="Eva")
    read = reading(person(alive()), other, answers={"sheet.other_domain.2": "take"})
    assert [row.report.sender_number for row in read.rows] == [f"{HOME}/p.1", f"{OTHER}/p.9"]
    assert reading(person(alive()), other, domains=(HOME, OTHER)).refused == ()


def test_where_no_domain_has_most_records_none_is_taken_unnamed() -> None:
    read = reading(person(), person(person_record_id=f"{OTHER}/p.9"))
    assert read.domains == ()
    assert [code for *_, code in reasons(read)] == ["outside_domain", "outside_domain"]


def test_notes_of_another_registry_decide_nothing() -> None:
    stranger = note(status="believed_dead", note_record_id=f"{OTHER}/n.1", source_date="2026-02-02T00:00:00Z")
    (row,) = reading(person(alive(), stranger)).rows
    assert "believed_dead" in str(row.report.whereabouts)


def test_test_records_are_refused_unless_they_are_asked_for() -> None:
    tried = person(alive(), person_record_id="test.registro.invented/1")
    assert reasons(reading(tried)) == [(1, "person_record_id", "test_domain")]
    assert len(reading(tried, with_tests=True, domains=("test.registro.invented", HOME)).rows) == 1


def test_a_number_without_a_domain_is_refused() -> None:
    assert reasons(reading(person(person_record_id="p.1"))) == [(1, "person_record_id", "id_malformed")]
    assert reasons(reading(person(person_record_id=f"{HOME}/{'x' * 300}")))[0][2] == "id_malformed"
    assert reasons(reading(person(person_record_id=" "))) == [(1, "person_record_id", "id_missing")]
