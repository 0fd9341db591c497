"""Whoever reported somebody sees the same bytes whatever came of it, and whatever the family allows to whom.

No act tells a family or a located person yet, so no single outcome is told to a sender either: over every consent that
a family can give this sender, and every outcome, only the sum stands there.
"""

import re
import uuid

import pytest

from search.consents import Receiver
from search.models import Organisation
from search.proposing.comparing import USUAL, ProposingPolicy
from search.vocabulary import ConsentPurpose, OrganisationKind, ReceiverKind
from tests.fixtures.outcomes import DECIDED, NOTHING, compared_anew, every_decision
from tests.fixtures.staff import add_staff, signed_in, token_of
from tests.fixtures.visitor import Visitor
from tests.search.consents_given import give, no_to, yes_to
from tests.search.scene import Scene, found, make_scene, sought
from web.api import create_api_application
from web.context import Context
from web.partner import create_partner

SHELTER = "Casa de Prueba"
NAME = "Tesfalem Kidanemariam"
PAGES = ("/", "/reports", "/reports/compared", "/sends", "/erasures", "/shared")
RANDOM = re.compile(rb'name="(?:csrf_token|whose|pass)" value="[^"]+"')


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("allowed", ["nothing", "sharing", "naming", "both", "neither"])
def test_a_sender_reads_the_same_for_every_outcome_and_consent(context: Context, allowed: str) -> None:
    clerk = add_staff(context, "clerk", SHELTER, OrganisationKind.SHELTER)
    scene = make_scene(context.database)
    case = scene.file(sought(NAME))
    with context.database.transaction() as session:
        session.get_one(Organisation, clerk.organisation_id).state_run = "no"
    own = Receiver(ReceiverKind.ORGANISATION, clerk.organisation_id.hex if clerk.organisation_id else "")
    for purpose in (ConsentPurpose.SHARING, ConsentPurpose.NAMING):
        if allowed in (purpose.value, "both"):
            give(context.database, case, yes_to(own, purpose))
        if allowed == "neither":
            give(context.database, case, no_to(own, purpose))
    reported = scene.report(found(NAME), actor=clerk)
    shelter = signed_in(context, create_partner(context), "/partner", "clerk")
    token = token_of(context, SHELTER)
    seen = {"no match": bytes_of(context, shelter, token, reported.report_id, scene, NOTHING)}
    seen["pending"] = bytes_of(context, shelter, token, reported.report_id, scene, USUAL)
    for state in every_decision(scene):
        seen[state] = bytes_of(context, shelter, token, reported.report_id)
    assert set(seen) == {"no match", "pending", *DECIDED}
    assert len(set(seen.values())) == 1


def bytes_of(
    context: Context,
    shelter: Visitor,
    token: str,
    report_id: uuid.UUID,
    scene: Scene | None = None,
    policy: ProposingPolicy = USUAL,
) -> bytes:
    """Everything that the sender's portal and a program of its own can be shown."""
    if scene is not None:
        compared_anew(scene, policy)
    own = (f"/reports/{report_id}", f"/reports/{report_id}/versions", f"/reports/{report_id}/photos")
    pages = [shelter.goes_to(address).data for address in (*PAGES, *own)]
    assert b"Of your 1 report, 1 was compared with all searches." in pages[2]
    program = create_api_application(context).test_client()
    listed = program.get("/v1/reports", headers={"Authorization": f"Bearer {token}"})
    assert listed.status_code == 200
    return RANDOM.sub(b"", b"".join([*pages, listed.data]))
