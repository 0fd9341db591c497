"""The rules learnt from cases that are the engine's to keep (1 to 7), each shown on invented people."""

import pytest

from matching import AgeRange, Effect, Engine, Mark, NameKind, Outcome, Phone, PhoneRole, Sex
from matching.prepared_record import PreparedRecord
from tests.matching.records import BODY, LIVING, SOUGHT, Said, at, called, day, numbers, person

ENGINE = Engine.load()
RIO = (27.5, -99.5)
FAMILY_SAYS: Said = {
    "names": called("Abebe Tesfaye Kidane"),
    "birth": day("1991-07-21"),
    "sex": Sex.MALE,
    "nationalities": ("ET",),
}


def _weight(sought: PreparedRecord, found: PreparedRecord) -> float:
    return ENGINE.explain(sought, found).match_weight


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"names": called("Abebe")},
        {"names": called("Toño", kind=NameKind.NICKNAME)},
        {"phones": numbers("+251911000111")},
        {"marks": (Mark("scar", "hand"),)},
    ],
)
def test_rule_1_next_to_nothing_is_enough_to_be_compared(said: Said) -> None:
    little = person(SOUGHT, **said)
    assert ENGINE.blocking_keys(little) or not said
    pair = ENGINE.explain(little, person(LIVING, **said))
    assert all(evidence.outcome in (Outcome.AGREES, Outcome.BLANK) for evidence in pair.evidence)


def test_rule_2_a_body_found_before_the_last_contact_and_outside_the_age_is_still_proposed_for_its_scar() -> None:
    scar = (Mark("scar", "forearm", "left"), Mark("tattoo", "chest", "", "anchor"))
    family = person(SOUGHT, birth=day("1996-02-10"), event=at("2022-05-10", point=RIO), marks=scar)
    body = person(BODY, age=AgeRange(29, 35), event=at("2022-05-07", point=(27.6, -99.4)), marks=scar)
    other = person(
        BODY, age=AgeRange(22, 30), event=at("2022-05-20", point=(27.6, -99.4)), marks=(Mark("burn", "back"),)
    )
    assert ENGINE.blocking_keys(family) & ENGINE.blocking_keys(body)
    assert _weight(family, body) > _weight(family, other) + 5


def test_rule_2_the_first_of_january_is_a_year() -> None:
    family = person(SOUGHT, **FAMILY_SAYS)
    clerk = {**FAMILY_SAYS, "birth": day("1991-01-01")}
    wrong = {**FAMILY_SAYS, "birth": day("1984-01-01")}
    evidence = {e.comparison: e for e in ENGINE.explain(family, person(LIVING, **clerk)).evidence}
    assert evidence["birth"].outcome is Outcome.AGREES
    assert _weight(family, person(LIVING, **clerk)) > _weight(family, person(LIVING, **wrong)) + 4


def test_rule_2_a_minor_recorded_as_an_adult_is_not_lost() -> None:
    family = person(SOUGHT, names=called("Gebremedhin Woldu"), birth=day("2007-05-05"), event=at("2022-01-10"))
    adult = person(LIVING, names=called("ገብረመድህን ወልዱ"), age=AgeRange(20, 20), event=at("2022-06-10"))
    assert ENGINE.blocking_keys(family) & ENGINE.blocking_keys(adult)
    assert _weight(family, adult) > ENGINE.proposal_threshold


@pytest.mark.parametrize("written", ["حسين", "Husein", "Houcine", "Xuseen", "Хусейн", "ሁሴን", "হোসেন"])
def test_rule_3_one_name_in_many_scripts(written: str) -> None:
    here, there = person(SOUGHT, names=called("Hussein Zaydani")), person(LIVING, names=called(f"{written} Zaydani"))
    assert ENGINE.explain(here, there).evidence[0].level in ("strong", "very_strong")
    assert ENGINE.blocking_keys(here) & ENGINE.blocking_keys(there)


@pytest.mark.parametrize(
    ("one", "same", "another"),
    [
        ("Ahmed Zaydani", "أحمد زيداني", "Hamad Zaydani"),
        ("عمر زيداني", "Omar Zaydani", "Amr Zaydani"),
        ("Maria Figueira", "María Figueira", "Mariam Figueira"),
        ("Abebe Tesfaye Kidane", "አበበ ተስፋዬ ኪዳነ", "Selam Tesfaye Kidane"),
    ],
)
def test_rule_3_alike_is_not_the_same(one: str, same: str, another: str) -> None:
    here = person(SOUGHT, names=called(one))
    names = [ENGINE.explain(here, person(LIVING, names=called(other))).evidence[0] for other in (same, another)]
    assert names[0].weight > names[1].weight + 2


