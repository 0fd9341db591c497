"""A stranger's picture becomes a new one: decoded, upright, sRGB, of bounded size, and without anything but its pixels.

Imported in the confined child only (`search.confined`): nothing that parses a picture is in a process that holds keys.
What kind of file it is, its first bytes say, never its name; only the reader of that kind is asked. The result is drawn
into a fresh image and written as JPEG, so that neither place, time, owner, camera, comment, inner thumbnail nor
anything that hung behind the picture's end comes along.
"""

import io
import struct
import warnings

import msgspec
import pi_heif
from PIL import (
    Image,
    ImageCms,
    ImageFile,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from search.photos.photo_limits import MOST_PIXELS, PICTURE_SIDE, PREVIEW_SIDE, QUALITY
from search.photos.picture_answer import PictureAnswer

# The names under which readers are registered with Pillow. JPEG's looks for several pictures in one file (MPO), and
# EXIF is read as TIFF is; they are imported here because the child opens no file once it is locked.
_JPEG, _PNG, _WEBP, _HEIF = "JPEG", "PNG", "WEBP", "HEIF"
READERS = (JpegImagePlugin, MpoImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin)
# Four letters after "ftyp" in the first box of a HEIC file (ISO/IEC 23008-12, annex B).
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1")
# EXIF 2.32, 4.6.4: which way up the camera was held, and what turns the picture back.
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# Whatever a reader raises over a file that is not what it says.
_BROKEN = (
    ArithmeticError, AttributeError, EOFError, LookupError, OSError, RuntimeError, SyntaxError, TypeError, ValueError,
    struct.error, ImageCms.PyCMSError,
)  # fmt: skip
_WHITE = (255, 255, 255)


class _Undecodable(Exception):
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def prepare() -> None:
    """Load what reading needs, before the child can open nothing more."""
    pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=0)
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    # Pillow only warns until twice its limit.
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    for kind in (_JPEG, _PNG, _WEBP):
        sample = io.BytesIO()
        exif = Image.Exif()
        exif[_ORIENTATION] = 6
        Image.new("RGBA" if kind == _PNG else "RGB", (4, 2)).save(sample, kind, exif=exif)
        _decoded(sample.getvalue())


def picture_answer(content: bytes) -> bytes:
    """A file's bytes to a packed `PictureAnswer`."""
    try:
        answer = _decoded(content)
    except _Undecodable as undecodable:
        answer = PictureAnswer(code=undecodable.code)
    except MemoryError:
        answer = PictureAnswer(code="photo_has_too_many_pixels")
    return msgspec.msgpack.encode(answer)


def reader_of(content: bytes) -> str:
    """The reader for a file that begins so; "" for what is no photo."""
    if content.startswith(b"\xff\xd8\xff"):
        return _JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return _PNG
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return _WEBP
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS:
        return _HEIF
    return ""


def _decoded(content: bytes) -> PictureAnswer:
    reader = reader_of(content)
    if not reader:
        raise _Undecodable("photo_of_unknown_kind")
    try:
        with Image.open(io.BytesIO(content), formats=(reader,)) as opened:
            picture = _made_anew(opened)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _Undecodable("photo_has_too_many_pixels") from error
    except _BROKEN as error:
        raise _Undecodable("photo_unreadable") from error
    large = _jpeg(picture)
    picture.thumbnail((PREVIEW_SIDE, PREVIEW_SIDE), Image.Resampling.LANCZOS)
    return PictureAnswer(picture=large, preview=_jpeg(picture))


def _made_anew(opened: Image.Image) -> Image.Image:
    """The first frame's pixels as people see them, in an image that knows nothing else."""
    if opened.width * opened.height > MOST_PIXELS:
        raise Image.DecompressionBombError
    turn = _TURNS.get(_orientation(opened))
    # A JPEG is decoded at an eighth, a quarter or half its size where that is still large enough.
    opened.draft(None, (PICTURE_SIDE, PICTURE_SIDE))
    profile = opened.info.get("icc_profile")
    picture = _smaller(opened)
    picture = _on_white(_srgb(picture, profile) if profile else picture)
    fresh = Image.new("RGB", picture.size, _WHITE)
    fresh.paste(picture)
    return fresh.transpose(turn) if turn is not None else fresh


def _orientation(opened: Image.Image) -> int:
    """A camera's note of how it was held; as the picture lies where the note is broken."""
    try:
        return int(opened.getexif().get(_ORIENTATION, 1))
    except _BROKEN:
        return 1


def _smaller(opened: Image.Image) -> Image.Image:
    """At most as large as what is kept, in a mode that shrinks smoothly."""
    opened.load()
    picture = opened
    if picture.mode.startswith(("I", "F")):
        # Sixteen bits of grey: the upper eight are what a screen shows.
        picture = picture.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    elif picture.mode in ("1", "P", "PA") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
    picture.thumbnail((PICTURE_SIDE, PICTURE_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return picture


def _srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """The colours as a screen without the camera's profile shows them; as they are where the profile is broken."""
    if picture.mode not in ("RGB", "CMYK", "L"):
        return picture
    try:
        camera = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(picture, camera, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except _BROKEN:
        return picture
    return picture if turned is None else turned


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode in ("RGBA", "LA", "RGBa", "La"):
        seen = picture.convert("RGBA")
        paper = Image.new("RGB", seen.size, _WHITE)
        paper.paste(seen, mask=seen.getchannel("A"))
        return paper
    return picture.convert("RGB")


def _jpeg(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=QUALITY, progressive=True, optimize=True)
    return written.getvalue()
