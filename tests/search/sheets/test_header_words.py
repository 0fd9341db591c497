"""Header words mean a field in any of the lexicon's languages, alone, among others, or misspelt."""

import pytest

from search.sheets.column_targets import Target
from search.sheets.header_words import EXACT, GROUP, is_administrative, is_known_header, read_header
from tests.fixtures.growth import grows_in_proportion


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("Fecha de nacimiento", Target.BIRTH_DATE),
        ("caseNumber", Target.SENDER_NUMBER),
        ("CASE_NUMBER", Target.SENDER_NUMBER),
        ("Edad", Target.AGE),
        ("الجنس", Target.SEX),
        ("Apellidos", Target.FAMILY),
    ],
)
def test_a_known_phrase_is_sure_however_it_is_spaced(header: str, target: Target) -> None:
    assert max(s.score for s in read_header(header) if s.target is target) == EXACT
    assert is_known_header(header.replace("caseNumber", "case number"))


def test_the_parts_of_a_bilingual_header_count_a_little_less_each() -> None:
    scores = [
        next(s.score for s in read_header(h) if s.target is Target.AGE) for h in ("Edad", "Edad / Xx", "Xx / Edad")
    ]
    assert scores == pytest.approx([1.0, 0.97, 0.93])


def test_words_among_others_count_by_their_length_where_they_name_the_thing() -> None:
    sense = next(s for s in read_header("edad zzzz") if s.target is Target.AGE)
    assert sense.score == pytest.approx(0.45 + 0.45 * 0.5 + 0.05)
    assert not sense.certain
    assert read_header("zzzz edad") == ()
    assert Target.AGE in {s.target for s in read_header("zzzz age")}
    assert Target.AGE in {s.target for s in read_header("age of zzzz")}
    assert read_header("height zzzz") == ()


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("Causa_morte", Target.CAUSE),
        ("Nome_padre", Target.FATHER),
        ("Luogo_nascita", Target.BIRTH_PLACE),
        ("PlaceOfRescue", Target.FOUND_PLACE),
        ("Todesdatum", Target.FOUND_DATE),
        ("Nacimiento › Lugar", Target.BIRTH_PLACE),
        ("Birth › Date", Target.BIRTH_DATE),
        ("Relative › Name", Target.RELATIVE),
        ("Relative › Age", Target.RELATIVE),
        ("Relative › Phone", Target.CONTACT_PHONES),
        ("Remains › State", Target.REMAINS),
        ("Staatsangeh.", Target.NATIONALITY),
        ("Гражд-во", Target.NATIONALITY),
        ("Fecha / Date", Target.FOUND_DATE),
        ("Height (cm)", Target.HEIGHT),
    ],
)
def test_words_that_turn_the_thing_decide_for_certain(header: str, target: Target) -> None:
    senses = read_header(header)
    assert (senses[0].target, senses[0].certain) == (target, True)


@pytest.mark.parametrize("header", ["Nombre completto", "Fecha de halazgo", "Name (officer)", "Fecha del xyzzy"])
def test_a_header_with_words_left_over_is_not_certain(header: str) -> None:
    assert not read_header(header)[0].certain


@pytest.mark.parametrize(
    "header",
    [
        "Date Modified",
        "DeathZip",
        "UTM Y",
        "Stand der Bearbeitung",
        "YATAK NO",
        "Дата ввода",
        "File › Date",
        "اسم المدخل",
    ],
)
def test_headers_about_the_record_are_known_as_such(header: str) -> None:
    assert is_administrative(header)


@pytest.mark.parametrize("header", ["Date of birth", "Status", "Type", "Name", "Xyzzy", ""])
def test_headers_about_a_person_or_unknown_ones_are_not(header: str) -> None:
    assert not is_administrative(header)


def test_a_misspelt_word_is_believed_less() -> None:
    sense = next(s for s in read_header("Nacionalidda") if s.target is Target.NATIONALITY)
    assert 0.85 * 0.84 <= sense.score < 0.85
    assert read_header("qxzw") == ()


