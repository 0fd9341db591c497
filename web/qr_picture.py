"""A QR code as an SVG that stands in the page itself: no file, no other site, no script."""

import segno
from markupsafe import Markup

_SIDE = 5


def qr_picture(text: str) -> Markup:
    """The picture of a text, empty for an empty one. White stands round it, as cameras need it, in dark pages too."""
    if not text:
        return Markup()
    # Never the small kind, which few cameras read.
    drawn = segno.make_qr(text, error="m").svg_inline(scale=_SIDE, border=4, light="#fff", dark="#000", svgclass="qr")
    return Markup(drawn)  # noqa: S704 - squares made by us, without the text itself # nosec B704
