"""The codes of the domain, shared by forms, sheets, records and pages; their words are in the catalogues."""

from enum import StrEnum


class ReportKind(StrEnum):
    """Who met the person, or where the body lies."""

    SHELTER = "shelter"
    HOSPITAL = "hospital"
    DETENTION = "detention"
    CONSULATE = "consulate"
    POLICE = "police"
    MORTUARY = "mortuary"
    FORENSIC = "forensic"
    OTHER = "other"


class PersonStatus(StrEnum):
    """What the family believes; from PFIF 1.4."""

    INFORMATION_SOUGHT = "information_sought"
    BELIEVED_ALIVE = "believed_alive"
    BELIEVED_MISSING = "believed_missing"
    BELIEVED_DEAD = "believed_dead"


class Channel(StrEnum):
    WEB = "web"
    PHONE = "phone"
    VISIT = "visit"
    SHEET = "sheet"
    API = "api"
    FILE = "file"


class Relationship(StrEnum):
    MOTHER = "mother"
    FATHER = "father"
    DAUGHTER = "daughter"
    SON = "son"
    SISTER = "sister"
    BROTHER = "brother"
    WIFE = "wife"
    HUSBAND = "husband"
    PARTNER = "partner"
    GRANDPARENT = "grandparent"
    AUNT_UNCLE = "aunt_uncle"
    COUSIN = "cousin"
    FRIEND = "friend"
    COMPANION = "companion"
    OTHER = "other"


class ContactKind(StrEnum):
    PHONE = "phone"
    MESSENGER = "messenger"
    EMAIL = "email"
    THROUGH_SOMEONE = "through_someone"


class ConsentPurpose(StrEnum):
    """What a family allows; matching inside is the default and the only one without a receiver."""

    MATCHING = "matching"
    SHARING = "sharing"
    CONTACTING = "contacting"


class Receiver(StrEnum):
    """Kinds of organisation a family may allow to see a search, one by one."""

    SHELTERS = "shelters"
    CONSULATES = "consulates"
    FORENSIC_SERVICES = "forensic_services"
    RED_CROSS = "red_cross"


class DocumentKind(StrEnum):
    PASSPORT = "passport"
    IDENTITY_CARD = "identity_card"
    BIRTH_CERTIFICATE = "birth_certificate"
    CONSULAR_CARD = "consular_card"
    REFUGEE_CARD = "refugee_card"
    DRIVING_LICENCE = "driving_licence"
    OTHER = "other"


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


class EffectItem(StrEnum):
    SHIRT = "shirt"
    TSHIRT = "tshirt"
    BLOUSE = "blouse"
    SWEATER = "sweater"
    HOODIE = "hoodie"
    JACKET = "jacket"
    COAT = "coat"
    VEST = "vest"
    TROUSERS = "trousers"
    JEANS = "jeans"
    SHORTS = "shorts"
    SKIRT = "skirt"
    DRESS = "dress"
    ROBE = "robe"
    UNDERWEAR = "underwear"
    BRA = "bra"
    SOCKS = "socks"
    SHOES = "shoes"
    BOOTS = "boots"
    SANDALS = "sandals"
    BELT = "belt"
    CAP = "cap"
    HAT = "hat"
    HEADSCARF = "headscarf"
    SCARF = "scarf"
    GLOVES = "gloves"
    LIFE_JACKET = "life_jacket"
    RING = "ring"
    BRACELET = "bracelet"
    NECKLACE = "necklace"
    EARRING = "earring"
    WATCH = "watch"
    GLASSES = "glasses"
    ROSARY = "rosary"
    PRAYER_BEADS = "prayer_beads"
    AMULET = "amulet"
    BACKPACK = "backpack"
    BAG = "bag"
    WALLET = "wallet"
    PHONE = "phone"
    SIM_CARD = "sim_card"
    KEYS = "keys"
    BIBLE = "bible"
    QURAN = "quran"
    PHOTO = "photo"
    PAPERS = "papers"
    MONEY = "money"
    OTHER = "other"


class Colour(StrEnum):
    BLACK = "black"
    WHITE = "white"
    GREY = "grey"
    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PURPLE = "purple"
    PINK = "pink"
    BROWN = "brown"
    BEIGE = "beige"
    GOLD = "gold"
    SILVER = "silver"
    MULTICOLOURED = "multicoloured"


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


class WantsContact(StrEnum):
    """A located living person's own wish; unknown means that nobody has asked."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not_asked"


class JudgementKind(StrEnum):
    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"
    ASK_FAMILY = "ask_family"


class JudgementReason(StrEnum):
    NAMES = "names"
    DATES = "dates"
    PLACES = "places"
    MARKS = "marks"
    EFFECTS = "effects"
    PHONES = "phones"
    DOCUMENTS = "documents"
    INTERVIEW = "interview"
    DNA = "dna"
    FINGERPRINTS = "fingerprints"
    TEETH = "teeth"
    OTHER = "other"


class ProposalState(StrEnum):
    """Where a proposal stands, derived from its judgements that were not taken back."""

    OPEN = "open"
    AWAITING_SECOND = "awaiting_second"
    CONFIRMED = "confirmed"
    RULED_OUT = "ruled_out"
    UNSURE = "unsure"


class GroupReason(StrEnum):
    """Why two records seem to belong to people who travelled together, the strongest first."""

    NAMES_EACH_OTHER = "names_each_other"
    NAMES_THIS_PERSON = "names_this_person"
    NAMED_BY_THIS_PERSON = "named_by_this_person"
    SAME_VESSEL = "same_vessel"
    SAME_INCIDENT = "same_incident"


class OrganisationKind(StrEnum):
    COMMITTEE = "committee"
    SHELTER = "shelter"
    HOSPITAL = "hospital"
    CONSULATE = "consulate"
    MORTUARY = "mortuary"
    FORENSIC = "forensic"
    OTHER = "other"


LIVING_KINDS: frozenset[ReportKind] = frozenset(
    {
        ReportKind.SHELTER,
        ReportKind.HOSPITAL,
        ReportKind.DETENTION,
        ReportKind.CONSULATE,
        ReportKind.POLICE,
        ReportKind.OTHER,
    }
)
