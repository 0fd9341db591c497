"""From a proposal to somebody being told, in five browsers: a person who accepts, a body, a child, and a refusal.

What comes before the proposal was filed from inside; `test_whole_story` walks it too.
"""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from matching import Engine
from search.storage.database import Database
from search.storage.encryption import Vault
from search.vocabulary import ReportKind
from tests.browser.walking import Company, Walker
from tests.fixtures.serving import serving
from tests.search.approaching.met_people import known_who_asks
from tests.security.quarter import PAGES, World, copy_of, first_world
from tests.security.quarter_acts import compared, proposed
from wsgi import compose

pytestmark = pytest.mark.browser
LIVING, DEAD = ReportKind.SHELTER, ReportKind.MORTUARY
MOST_CLICKS = 40
# Not those about two records of one side, which may stand on the card too.
OWN_FORM = 'form[action*="/cards/"][action*="/judgements"]:not([action*="take-back"])'


@pytest.fixture
def company(
    tmp_path: Path,
    migrated_sqlite_file: Path,
    vault: Vault,
    chromium: Browser,
    everything_switched_on: None,  # noqa: ARG001 - switches on
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Company]:
    """A search and two reports that were compared, with all portals served."""
    known_who_asks(monkeypatch)
    first = first_world(tmp_path, migrated_sqlite_file, vault)
    with at_work(copy_of(first, tmp_path, "story", vault), chromium) as everybody:
        proposed(everybody.world)
        yield everybody


@pytest.fixture
def elsewhere(company: Company, tmp_path: Path, vault: Vault, chromium: Browser) -> Iterator[Company]:
    """The same search in a world without any candidate."""
    database = str(company.world.scene.database.engine.url.database)
    first = replace(
        company.world,
        scene=replace(company.world.scene, database=at_file(Path(database).parent / "first.sqlite", vault)),
    )
    with at_work(copy_of(first, tmp_path, "nothing", vault), chromium) as everybody:
        compared(everybody.world)
        yield everybody


@contextmanager
def at_work(world: World, chromium: Browser) -> Iterator[Company]:
    """All portals of a world are served, and whoever came leaves again."""
    with serving(compose(world.context)) as address:
        before = set(chromium.contexts)
        yield Company(world, chromium, address)
        for one in set(chromium.contexts) - before:
            one.close()
    world.scene.database.close()


def at_file(path: Path, vault: Vault) -> Database:
    """A registry in a file, for its path alone."""
    return Database.open(f"sqlite:///{path}", vault, Engine.load())


def test_somebody_who_was_met_accepts_and_the_family_is_told(company: Company) -> None:
    pair = company.world.pair(LIVING)
    agree(company, LIVING)
    reads, reader = begin(company), company.clicks
    asker = company.joins(company.world.people.asker, "/partner")
    asker.signs_in()
    answer(asker, "adult", "yes")
    reads.signs_in()
    reads.goes(f"/cards/{pair}/answers")
    expect(reads.page.get_by_text("Yes").first).to_be_visible()
    reads.link("Telling the family")
    plan(reads)
    answer(asker, "", "yes", once_more=True)
    told(company, reads)
    assert reader.forward <= MOST_CLICKS


def test_a_body_is_identified_by_a_forensic_service_and_the_family_is_told(company: Company) -> None:
    world, pair = company.world, company.world.pair(DEAD)
    agree(company, DEAD)
    reader = company.joins(world.people.coordinator, "/committee")
    reader.signs_in()
    reader.goes(f"/cards/{pair}/forensic")
    reader.chooses("service", str(world.people.service_id))
    reader.button("Hand it to this service")
    taken_back(reader, "Take it back")
    reader.chooses("service", str(world.people.service_id))
    reader.button("Hand it to this service")
    passes(world, 1)
    examiner = company.joins(world.people.examiner, "/partner")
    examiner.signs_in()
    examiner.goes("/handed")
    examiner.clicks_on(examiner.page.locator('main a[href*="/handed/"]').first)
    examiner.clicks_on(examiner.page.locator('main a[href$="/identification"]').first)
    examiner.chooses("result", "identified")
    examiner.chooses("method", "dna")
    examiner.page.locator('input[name="document"]').fill("D-17/2026")
    examiner.clicks_on(examiner.page.locator('form:has(input[name="document"]) button').last)
    passes(world, 1)
    reader.signs_in()
    reader.goes(f"/cards/{pair}/forensic")
    reader.link("Telling the family")
    plan(reader, remains="In the mortuary of the town")
    told(company, reader)
    assert company.clicks.forward <= MOST_CLICKS


