"""A file that is no sheet is refused by the name of what it is; a sheet is none of these, however it begins."""

import pytest

from search.errors import SheetError
from search.sheets.file_kinds import holds_column_names, kind_of_cells, kind_of_lines, kind_of_text
from search.sheets.sheet_table import read_table

PFIF = (
    '<?xml version="1.0"?>\n<pfif xmlns="http://zesty.ca/pfif/1.2"><person>\n<full_name>Ana</full_name></person></pfif>'
)
PFIF_PREFIXED = '<pfif:pfif xmlns:pfif="http://zesty.ca/pfif/1.3"><pfif:person/></pfif:pfif>'
LOGIN = "<!DOCTYPE html>\n<html lang=es><head><title>Entrar</title></head><body><form><p>Clave</p></form></body></html>"
LAYOUT_TABLE = "<html><body><table><tr><td>Session expired. Please log in again.</td></tr></table></body></html>"
XML = "<personas><persona><nombre>Ana Prueba</nombre></persona></personas>"
XML_OF_ROWS = "<data><row><nombre>Ana</nombre><edad>4</edad></row><row><nombre>Luis</nombre></row></data>"
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
JSON = '{"personas": [{"nombre": "Ana Prueba", "edad": 24}, {"nombre": "Omar", "edad": 31}]}'
JSON_LINES = '{"name": "Ana Prueba", "age": 24}\n{"name": "Omar Ejemplo", "age": 31}\n'
JSON_LISTS = '[["nombre", "edad"], ["Ana Prueba", 24]]'
JSON_CUT = '[\n {"id": 1, "name": "Amina Test", "age": 24},\n {"id": 2, "na'
GEOJSON = '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "Ana"}}]}'
GEOMETRY = '[{"geometry": {"type": "Point", "coordinates": [1, 2]}, "name": "Ana"}]'
VCARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Prueba\r\nTEL:+1 555 0100\r\nEND:VCARD\r\n"
CALENDAR = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Visita\nEND:VEVENT\nEND:VCALENDAR\n"
MAIL = "From: Harbour <a@example.org>\nTo: b@example.org\nSubject: The list\n\nAna Prueba, 24, from Sudan\n"
MAIL_ES = "De: Casa Ejemplo\nPara: Comité\nAsunto: lista de personas\n\nAna Prueba, 24\nLuis Mora, 30\n"
MAIL_RAW = (
    "Received: from mx.example.org\n\tby mail.example.org\nMIME-Version: 1.0\nContent-Type: text/plain\n\nAna, 24\n"
)
PYTHON = "import csv\n\ndef read(path):\n    with open(path) as file:\n        return list(csv.reader(file))\n"
SQL = (
    "CREATE TABLE personas (id int, nombre text);\n"
    "INSERT INTO personas VALUES (1, 'Ana Prueba', 24);\nINSERT INTO personas VALUES (2, 'Luis Mora', 30);\n"
)
SHELL = "#!/bin/sh\necho a, b, c\n"
STYLE = "body {\n  color: red;\n  margin: 0;\n}\np {\n  margin: 1em;\n}\n"
SCRIPT = "const people = [];\nfunction add(name, age) {\n  people.push({name, age});\n}\nadd('Ana', 24);\n"
LETTER = (
    "Estimados colegas:\n\nLes enviamos la lista de las personas que llegaron el martes, con sus edades.\n\n"
    "Ana Prueba, 24, de Honduras\nLuis Ejemplo, 31\n\nSaludos,\nel equipo\n"
)
PROSE = (
    "The boat left at night with sixty people on board and nobody knew the captain.\n"
    "It sank before dawn, some miles off the coast; eleven reached the shore, and four were taken to hospital.\n"
    "Their families, who had paid for the crossing, wait for news in three towns.\n"
)
NAMES_ALONE = "Ana Prueba\nLuis Ejemplo\nEva Modelo\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (PFIF, "pfif"),
        (PFIF_PREFIXED, "pfif"),
        (LOGIN, "html_page"),
        (LAYOUT_TABLE, "html_page"),
        (XML, "xml"),
        (XML_OF_ROWS, "xml"),
        (SVG, "xml"),
        (JSON, "json"),
        (JSON_LINES, "json"),
        (JSON_LISTS, "json"),
        (JSON_CUT, "json"),
        ("{}", "json"),
        (GEOJSON, "geojson"),
        (GEOMETRY, "geojson"),
        (VCARD, "vcard"),
        (CALENDAR, "calendar"),
        (MAIL, "mail"),
        (MAIL_ES, "mail"),
        (MAIL_RAW, "mail"),
        (PYTHON, "code"),
        (SQL, "code"),
        (SHELL, "code"),
        (STYLE, "code"),
        (SCRIPT, "code"),
        (LETTER, "letter"),
        (PROSE, "letter"),
        (NAMES_ALONE, "one_column"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_what_is_no_sheet_is_refused_by_its_name(text: str, code: str, encoding: str) -> None:
    with pytest.raises(SheetError) as caught:
        read_table(text.encode(encoding), "list.csv")
    assert caught.value.code == code


@pytest.mark.parametrize(
    "text",
    [
        "<18;Nombre;Sexo\nx;Ana Prueba;F\n",
        "{id};Nombre;Sexo\n1;Ana Prueba;F\n",
        "[Folio],[Nombre],[Sexo]\n1,Ana Prueba,F\n",
        "| No | Nombre | Edad |\n|----|--------|------|\n| 1 | Ana Prueba | 24 |\n",
        "From: Casa Ejemplo\nSubject: personas\nDate: 2026-03-01\n\nNo,Nombre,Edad\n1,Ana Prueba,24\n2,Luis Mora,30\n",
        "Nombre\nAna Prueba\nLuis Mora\n",
        "Lista de personas\n\nNombre\nAna Prueba\nLuis Mora\n",
        "1,Ana Prueba,F,24\n2,Luis Mora,M,30\n3,Eva Ruiz,F,41\n",
        "Nombre;Notas;\nAna (hermana = Eva);una cicatriz;\nLuis (tío = Leo);ninguna;\n",
        "<table><tr><th>Nombre</th><th>Edad</th></tr><tr><td>Ana</td><td>4</td></tr></table>",
        "from,name,age\nSudan,Ana Prueba,24\n",
        "Qaxw,Zzrt,Kkpl\n12,Ana Prueba,una frase larga que dice muchas cosas de ella\n13,Luis,otra frase\n",
    ],
)
def test_a_sheet_is_none_of_these(text: str) -> None:
    assert read_table(text.encode(), "list.csv").rows


def test_a_long_table_of_a_page_is_read_although_the_page_has_words() -> None:
    page = f"<html><body><h1>Lista</h1><table>{'<tr><td>1</td><td>Ana Prueba</td></tr>' * 3}</table></body></html>"
    assert len(read_table(page.encode()).rows) == 3


def test_two_known_names_side_by_side_make_a_header() -> None:
    assert holds_column_names([[], ["Casa Ejemplo"], ["Nombre", "Edad"]])
    assert not holds_column_names([["Nombre"], ["Edad"]])
    assert kind_of_lines("", []) == ""


def test_a_workbook_of_one_column_without_a_name_is_refused_too() -> None:
    assert kind_of_cells([["Ana Prueba"], [], ["Luis Mora"]]) == "one_column"
    assert kind_of_cells([["Nombre"], ["Luis Mora"]]) == ""
    assert kind_of_text("") == ""
