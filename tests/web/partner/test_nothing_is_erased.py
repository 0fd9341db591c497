"""Any report, then any part of it again by any door: everything that was said is still said, and it is one report."""

import csv
import io
import itertools
import random
import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from sqlalchemy import select

from search.access import Actor
from search.commands import ImportSheet
from search.documents.told_values import told
from search.filing import sheet_storing
from search.filing.importing_sheets import question_of, sheet_sender, store_sheet
from search.filing.own_reports import read_own_report
from search.filing.sheet_storing import SheetStoring
from search.models import FoundReport
from search.sheets.sheet_reading import SheetReading
from search.sheets.sheet_understanding import understand
from tests.fixtures.portals import NOW
from tests.fixtures.staff import SHELTER, token_of
from tests.fixtures.visitor import Visitor
from web.api import create_api_application
from web.context import Context

NUMBER = "CI-77"
# What is said of somebody: under the name of a control, the header of a column, and the path of the API.
SAID: Mapping[str, tuple[str, str, str]] = {
    "name": ("names-0-text", "Full name", "Amina Warsame"),
    "sex": ("sex", "Sex", "female"),
    "age": ("age", "Age", "25-35"),
    "height": ("height", "Height (cm)", "165"),
    "phone": ("phones-0-number", "Phone", "+252612345678"),
    "house": ("present_place-text", "Present place", "The house behind the harbour"),
    "words": ("words", "Notes", "speaks of a brother"),
}
# What the form asks back once of a living person, and was told to leave open.
ASKED_ALREADY = ["unsaid-agreement", "unsaid-adult_or_child"]
Part = tuple[str, ...]


def of_program(part: Part) -> dict[str, Any]:
    """The part as a program sends it."""
    found: dict[str, Any] = {
        "name": {"names": [{"text": SAID["name"][2], "kind": "as_heard"}]},
        "sex": {"sex": "female"},
        "age": {"age": {"low": 25, "high": 35}},
        "height": {"height": {"low_cm": 165, "high_cm": 165}},
        "words": {"words": SAID["words"][2]},
    }
    described = {name: value for one in part if one in found for name, value in found[one].items()}
    body: dict[str, Any] = {"found": described}
    if "phone" in part:
        body["identifiers"] = {"phones": [{"number": SAID["phone"][2]}]}
    if "house" in part:
        body["whereabouts"] = {"present_place": {"text": SAID["house"][2]}}
    return body


class Doors:
    """Every way by which an organisation can say something of a person under its number."""

    def __init__(self, context: Context, clerk: Visitor, actor: Actor, patched: pytest.MonkeyPatch) -> None:
        self.context, self.clerk, self.actor, self.patched = context, clerk, actor, patched
        self.api = create_api_application(context).test_client()
        self.headers = {"Authorization": f"Bearer {token_of(context, SHELTER)}"}
        self.count = itertools.count(1)

    def by_form(self, part: Part) -> None:
        fields = {SAID[one][0]: SAID[one][2] for one in part}
        self.clerk.goes_to("/report/living")
        key = {"form_key": f"{next(self.count):032x}"}
        sent = {"kind": "shelter", "sender_number": NUMBER, **fields, **key, "seen": ASKED_ALREADY}
        assert self.clerk.sends("/report/living", sent).status_code == 200, self.clerk.page

    def by_change(self, part: Part) -> None:
        """The form of the report itself, of which no other control is sent."""
        address = f"/reports/{self.report_id()}/change"
        self.clerk.goes_to(address)
        (seen,) = re.findall(r'name="seen_revision" value="(\d+)"', self.clerk.page)
        fields = {SAID[one][0]: SAID[one][2] for one in part}
        sent = {"kind": "shelter", "seen_revision": seen, **fields, "seen": ASKED_ALREADY}
        assert self.clerk.sends(address, sent).status_code == 200, self.clerk.page

    def by_few_rows(self, part: Part) -> None:
        with self.context.database.transaction() as session:
            store_sheet(session, self.actor, self.reading(part), next(self.count), now=NOW)

    def by_staged_rows(self, part: Part) -> None:
        with self.patched.context() as patched:
            patched.setattr(sheet_storing, "_AT_ONCE", 1)
            storing = SheetStoring(self.context.database, lambda: NOW, rest=lambda _: None)
            assert storing.store(self.actor, self.reading(part), next(self.count)).stored

    def by_program(self, part: Part) -> None:
        body = {"kind": "shelter", "sender_number": NUMBER, **of_program(part)}
        answer = self.api.post("/v1/reports", json=body, headers=self.headers)
        assert answer.status_code in (200, 201), answer.text

    def by_patch(self, part: Part) -> None:
        address = f"/v1/reports/{self.report_id()}"
        revision = self.api.get(address, headers=self.headers).headers["ETag"]
        headers = {**self.headers, "If-Match": revision}
        answer = self.api.patch(address, json=of_program(part), headers=headers)
        assert answer.status_code == 200, answer.text

    def reading(self, part: Part) -> SheetReading:
        """A sheet with the part in a row, beside a row of somebody else."""
        out = io.StringIO()
        rows = csv.writer(out)
        rows.writerow(["Case number", *(SAID[one][1] for one in SAID)])
        rows.writerow([NUMBER, *(SAID[one][2] if one in part else "" for one in SAID)])
        rows.writerow(["CI-1", "Omar Haddad", "male", "40", "180", "", "", ""])
        command = ImportSheet(filename="june.csv", content=out.getvalue().encode())
        with self.context.database.reading() as session:
            return understand(question_of(sheet_sender(session, self.actor), command, today=NOW.date()))

    def report_id(self) -> Any:
        return self.report()[0]

    def report(self) -> tuple[Any, dict[str, Any]]:
        """The only report of the number, with all it says."""
        with self.context.database.reading() as session:
            every = [read_own_report(session, self.actor, one) for one in session.scalars(select(FoundReport.id))]
        (mine,) = [one for one in every if one.documents["provenance"].sender_number == NUMBER]
        return mine.report_id, dict(mine.documents)

    def says(self) -> set[str]:
        """What of all that can be said is said of the person."""
        _, documents = self.report()
        found, whereabouts = documents["description"], documents.get("whereabouts")
        said = {
            "name": [name.text for name in found.names],
            "sex": [told(found.sex)],
            "age": [told(found.age)],
            "height": [told(found.height)],
            "phone": [phone.number for phone in documents["identifiers"].phones],
            "house": [whereabouts.present_place.text if whereabouts and whereabouts.present_place else ""],
            "words": found.words.splitlines(),
        }
        return {one for one, values in said.items() if SAID[one][2] in values}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whatever_part_comes_again_by_whatever_door_nothing_is_lost(
    context: Context, clerk: Visitor, shelter: Actor, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    rng = random.Random(seed)  # noqa: S311 - an order of doors, the same in every run
    doors = Doors(context, clerk, shelter, monkeypatch)
    first: list[Callable[[Part], None]] = [doors.by_form, doors.by_few_rows, doors.by_staged_rows, doors.by_program]
    every = [*first, doors.by_change, doors.by_patch]

    def some() -> Part:
        return tuple(rng.sample(list(SAID), rng.randint(1, len(SAID))))

    part = some()
    first[seed % len(first)](part)
    expected = set(part)
    assert doors.says() == expected
    for door in rng.sample(every, len(every)) * 2:
        part = some()
        door(part)
        expected |= set(part)
        assert doors.says() == expected, (door.__name__, part)
