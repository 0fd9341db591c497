"""Lists of the missing, tables of counts and lists of incidents are asked about, and nothing of them is sent before."""

import pytest

from tests.fixtures.visitor import Visitor
from tests.web.partner.test_routes_sheets import stored, upload
from web.context import Context

pytestmark = pytest.mark.slow

MISSING = "Folio;Nombre;Fecha de la desaparición;Lugar de la desaparición\n1;Ana Prueba;13/02/2026;Reynosa\n"
COUNTS = "Municipio;2021;2022;2023;Total\nRecife;12;14;20;46\nOlinda;2;4;1;7\n"
INCIDENTS = "Fecha;Lugar;Muertos;Desaparecidos;Sobrevivientes\n13/02/2026;Altar;2;0;5\n14/02/2026;Sásabe;1;3;0\n"
SEVERAL = "Folio;Nombre completo\n1;3 hombres\n2;Ana Prueba\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (MISSING, "missing_persons"),
        (COUNTS, "counts_not_persons"),
        (INCIDENTS, "incidents"),
        (SEVERAL, "several_in_row"),
    ],
)
def test_nothing_is_sent_before_the_question_is_answered(
    context: Context, mortuary: Visitor, text: str, code: str
) -> None:
    assert upload(mortuary, text.encode()) == 200
    assert f'name="sheet.{code}"' in mortuary.page
    assert 'value="send"' not in mortuary.page
    mortuary.sends("/sheets/preview", {"go": "send"})
    assert stored(context) == 0
    assert f'name="sheet.{code}"' in mortuary.page
