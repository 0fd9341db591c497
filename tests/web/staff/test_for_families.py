"""The page that begins filing with a relative: for whom it is there, and what it says."""

import pytest

from search.accounts.helper_passes import open_pass
from search.vocabulary import MAY_FILE_FOR_FAMILIES, OrganisationKind, StaffRole
from tests.fixtures.languages import walked
from tests.fixtures.staff import add_staff, signed_in
from web.committee import create_committee
from web.context import Context
from web.partner import create_partner

ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"])


@ON_SQLITE
@pytest.mark.parametrize("kind", OrganisationKind)
def test_the_page_is_there_for_kinds_of_organisation_that_families_come_to(
    context: Context, kind: OrganisationKind
) -> None:
    portal = "committee" if kind is OrganisationKind.COMMITTEE else "partner"
    helper = add_staff(context, "somebody", "Invented Helpers", kind)
    app = (create_committee if portal == "committee" else create_partner)(context)
    visitor = signed_in(context, app, f"/{portal}", "somebody")
    answer = visitor.goes_to("/families")
    assert (answer.status_code == 200) is (kind in MAY_FILE_FOR_FAMILIES)
    assert (f'href="/{portal}/families"' in visitor.goes_to("/").text) is (kind in MAY_FILE_FOR_FAMILIES)
    if kind in MAY_FILE_FOR_FAMILIES:
        sealed = answer.text.split('name="pass" value="')[1].split('"')[0]
        made = open_pass(context.vault, sealed)
        assert made is not None
        assert (made.account_id, made.organisation, made.kind) == (helper.account_id, "Invented Helpers", kind)
        assert 'action="/together/begin"' in answer.text


@ON_SQLITE
@pytest.mark.parametrize("role", [StaffRole.COORDINATOR, StaffRole.SHARED_READER, StaffRole.PROTECTION_OFFICER])
def test_whoever_does_not_report_begins_nothing(context: Context, role: StaffRole) -> None:
    add_staff(context, "somebody", "Invented Helpers", OrganisationKind.SHELTER, role)
    visitor = signed_in(context, create_partner(context), "/partner", "somebody")
    assert visitor.goes_to("/families").status_code == 403


@ON_SQLITE
@pytest.mark.parametrize("tag", [row.tag for row in walked()])
def test_the_page_speaks_every_language(context: Context, tag: str) -> None:
    add_staff(context, "somebody", "Invented Helpers", OrganisationKind.CONSULATE)
    visitor = signed_in(context, create_partner(context), "/partner", "somebody")
    assert visitor.goes_to(f"/families?lang={tag}").status_code == 200
