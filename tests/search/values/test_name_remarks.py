"""What stands beside a name and is none."""

import pytest

from search.values.name_remarks import is_remark, without_remarks


@pytest.mark.parametrize(
    "text",
    [
        "Irma Soto (FALLECIDA)", "Irma Soto - localizada", "Irma Soto, 31", "Irma Soto 31 años", "Irma Soto (31 ans)",
        "Irma Soto (menor, 12 años)", "Irma Soto (hondureña)", "Irma Soto tel. 0414 555 66 77",
        "Irma Soto DNI 12345678",
        "Irma Soto V-12345678", "Irma Soto, deceased", "Irma Soto - décédée", "Irma Soto (passport AB123456)",
    ],
)  # fmt: skip
def test_remarks_behind_a_name_are_taken_off(text: str) -> None:
    assert without_remarks(text) == "Irma Soto"


@pytest.mark.parametrize("text", ["Irma Soto (La China)", "Irma Soto; 12", "Viva Soto", "Soto, Irma", "Luis Vivo"])
def test_names_are_left_as_they_are(text: str) -> None:
    assert without_remarks(text) == text


@pytest.mark.parametrize(
    ("text", "remark"), [("desaparecida", True), ("12", True), ("La China", False), ("Fifi", False)]
)
def test_a_remark_is_told_from_another_name(text: str, *, remark: bool) -> None:
    assert is_remark(text) is remark