def test_a_child_is_protected_and_two_officers_decide_with_it_before_the_family_is_told(company: Company) -> None:
    world, pair = company.world, company.world.pair(LIVING)
    agree(company, LIVING)
    reads = begin(company)
    asker = company.joins(world.people.asker, "/partner")
    asker.signs_in()
    answer(asker, "under_18", "")
    decide_with_child(company)
    reads.signs_in()
    reads.goes(f"/cards/{pair}/answers")
    reads.link("Telling the family")
    plan(reads)
    decide_with_child(company)
    reads.signs_in()
    reads.goes(f"/cards/{pair}/telling")
    told(company, reads)
    assert company.clicks.forward <= MOST_CLICKS + 14, "two officers decide, and once more before it is told"


def test_who_refuses_leaves_no_trace_when_the_family_closes_and_asks_for_everything(
    company: Company, elsewhere: Company
) -> None:
    agree(company, LIVING)
    begin(company)
    asker = company.joins(company.world.people.asker, "/partner")
    asker.signs_in()
    answer(asker, "adult", "no")
    elsewhere.world.hands[0] = company.world.now
    refused, nothing = (closes_and_asks(one) for one in (company, elsewhere))
    assert refused == nothing
    assert {"/case", "/case/print", "/case/export.json", "/case/done", "account"} <= refused.keys()


def closes_and_asks(company: Company) -> dict[str, str]:
    """The family closes its search, then reads, prints and exports all of it, and its committee prints the account."""
    family = company.family()
    family.opens_case(company.world)
    seen = {f"before {path}": family.reads(path) for path in PAGES}
    family.goes("/case/withdraw")
    family.clicks_on(family.page.locator('form[action="/case/withdraw"] button').first)
    seen |= {path: family.reads(path) for path in PAGES}
    reader = company.joins(company.world.scene.reviewers[3], "/committee")
    reader.signs_in()
    reader.goes("/readings")
    reader.page.fill("#reference", company.world.case.reference)
    reader.button("Show who read it")
    return {**seen, "account": reader.shown()}


def agree(company: Company, kind: ReportKind) -> None:
    """Two readers judge that it is the same person; the first takes it back once and says so again."""
    pair = company.world.pair(kind)
    for number, actor in enumerate(company.world.scene.reviewers[:2]):
        reader = company.joins(actor, "/committee")
        reader.signs_in()
        if number:
            reader.clicks_on(reader.page.locator('main a[href*="tab=awaiting_second"]'))
        reader.clicks_on(reader.page.locator(f'main a[href*="/cards/{pair}"]').first)
        knows_nobody(reader)
        judge(reader)
        if number == 0:
            reader.goes(f"/cards/{pair}")
            reader.back = True
            reader.clicks_on(reader.page.locator(f'form[action*="/cards/{pair}/"][action*="/take-back"] button').first)
            reader.goes(f"/cards/{pair}")
            judge(reader)
            reader.back = False
    passes(company.world, 1)


def knows_nobody(reader: Walker) -> None:
    """Before a card opens its reader says whether they know the people."""
    asked = reader.page.locator('button[name="answer"][value="go_on"]')
    if asked.count():
        reader.clicks_on(asked.first)


def judge(reader: Walker) -> None:
    """With a reason."""
    reader.clicks_on(reader.page.locator('input[name="reasons"][value="names"]'))
    reader.clicks_on(reader.page.locator(f'{OWN_FORM} button[name="kind"][value="positive"]').first)


