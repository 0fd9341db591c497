"""An organisation's own reports as a sheet: everything stands in it, and what comes back unchanged changes nothing."""

import csv
import io
import random
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from matching.record import AgeRange, Effect, HeightRange, Mark, NameKind, PersonName, Phone, Place, Sex
from search.commands import Again, ReportFound
from search.documents import Description, Identifiers, PostMortem, Whereabouts
from search.errors import NotFound
from search.files.proposals_csv import write_rows
from search.filing.importing_sheets import store_sheet
from search.filing.own_export import OwnExport, export_own_reports, report_of_token
from search.filing.own_reports import read_own_report
from search.models import FoundReport
from search.sheets.sheet_reading import SheetReading
from search.summaries import ImportReceipt
from search.vocabulary import ReportKind
from tests.search.filing.test_sends import _reading
from tests.search.scene import NOW, Scene, at, found, street


def exported(scene: Scene) -> OwnExport:
    with scene.database.transaction() as session:
        return export_own_reports(session, scene.shelter, now=NOW)


def read_back(taken: OwnExport, name: str = "reports.csv") -> SheetReading:
    return _reading(write_rows(taken.headers, taken.rows).decode("utf-8-sig"), name)


def sent(scene: Scene, reading: SheetReading, digest: int = 1) -> ImportReceipt:
    with scene.database.transaction() as session:
        return store_sheet(session, scene.shelter, reading, digest, now=NOW)


def all_said(scene: Scene) -> dict[str, Any]:
    with scene.database.reading() as session:
        ids = list(session.scalars(select(FoundReport.id)))
        return {str(one): read_own_report(session, scene.shelter, one) for one in ids}


_SIGNS = "abç =+-@;,\n\"'&<>مح 字 \u0301\u200b"
_NAMES = ("Rosa Mora", "محمد علي", "=SUM(A1)", "Ana", "Nguyễn Thị Bé")
_PHONES = ("+252612345678", "+525512345678")


def _any_report(rng: random.Random, place: int) -> ReportFound:
    """Any report, half of them with a number."""

    def words() -> str:
        return "".join(rng.choices(_SIGNS, k=rng.randrange(12)))

    names = [PersonName(rng.choice(_NAMES), rng.choice(list(NameKind))) for _ in range(rng.randrange(4))]
    marks = [Mark("scar", rng.choice(["forearm", ""]), words=words()) for _ in range(rng.randrange(3))]
    return ReportFound(
        kind=rng.choice([ReportKind.SHELTER, ReportKind.OTHER]),
        sender_number=f"N{place}" if place % 2 else "",
        found=Description(
            names=tuple(dict.fromkeys(names)),
            sex=rng.choice([None, *Sex]),
            age=rng.choice([None, AgeRange(25, 35), AgeRange(40, 40)]),
            marks=tuple(dict.fromkeys(marks)),
            words=words(),
            event=at(street()),
        ),
        identifiers=Identifiers(phones=tuple(Phone(one) for one in _PHONES[: rng.randrange(3)])),
        whereabouts=Whereabouts(present_place=rng.choice([None, Place(text="The house, behind the harbour")])),
        again=Again.OTHER,
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_any_sheet_that_comes_back_as_it_went_out_changes_nothing(scene: Scene, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - invented reports, the same in every run
    for place in range(40):
        scene.report(_any_report(rng, place))
    before = all_said(scene)
    taken = exported(scene)
    assert len(taken.rows) == len(before) == 40
    receipt = sent(scene, read_back(taken))
    assert (receipt.accepted, receipt.updated, receipt.refused) == (0, 0, 0)
    assert all_said(scene) == before


@pytest.fixture
def two(scene: Scene) -> Scene:
    """A report with a number and one without, which say the same."""
    full = replace(
        found("Rosa Mora"),
        found=Description(
            names=(PersonName("Rosa Mora", NameKind.AS_HEARD),), height=HeightRange(160, 165), event=at(street()),
            effects=(Effect("headscarf", "green"),),
        ),
        whereabouts=Whereabouts(transfers=("from Paso Canoas",)),
        again=Again.OTHER,
    )  # fmt: skip
    scene.report(replace(full, sender_number="00042"))
    scene.report(full)
    return scene


def test_everything_stands_in_it_and_nothing_is_asked_when_it_comes_back(two: Scene) -> None:
    taken = exported(two)
    assert "ovillo_whereabouts.transfers" in taken.headers
    assert all("from Paso Canoas" in row and "00042" in (*taken.rows[0],) for row in taken.rows)
    reading = read_back(taken)
    assert [column for column in reading.mapping.columns if column.must_answer] == []
    assert not any(doubt.must_answer for doubt in reading.doubts)
    receipt = sent(two, reading)
    assert (receipt.accepted, receipt.updated, receipt.refused, receipt.already_known) == (0, 0, 0, 2)


def test_the_order_of_columns_does_not_matter_and_a_changed_row_is_news(two: Scene) -> None:
    taken = exported(two)
    turned = OwnExport(headers=taken.headers[::-1], rows=tuple(row[::-1] for row in taken.rows))
    assert sent(two, read_back(turned)).already_known == 2
    height = taken.headers.index("Height (cm)")
    first = [*taken.rows[0]]
    first[height] = "170"
    changed = replace(taken, rows=(tuple(first), taken.rows[1]))
    receipt = sent(two, read_back(changed), 2)
    assert (receipt.accepted, receipt.updated, receipt.already_known) == (0, 1, 1)
    said = next(one for one in all_said(two).values() if one.documents["provenance"].sender_number)
    assert said.documents["description"].height == HeightRange(170, 170, written="170")
    assert said.documents["whereabouts"].transfers == ("from Paso Canoas",)
    # What was taken out before says nothing new, whatever was said since.
    assert sent(two, read_back(taken), 3).already_known == 2


def test_of_what_was_examined_after_death_and_of_others_reports_nothing_goes_out(two: Scene) -> None:
    body = ReportFound(
        kind=ReportKind.MORTUARY, found=Description(words="a man"), post_mortem=PostMortem(body_tag="LMP-12")
    )
    two.report(body, two.mortuary)
    with two.database.transaction() as session:
        taken = export_own_reports(session, two.mortuary, now=NOW)
    assert len(taken.rows) == 1
    assert "LMP-12" not in str(taken)
    assert len(exported(two).rows) == 2
    with pytest.raises(NotFound), two.database.transaction() as session:
        export_own_reports(session, two.reviewers[0], now=NOW)


def test_no_cell_is_run_as_a_formula_and_a_made_up_token_names_nothing(scene: Scene) -> None:
    scene.report(replace(found("=1+1"), sender_number="7"))
    taken = exported(scene)
    cells = list(csv.reader(io.StringIO(write_rows(taken.headers, taken.rows).decode("utf-8-sig"))))[1]
    assert not any(cell.startswith("=") for cell in cells)
    assert sent(scene, read_back(taken)).already_known == 1
    for made_up in ("", "own", "own-x", "send-1-2", f"own-{'g' * 32}-1"):
        assert report_of_token(made_up) is None
    forged = replace(taken, rows=((*taken.rows[0][:-1], f"own-{'0' * 32}-000000000000"),))
    assert sent(scene, read_back(forged), 2).accepted == 0
