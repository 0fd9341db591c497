"""Drawings are whole PNGs that a stranger's reader takes."""

import io

import pytest
from PIL import Image

from search.demonstration.drawn_pictures import necklace, portrait, tattoo


@pytest.mark.parametrize("drawing", [portrait(), tattoo(), tattoo(after_death=True), necklace()])
def test_a_drawing_is_a_png_of_several_colours(drawing: bytes) -> None:
    with Image.open(io.BytesIO(drawing), formats=("PNG",)) as picture:
        picture.load()
        assert (picture.mode, picture.size) == ("RGB", (300, 360))
        colours = picture.getcolors()
    assert colours is not None
    assert 2 <= len(colours) <= 5


def test_no_two_drawings_are_alike() -> None:
    assert len({portrait(), tattoo(), tattoo(after_death=True), necklace()}) == 4
