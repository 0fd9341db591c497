"""An organisation that helped to file sees the same bytes whatever was proposed, judged or kept silent."""

import re
import uuid

import pytest
from flask import Flask

from search.commands import OpenCard
from search.proposing.comparing import USUAL
from search.review.card import open_card
from search.summaries import ProposalCard
from search.vocabulary import OrganisationKind
from tests.fixtures.helping import CONSULATE, HELPER, NAME, add_officer, file_together, opens
from tests.fixtures.outcomes import DECIDED, NOTHING, compared_anew, every_decision, only_proposal
from tests.fixtures.portals import NOW
from tests.fixtures.staff import signed_in
from tests.fixtures.visitor import Visitor
from tests.search.scene import Scene, found, make_scene
from web.committee import create_committee
from web.context import Context
from web.partner import create_partner

# Everything that the portal of a reporting organisation shows without naming a report of its own.
PAGES = ("/", "/families", "/reports", "/sends", "/shared", "/erasures", "/report/living", "/sheets/new", "/my-sign-in")
RANDOM = re.compile(
    rb'name="(?:csrf_token|whose|pass|form_key)" value="[^"]+"|<li><bdi>[^<]+</bdi></li>|sessions/[0-9a-f-]{36}'
)


@pytest.mark.parametrize("kind", [OrganisationKind.CONSULATE, OrganisationKind.SHELTER])
def test_no_match_pending_and_whatever_is_decided_look_the_same_to_whoever_helped(
    visitor: Visitor, family: Flask, context: Context, kind: OrganisationKind
) -> None:
    add_officer(context, kind)
    scene = make_scene(context.database)
    reference, words = file_together(context, visitor)
    officer = signed_in(context, create_partner(context), "/partner", HELPER)
    with_paper = Visitor(family.test_client())
    opens(with_paper, reference, words)
    scene.report(found(NAME))
    scene.match(NOTHING)
    pages = {"no match": _bytes_of(officer, with_paper)}
    compared_anew(scene, USUAL)
    pages["pending"] = _bytes_of(officer, with_paper)
    proposal = only_proposal(scene)
    assert _card(scene, proposal).helped_by == CONSULATE
    committee = signed_in(context, create_committee(context), "/committee", "person0")
    for address in (f"/cards/{proposal}", f"/cards/{proposal}/contacts"):
        assert "This search was filed together with" in committee.goes_to(address).text
    for state in every_decision(scene):
        pages[state] = _bytes_of(officer, with_paper)
    assert set(pages) == {"no match", "pending", *DECIDED}
    assert len(set(pages.values())) == 1


def _bytes_of(officer: Visitor, with_paper: Visitor) -> bytes:
    answers = [officer.goes_to(address).data for address in PAGES]
    answers += [with_paper.goes_to(address).data for address in ("/case", "/case/photos", "/case/consents")]
    return RANDOM.sub(b"", b"".join(answers))


def _card(scene: Scene, proposal: uuid.UUID) -> ProposalCard:
    with scene.database.transaction() as session:
        return open_card(session, scene.reviewers[0], OpenCard(proposal_id=proposal), now=NOW)
