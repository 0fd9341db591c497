"""The countries and languages that a family can choose from."""

from phonenumbers import SUPPORTED_REGIONS

# Every territory with a telephone plan of its own; that leaves out only uninhabited ones.
COUNTRIES: tuple[str, ...] = tuple(sorted(SUPPORTED_REGIONS))

# ISO 639 codes of languages spoken along migration routes, the same that reports are read with; any other can be
# written in words. Dari stands under Persian, Kurmanji under Kurdish.
LANGUAGES: tuple[str, ...] = (
    "aa", "af", "ak", "am", "ar", "ay", "az", "ber", "bm", "bn", "ckb", "de", "dyu", "ee", "el", "en", "es", "fa",
    "ff", "fr", "gn", "gu", "ha", "he", "hi", "ht", "hy", "id", "ig", "it", "ja", "ka", "kab", "kek", "kk", "km",
    "kn", "ko", "ku", "ky", "lg", "ln", "lo", "mam", "mg", "ml", "mnk", "mr", "ms", "my", "nah", "ne", "nl", "om",
    "pa", "pcm", "pl", "ps", "pt", "qu", "quc", "rhg", "rn", "ro", "ru", "rw", "sd", "sg", "si", "sn", "snk", "so",
    "sr", "ssy", "sw", "syl", "ta", "te", "tg", "th", "ti", "tig", "tk", "tl", "tr", "tw", "ug", "uk", "ur", "uz",
    "vi", "wo", "yo", "zh", "zu",
)  # fmt: skip
