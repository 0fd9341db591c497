"""The operator says for whom a committee reads."""

from typing import Any

import pytest

from search.access import OPERATOR
from search.committee_commands import SetReach
from search.committees.reach import list_committees, set_reach
from search.errors import AccessDenied, Refused
from search.vocabulary import RouteRegion
from tests.search.scene import NOW, Scene

NAME = "Second Committee (invented)"


def says(scene: Scene, **said: Any) -> None:
    with scene.database.transaction() as session:
        set_reach(session, OPERATOR, SetReach(name=NAME, **said), now=NOW)


def test_what_is_said_takes_the_place_of_what_was_said(scene: Scene) -> None:
    says(scene, languages=("ar", "ti"), countries=("ER",))
    says(scene, languages=("ti", "fr"), routes=(RouteRegion.SAHARA,))
    with scene.database.reading() as session:
        one = next(one for one in list_committees(session, OPERATOR) if one.name == NAME)
    assert (one.languages, one.countries, one.routes) == (("fr", "ti"), (), (RouteRegion.SAHARA,))


WRONG = [({"countries": ("Mexico",)}, "country_unknown"), ({"languages": ("Arabic",)}, "language_unknown")]


@pytest.mark.parametrize(("said", "code"), WRONG)
def test_a_country_or_language_that_is_none_is_refused(scene: Scene, said: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused, match=code):
        says(scene, **said)


def test_only_the_operator_says_it_and_only_of_a_committee(scene: Scene) -> None:
    with pytest.raises(AccessDenied), scene.database.transaction() as session:
        set_reach(session, scene.reviewers[0], SetReach(name=NAME), now=NOW)
    with pytest.raises(Refused, match="not_a_committee"), scene.database.transaction() as session:
        set_reach(session, OPERATOR, SetReach(name="Casa Invented"), now=NOW)