@pytest.mark.parametrize(
    "written",
    [
        "Kidane Abebe Tesfaye",
        "Abebe Tesfaye",
        "Abebe bin Tesfaye bin Kidane",
        "Abebe T. Kidane",
        "ABEBE TESFAYE KIDANE",
    ],
)
def test_rule_3_order_chains_initials_and_missing_parts_are_ordinary(written: str) -> None:
    here, there = person(SOUGHT, names=called("Abebe Tesfaye Kidane")), person(LIVING, names=called(written))
    assert ENGINE.explain(here, there).evidence[0].outcome is Outcome.AGREES


def test_rule_4_nothing_but_a_weight_comes_out_and_no_evidence_makes_it_certain() -> None:
    said = {**FAMILY_SAYS, "phones": numbers("+251911000111"), "marks": (Mark("scar", "hand", "left"),)}
    pair = ENGINE.explain(person(SOUGHT, **said), person(LIVING, **said))
    assert pair.match_weight > 20
    assert 0.99 < pair.match_probability < 1.0


def test_rule_4_people_alike_but_with_another_given_name_stay_apart() -> None:
    family = person(SOUGHT, **FAMILY_SAYS)
    sibling = {**FAMILY_SAYS, "names": called("Selam Tesfaye Kidane"), "birth": day("1994-03-02"), "sex": Sex.FEMALE}
    assert _weight(family, person(LIVING, **sibling)) < ENGINE.proposal_threshold


def test_rule_5_blank_weighs_nothing_and_is_no_disagreement() -> None:
    family, silent = person(SOUGHT, **FAMILY_SAYS), person(LIVING)
    pair = ENGINE.explain(family, silent)
    assert {evidence.outcome for evidence in pair.evidence} == {Outcome.BLANK}
    assert pair.match_weight == ENGINE.explain(person(SOUGHT), silent).match_weight


def test_rule_6_a_rare_name_outweighs_a_common_one() -> None:
    def weight(name: str) -> float:
        return _weight(person(SOUGHT, names=called(name)), person(LIVING, names=called(name)))

    assert weight("Tesfalem Kidanemariam") > weight("Muhammad Ali") + 4


def test_rule_6_a_phone_number_outweighs_a_common_name() -> None:
    by_phone = {"phones": numbers("+251911000111")}
    by_name = {"names": called("Muhammad Ali")}
    assert _weight(person(SOUGHT, **by_phone), person(LIVING, **by_phone)) > _weight(
        person(SOUGHT, **by_name), person(LIVING, **by_name)
    )


def test_rule_6_a_single_nickname_says_little() -> None:
    here = person(SOUGHT, names=called("Antonio Huamán") + called("Toño", kind=NameKind.NICKNAME))
    assert ENGINE.explain(here, person(LIVING, names=called("Toño"))).evidence[0].level in ("weak", "fair")


@pytest.mark.parametrize("role_here", ["sought", "enquirer", "companion"])
@pytest.mark.parametrize("role_there", ["carried", "contact_given", "called_from"])
def test_rule_7_a_number_is_evidence_in_whatever_role(role_here: str, role_there: str) -> None:
    family = person(SOUGHT, phones=(Phone("+50499990001", PhoneRole(role_here)),))
    body = person(BODY, phones=(Phone("+50499990001", PhoneRole(role_there)),))
    assert ENGINE.blocking_keys(family) & ENGINE.blocking_keys(body)
    assert next(e for e in ENGINE.explain(family, body).evidence if e.comparison == "phones").weight > 10


def test_rule_8_coded_marks_and_things_meet_whatever_language_they_were_told_in() -> None:
    family = person(
        SOUGHT, marks=(Mark("tattoo", "neck", "left", "rose", "ጽጌረዳ"),), effects=(Effect("cap", "red", "", "ቆብ"),)
    )
    body = person(
        BODY, marks=(Mark("tattoo", "neck", "left", "rose", "rosa"),), effects=(Effect("cap", "red", "", "gorra"),)
    )
    assert len(ENGINE.blocking_keys(family) & ENGINE.blocking_keys(body)) >= 3
    assert _weight(family, body) > _weight(person(SOUGHT), body) + 8
