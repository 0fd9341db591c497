"""Lists of missing people: filed as searches by those who may, known again, compared, and told to nobody."""

import datetime
from typing import Any

import pytest
from sqlalchemy import func, select

from search.access import Actor
from search.commands import OpenCard
from search.documents import Description, Filing, Identifiers
from search.errors import NotFound, Refused
from search.filing import listing_missing
from search.filing.importing_sheets import foresee_sheet
from search.filing.listing_missing import list_missing
from search.filing.sends import read_send
from search.filing.shared_searches import list_shared_searches
from search.filing.sheet_answers import open_in
from search.models import AuditEntry, Consent, FoundReport, ImportBatch, MatchProposal, Organisation, SearchRequest
from search.records.sections import read_section
from search.review.card import open_card
from search.sheets.sheet_reading import SheetQuestion, SheetReading
from search.sheets.sheet_understanding import understand
from search.summaries import ImportReceipt
from search.vocabulary import OrganisationKind, StateRun
from tests.search.scene import NOW, Scene, found

SHEET = (
    "Folio;Nombre completo;Sexo;Fecha de la desaparición;Lugar de la desaparición;Teléfono;Señas;Domicilio\n"
    "F-1;Tesfalem Kidanemariam;H;13/02/2025;Reynosa;+52 55 1234 9876;Tatuaje de ancla en el brazo;Calle Falsa 7\n"
    "F-2;Ana Prueba Mora;M;14/02/2025;Altar;;;\n"
)
ANSWERS = {"sheet.missing_persons": "searches"}


def reading(text: str = SHEET, answers: dict[str, str] | None = None, filename: str = "lista.csv") -> SheetReading:
    question = SheetQuestion(
        filename=filename,
        content=text.encode(),
        today=NOW.date(),
        organisation=OrganisationKind.SHELTER,
        sender="",
        answers=answers,
    )
    return understand(question)


@pytest.fixture
def lister(scene: Scene) -> Actor:
    """The shelter's clerk, whose organisation belongs to no state."""
    says(scene, state_run=StateRun.NO)
    return scene.shelter


def says(scene: Scene, **changes: Any) -> None:
    with scene.database.transaction() as session:
        organisation = session.get_one(Organisation, scene.shelter_id)
        for name, value in changes.items():
            setattr(organisation, name, value.value)


def lists(scene: Scene, text: str = SHEET, digest: int = 7) -> ImportReceipt:
    with scene.database.reading() as session:
        sent = session.scalar(select(func.count()).select_from(ImportBatch)) or 0
    later = NOW + datetime.timedelta(minutes=sent)
    return list_missing(scene.database, scene.shelter, reading(text, ANSWERS), digest, clock=lambda: later)


def searches(scene: Scene) -> list[SearchRequest]:
    with scene.database.reading() as session:
        return list(session.scalars(select(SearchRequest).order_by(SearchRequest.number)))


@pytest.mark.usefixtures("lister")
def test_each_row_becomes_a_search_that_nobody_can_open_and_that_names_who_listed_it(scene: Scene) -> None:
    receipt = lists(scene)
    assert (receipt.accepted, receipt.already_known, receipt.stored) == (2, 0, True)
    first, second = searches(scene)
    assert (first.passphrase_hash, first.channel, first.filed_by_organisation) == ("", "sheet", scene.shelter_id)
    assert (first.read_at, first.read_digest, second.filed_by_account) == (None, None, scene.shelter.account_id)
    with scene.database.reading() as session:
        assert session.scalars(select(FoundReport)).all() == []
        assert session.scalars(select(Consent)).all() == []
        sought = read_section(session, first.number, Description)
        numbers = read_section(session, first.number, Identifiers)
        filing = read_section(session, first.number, Filing)
        entry, of_list = session.scalars(
            select(AuditEntry).where(AuditEntry.action == "list_missing").order_by(AuditEntry.sequence)
        )
        assert receipt.batch_id is not None
        send = read_send(session, scene.shelter, receipt.batch_id)
    assert sought is not None
    assert sought.names[0].text == "Tesfalem Kidanemariam"
    assert sought.event is not None
    assert sought.event.place is not None
    assert sought.marks
    assert "Calle Falsa 7" in f"{sought.words} {sought.residence}"
    assert numbers is not None
    assert numbers.phones
    assert filing is not None
    assert (filing.contacts, filing.earlier_reports[0].number, filing.filled_in_by) == ((), "F-1", "Casa Invented")
    assert (entry.actor_id, entry.detail["new"], entry.detail["known"]) == (scene.shelter.account_id, 2, 0)
    assert of_list.subject_kind == "import_batch"
    assert (send.searches, send.hints) == (True, ())


