"""The style sheet that lays buttons on the drawings: `python -m web.pictures.spot_positions` writes it anew.

Positions stand in a file because pages allow no styles of their own. Drawings are not mirrored, so left is left.
"""

from web.assets import STATIC
from web.pictures.body_choices import position_class
from web.pictures.body_spots import VIEWS, spots

SHEET = STATIC / "body-spots.css"


def style_sheet() -> str:
    """One rule for every spot, in hundredths of its drawing."""
    rules = [
        f".{position_class(spot)}{{left:{_share(spot.x, view.width)}%;top:{_share(spot.y, view.height)}%}}"
        for view in VIEWS
        for spot in spots(view)
    ]
    shapes = [f".on-{view.name}{{padding-bottom:{_share(view.height, view.width)}%}}" for view in VIEWS]
    return "\n".join(("/* Made from web/pictures/body_spots.py. */", *shapes, *rules, ""))


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.4g}"


if __name__ == "__main__":
    SHEET.write_text(style_sheet(), encoding="utf-8")