def test_a_group_helps_where_both_together_are_known() -> None:
    senses = read_header(f"Fecha{GROUP}Nacimiento")
    assert senses[0].target is Target.BIRTH_DATE


@pytest.mark.parametrize("header", ["", " ", "---", "Xyzzy"])
def test_an_unknown_header_says_nothing(header: str) -> None:
    assert read_header(header) == ()
    assert not is_known_header(header)


def test_the_best_reading_comes_first_with_its_languages() -> None:
    senses = read_header("Nombre completo de la madre")
    assert [s.score for s in senses] == sorted((s.score for s in senses), reverse=True)
    assert "es" in read_header("Apellidos")[0].languages


def test_a_hundred_and_twenty_characters_are_read() -> None:
    assert read_header("x " * 60 + "edad") == ()


@pytest.mark.parametrize(
    "header",
    [
        "N° dossier",
        "n. dossier",
        "Dossier N°",
        "N°dossier",
        "N° du dossier",
        "N.º de carpeta",
        "N° expediente",
        "Case file no.",
        "File #",
        "N. cartella",
    ],
)
def test_any_sign_for_number_beside_a_word_for_a_file_is_the_sender_s_number(header: str) -> None:
    best, *_ = read_header(header)
    assert (best.target, best.certain) == (Target.SENDER_NUMBER, True)


@pytest.mark.parametrize("header", ["N° de lit", "Room no.", "N° de cama", "Bed #", "N. letto", "File name"])
def test_a_number_of_a_bed_or_a_room_is_nobody_s(header: str) -> None:
    assert is_administrative(header)


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("grp_person/full_name", Target.FULL_NAME),
        ("grp_found/_gps_location_latitude", Target.LATITUDE),
        ("grp_person/mother_name", Target.MOTHER),
        ("relative_section/name", Target.RELATIVE),
        ("Recorder › Name", Target.REPORTER),
        ("Found › Sex", Target.SEX),
        ("Arrivé(e) le", Target.FOUND_DATE),
        ("Né(e) le", Target.BIRTH_DATE),
    ],
)
def test_groups_of_forms_and_optional_endings_are_read(header: str, target: Target) -> None:
    assert read_header(header)[0].target is target


def test_a_word_of_two_languages_is_what_it_is_in_the_sheet_s() -> None:
    assert is_administrative("ÁREA", "es")
    assert not is_administrative("Area", "en")


def test_words_in_brackets_explain_and_do_not_decide() -> None:
    assert all(not sense.certain for sense in read_header("Xyzzy (address)"))
    assert any(sense.certain for sense in read_header("Ξψζ (address)"))


@pytest.mark.parametrize("header", ["Father's age", "Nacionalidad de la madre", "Mother's nationality"])
def test_a_relative_s_own_things_are_not_the_person_s(header: str) -> None:
    assert {sense.target for sense in read_header(header)} <= {Target.RELATIVE}


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("Body code", Target.BODY_TAG),
        ("Vorgangs-Nr.", Target.SENDER_NUMBER),
        ("Hospital de ingreso", Target.PRESENT_PLACE),
        ("بیمارستان محل بستری", Target.PRESENT_PLACE),
        ("Viaja con su familia (Sí/No)", None),
        ("Last contact with family", None),
        ("Haarfarbe/-länge", Target.HAIR),
        ("Xyzzy (tattoo, scar)", None),
    ],
)
def test_codes_of_bodies_hospitals_of_admission_and_legends(header: str, target: Target | None) -> None:
    certain = [sense.target for sense in read_header(header) if sense.certain]
    assert certain[:1] == ([target] if target in certain else [])
    assert target is None or read_header(header)[0].target is target


def test_a_time_of_finding_is_read_as_its_day_only_with_a_question() -> None:
    best, *_ = read_header("Auffindezeit")
    assert (best.target, best.certain) == (Target.FOUND_DATE, False)


