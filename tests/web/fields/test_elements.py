"""Elements of lists: whatever was said of one is kept, in the element or in words."""

import datetime

import pytest

from matching.record import Effect, IdentityDocument, Mark, NameKind, PersonName, Phone, PhoneRole
from search.documents import Answer, Contact, ControlQuestion, FieldNote
from search.fields import catalogue
from search.vocabulary import ContactKind, MaySay
from web.fields.answers import Answered
from web.fields.elements import Element, filled, problems, read, read_all
from web.fields.phones import NO_DIGITS
from web.fields.typed import DO_NOT_KNOW
from web.fields.widget import Setting

SETTING = Setting(datetime.date(2026, 11, 22), ("GT",))


def one(path: str, **parts: str) -> Element:
    return read(catalogue()[path], {f"{path}.{part}": {"": [text]} for part, text in parts.items()}, SETTING)


@pytest.mark.parametrize(
    ("path", "parts", "element"),
    [
        ("description.marks", {"side": "left"}, Mark("other", side="left")),
        ("description.marks", {"kind": "scar", "words": "thin"}, Mark("scar", words="thin")),
        ("description.effects", {"colour": "gold"}, Effect("other", "gold")),
        ("description.names", {"text": "Hagos"}, PersonName("Hagos", NameKind.SPELLING)),
        ("identifiers.phones", {"number": "5555 0101"}, Phone("+50255550101", PhoneRole.UNKNOWN)),
        ("identifiers.documents", {"kind": "passport", "country": "Eritrea"}, IdentityDocument("", "passport", "ER")),
        ("filing.contacts", {"safe_hours": "evenings"}, Contact(safe_hours="evenings")),
        ("filing.contacts", {"may_say": "never_why"}, Contact(may_say=MaySay.NEVER_WHY)),
        ("filing.control_questions", {"answer": "Kibo"}, ControlQuestion(answer="Kibo")),
        ("filing.contacts", {"kind": "email"}, Contact(kind=ContactKind.EMAIL)),
    ],
)
def test_one_part_is_enough_and_nothing_is_claimed_that_nobody_said(
    path: str, parts: dict[str, str], element: object
) -> None:
    assert one(path, **parts) == Element(element)


@pytest.mark.parametrize(
    ("path", "parts", "words"),
    [
        ("identifiers.phones", {"number": "lost", "role": "sought"}, "lost · Their own number"),
        ("identifiers.phones", {"role": "carried"}, "Number they carried with them"),
        ("description.names", {"kind": "clan"}, "Clan name"),
    ],
)
def test_what_makes_no_element_stays_in_words(path: str, parts: dict[str, str], words: str) -> None:
    assert one(path, **parts) == Element(None, words)


def test_a_part_that_cannot_be_read_stays_beside_the_element() -> None:
    found = one("identifiers.documents", number="K1", country="Nowhere land")
    note = FieldNote(field="identifiers.documents.country", words="Nowhere land", element=0)
    assert found == Element(IdentityDocument("K1"), notes=(note,))


def test_what_was_noted_of_the_second_paper_stays_beside_the_second_paper() -> None:
    row, path = catalogue()["identifiers.documents"], "identifiers.documents"
    typed = [
        {f"{path}.number": {"": ["A1"]}},
        {f"{path}.number": {"": ["B2"]}, f"{path}.country": {"": ["Nowhere land"]}},
        {f"{path}.number": {"": ["C3"]}, f"{path}.kind": {"": [DO_NOT_KNOW]}},
    ]
    found = read_all(row, typed, Answered((), FieldNote(field=path)), SETTING)
    assert [one.number for one in found.value] == ["A1", "B2", "C3"]
    assert found.words == ""
    assert found.notes == (
        FieldNote(field=f"{path}.country", words="Nowhere land", element=1),
        FieldNote(field=f"{path}.kind", answer=Answer.UNKNOWN, element=2),
    )
    shown = filled(row, found.value, FieldNote(field=path), found.notes)
    assert shown[1][f"{path}.country"] == {"": ["Nowhere land"]}
    assert shown[2][f"{path}.kind"] == {"": [DO_NOT_KNOW]}
    again = read_all(row, shown, Answered(found.value, FieldNote(field=path), found.notes), SETTING)
    assert again == found
    without_the_first = read_all(row, shown[1:], Answered(found.value, FieldNote(field=path), found.notes), SETTING)
    assert [note.element for note in without_the_first.notes] == [0, 1]


def test_an_empty_element_is_none_and_says_nothing() -> None:
    assert one("description.marks", words="  ") == Element(None)
    assert read(catalogue()["description.marks"], {}, SETTING) == Element(None)


def test_an_element_that_was_left_alone_keeps_what_no_page_shows() -> None:
    row = catalogue()["description.names"]
    name, note = PersonName("Tes", NameKind.AS_HEARD, "ti"), FieldNote(field=row.path, words="the tall one")
    shown = filled(row, [name], note)
    assert read_all(row, shown, Answered([name], note), SETTING) == Element((name,), "the tall one")
    assert read_all(row, shown[1:], Answered([name], note), SETTING) == Element((), "the tall one")


def test_words_that_look_like_an_element_stay_words() -> None:
    row = catalogue()["identifiers.documents"]
    paper, note = IdentityDocument("K1"), FieldNote(field=row.path, words="K1")
    assert read_all(row, filled(row, [paper], note), Answered([paper], note), SETTING) == Element((paper,), "K1")


def test_what_is_to_be_looked_at_again_is_told_by_its_part() -> None:
    row = catalogue()["identifiers.phones"]
    assert problems(row, {"identifiers.phones.number": {"": ["lost"]}}, SETTING) == {
        "identifiers.phones.number": NO_DIGITS
    }