@pytest.mark.usefixtures("lister")
def test_a_list_that_comes_again_files_nobody_twice_and_what_has_no_number_is_known_by_its_file(scene: Scene) -> None:
    lists(scene)
    assert lists(scene).already_known == 2
    longer = SHEET + "F-3;Omar Haddad;H;15/02/2025;Altar;;;\n"
    assert (lists(scene, longer, digest=8).accepted, len(searches(scene))) == (1, 3)
    unnumbered = "Nombre completo;Fecha de la desaparición\nEva Quispe;15/02/2025\n"
    assert [lists(scene, unnumbered, digest).accepted for digest in (20, 20, 21)] == [1, 0, 1]


@pytest.mark.usefixtures("lister")
def test_a_list_that_was_broken_off_is_sent_again_and_files_the_rest(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    header, row = SHEET.split("\n", maxsplit=1)[0], "F-{0};Ana Prueba {0};M;14/02/2025;Altar;;;"
    text = "\n".join([header, *(row.format(number) for number in range(50))])
    file_some, calls = listing_missing._file_some, list[int]()

    def broken_off(*some: Any, **named: Any) -> tuple[bool, ...]:
        calls.append(1)
        if len(calls) > 1:
            raise InterruptedError
        return file_some(*some, **named)

    with monkeypatch.context() as patched:
        patched.setattr(listing_missing, "_file_some", broken_off)
        with pytest.raises(InterruptedError):
            lists(scene, text)
    receipt = lists(scene, text)
    assert (receipt.accepted, receipt.already_known, receipt.rows) == (30, 20, 50)


@pytest.mark.parametrize(
    "changes",
    [
        {"state_run": StateRun.YES},
        {"state_run": StateRun.UNKNOWN},
        {"state_run": StateRun.NO, "kind": OrganisationKind.CONSULATE},
        {"state_run": StateRun.NO, "kind": OrganisationKind.HOSPITAL},
    ],
    ids=["a state's", "not known", "a consulate", "a hospital"],
)
def test_nobody_else_is_offered_it_or_can_do_it(scene: Scene, changes: dict[str, Any]) -> None:
    says(scene, **changes)
    with scene.database.reading() as session:
        for answers in (None, ANSWERS):
            read = reading(answers=answers)
            shown = foresee_sheet(session, scene.shelter, read, 7, today=NOW.date(), answers=answers)
            (asked,) = (one for one in shown.doubts if one.code == "missing_persons")
            assert (asked.options, asked.chosen, shown.searches) == (("found",), "", False)
            assert "sheet.missing_persons" in open_in(shown)
    with pytest.raises(NotFound):
        lists(scene)
    assert searches(scene) == []


def test_the_question_is_open_until_it_is_answered_and_then_nothing_is_asked_of_a_place(
    scene: Scene, lister: Actor
) -> None:
    with scene.database.reading() as session:
        before = foresee_sheet(session, lister, reading(), 7, today=NOW.date())
        after = foresee_sheet(session, lister, reading(answers=ANSWERS), 7, today=NOW.date(), answers=ANSWERS)
    assert "sheet.missing_persons" in open_in(before)
    assert (after.searches, after.accepted, after.already_known, after.updated) == (True, 2, 0, 0)
    assert {one.code for one in after.doubts} == {"missing_persons"}
    assert "sheet.missing_persons" not in open_in(after)
    lists(scene)
    with scene.database.reading() as session:
        again = foresee_sheet(session, lister, reading(answers=ANSWERS), 7, today=NOW.date(), answers=ANSWERS)
    assert (again.accepted, again.already_known) == (0, 2)


@pytest.mark.usefixtures("lister")
def test_a_sheet_of_people_found_is_never_filed_as_searches_and_no_list_in_bulk(scene: Scene) -> None:
    people = "Case No;Full name;Sex\nA-1;Ana Mora;F\n"
    with pytest.raises(Refused, match="list_not_filed"):
        lists(scene, people)
    header, row = SHEET.split("\n", maxsplit=1)[0], "F-{0};Ana Prueba {0};M;14/02/2025;Altar;;;"
    with pytest.raises(Refused, match="list_not_filed"):
        lists(scene, "\n".join([header, *(row.format(number) for number in range(201))]))
    assert searches(scene) == []


@pytest.mark.usefixtures("lister")
def test_such_a_search_is_compared_and_its_card_says_that_nobody_can_be_told(scene: Scene) -> None:
    lists(scene)
    scene.report(found("Tesfalem Kidanemariam", sender_number="S-1"))
    assert scene.match() >= 1
    with scene.database.reading() as session:
        proposal = session.scalars(select(MatchProposal.id)).first()
    assert proposal is not None
    with scene.database.transaction() as session:
        card = open_card(session, scene.reviewers[0], OpenCard(proposal_id=proposal), now=NOW)
    assert (card.has_family, card.listed_by, card.helped_by, card.reporter_may) == (False, "Casa Invented", "", False)


@pytest.mark.usefixtures("lister")
def test_whoever_listed_somebody_can_read_the_search_nowhere(scene: Scene) -> None:
    lists(scene)
    with scene.database.transaction() as session:
        assert list_shared_searches(session, scene.shelter, now=NOW).total == 0
