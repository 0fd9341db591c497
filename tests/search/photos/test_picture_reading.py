"""A stranger's photo is read by a child with limits, and nothing of ours parses it."""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from PIL import Image

from search.confined.confinement import Confinement, run_confined
from search.confined.limits import Limits
from search.confined.slots import Slots
from search.confined.tasks import TASKS, Task
from search.errors import Busy, Refused
from search.photos import picture_reading
from search.photos.photo_limits import CHILD_MEMORY_BYTES, MOST_PIXELS
from search.photos.picture_answer import PictureAnswer
from search.photos.picture_reading import read_picture
from tests.architecture.source import ROOT
from tests.search.photos.drawn import MARKER, bomb, drawing, planted, written

MEGABYTE = 1024 * 1024


@pytest.fixture
def confinement(tmp_path: Path) -> Confinement:
    return Confinement(Slots(tmp_path / "places"))


def refusal(confinement: Confinement, content: bytes, most_bytes: int = 8 * MEGABYTE) -> Refused:
    with pytest.raises(Refused) as caught:
        read_picture(confinement.run, content, most_bytes=most_bytes)
    return caught.value


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIC"])
def test_a_photo_of_each_kind_is_read_in_the_locked_child(confinement: Confinement, kind: str) -> None:
    read = read_picture(confinement.run, planted()[kind], most_bytes=MEGABYTE)
    for jpeg in (read.picture, read.preview):
        assert jpeg.startswith(b"\xff\xd8\xff\xe0")
        assert MARKER not in jpeg
    assert "xff" not in repr(read)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "LA", "P", "I;16", "CMYK"])
def test_the_largest_picture_of_every_make_fits_into_the_child(mode: str) -> None:
    side = int(MOST_PIXELS**0.5)
    picture = Image.new(mode, (side, side))
    content = written(picture, "JPEG" if mode == "CMYK" else "PNG")
    limits = Limits(memory_bytes=CHILD_MEMORY_BYTES, input_bytes=64 * MEGABYTE)
    assert msgspec.msgpack.decode(run_confined("picture", content, limits), type=PictureAnswer).code == ""


def test_what_is_wrong_with_a_file_is_a_code(confinement: Confinement) -> None:
    assert refusal(confinement, b"").code == "choose_a_photo"
    assert refusal(confinement, b"%PDF-1.7").code == "photo_of_unknown_kind"
    assert refusal(confinement, planted()["JPEG"][:300]).code == "photo_unreadable"
    assert refusal(confinement, bomb()).code == "photo_has_too_many_pixels"
    error = refusal(confinement, written(drawing(400, 400), "PNG") + bytes(MEGABYTE), MEGABYTE)
    assert (error.code, error.params) == ("photo_too_large", {"megabytes": 1})


@pytest.mark.parametrize("function", ["crash", "babble", "spin"])
def test_a_reader_that_crashes_talks_nonsense_or_never_ends_is_a_photo_that_cannot_be_read(
    confinement: Confinement, function: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(TASKS, "picture", Task("tests.search.photos.failing_readers", function))
    monkeypatch.setattr(picture_reading, "CHILD_SECONDS", 1)
    assert refusal(confinement, b"x").code == "photo_unreadable"


def test_whoever_finds_all_places_taken_is_told_so(confinement: Confinement) -> None:
    with confinement.slots.one(), confinement.slots.one(), pytest.raises(Busy):
        read_picture(confinement.run, planted()["PNG"], most_bytes=MEGABYTE)


def test_a_process_that_holds_keys_loads_no_reader_of_pictures() -> None:
    imports = "import sys, wsgi, search.photos.picture_reading, search.cli.worker_command; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", imports], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) & {"PIL", "pi_heif", "search.photos.picture_decoding"} == set()
