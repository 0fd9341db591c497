"""Pages that both portals of staff have: the people of an organisation, alarms, invitations, one's own sign-in."""

from flask import Blueprint

from web.staff import own_pages, people
from web.staff.alarms import add_alarms
from web.staff.for_families import add_for_families
from web.staff.invitations import add_invitations
from web.staff.own_pages import add_own_pages
from web.staff.people import add_people
from web.staff.proof import add_proof
from web.typed_again import Shows


def staff_typed_again(portal: str) -> dict[str, Shows]:
    """Where staff type what is asked a proof for, with what shows it once more (`web.typed_again`)."""
    return {
        f"{portal}.set_name": own_pages.name_again,
        f"{portal}.ask_for_member": people.member_again,
        f"{portal}.ask_for_roles": people.roles_again,
        f"{portal}.confirm": people.confirm_again,
        f"{portal}.take_away": people.take_away_again,
    }


def add_staff_pages(pages: Blueprint) -> None:
    """Give a portal of staff these pages; the blueprint's name is the portal's, its first page the endpoint `home`."""
    for add in (add_alarms, add_for_families, add_invitations, add_own_pages, add_people, add_proof):
        add(pages)
