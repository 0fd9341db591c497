"""Counts, incidents, the missing and several people in a row are asked about; lists of persons found are not."""

import pytest

from search.sheet_summaries import SheetDoubt
from search.sheets.mapping_proposal import propose_mapping
from search.sheets.sheet_purpose import is_several, purpose_doubts
from search.sheets.sheet_table import read_table

COUNTS = {
    "months": "Ano,Jan,Fev,Mar,Total,Populacao\n2003,167,174,188,529,6012069\n2004,185,165,177,527,6057933\n",
    "years": "Municipio,2021,2022,2023,Total\nRecife,12,14,20,46\nOlinda,2,4,1,7\n",
    "by_sex": "المحافظة,الجنس,العدد\nغزة,ذكر,120\nغزة,أنثى,90\nرفح,ذكر,40\n",
    "graves": "Municipio;Fosas;Cuerpos;Total\nUno;3;12;15\nDos;1;4;5\nTres;2;7;9\n",
}
INCIDENTS = {
    "en": "Incident Date,Number of Dead,Number of Missing,Survivors,Location\n2026-01-02,3,10,20,Lampedusa\n",
    "es": "Fecha;Lugar;Muertos;Desaparecidos;Sobrevivientes\n01/02/2026;Altar;2;0;5\n13/02/2026;Sásabe;1;3;0\n",
    "fr": "Date;Lieu;Morts;Disparus;Blessés\n01/02/2026;Calais;2;0;5\n13/02/2026;Dunkerque;1;3;0\n",
}
MISSING = {
    "es": "Nombre,Edad,Fecha de la desaparición,Lugar de la desaparición\nAna Prueba,20,01/02/2026,Reynosa\n",
    "de": "Nr;Name;Geburtsdatum;Vermisst seit;Zuletzt gesehen in\n1;Anna Probe;01.02.1990;13.04.2026;Essen\n",
    "uk": "№;ПІБ;Дата народження;Дата зникнення;Місце зникнення\n1;Іван Приклад;01.02.1990;13.04.2022;Суми\n",
    "ar": "الاسم;العمر;تاريخ الفقدان;مكان الفقدان\nسمير مثال;20;01/02/2026;غزة\n",
    "status": "Name,Age,Status\nAna Prueba,20,MISSING\nLuis Mora,30,Missing\nEva Ruiz,31,located\n",
    "contact": "Case Number,DLC,Last Name,First Name,City\nMP1,01/13/2020,Prueba,Ana,Tucson\n",
}
SEVERAL = {
    "counted": "found dead,number,name,cause of death\n2020-01-02,1,Ana,x\n2020-01-13,5,N.N.,x\n2020-01-14,1,Eva,x\n",
    "named": "Date,Nom complet\n1944-06-11,Jean Essai\n1944-06-12,Paul Modèle; Marc Exemple; Luc Test\n",
    "by_comma": 'Folio,Nombre\n1,"Juan Pérez, María López"\n2,Ana Prueba\n',
    "people": "Folio,Nombre completo\n1,3 hombres\n2,Ana Prueba\n",
}
PERSONS = [
    "No,Date,Place,Sex,Age\n1,2026-01-02,Lampedusa,M,30\n2,2026-01-02,Lampedusa,M,25\n3,2026-01-02,Lampedusa,F,25\n",
    "Folio,Nombre,Fecha de desaparición,Fecha de hallazgo\n1,Ana Prueba,2026-01-01,2026-02-01\n",
    "Folio;Nombre;Edad;Total de reportes\n1;Ana Prueba;20;3\n2;Luis Mora;30;2\n",
    'Folio,Nombre\n1,"Pérez Ruiz, Juan"\n2,"Mora Gil, Ana María"\n3,Eva Sol\n',
    "number,name,age\n12,Ana Prueba,20\n15,Luis Mora,30\n",
    "Folio;Nombre completo\n1;Mora; Luis\n2;José Ortega y Gasset\n",
    "Body tag,Sex,Age,Date found,Missing teeth\nB-1,M,30,2026-01-02,2\nB-2,F,30,2026-01-02,1\n",
]


def doubts(text: str, filename: str = "x.csv") -> tuple[SheetDoubt, ...]:
    table = read_table(text.encode(), filename)
    return purpose_doubts(table, propose_mapping(table))


@pytest.mark.parametrize(
    ("text", "code", "options"),
    [
        *((text, "counts_not_persons", ("persons",)) for text in COUNTS.values()),
        *((text, "incidents", ("persons",)) for text in INCIDENTS.values()),
        *((text, "missing_persons", ("found",)) for text in MISSING.values()),
        *((text, "several_in_row", ("persons", "leave")) for text in SEVERAL.values()),
    ],
)
def test_what_is_no_list_of_persons_found_is_a_question(text: str, code: str, options: tuple[str, ...]) -> None:
    asked = doubts(text)
    assert [(doubt.code, doubt.options, doubt.chosen, doubt.must_answer) for doubt in asked] == [
        (code, options, "", True)
    ]


@pytest.mark.parametrize("text", PERSONS)
def test_a_list_of_persons_found_is_none(text: str) -> None:
    assert doubts(text) == ()


def test_the_rows_of_several_people_are_named() -> None:
    assert [doubt.rows for doubt in doubts(SEVERAL["counted"])] == [(3,)]
    assert [doubt.rows for doubt in doubts(SEVERAL["named"])] == [(3,)]


def test_the_name_of_a_file_may_say_that_these_are_missing() -> None:
    text = "Nombre,Edad\nAna Prueba,20\nLuis Mora,30\n"
    assert [doubt.code for doubt in doubts(text, "personas_desaparecidas_2026.csv")] == ["missing_persons"]
    assert doubts(text, "cuerpos_de_desaparecidos.csv") == ()
    assert doubts(text, "lista.csv") == ()


@pytest.mark.parametrize(
    "cell",
    ["2 men", "3 niños", "Ana Prueba; Luis Mora", "Jean Essai et Paul Modèle", "Ana & Luis Mora", "A; B; C", "2 رجال"],
)
def test_several_people_in_a_name(cell: str) -> None:
    assert is_several(cell)


@pytest.mark.parametrize(
    "cell", ["1 man", "Mora; Luis", "José Ortega y Gasset", "Ana Prueba\nآنا مثال", "Maria E. Silva", "", "12", "Y Lan"]
)
def test_one_person_in_a_name(cell: str) -> None:
    assert not is_several(cell)