@pytest.mark.parametrize("header", ["6. Date of birth", "Q2.1 Date of birth", "12) Date of birth", "3 - Date of birth"])
def test_the_number_of_a_question_is_no_word_of_it(header: str) -> None:
    assert read_header(header)[0].target is Target.BIRTH_DATE


def test_what_was_put_right_is_asked_about() -> None:
    best, *_ = read_header("Fecha de naciimento")
    assert (best.target, best.certain) == (Target.BIRTH_DATE, False)


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("DNA submitted", Target.SAMPLES),
        ("muestra_genetica", Target.SAMPLES),
        ("Цвет и длина волос", Target.HAIR),
        ("№ могилы, участок", Target.BURIAL_PLACE),
        ("Ημερ/νία διάσωσης", Target.FOUND_DATE),
        ("Telefono della persona da contattare", Target.CONTACT_PHONES),
        ("N. progressivo", Target.ROW_COUNTER),
        ("Num. de expediente", Target.SENDER_NUMBER),
        ("Ropa que llevaba", Target.EFFECTS),
    ],
)
def test_things_of_a_body_graves_and_words_for_number_however_written(header: str, target: Target) -> None:
    assert target in {sense.target for sense in read_header(header)}


@pytest.mark.parametrize("header", ["fecha_inhumacion", "Date of burial", "Дата захоронения"])
def test_the_day_of_a_burial_is_nothing(header: str) -> None:
    assert not any(sense.certain for sense in read_header(header))


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("Telefon mobil", Target.PHONES),
        ("Дата та рік народження", Target.BIRTH_DATE),
        ("Tel. contacto fam.", Target.CONTACT_PHONES),
    ],
)
def test_phones_alone_and_days_with_years_are_certain(header: str, target: Target) -> None:
    assert (read_header(header)[0].target, read_header(header)[0].certain) == (target, True)


def test_brackets_that_say_another_thing_leave_words() -> None:
    assert all(sense.score < 0.66 and not sense.certain for sense in read_header("Provenance (lieu de ramassage)"))
    assert is_administrative("Location of death (zip code)")
    assert not is_administrative("Home address (ZIP, town, street)")


def test_a_heading_of_brackets_without_an_end_takes_time_in_proportion_to_its_length() -> None:
    def read(times: int) -> None:
        assert not is_administrative("(," * times)
        # Past what is remembered of headings that were read before.
        assert read_header.__wrapped__("(," * times) == ()

    assert grows_in_proportion(read, 1250)


@pytest.mark.parametrize("header", ["updated at", "Estado al"])
def test_a_header_that_is_left_open_is_not_certain(header: str) -> None:
    assert not any(sense.certain for sense in read_header(header))


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("Datos del familiar", Target.RELATIVE),
        ("province_name", Target.FOUND_PLACE),
        ("Idade na data do desaparecimento", Target.AGE),
        ("Pièce d'identité (type et n°)", Target.DOCUMENT),
        ("Телефон слідчого", Target.REPORTER),
    ],
)
def test_details_of_a_relative_names_of_places_and_a_clerks_number_are_certain(header: str, target: Target) -> None:
    assert (read_header(header)[0].target, read_header(header)[0].certain) == (target, True)


def test_a_clerks_or_a_villages_name_is_nobodys() -> None:
    of_names = {Target.FULL_NAME, Target.GIVEN, Target.FAMILY}
    assert not of_names & {sense.target for sense in read_header("barangay_name xyz")}
    assert not of_names & {sense.target for sense in read_header("ФИО врача-морфолога")}


@pytest.mark.parametrize(
    ("header", "target"), [("Connotati: statura", Target.HEIGHT), ("Familiare da avvisare", Target.RELATIVE)]
)
def test_a_trait_behind_a_word_for_marks_is_the_trait(header: str, target: Target) -> None:
    assert read_header(header)[0].target is target


def test_the_number_of_a_report_is_no_clerks() -> None:
    assert Target.REPORTER not in {sense.target for sense in read_header("police_report_no") if sense.certain}
    assert Target.CONTACT_PHONES not in {sense.target for sense in read_header("Teléfono de contacto propio")}
