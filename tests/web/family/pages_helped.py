"""The pages of whoever files with an organisation's help, of the first opening of that, and after a talk."""

from dataclasses import replace

from flask import Flask

from search.vocabulary import OrganisationKind
from tests.fixtures.helping import add_officer, agrees, begins, file_together, opens, pass_of
from tests.fixtures.visitor import Visitor
from tests.security.quarter import World, opened_case
from tests.web.family.every_page import Walk
from web.family import create_family
from web.family.paper import QUICK


def walk_helped(walk: Walk) -> None:
    """Everything that is seen beside an officer, and the own words afterwards."""
    add_officer(walk.context, OrganisationKind.CONSULATE)
    sealed = pass_of(walk.context)
    begins(visitor := walk.somebody(), "forged")
    walk.keep(visitor, "forged")
    begins(visitor, sealed)
    walk.keep(visitor, "read aloud")
    for said in ("", "no"):
        begins(visitor, sealed)
        agrees(visitor, said)
        walk.keep(visitor, f"answered {said or 'nothing'}")
    begins(visitor, sealed)
    agrees(visitor)
    _types_from_paper(walk, visitor)
    begins(visitor, sealed)
    walk.keep(visitor, "a form was left")
    _files(walk, walk.somebody(), sealed)


def _types_from_paper(walk: Walk, visitor: Visitor) -> None:
    walk.opens(visitor, "helped", "/search/who", *(f"/together/paper/{one}" for one in range(1, len(QUICK) + 1)))
    visitor.goes_to("/together/paper/1")
    walk.sends(visitor, "typed in", "/together/paper/1", {"names-full": "Tesfalem", "birth-year": "19x8"})
    walk.opens(visitor, "typed in", "/together/paper/1", "/search/review")


def _files(walk: Walk, visitor: Visitor, sealed: str) -> None:
    paper = file_together(walk.context, visitor)
    walk.keep(visitor, "filed together")
    begins(visitor, sealed)
    walk.keep(visitor, "words were left")
    visitor.goes_to("/filed")
    walk.sends(visitor, "filed together", "/filed")
    relative = walk.somebody()
    opens(relative, *paper)
    walk.keep(relative, "first opening")
    walk.opens(relative, "first opening", "/new-words?lang=choose", "/new-words")
    walk.sends(relative, "own words", "/new-words")


def walk_told(walk: Walk, world: World) -> None:
    """What there is once a person was told of somebody who lets words pass."""
    family: Flask = create_family(world.context)
    there = replace(walk, context=world.context, app=family)
    visitor = opened_case(world, family)
    visitor.goes_to(f"/case?lang={walk.tag}")
    there.keep(visitor, "told")
    there.opens(visitor, "told", "/case/message", "/case/done", "/case/print", "/case/export.html")
    for said in (" ", "We are well, and the goat too"):
        visitor.goes_to("/case/message")
        there.sends(visitor, f"{said[:3]} written", "/case/message", {"words": said})
