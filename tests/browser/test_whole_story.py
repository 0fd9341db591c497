"""One story whole, in five browsers: filed in Arabic, found in Italian, asked, judged by two, allowed and told."""

import datetime
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect
from sqlalchemy import select

from i18n.division import Catalogue
from i18n.partial_dates import full_date
from i18n.translate import gettext, translations
from matching import Engine
from search.asking.due_work import DueWork
from search.asking.slot_days import DRAWN_BEFORE, day_of, slot_at
from search.models import MatchProposal, SearchRequest
from search.proposing.worker import Worker
from search.settings import Settings
from search.storage.database import Database
from search.storage.encryption import Vault
from search.summaries import CaseFiled
from tests.browser.test_stories import (
    MOST_CLICKS,
    answer,
    at_work,
    begin,
    judge,
    knows_nobody,
    passes,
    plan,
    told,
)
from tests.browser.walking import Company, Walker
from tests.fixtures.languages import staff_gettext
from tests.search.consents_given import SHELTERS
from tests.search.scene import NOW, make_scene
from tests.security.quarter import World, everybody_else
from web.context import Context

pytestmark = pytest.mark.browser

NAME, MOTHER = "حسين عبد الكريم الزبيري", "فاطمة"
FACT = "الباب الأزرق"
# As the family reads it; the words themselves are the translators' to change.
SPOKEN = gettext("ar", "We spoke with you on %(date)s.", date=full_date("ar", datetime.date(2026, 3, 17)))
WRITE = gettext("ar", "First words to the person")
FIRST_WORDS = "The name is said alike, and the day fits."
SEND = translations("es", Catalogue.STAFF).ngettext("Send %(shown)s record", "Send %(shown)s records", 2)
NOT_FILED = CaseFiled(case_id=uuid.UUID(int=0), reference="", passphrase=())
SHEET = "\r\n".join(
    (
        "N.;Nome e cognome;Sesso;Data di nascita;Nazionalità;Data di arrivo;Luogo di arrivo;Occhi;Lingue parlate",
        "CI-7;Hussein Abdulkarim Zubairi;M;06/05/1998;Yemen;20/11/2025;Lampedusa;castani;arabo",
        "CI-8;Mariama Bailo Diallo;F;12/01/2001;Guinea;20/11/2025;Lampedusa;neri;francese",
        "",
    )
).encode()


@pytest.fixture
def company(
    tmp_path: Path,
    migrated_sqlite_file: Path,
    vault: Vault,
    chromium: Browser,
    everything_switched_on: None,  # noqa: ARG001 - switches on
) -> Iterator[Company]:
    """Organisations and people, and nothing that anybody has written: no search, no report."""
    path = shutil.copy(migrated_sqlite_file, tmp_path / "whole.sqlite")
    database = Database.open(f"sqlite:///{path}", vault, Engine.load())
    scene, hands = make_scene(database), [NOW]
    settings = Settings(demonstration=True, var=tmp_path / "var")
    context = Context(settings=settings, database=database, vault=vault, clock=lambda: hands[0])
    with at_work(World(scene, context, NOT_FILED, everybody_else(scene), hands), chromium) as everybody:
        yield everybody


def test_somebody_is_filed_in_arabic_found_in_italian_asked_judged_allowed_and_told(company: Company) -> None:
    world = company.world
    family = files(company)
    coordinator = company.joins(world.people.coordinator, "/committee")
    speaks_with(coordinator)
    gives_what_every_family_is_asked_for(company, family)
    sends_a_sheet(company)
    compares(world)
    pair, before = the_pair(world)
    company.clicks.forward = 0
    is_asked_and_answers(company, family)
    compares(world)
    assert the_pair(world)[1] > before, "the answer weighs"
    two_judge_blind(company, coordinator)
    begin(company, coordinator)
    asker = company.joins(world.people.asker, "/partner")
    asker.signs_in()
    answer(asker, "adult", "yes")
    coordinator.signs_in()
    coordinator.goes(f"/cards/{pair}/answers")
    coordinator.link("Telling the family")
    plan(coordinator)
    answer(asker, "", "yes", once_more=True)
    opens(family, world)
    read = lines(family.page)
    told(company, coordinator, at=family, words=SPOKEN)
    new = lines(family.page) - read
    assert company.clicks.forward <= MOST_CLICKS
    assert new == {SPOKEN, WRITE}, "on which day, and that she may write"


