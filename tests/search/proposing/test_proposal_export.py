"""Proposals leave as handles, weights and codes: a stolen export names nobody, and a spreadsheet runs nothing of it."""

import csv
import dataclasses
import io

import pytest
from sqlalchemy import select

from search.access import ANYONE, OPERATOR
from search.errors import AccessDenied
from search.files.proposals_csv import write_rows
from search.filing.registering_searches import import_searches
from search.filing.reporting_found_persons import store_reports
from search.models import AuditEntry
from search.proposing.comparing import ProposingPolicy
from search.proposing.proposal_export import export_proposals
from search.summaries import ExportedProposal
from search.vocabulary import ReportKind
from tests.search.scene import NOW, PEOPLE, Scene, document_of, found, phone_of, sought

COLUMNS = [column.name for column in dataclasses.fields(ExportedProposal)]
FORMULA = '=HYPERLINK("http://example.invalid")'


# What does not depend on the engine is tried on the embedded one.
on_sqlite = pytest.mark.parametrize("engine_name", ["sqlite"])


def exported(scene: Scene) -> tuple[ExportedProposal, ...]:
    with scene.database.transaction() as session:
        return export_proposals(session, OPERATOR, now=NOW)


def as_csv(rows: tuple[ExportedProposal, ...]) -> bytes:
    return write_rows(COLUMNS, (dataclasses.astuple(row) for row in rows))


def test_no_name_phone_document_or_contact_is_exported(scene: Scene) -> None:
    scene.populate(6)
    scene.match()
    text = as_csv(exported(scene)).decode("utf-8-sig")
    parts = {part for names in PEOPLE for name in names for part in name.split() if len(part) > 2}
    numbers = {secret for n in range(6) for secret in (phone_of(n), document_of(n), f"+5036100{n:04}")}
    assert len(text.splitlines()) > 6
    assert [said for said in sorted(parts | numbers) if said in text] == []


def test_each_line_names_both_sides_by_the_handles_their_senders_know(scene: Scene) -> None:
    scene.populate(3)
    scene.match()
    best = {row.earlier_reference: row for row in reversed(exported(scene))}
    assert {row.earlier_reference: row.sender_number for row in best.values()} == {"R0": "S0", "R1": "S1", "R2": "S2"}
    assert {(row.sender, row.report_kind) for row in best.values()} == {("Casa Invented", "shelter")}


def test_lines_come_by_search_and_then_by_weight(scene: Scene) -> None:
    scene.populate(4)
    scene.match(ProposingPolicy(threshold=-100.0))
    rows = exported(scene)
    assert len(rows) > 4
    places = {row.reference: n for n, row in reversed(list(enumerate(rows)))}
    assert list(rows) == sorted(rows, key=lambda row: (places[row.reference], -row.match_weight))


def test_evidence_is_codes_and_bits(scene: Scene) -> None:
    scene.propose(12.5)
    (row,) = exported(scene)
    assert row.evidence == "names=same +28.512; birth=far -2.0"
    assert (row.match_weight, row.match_probability, row.state, row.engine_version) == (12.5, 0.9, "open", "by hand")
    assert (row.earlier_reference, row.sender_number) == ("", "")


@on_sqlite
def test_a_sender_s_number_that_is_a_formula_is_no_formula_in_the_file(scene: Scene) -> None:
    with scene.database.transaction() as session:
        import_searches(session, OPERATOR, [sought("Mariama Diallo", 1, earlier_reference="@SUM(A1)")], now=NOW)
        reports = [found("Mariama Diallo", 1, ReportKind.SHELTER, sender_number=FORMULA)]
        store_reports(session, scene.shelter_id, reports, now=NOW)
    scene.match()
    header, row = csv.reader(io.StringIO(as_csv(exported(scene)).decode("utf-8-sig")))
    line = dict(zip(header, row, strict=True))
    assert (line["sender_number"], line["earlier_reference"]) == ("'" + FORMULA, "'@SUM(A1)")


@on_sqlite
def test_weights_stay_numbers_in_the_file(scene: Scene) -> None:
    scene.propose(-3.25)
    header, row = csv.reader(io.StringIO(as_csv(exported(scene)).decode("utf-8-sig")))
    assert dict(zip(header, row, strict=True))["match_weight"] == "-3.25"


def test_an_export_is_audited_with_its_size_only(scene: Scene) -> None:
    scene.propose()
    exported(scene)
    with scene.database.reading() as session:
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.sequence.desc())).first()
    assert entry is not None
    assert (entry.action, entry.subject_id, entry.detail) == ("export_proposals", "proposals", {"proposals": 1})


@pytest.mark.parametrize("who", ["anyone", "reviewer", "shelter"])
@on_sqlite
def test_only_the_operator_exports(scene: Scene, who: str) -> None:
    actor = {"anyone": ANYONE, "reviewer": scene.reviewers[0], "shelter": scene.shelter}[who]
    with pytest.raises(AccessDenied), scene.database.transaction() as session:
        export_proposals(session, actor, now=NOW)