def begin(company: Company, coordinator: Walker | None = None) -> Walker:
    """A reader has the person asked, takes it back, and has it asked again; returns whoever reads the answer."""
    world, pair = company.world, company.world.pair(LIVING)
    reads = coordinator or company.joins(world.people.coordinator, "/committee")
    reads.signs_in()
    reads.goes(f"/cards/{pair}/approach")
    for again in (False, True):
        reads.back = again
        reads.chooses("coordinator", str(world.people.coordinator.account_id))
        reads.button("Have the person asked")
        if not again:
            taken_back(reads, "Take it back")
    reads.back = False
    passes(world, 1.1)
    return reads


def answer(asker: Walker, age: str, said: str, *, once_more: bool = False) -> None:
    """The person is met alone: age first, then who searches, then the answer."""
    asker.goes("/approaches")
    asker.clicks_on(asker.page.locator('main a[href*="/approaches/"]').first)
    if age:
        asker.chooses_button("found", age)
    if not said:
        return
    asker.clicks_on(asker.page.locator('main a[href*="/enquirers/"]').first)
    asker.chooses("alone", "yes")
    asker.chooses("answer", said)
    if once_more:
        asker.clicks_on(asker.page.locator('button[name="once_more"]'))
    else:
        asker.clicks_on(asker.page.locator("main form#answers .buttons button").last)


def decide_with_child(company: Company) -> None:
    """Two officers, one after the other, write down what the child says."""
    for actor in (company.world.people.officer, company.world.people.second_officer):
        officer = company.joins(actor, "/partner")
        officer.signs_in()
        officer.goes("/children")
        officer.clicks_on(officer.page.locator('main a[href*="/children/"]').first)
        officer.link("Decide with the child")
        officer.chooses("child_says", "yes")
        officer.page.locator('[name="child_view"]').first.fill("It wants to speak with its mother.")
        officer.chooses("decision", "agrees")
        officer.page.locator('[name="reasons"]').first.fill("It thought about it for two days.")
        officer.clicks_on(officer.page.locator("main form#answers .buttons button").last)


def plan(reader: Walker, remains: str = "") -> None:
    """The talk with the mother."""
    fields = {"name": "The mother", "teller": "Berta", "how": "Sitting down, slowly", "with_whom": "Her sister"}
    for name, words in {**fields, "language": "Tigrinya", **({"remains": remains} if remains else {})}.items():
        reader.page.locator(f'main [name="{name}"]').fill(words)
    reader.chooses("opens_page", "yes")
    reader.chooses("place", "at_home")
    reader.chooses("support", "psychologist")
    reader.button("Keep this plan")


def told(company: Company, reader: Walker, *, at: Walker | None = None, words: str = "We spoke with you on") -> None:
    """The talk is ticked, undone and ticked again; the family's page changes when that is in force and not before.

    `at`: the family that has its page open already, and the `words` that it reads in its own language.
    """
    world, family = company.world, at or company.family()
    if at is None:
        family.opens_case(world)
    day = world.now.date().isoformat()
    expect(family.page.get_by_text(words)).to_have_count(0)
    reader.goes(f"/cards/{reader.page.url.split('/cards/')[1].split('/')[0]}/telling")
    for again in (False, True):
        reader.back = again
        reader.page.locator('main input[name="told_on"]').first.fill(day)
        reader.button("They were spoken with")
        if not again:
            taken_back(reader, "Undo")
    reader.back = False
    family.page.reload()
    expect(family.page.get_by_text(words)).to_have_count(0)
    passes(world, 0.3)
    family.page.reload()
    expect(family.page.get_by_text(words)).to_have_count(1)


def taken_back(walker: Walker, name: str) -> None:
    """A step back, which is no part of the way forward."""
    walker.back = True
    walker.button(name)
    walker.back = False


def passes(world: World, hours: float) -> None:
    """Time goes on."""
    world.hands[0] += datetime.timedelta(hours=hours)
