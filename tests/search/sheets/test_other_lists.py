"""Lists of staff, givers and things are asked about before anybody of them is stored as found."""

import pytest

from search.sheets.mapping_proposal import propose_mapping
from search.sheets.other_lists import other_list_doubts
from search.sheets.sheet_purpose import purpose_doubts
from search.sheets.sheet_table import read_table

OTHERS = {
    "staff": "Name,Position,Shift,Email,Phone\nAna Torres,Nurse,morning,ana@example.org,+1 520 555 0199\n",
    "volunteers": "Nombre;Apellido;Turno;Teléfono;Puesto\nAna;Torres;mañana;+52 55 1234 9876;cocina\n",
    "givers": "Name,Amount,Date\nMaria Gomez,50,13/04/2026\nJuan Rulfo,100,14/04/2026\n",
    "team in Arabic": "الاسم;الوظيفة;الهاتف\nسمير مثال;طباخ;+961 3 555 211\nهدى مثال;سائقة;+961 3 555 212\n",
    "staff in German": "Vorname;Nachname;Schicht;Telefon\nAnna;Probe;früh;+49 151 5550 0199\n",
}
# Marks of who was there, under days.
OTHERS |= {
    "attendance": "Name,1,2,3,4\nAna Prueba,x,x,,x\nTom Test,,x,x,x\n",
    "attendance by the week": "Nombre,Lunes,Martes,Jueves\nAna Prueba,x,x,\nLuis Mora,x,,x\nEva Ruiz,,x,x\n",
}
NOBODY = {
    "prices": "Article,Price,Quantity\nBlankets,12.50,40\nSoap,1.10,300\nRice,22.00,14\n",
    "addresses of mail": "email,subscribed\nana@example.org,yes\ntom@example.org,no\n",
    "tasks": "Task,Due,Status\nFix the boiler,13/04/2026,open\nOrder soap,14/04/2026,done\n",
}
FOUND = [
    "Name,Age,Shift\nAna Prueba,20,morning\n",
    "Nombre,Teléfono\nAna Prueba,+52 55 1234 9876\n",
    "Name,Phone,Arrived,Volunteer\nAna Prueba,+1 520 555 0199,13/04/2026,Tom\n",
    "Body tag,Date found,Place,Price of burial\nB-1,2026-01-02,Harbour,20\n",
    "Date,Place,Remarks\n13/04/2026,Harbour,young man with a tattoo\n14/04/2026,Beach,woman in a red coat\n",
    "Sexe,Lieu,Équipe\nM,Calais,A\nF,Dunkerque,B\n",
]


def _asked(text: str) -> list[str]:
    table = read_table(text.encode(), "x.csv")
    return [doubt.code for doubt in purpose_doubts(table, propose_mapping(table))]


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS.keys())
def test_a_list_of_people_whom_nobody_found_is_a_question(text: str) -> None:
    table = read_table(text.encode(), "x.csv")
    (asked,) = other_list_doubts(table, propose_mapping(table))
    assert (asked.code, asked.options, asked.chosen, asked.must_answer) == ("other_list", ("found",), "", True)


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY.keys())
def test_a_table_that_says_nothing_of_anybody_is_a_question(text: str) -> None:
    assert _asked(text) in (["nobody_in_it"], ["counts_not_persons"])


@pytest.mark.parametrize("text", FOUND)
def test_a_list_of_people_who_were_found_is_none(text: str) -> None:
    assert _asked(text) == []