def files(company: Company) -> Walker:
    """The mother files in Arabic on a few of the pages, and keeps the words of her paper."""
    family = company.family()
    page = family.page
    family.goes("/?lang=ar")
    family.clicks_on(page.locator("main .actions a").first)
    page.fill("#names-full", NAME)
    saves(family)
    family.goes("/search/sex")
    family.clicks_on(page.locator("main input[value=male]"))
    saves(family)
    page.fill("#birth-year", "1998")
    saves(family)
    family.goes("/search/nationality")
    page.fill("#nationalities", "اليمن")
    saves(family)
    can_be_reached(family)
    family.clicks_on(page.locator("main button[value=enough]"))
    saves(family)
    reference = page.locator(".receipt .code").first.inner_text()
    words = tuple(page.locator(".words li").all_inner_texts())
    with company.world.scene.database.reading() as session:
        case_id = session.scalars(select(SearchRequest.id)).one()
    company.world.case = CaseFiled(case_id=case_id, reference=reference, passphrase=words)
    saves(family)
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("main")).to_contain_text(reference)
    return family


def can_be_reached(family: Walker) -> None:
    """By a number, after a certain hour; the other conditions are left open."""
    page = family.page
    family.goes("/search/contacts")
    family.clicks_on(page.locator("main button[name=elsewhere].quiet").first)
    family.clicks_on(page.locator("main input[name=contacts-kind][value=phone]"))
    page.fill("#contacts-value", "+967712345603")
    saves(family)
    page.fill("[name=contacts-safe_hours]", "بعد السادسة مساء")
    saves(family)
    saves(family)


def saves(family: Walker) -> None:
    """Press the main button of a page."""
    family.clicks_on(family.page.locator("main button[value=save]"))


def opens(family: Walker, world: World) -> None:
    """The family comes back to its page, which speaks Arabic."""
    family.page.context.clear_cookies()
    family.goes("/open?lang=ar")
    family.page.fill("#reference", world.case.reference)
    family.page.fill("#words", " ".join(world.case.passphrase))
    family.clicks_on(family.page.locator("main form button").last)


def speaks_with(reader: Walker) -> None:
    """Somebody of the committee spoke with the family that waits, and writes it down."""
    reader.signs_in()
    reader.goes("/talks")
    reader.clicks_on(reader.page.locator("main .elements a").first)
    reader.page.fill("#held_on", NOW.date().isoformat())
    reader.page.fill("#language", "Arabic")
    reader.page.fill("#with_whom", MOTHER)
    reader.clicks_on(reader.page.locator("#answers .button"))


def gives_what_every_family_is_asked_for(company: Company, family: Walker) -> None:
    """A control fact, who may name her, and a forensic service: each from the list on her own page."""
    page, service = family.page, company.world.people.service_id.hex
    asked = page.locator("main details.asked")
    family.goes("/case")
    family.clicks_on(asked.locator("summary"))
    family.clicks_on(asked.locator('a[href*="only-you"]'))
    family.clicks_on(page.locator("main button[name=elsewhere].quiet").first)
    page.locator("main [name$=question]").fill("ما لون الباب؟")
    page.locator("main [name$=answer]").fill(FACT)
    saves(family)
    saves(family)
    for purpose, kind, receiver in (("naming", "network", SHELTERS.code), ("forensic", "organisation", service)):
        family.goes("/case")
        family.clicks_on(asked.locator("summary"))
        family.clicks_on(asked.locator(f'a[href$="/consents/{purpose}"]'))
        family.clicks_on(page.locator(f'main a[href$="/{purpose}/{kind}"]'))
        family.clicks_on(page.locator(f'main .answers a[href$="/{purpose}/{kind}/{receiver}"]').first)
        family.chooses("answer", "yes")
        family.clicks_on(page.locator("main .buttons button"))
    family.goes("/case")
    expect(asked.locator(".answers strong")).to_have_count(4)


