"""Which codes have a picture, and where it is: a file of symbols for each vocabulary, the code as the symbol's name."""

import re
from enum import StrEnum
from functools import cache

from search.vocabulary import Colour, EffectItem, Feature, MarkKind, Motif
from web.assets import STATIC, asset
from web.forms import Coded, table_of
from web.labels import group_of

# The tables of words whose codes are drawn.
FILES: dict[type[StrEnum], str] = {
    MarkKind: "marks.svg",
    Motif: "motifs.svg",
    EffectItem: "things.svg",
    Colour: "colours.svg",
}
# Features are drawn whose words two people understand differently; their codes stand with the feature before them.
FEATURES = "features.svg"
DRAWN_FEATURES = (Feature.BUILD, Feature.HAIR_COLOUR, Feature.HAIR_FORM, Feature.FACIAL_HAIR, Feature.EYES)
_BY_TABLE = {**{group_of(kind): file for kind, file in FILES.items()}, "feature_value": FEATURES}
_SYMBOL = re.compile(r'<symbol id="([a-z_.]+)"')


def picture_of(label: str) -> str:
    """The address of the picture of a form's choice; empty where there is none."""
    return picture_address(label.code, table_of(label)) if isinstance(label, Coded) else ""


def picture_address(code: str, table: str) -> str:
    """The address of the picture of a code of a table of words; empty where there is none."""
    file = _BY_TABLE.get(table, "")
    return f"{asset(file)}#{code}" if file and str(code) in drawn(file) else ""


@cache
def drawn(file: str) -> frozenset[str]:
    """The codes that a file has symbols for."""
    return frozenset(_SYMBOL.findall((STATIC / file).read_text(encoding="utf-8")))
