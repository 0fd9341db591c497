"""Pages that the operator writes: shown only with source and day, a number only with the day on which it was tried."""

import datetime
from pathlib import Path

import pytest

from search.files.information_pages import DANGER, LONGEST, InformationShelf, read_information

TODAY = datetime.date(2026, 11, 29)
NOW = datetime.datetime(2026, 11, 29, 12, tzinfo=datetime.UTC)
HEAD = {"title": "Rights", "source": "A committee", "checked_on": "2026-11-01"}
EXAMPLES = Path(__file__).parents[3] / "docs" / "examples" / "information"


def written(folder: Path, name: str, said: dict[str, str], text: str = "Words.") -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(["---", *(f"{key}: {value}" for key, value in said.items()), "---", text]), "utf-8")


def test_a_page_is_known_by_its_place_and_says_title_source_and_day(tmp_path: Path) -> None:
    written(tmp_path, "mx/rights.es.md", HEAD, "## One\n\nTwo: three")
    written(tmp_path, "all/rights.en.md", HEAD)
    known = read_information(tmp_path, TODAY)
    (page,) = known.about("MX", "rights")
    assert (page.language, page.title, page.source) == ("es", "Rights", "A committee")
    assert page.checked_on == datetime.date(2026, 11, 1)
    assert page.text == "## One\n\nTwo: three"
    assert known.countries() == ("MX",)
    assert known.of_country("MX") == known.of_country("") == ("rights",)
    assert known.left_out == ()


@pytest.mark.parametrize(
    ("name", "said", "why"),
    [
        ("rights.en.md", HEAD, "name"),
        ("all/Rights.en.md", HEAD, "name"),
        ("mexico/rights.en.md", HEAD, "name"),
        ("all/rights.md", HEAD, "name"),
        ("all/rights.en.md", {**HEAD, "title": ""}, "no_title"),
        ("all/rights.en.md", {**HEAD, "source": ""}, "no_source"),
        ("all/rights.en.md", {**HEAD, "checked_on": "last year"}, "no_checked_on"),
        ("all/rights.en.md", {**HEAD, "checked_on": "2026-11-30"}, "checked_on_to_come"),
        ("danger.en.md", HEAD, "no_tried_on"),
        ("danger.en.md", {**HEAD, "tried_on": "2026-11-30", "number": "112"}, "tried_on_to_come"),
        ("danger.en.md", {**HEAD, "tried_on": "2026-11-01"}, "no_number"),
        ("danger.en.md", {**HEAD, "tried_on": "2026-11-01", "number": "call us"}, "no_number"),
        ("talk.en.md", HEAD, "no_place"),
        ("talk.en.md", {**HEAD, "hours": "Mondays"}, "no_place"),
        ("talk-north.en.md", {**HEAD, "number": "+30 210 555 01 23"}, "no_hours"),
        ("talk.en.md", {**HEAD, "place": "Here", "number": "call us", "hours": "Mondays"}, "no_number"),
        ("talking.en.md", {**HEAD, "place": "Here"}, "name"),
        ("mx/talk.en.md", {**HEAD, "place": "Here"}, "name"),
    ],
)
def test_what_nobody_answers_for_is_left_out_and_named(
    tmp_path: Path, name: str, said: dict[str, str], why: str
) -> None:
    written(tmp_path, name, said)
    known = read_information(tmp_path, TODAY)
    assert known.pages == ()
    assert [(one.name, one.why) for one in known.left_out] == [(name, why)]


def test_what_is_no_text_has_no_head_or_is_too_long_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "all").mkdir()
    (tmp_path / "all" / "a.en.md").write_bytes(b"---\ntitle: \xff\n---\n")
    (tmp_path / "all" / "b.en.md").write_text("Words alone", "utf-8")
    written(tmp_path, "all/c.en.md", HEAD, "x" * LONGEST)
    assert [one.why for one in read_information(tmp_path, TODAY).left_out] == ["unreadable", "no_head", "too_long"]


def test_a_number_is_there_with_the_day_on_which_it_was_tried(tmp_path: Path) -> None:
    danger = {**HEAD, "number": "+30 210 555 01 23", "tried_on": "2026-11-28"}
    written(tmp_path, "danger.en.md", danger)
    written(tmp_path, "danger.ar.md", danger)
    written(tmp_path, "gr/danger.en.md", {**danger, "number": "112"})
    known = read_information(tmp_path, TODAY)
    assert known.numbers() == (("", "+30 210 555 01 23"), ("GR", "112"))
    assert {one.tried_on for one in known.about("", DANGER)} == {datetime.date(2026, 11, 28)}
    # It is no page of help: that list stays as it is.
    assert known.countries() == known.of_country("") == ()


def test_a_committee_is_spoken_with_where_it_is_named_else_where_all_are(tmp_path: Path) -> None:
    written(tmp_path, "talk.en.md", {**HEAD, "place": "Main square 1"})
    written(
        tmp_path, "talk-north.es.md", {**HEAD, "committee": "North", "number": "+30 210 555 01 23", "hours": "9–12"}
    )
    known = read_information(tmp_path, TODAY)
    assert known.left_out == ()
    assert (known.talks(), known.talks("North"), known.talks("South")) == (
        ("talk-north", "talk"),
        ("talk-north",),
        ("talk",),
    )
    (north,) = known.about("", "talk-north")
    assert (north.place, north.hours, north.number) == ("", "9–12", "+30 210 555 01 23")
    assert known.of_country("") == ()


def test_a_page_that_was_changed_is_read_again_and_there_is_none_without_a_folder(tmp_path: Path) -> None:
    shelf = InformationShelf()
    assert shelf.pages(None, NOW).pages == ()
    assert shelf.pages(tmp_path / "nowhere", NOW).pages == ()
    shelf = InformationShelf()
    written(tmp_path, "all/rights.en.md", HEAD)
    assert len(shelf.pages(tmp_path, NOW).pages) == 1
    written(tmp_path, "all/rights.en.md", {**HEAD, "source": ""})
    assert len(shelf.pages(tmp_path, NOW + datetime.timedelta(seconds=5)).pages) == 1
    assert shelf.pages(tmp_path, NOW + datetime.timedelta(seconds=11)).pages == ()


def test_the_examples_are_shown() -> None:
    known = read_information(EXAMPLES, TODAY)
    assert known.left_out == ()
    assert set(known.of_country("")) == {"extortion", "forensic"}