def sends_a_sheet(company: Company) -> None:
    """A shelter in Italy sends the list that it keeps, by a portal that speaks Spanish."""
    clerk = company.joins(company.world.scene.shelter, "/partner")
    page = clerk.page
    clerk.signs_in()
    clerk.goes("/sheets/new?lang=es")
    page.locator("#sheet").set_input_files(FilePayload(name="ospiti.csv", mimeType="text/csv", buffer=SHEET))
    clerk.clicks_on(page.locator("main form .buttons button").first)
    # Read in a process of its own: the page asks again until it was.
    send = page.get_by_role("button", name=SEND % {"shown": "2"})
    expect(send).to_be_visible(timeout=60_000)
    expect(page.locator("li.card.doubtful")).to_have_count(0)
    clerk.clicks_on(send)
    expect(page.get_by_role("heading", name=staff_gettext("es", "Your sheet is stored"))).to_be_visible(timeout=60_000)


def compares(world: World) -> None:
    """The worker compares whatever waits."""
    Worker(world.scene.database, lambda: world.now).match_all()


def the_pair(world: World) -> tuple[uuid.UUID, float]:
    """The only pair that was proposed, and what it weighs."""
    with world.scene.database.reading() as session:
        pair = session.scalars(select(MatchProposal)).one()
        return pair.id, pair.match_weight


def is_asked_and_answers(company: Company, family: Walker) -> None:
    """The worker draws the next common day, and on that day the family answers on its page."""
    world, slot = company.world, slot_at(company.world.now) + 2
    world.hands[0] = day_of(slot) - DRAWN_BEFORE
    assert DueWork(world.scene.database, lambda: world.now, {}).all_due() == 1
    world.hands[0] = day_of(slot)
    opens(family, world)
    family.clicks_on(family.page.locator('main a[href$="/case/questions"]').first)
    family.page.fill("[name=languages_spoken-words]", "العربية")
    family.clicks_on(family.page.locator("#answers .buttons button").first)
    family.page.locator("[name=eye_colour-eyes]").select_option("brown")
    # A list that opens takes a click more than typing.
    company.clicks.forward += 1
    family.clicks_on(family.page.locator("#answers .buttons button"))


def two_judge_blind(company: Company, second: Walker) -> None:
    """The second reader learns that somebody decided, and not what."""
    world, (pair, _) = company.world, the_pair(company.world)
    first = company.joins(world.scene.reviewers[0], "/committee")
    first.signs_in()
    first.clicks_on(first.page.locator(f'main a[href*="/cards/{pair}"]').first)
    knows_nobody(first)
    first.page.get_by_label("In your own words").fill(FIRST_WORDS)
    judge(first)
    second.signs_in()
    second.clicks_on(second.page.locator('main a[href*="tab=awaiting_second"]'))
    second.clicks_on(second.page.locator(f'main a[href*="/cards/{pair}"]').first)
    knows_nobody(second)
    expect(second.page.get_by_text("1 other reader has decided on this pair.")).to_be_visible()
    unseen(second)
    judge(second)
    second.goes(f"/cards/{pair}")
    unseen(second)
    second.back = True
    second.link("Offices that were asked")
    expect(second.page.get_by_role("heading", name="Offices that were asked")).to_be_visible()
    second.back = False
    passes(world, 1)


def unseen(reader: Walker) -> None:
    """Nothing on the page says what the other reader said."""
    expect(reader.page.get_by_text(FIRST_WORDS)).to_have_count(0)


def lines(page: Page) -> set[str]:
    """What a page says, line by line."""
    return set(filter(None, map(str.strip, page.locator("main").inner_text().splitlines())))
