"""What becomes of a stranger's picture: upright, small enough, and nothing in it but what it shows."""

import io
import itertools
import warnings
from collections.abc import Iterator

import msgspec
import pytest
from PIL import Image

from search.photos.photo_limits import MOST_PIXELS, PICTURE_SIDE, PREVIEW_SIDE
from search.photos.picture_answer import PictureAnswer
from search.photos.picture_decoding import picture_answer, prepare, reader_of
from tests.search.photos.drawn import (
    MARKER,
    RED,
    SAND,
    TURNED_HEIC,
    bomb,
    drawing,
    exif,
    planted,
    srgb_profile,
    written,
)

KINDS = ("JPEG", "PNG", "WEBP")
# Where the red corner is once a picture that was noted so is upright.
CORNERS = {1: "upper left", 2: "upper right", 3: "lower right", 4: "lower left", 5: "upper left", 6: "upper right"}
CORNERS |= {7: "lower right", 8: "lower left"}


@pytest.fixture(autouse=True)
def prepared() -> Iterator[None]:
    """As the child is before it gets a stranger's bytes."""
    before = Image.MAX_IMAGE_PIXELS
    with warnings.catch_warnings():
        prepare()
        yield
    Image.MAX_IMAGE_PIXELS = before


def answer(content: bytes) -> PictureAnswer:
    return msgspec.msgpack.decode(picture_answer(content), type=PictureAnswer)


def opened(jpeg: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(jpeg))
    picture.load()
    return picture


def near(colour: object, expected: tuple[int, int, int]) -> bool:
    return isinstance(colour, tuple) and all(abs(a - b) < 30 for a, b in zip(colour, expected, strict=True))


def red_corner(picture: Image.Image) -> str:
    right, low = picture.width - 4, picture.height - 4
    corners = {"upper left": (3, 3), "upper right": (right, 3), "lower left": (3, low), "lower right": (right, low)}
    (found,) = [name for name, place in corners.items() if near(picture.getpixel(place), RED)]
    return found


@pytest.mark.parametrize("kind", [*KINDS, "HEIC"])
def test_a_photo_of_each_kind_becomes_two_jpegs_without_a_trace_of_what_was_written_beside_it(kind: str) -> None:
    content = planted()[kind]
    assert MARKER in content or kind == "HEIC"
    made = answer(content)
    for jpeg in (made.picture, made.preview):
        assert jpeg.startswith(b"\xff\xd8\xff\xe0")
        assert MARKER not in jpeg
        assert b"PLANTED" not in jpeg
        assert set(segments(jpeg)) == {0xE0, 0xDB, 0xC2, 0xC4, 0xDA}


def segments(jpeg: bytes) -> list[int]:
    """The kinds of segments of a JPEG: JFIF, tables, frame and scans; any APPn above or comment would show here."""
    kinds, place = [], 2
    while jpeg[place + 1] != 0xD9:
        kinds.append(jpeg[place + 1])
        place += 2 + int.from_bytes(jpeg[place + 2 : place + 4], "big")
        if kinds[-1] == 0xDA:
            place = next(
                at for at in itertools.count(place) if jpeg[at] == 0xFF and jpeg[at + 1] not in (0, *range(0xD0, 0xD8))
            )
    assert place == len(jpeg) - 2
    return kinds


@pytest.mark.parametrize("orientation", sorted(CORNERS))
@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_stands_upright_however_the_camera_was_held(kind: str, orientation: int) -> None:
    picture = opened(answer(written(drawing(), kind, exif=exif(orientation))).picture)
    assert picture.size == ((96, 64) if orientation < 5 else (64, 96))
    assert red_corner(picture) == CORNERS[orientation]


def test_a_heic_picture_stands_upright_too() -> None:
    picture = opened(answer(TURNED_HEIC.read_bytes()).picture)
    assert picture.size == (64, 96)
    assert red_corner(picture) == "upper right"


