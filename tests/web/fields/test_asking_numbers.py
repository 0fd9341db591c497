"""What is asked about a number or an address at which nobody can be reached as it stands."""

import datetime

from search.fields import catalogue
from web.fields.soft_questions import ASKED, answered, question
from web.fields.widget import Setting

SETTING = Setting(datetime.date(2026, 11, 22), ("SD",))
NUMBER, WAY = catalogue()["identifiers.phones.number"], catalogue()["filing.contacts.value"]


def test_a_number_without_its_country_is_asked_about_and_the_answer_can_be_called() -> None:
    for row in (NUMBER, WAY):
        typed = {"": ["0912345678"]}
        asked = question(row, typed, SETTING)
        assert asked is not None
        assert asked.code == "which_number"
        chosen = answered(row, {**typed, ASKED: ["SD"]}, SETTING)
        assert chosen == {"": ["+249 91 234 5678"]}
        assert question(row, chosen, SETTING) is None


def test_what_is_plainly_wrong_is_asked_about_and_what_is_right_or_a_persons_name_is_not() -> None:
    told = {
        "+249 912 345": "no_number", "amina@gmial.com": "which_address", "amina@gmail": "no_address",
        "+249 912 345 678": "", "amina@proton.me": "", "@amina": "", "the priest": "", "": "", "0912": "",
    }  # fmt: skip
    found = {text: asked.code if (asked := question(WAY, {"": [text]}, SETTING)) else "" for text in told}
    assert found == told
