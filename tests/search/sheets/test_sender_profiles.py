"""Only what somebody answered is remembered of a layout, which is known again with columns moved and added."""

from search.sheets.mapping_proposal import propose_mapping
from search.sheets.sender_profiles import answers_of, best_profile, reads_otherwise, to_remember
from search.sheets.sheet_table import Table, read_table
from tests.search.sheets.layout_files import delimited

HEADERS = ["Folio", "Zeta", "Nombre", "Sexo", "Edad", "Talla"]
ROW = ["E-1", "Pozo", "Ana Mora", "M", "31", "160"]


def table_of(headers: list[str]) -> Table:
    cells = dict(zip(HEADERS, ROW, strict=True))
    return read_table(delimited([headers, [cells.get(header, "x y") for header in headers]]), "x.csv")


def remembered(answers: dict[str, str], earlier: dict[str, str] | None = None) -> dict[str, str]:
    return to_remember(propose_mapping(table_of(HEADERS), earlier, answers), answers, earlier)


def test_a_guess_that_nobody_touched_answers_nothing() -> None:
    assert answers_of(remembered({})) == {}
    assert answers_of(remembered({"column.1": "nickname", "sex.m": "female"})) == {
        "column.1": "nickname",
        "sex.m": "female",
    }


def test_an_earlier_answer_is_carried_on_until_another_is_given() -> None:
    first = remembered({"column.1": "nickname"})
    assert answers_of(remembered({}, first)) == {"column.1": "nickname"}
    assert answers_of(remembered({"column.1": "notes"}, first)) == {"column.1": "notes"}


def test_a_layout_is_known_again_with_its_columns_moved_and_one_added() -> None:
    profile = remembered({"column.1": "nickname"})
    profiles = {profile["fingerprint"]: profile}
    for headers in (HEADERS[::-1], [*HEADERS, "Barrio"], HEADERS[1:]):
        found = best_profile(profiles, tuple(headers))
        assert found == profile
        mapping = propose_mapping(table_of(headers), found)
        assert {column.header: column.target.value for column in mapping.columns}["Zeta"] == "nickname"


def test_a_layout_of_which_too_few_headers_are_there_is_another_one() -> None:
    profile = remembered({})
    assert best_profile({profile["fingerprint"]: profile}, ("Folio", "Nombre", "Sexo", "Edad")) is None
    assert best_profile({}, tuple(HEADERS)) is None


def test_a_known_layout_that_reads_otherwise_is_an_alarm_unless_somebody_said_so() -> None:
    table = table_of(HEADERS)
    profile = {**remembered({}), "reads.1": "nickname"}
    mapping = propose_mapping(table, profile)
    (alarm,) = reads_otherwise(mapping, profile, {})
    assert (alarm.code, alarm.params, alarm.must_answer) == ("reads_otherwise", {"columns": "Zeta"}, False)
    assert reads_otherwise(mapping, profile, {"column.1": "words"}) == ()
    assert reads_otherwise(mapping, remembered({}), {}) == ()
    assert reads_otherwise(mapping, None, {}) == ()
