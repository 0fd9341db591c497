"""A family closes its search because it knows where the person is, is asked once a year, and nothing ends by itself."""

import datetime
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from search.access import ANYONE, OPERATOR, Actor, ActorKind
from search.accounts.new_family_words import prepare_words
from search.accounts.relatives import add_relative
from search.asking.letters import write_letter
from search.asking_commands import WriteLetter
from search.casework.extortion import report_extortion
from search.casework_commands import ReportExtortion
from search.commands import CloseFound, WithdrawSearch
from search.errors import AccessDenied, Conflict, NotFound, Refused, SearchError
from search.filing.case_view import read_case
from search.filing.closing_searches import (
    ASKED_AFTER,
    SILENT_AFTER,
    QuietSearches,
    close_found,
    closings_of,
    read_quiet,
    still_searching,
)
from search.filing.complaints import Complain, ComplaintWords, complain
from search.filing.registering_searches import reopen_search
from search.models import AuditEntry, Closing, Complaint, ExtortionReport, Letter, Relative, SearchRequest
from search.summaries import CaseFiled, CaseSummary
from search.vocabulary import ClosingOutcome, ToldBy
from tests.search.scene import NOW, Scene, family_of, sought

DAY = datetime.timedelta(days=1)
WORDS = prepare_words("en")
Act = Callable[[Session], object]


def closes(scene: Scene, case: CaseFiled, **said: Any) -> None:
    with scene.database.transaction() as session:
        command = CloseFound(case_id=case.case_id, **said)
        close_found(session, family_of(case), command, now=NOW)


def read(scene: Scene, case: CaseFiled, now: datetime.datetime = NOW) -> CaseSummary:
    with scene.database.transaction() as session:
        return read_case(session, family_of(case), case.case_id, now=now)


def quiet(scene: Scene, now: datetime.datetime) -> QuietSearches:
    with scene.database.reading() as session:
        return read_quiet(session, scene.reviewers[0], now=now)


def test_a_closed_search_stops_says_why_and_goes_on_when_the_family_says_so(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    closes(scene, case, outcome=ClosingOutcome.DETAINED, told_by=ToldBy.OFFICE, words="a letter from prison")
    # The same page sent twice closes it once; another one is told that it came too late.
    closes(scene, case, outcome=ClosingOutcome.DETAINED, told_by=ToldBy.OFFICE, words="a letter from prison")
    with pytest.raises(Conflict, match="search_is_stopped"):
        closes(scene, case, outcome=ClosingOutcome.DIED)
    closed = read(scene, case)
    assert (closed.withdrawn, closed.closed) == (True, ClosingOutcome.DETAINED)
    (one,) = quiet(scene, NOW).closed
    assert (one.reference, one.outcome, one.told_by) == (case.reference, ClosingOutcome.DETAINED, ToldBy.OFFICE)
    with scene.database.transaction() as session:
        assert b"prison" not in (session.scalars(select(Closing.words_sealed)).one() or b"")
        reopen_search(session, family_of(case), WithdrawSearch(case_id=case.case_id), now=NOW + DAY)
        request = session.scalars(select(SearchRequest)).one()
        (kept,) = closings_of(session, request)
        assert (kept.words, kept.reopened_at) == ("a letter from prison", NOW + DAY)
        acts = select(AuditEntry.action).where(AuditEntry.subject_id == str(case.case_id))
        assert "close_found" in session.scalars(acts).all()
    assert (read(scene, case).withdrawn, read(scene, case).closed) == (False, None)
    assert quiet(scene, NOW + DAY).closed == ()


def test_of_acts_that_arrive_at_once_one_counts_and_the_other_is_answered_plainly(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))

    def says(outcome: ClosingOutcome) -> Act:
        command = CloseFound(case_id=case.case_id, outcome=outcome)
        return lambda session: close_found(session, family_of(case), command, now=NOW)

    def reports(session: Session) -> None:
        command = ReportExtortion(case_id=case.case_id, said="send it", key="one page")
        report_extortion(session, family_of(case), command, now=NOW)

    def asks(session: Session) -> None:
        write_letter(session, family_of(case), WriteLetter(case_id=case.case_id, words="Who?", language="en"), now=NOW)

    def lets_in(session: Session) -> None:
        add_relative(session, family_of(case), "Abeba", WORDS, now=NOW, key="one page")

    def complains(session: Session) -> None:
        said = ComplaintWords(words="Nobody called back")
        complain(session, ANYONE, Complain(said=said, to_committee=False, language="en", key="one page"), now=NOW)

    assert at_once(scene, says(ClosingOutcome.ALIVE), says(ClosingOutcome.DIED)) == ["", "search_is_stopped"]
    with scene.database.transaction() as session:
        (closing,) = session.scalars(select(Closing)).all()
        assert closing.outcome == ClosingOutcome.ALIVE
        reopen_search(session, family_of(case), WithdrawSearch(case_id=case.case_id), now=NOW)
    for act, table in ((reports, ExtortionReport), (asks, Letter), (lets_in, Relative), (complains, Complaint)):
        assert at_once(scene, act, act) == ["", ""], table
        with scene.database.reading() as session:
            assert session.scalar(select(func.count()).select_from(table)) == 1, table


