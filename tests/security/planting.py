"""A registry in which every marker was said somewhere: filed, reported, matched, judged, revealed, and half typed."""

import dataclasses
import uuid

import pytest

from matching.record import Effect, Event, IdentityDocument, Mark, NameKind, PersonName, Phone, PhoneRole, Place
from search.access import ANYONE, Actor
from search.commands import (
    AddPhoto,
    AmendSearch,
    JudgeProposal,
    OpenCard,
    RegisterSearch,
    ReportFound,
    RevealIdentifiers,
)
from search.documents import (
    Contact,
    Description,
    EarlierReport,
    Filing,
    Identifiers,
    Journey,
    Medical,
    PostMortem,
    Whereabouts,
)
from search.errors import SearchError
from search.filing.case_view import read_case
from search.filing.drafting import save_draft
from search.filing.record_photos import add_photo
from search.filing.registering_searches import amend_search
from search.review.card import open_card
from search.review.contacts_reveal import reveal_identifiers
from search.review.judging_proposals import judge
from search.summaries import CaseFiled
from search.vocabulary import ContactKind, JudgementKind, JudgementReason, PhotoKind, ReportKind
from tests.search.accounts.entering import enter, guess
from tests.search.scene import NOW, Scene, at, family_of, found, sought
from tests.security import markers


def plant(scene: Scene) -> uuid.UUID:
    """Go the whole way with the markers; returns the proposal that came of it."""
    case = scene.file(search())
    scene.report(report())
    of_body = scene.report(body(), scene.mortuary)
    photograph(scene, family_of(case), case.case_id, PhotoKind.PAPER)
    photograph(scene, scene.mortuary, of_body.report_id, PhotoKind.POST_MORTEM)
    assert scene.match() >= 1
    amend(scene, case)
    scene.match()
    proposal = max(scene.proposals().items(), key=lambda item: item[1][0])[0]
    review(scene, proposal)
    with scene.database.transaction() as session:
        save_draft(session, ANYONE, None, markers.DRAFT.encode(), now=NOW)
    try_doors(scene, case)
    return proposal


def search() -> RegisterSearch:
    """A search that says a marker in every kind of field."""
    command = sought(markers.NAME_IN_ETHIOPIC, earlier_reference=markers.EARLIER_REFERENCE)
    person = dataclasses.replace(
        command.sought,
        names=(PersonName(markers.NAME_IN_ETHIOPIC), PersonName(markers.NAME, NameKind.SPELLING_ON_PAPERS)),
        marks=(Mark("tattoo", "chest", words=markers.WORDS),),
        effects=(Effect("ring", words=markers.WORDS),),
        journey=Journey(companions=(PersonName(markers.OTHER_NAME),), what_was_said=markers.WORDS),
        medical=Medical(illnesses=markers.WORDS),
        words=markers.WORDS,
    )
    filing = Filing(
        enquirer_names=(PersonName(markers.ENQUIRER),),
        contacts=(Contact(kind=ContactKind.PHONE, value=markers.CONTACT),),
        earlier_reports=(EarlierReport(office=markers.WORDS, number=markers.EARLIER_REFERENCE),),
        control_facts=(markers.CONTROL_FACT,),
    )
    return dataclasses.replace(
        command, sought=person, identifiers=numbers(), filing=filing, idempotency_key=markers.DRAFT
    )


def numbers() -> Identifiers:
    """Marker phones and a marker document."""
    return Identifiers(
        phones=(Phone(markers.PHONE, PhoneRole.SOUGHT), Phone(markers.CONTACT, PhoneRole.ENQUIRER)),
        documents=(IdentityDocument(markers.DOCUMENT, "passport", "SV"),),
        accounts=(markers.WORDS,),
        transfers=(markers.WORDS,),
    )


def report() -> ReportFound:
    """The same person, living, as a shelter reports them."""
    command = found(markers.NAME, sender_number=markers.SENDER_NUMBER)
    person = dataclasses.replace(
        command.found, words=markers.WORDS, event=at(Place(markers.STREET, ("MX",), 14.9, -92.2))
    )
    whereabouts = Whereabouts(present_place=Place(markers.STREET), condition=markers.WORDS)
    return dataclasses.replace(command, found=person, identifiers=numbers(), whereabouts=whereabouts)


def body() -> ReportFound:
    """Somebody else, dead, whose papers carry the other name."""
    command = found(markers.OTHER_NAME, 3, ReportKind.MORTUARY, sender_number=f"{markers.SENDER_NUMBER}-2")
    findings = PostMortem(body_tag=markers.BODY_TAG, cause=markers.WORDS, burial_place=markers.STREET)
    return dataclasses.replace(command, post_mortem=findings)


def photograph(scene: Scene, actor: Actor, record: uuid.UUID, kind: PhotoKind) -> None:
    """A photo with a marker in its words, in when it was taken, and in both pictures."""
    picture = markers.WORDS.encode()
    command = AddPhoto(
        record_id=record, kind=kind, words=markers.WORDS, taken=markers.WORDS, picture=picture, preview=picture
    )
    with scene.database.transaction() as session:
        add_photo(session, actor, command, store_limit=10**6, now=NOW)


def amend(scene: Scene, case: CaseFiled) -> None:
    """The family says more."""
    said = search()
    more = dataclasses.replace(said.sought, event=Event(place=Place(markers.STREET)))
    command = AmendSearch(
        case_id=case.case_id,
        sought=more,
        identifiers=said.identifiers,
        filing=said.filing,
    )
    with scene.database.transaction() as session:
        amend_search(session, family_of(case), command, now=NOW)
        read_case(session, family_of(case), case.case_id, now=NOW)


def review(scene: Scene, proposal: uuid.UUID) -> None:
    """A reviewer opens the card, reads the numbers, and judges in marker words."""
    reviewer = scene.reviewers[0]
    with scene.database.transaction() as session:
        shown = open_card(session, reviewer, OpenCard(proposal_id=proposal), now=NOW)
        reveal_identifiers(session, reviewer, RevealIdentifiers(proposal_id=proposal, reason=markers.REASON), now=NOW)
        decision = JudgeProposal(
            proposal_id=proposal,
            seen_revision=shown.revision,
            kind=JudgementKind.POSITIVE,
            reasons=frozenset({JudgementReason.NAMES}),
            words=markers.JUDGEMENT_WORDS,
        )
        judge(session, reviewer, decision, now=NOW)


def try_doors(scene: Scene, case: CaseFiled) -> None:
    """Somebody guesses, in markers."""
    assert guess(scene.database, markers.ATTEMPT, markers.ATTEMPT) is None
    assert guess(scene.database, case.reference, markers.ATTEMPT) is None
    assert enter(scene.database, login=markers.ATTEMPT, password=markers.ATTEMPT, portal="partner") is None


def provoke(scene: Scene) -> list[SearchError]:
    """Errors of commands that carry markers, with whatever was raised before them."""
    silent, numberless = Description(), Identifiers()
    nowhere = dataclasses.replace(scene.shelter, organisation_id=None)
    acts = (
        lambda: scene.file(dataclasses.replace(search(), sought=silent, identifiers=numberless)),
        lambda: scene.report(dataclasses.replace(report(), found=silent, identifiers=numberless)),
        lambda: scene.report(report(), nowhere),
        lambda: scene.report(report(), scene.reviewers[0]),
    )
    raised = []
    for act in acts:
        with pytest.raises(SearchError) as caught:
            act()
        raised.append(caught.value)
    return raised