@pytest.mark.parametrize("size", [(4000, 1000), (1000, 4000), (300, 300), (1, 1), (5000, 1)])
def test_no_side_is_longer_than_agreed_and_nothing_is_made_larger(size: tuple[int, int]) -> None:
    made = answer(written(drawing(*size), "PNG"))
    assert max(opened(made.picture).size) == min(PICTURE_SIDE, max(size))
    assert max(opened(made.preview).size) == min(PREVIEW_SIDE, max(size))


@pytest.mark.parametrize("mode", ["L", "P", "1", "CMYK", "RGBA", "LA", "I;16"])
def test_pictures_of_every_make_come_out_in_red_green_and_blue(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    source = Image.new("I;16", (96, 64), 200 * 256) if mode == "I;16" else drawing(mode=mode)
    picture = opened(answer(written(source, kind)).picture)
    assert picture.mode == "RGB"
    if mode == "I;16":
        assert near(picture.getpixel((90, 60)), (200, 200, 200))
    if mode in ("P", "CMYK", "RGBA"):
        assert near(picture.getpixel((90, 60)), SAND)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_is_transparent_is_white(kind: str) -> None:
    source = Image.new("RGBA", (40, 40), (200, 30, 30, 0))
    assert near(opened(answer(written(source, kind)).picture).getpixel((20, 20)), (255, 255, 255))


def test_a_palette_with_a_transparent_colour_is_white_there() -> None:
    source = Image.new("P", (40, 40), 3)
    source.putpalette([0, 0, 0] * 4)
    assert near(opened(answer(written(source, "PNG", transparency=3)).picture).getpixel((20, 20)), (255, 255, 255))


def test_a_camera_s_colours_are_turned_into_those_of_a_screen_and_a_broken_profile_is_passed_over() -> None:
    for profile in (srgb_profile(), b"no profile at all", srgb_profile()[:200]):
        picture = opened(answer(written(drawing(), "JPEG", icc_profile=profile)).picture)
        assert near(picture.getpixel((90, 60)), SAND)


def test_of_a_moving_picture_the_first_is_kept() -> None:
    frames = [drawing(), Image.new("RGB", (96, 64), (0, 0, 255))]
    for kind in ("WEBP", "PNG"):
        moving = written(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
        assert near(opened(answer(moving).picture).getpixel((90, 60)), SAND)


def test_too_many_pixels_are_refused_before_they_are_decoded() -> None:
    assert answer(bomb()).code == "photo_has_too_many_pixels"


def test_a_picture_just_above_the_limit_is_refused_where_a_reader_would_only_warn() -> None:
    side = int(MOST_PIXELS**0.5)
    assert answer(written(Image.new("1", (side, side)), "PNG")).code == ""
    assert answer(written(Image.new("1", (side + 1, side + 1)), "PNG")).code == "photo_has_too_many_pixels"


@pytest.mark.parametrize("kind", [*KINDS, "HEIC"])
def test_half_a_picture_is_none(kind: str) -> None:
    content = planted()[kind]
    assert answer(content[: len(content) // 2]).code == "photo_unreadable"


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a" + bytes(40), b"%PDF-1.7\n", b"PK\x03\x04" + bytes(30), b"<svg xmlns='x'/>", b"BM" + bytes(60),
     b"II*\x00" + bytes(40), b"\x00\x00\x00\x1cftypavif" + bytes(40), b"\x00\x00\x00\x18ftypmp42" + bytes(40)],
)  # fmt: skip
def test_what_does_not_begin_as_a_photo_is_asked_of_no_reader(content: bytes) -> None:
    assert reader_of(content) == ""
    assert answer(content).code == "photo_of_unknown_kind"


def test_a_page_or_archive_that_hangs_behind_a_picture_does_not_come_along() -> None:
    content = written(drawing(), "JPEG") + b"<script>alert(1)</script>PK\x03\x04"
    made = answer(content)
    assert b"script" not in made.picture
    assert b"PK\x03\x04" not in made.picture


def test_a_picture_that_calls_itself_another_kind_is_none() -> None:
    png = written(drawing(), "PNG")
    assert answer(b"\xff\xd8\xff" + png[3:]).code == "photo_unreadable"
