"""What is asked about a height."""

import datetime

from search.fields import catalogue
from web.fields.measures import HEIGHTS
from web.fields.soft_questions import ASKED, answered, question
from web.fields.widget import Setting

ROW, SETTING = catalogue()["description.height"], Setting(datetime.date(2026, 11, 22))


def test_two_small_numbers_may_be_feet_and_inches_and_anything_else_is_not_asked_about() -> None:
    for written in ("5.7", "٥٫٧".replace("٫", "."), "5-7", "5 7"):
        typed = {"": [written]}
        assert question(ROW, typed, SETTING) is not None, written
        chosen = answered(ROW, {**typed, ASKED: ["feet"]}, SETTING)
        assert HEIGHTS.read(ROW, chosen, SETTING, None).value.low_cm == 170, written
    for written in ("1.70", "170", "5'7", "taller than me", ""):
        assert question(ROW, {"": [written]}, SETTING) is None, written
