"""Marks, where they are, what they show, and stable traits."""

from enum import StrEnum


class MarkKind(StrEnum):
    TATTOO = "tattoo"
    SCAR = "scar"
    MOLE = "mole"
    BIRTHMARK = "birthmark"
    BURN = "burn"
    PIERCING = "piercing"
    AMPUTATION = "amputation"
    DEFORMITY = "deformity"
    VITILIGO = "vitiligo"
    SCARIFICATION = "scarification"
    HENNA = "henna"
    HEALED_FRACTURE = "healed_fracture"
    OPERATION = "operation"
    IMPLANT = "implant"
    PROSTHESIS = "prosthesis"
    MISSING_TOOTH = "missing_tooth"
    GOLD_TOOTH = "gold_tooth"
    BROKEN_TOOTH = "broken_tooth"
    DENTURE = "denture"
    BRACES = "braces"
    TOOTH_GAP = "tooth_gap"
    OTHER = "other"


MARKS_OF_TEETH = (
    MarkKind.MISSING_TOOTH,
    MarkKind.GOLD_TOOTH,
    MarkKind.BROKEN_TOOTH,
    MarkKind.DENTURE,
    MarkKind.BRACES,
    MarkKind.TOOTH_GAP,
)
"""Marks that are looked for in the mouth."""


class BodyPlace(StrEnum):
    """Places of the body; single teeth by the numbers of the FDI (ISO 3950): 11 is the first on the upper right."""

    HEAD = "head"
    FACE = "face"
    EYE = "eye"
    EAR = "ear"
    NOSE = "nose"
    MOUTH = "mouth"
    NECK = "neck"
    SHOULDER = "shoulder"
    CHEST = "chest"
    BACK = "back"
    ABDOMEN = "abdomen"
    HIP = "hip"
    UPPER_ARM = "upper_arm"
    ELBOW = "elbow"
    FOREARM = "forearm"
    WRIST = "wrist"
    HAND = "hand"
    FINGER = "finger"
    THIGH = "thigh"
    KNEE = "knee"
    LOWER_LEG = "lower_leg"
    ANKLE = "ankle"
    FOOT = "foot"
    TOE = "toe"
    UPPER_FRONT_TEETH = "upper_front_teeth"
    UPPER_BACK_TEETH = "upper_back_teeth"
    LOWER_FRONT_TEETH = "lower_front_teeth"
    LOWER_BACK_TEETH = "lower_back_teeth"
    TOOTH_11 = "tooth_11"
    TOOTH_12 = "tooth_12"
    TOOTH_13 = "tooth_13"
    TOOTH_14 = "tooth_14"
    TOOTH_15 = "tooth_15"
    TOOTH_16 = "tooth_16"
    TOOTH_17 = "tooth_17"
    TOOTH_18 = "tooth_18"
    TOOTH_21 = "tooth_21"
    TOOTH_22 = "tooth_22"
    TOOTH_23 = "tooth_23"
    TOOTH_24 = "tooth_24"
    TOOTH_25 = "tooth_25"
    TOOTH_26 = "tooth_26"
    TOOTH_27 = "tooth_27"
    TOOTH_28 = "tooth_28"
    TOOTH_31 = "tooth_31"
    TOOTH_32 = "tooth_32"
    TOOTH_33 = "tooth_33"
    TOOTH_34 = "tooth_34"
    TOOTH_35 = "tooth_35"
    TOOTH_36 = "tooth_36"
    TOOTH_37 = "tooth_37"
    TOOTH_38 = "tooth_38"
    TOOTH_41 = "tooth_41"
    TOOTH_42 = "tooth_42"
    TOOTH_43 = "tooth_43"
    TOOTH_44 = "tooth_44"
    TOOTH_45 = "tooth_45"
    TOOTH_46 = "tooth_46"
    TOOTH_47 = "tooth_47"
    TOOTH_48 = "tooth_48"


# Too many for a list of words: they are chosen on a picture of the teeth.
NUMBERED_TEETH = tuple(place for place in BodyPlace if place.startswith("tooth_"))


class BodySide(StrEnum):
    LEFT = "left"
    RIGHT = "right"


class Motif(StrEnum):
    NAME = "name"
    DATE = "date"
    LETTERS = "letters"
    NUMBER = "number"
    CROSS = "cross"
    CRESCENT = "crescent"
    STAR = "star"
    HEART = "heart"
    ROSE = "rose"
    FLOWER = "flower"
    BUTTERFLY = "butterfly"
    BIRD = "bird"
    EAGLE = "eagle"
    LION = "lion"
    TIGER = "tiger"
    WOLF = "wolf"
    SNAKE = "snake"
    DRAGON = "dragon"
    SCORPION = "scorpion"
    FISH = "fish"
    SKULL = "skull"
    ANCHOR = "anchor"
    CROWN = "crown"
    SUN = "sun"
    MOON = "moon"
    TREE = "tree"
    FACE = "face"
    VIRGIN_MARY = "virgin_mary"
    JESUS = "jesus"
    SAINT = "saint"
    ANGEL = "angel"
    PRAYER = "prayer"
    FLAG = "flag"
    MAP = "map"
    TRIBAL = "tribal"
    OTHER = "other"


class Feature(StrEnum):
    """Stable traits; the values of each are in `FEATURE_VALUES`."""

    BUILD = "build"
    HAIR_COLOUR = "hair_colour"
    HAIR_FORM = "hair_form"
    FACIAL_HAIR = "facial_hair"
    EYES = "eyes"
    SKIN = "skin"
    GLASSES = "glasses"
    HANDEDNESS = "handedness"
    BLOOD_GROUP = "blood_group"


FEATURE_VALUES: dict[Feature, tuple[str, ...]] = {
    Feature.BUILD: ("slim", "average", "strong", "heavy"),
    Feature.HAIR_COLOUR: ("black", "brown", "fair", "red", "grey", "white", "dyed", "bald"),
    Feature.HAIR_FORM: ("straight", "wavy", "curly", "tightly_curled", "braided"),
    Feature.FACIAL_HAIR: ("none", "moustache", "beard", "goatee"),
    Feature.EYES: ("brown", "black", "green", "hazel", "blue", "grey"),
    Feature.SKIN: ("light", "medium", "dark"),
    Feature.GLASSES: ("yes", "no"),
    Feature.HANDEDNESS: ("right", "left", "both"),
    Feature.BLOOD_GROUP: ("a+", "a-", "b+", "b-", "ab+", "ab-", "o+", "o-"),
}
