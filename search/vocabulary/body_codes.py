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


class BodyPlace(StrEnum):
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