def at_once(scene: Scene, first: Act, second: Act) -> list[str]:
    """Two sessions of which neither is over when the other begins; what each is answered, empty where it is done."""
    answers, acted = ["", ""], threading.Event()

    def carry_out(place: int, act: Act) -> None:
        try:
            with scene.database.transaction() as session:
                act(session)
                acted.set()
                if place == 0:
                    time.sleep(0.2)
        except SearchError as error:
            answers[place] = error.code

    threads = [threading.Thread(target=carry_out, args=(place, act)) for place, act in enumerate((first, second))]
    threads[0].start()
    acted.wait(10)
    threads[1].start()
    for thread in threads:
        thread.join(20)
        assert not thread.is_alive()
    return answers


def test_nothing_has_to_be_said_and_too_much_is_refused(scene: Scene) -> None:
    case = scene.file(sought("Tesfalem"))
    with pytest.raises(Refused, match="letter_too_long"):
        closes(scene, case, words="x" * 2001)
    assert not read(scene, case).withdrawn
    closes(scene, case)
    assert read(scene, case).closed is ClosingOutcome.NOT_SAID


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_family_is_asked_after_a_year_of_silence_and_its_committee_sees_that_it_did_not_answer(scene: Scene) -> None:
    case, other = scene.file(sought("Tesfalem")), scene.file(sought("Sara"))
    assert not read(scene, case, NOW + ASKED_AFTER - DAY).asked_if_still
    assert read(scene, case, NOW + ASKED_AFTER).asked_if_still
    assert quiet(scene, NOW + SILENT_AFTER - DAY).silent == ()
    relative = Actor(kind=ActorKind.RELATIVE, case_id=case.case_id)
    with scene.database.transaction() as session:
        still_searching(session, relative, case.case_id, now=NOW + ASKED_AFTER)
    assert not read(scene, case, NOW + SILENT_AFTER).asked_if_still
    assert [one.reference for one in quiet(scene, NOW + SILENT_AFTER).silent] == [other.reference]
    # Nothing ends by itself.
    assert not read(scene, other, NOW + 3 * SILENT_AFTER).withdrawn


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_nobody_else_closes_a_search_or_says_that_it_goes_on(scene: Scene) -> None:
    case, other = scene.file(sought("Tesfalem")), scene.file(sought("Sara"))
    command = CloseFound(case_id=case.case_id)
    relative = Actor(kind=ActorKind.RELATIVE, case_id=case.case_id)
    with scene.database.transaction() as session:
        for actor in (relative, family_of(other), scene.reviewers[0]):
            with pytest.raises(NotFound):
                close_found(session, actor, command, now=NOW)
        with pytest.raises(NotFound):
            still_searching(session, family_of(other), case.case_id, now=NOW)
        with pytest.raises(AccessDenied):
            close_found(session, OPERATOR, command, now=NOW)
        for actor in (family_of(case), scene.shelter, scene.mortuary):
            with pytest.raises(NotFound):
                read_quiet(session, actor, now=NOW)


def test_what_a_family_says_at_the_end_its_own_committee_reads_and_nobody_else(scene: Scene) -> None:
    """Your committee sees what you choose, and no organisation does. What you add in words stays with your search."""
    case = scene.file(sought("Tesfalem"))
    closes(scene, case, outcome=ClosingOutcome.ALIVE, words="he called")
    assert [one.outcome for one in quiet(scene, NOW).closed] == [ClosingOutcome.ALIVE]
    assert "he called" not in repr(quiet(scene, NOW))
    with scene.database.reading() as session:
        assert read_quiet(session, scene.stranger, now=NOW).closed == ()
        (kept,) = closings_of(session, session.scalars(select(SearchRequest)).one())
        assert kept.words == "he called"
