"""Latin letters as clerks of many languages write them: the plain letters, and those that a plain one would lose."""

import re

from anyascii import anyascii

from matching.names.readings.reading_result import Group, Reading

# Letters with a sound of their own, kept apart from the plain ones: what they are taken for is learned.
_MARKED = str.maketrans(
    {
        **dict.fromkeys("ñńņň", "N"),
        **dict.fromkeys("ç", "X"),
        **dict.fromkeys("şšșś", "S"),
        **dict.fromkeys("čć", "C"),
        **dict.fromkeys("žżź", "Z"),
        **dict.fromkeys("ğ", "G"),
        **dict.fromkeys("łľļ", "L"),
        **dict.fromkeys("öőø", "O"),
        **dict.fromkeys("üű", "U"),
        **dict.fromkeys("åā", "A"),
        **dict.fromkeys("äæəǝ", "E"),
        **dict.fromkeys("đďð", "D"),
        **dict.fromkeys("țţťþ", "T"),
        **dict.fromkeys("ı", "I"),
        **dict.fromkeys("ř", "R"),
        **dict.fromkeys("ý", "Y"),
        **dict.fromkeys("ß", "B"),
    }
)
# The plain letters by which whoever has no such key writes them.
_PLAIN = {
    "N": "ny",
    "X": "s",
    "S": "sh",
    "C": "ch",
    "Z": "zh",
    "G": "g",
    "L": "l",
    "O": "o",
    "U": "u",
    "A": "a",
    "E": "e",
    "D": "d",
    "T": "t",
    "I": "i",
    "R": "r",
    "Y": "y",
    "B": "ss",
    "Q": "@",
}
_TO_PLAIN = str.maketrans(_PLAIN)
# French writes a w as ou: Ouattara, Ouédraogo.
_FRENCH_W = re.compile(r"ou(?=[aei])")
_UNKNOWN = re.compile(r"[^a-zA-Z@~']+")
# Somali writes c for the ayin that nobody else writes: Cali, Cabdi, Cumar.
_SOMALI_AYIN = re.compile(r"c(?=abd|ali|aam|um|us|is|ism|aa|ii|uu)")
# Christianus in a church book is Christian.
_LATIN_ENDING = re.compile(r"(?<=.{3}[^aeiou])us$")
_JOINED_ARTICLE = re.compile(r"(?:al|el)(?=[bcdfghjkmnqrstvwxyz])(?=.{4})")


def read(word: str) -> tuple[Reading, ...]:
    """The word itself; what its x, ou, dsch or Somali c may stand for; without a joined article or Latin ending."""
    text = letters(word)
    texts = [text]
    if "x" in text:
        texts += [text.replace("x", "ks"), text.replace("x", "h")]
    if text.startswith("x"):
        texts.append("j" + text[1:])
    if _FRENCH_W.search(text):
        texts.append(_FRENCH_W.sub("w", text))
    if "dsch" in text or "tsch" in text:
        texts.append(text.replace("dsch", "j").replace("tsch", "ch"))
    if _JOINED_ARTICLE.match(text):
        texts.append(text[2:])
    if _SOMALI_AYIN.match(text):
        texts.append(text[1:])
    if _LATIN_ENDING.search(text):
        texts.append(text[:-2])
    return tuple(Reading(one, Group.LATIN) for one in texts)


def letters(word: str) -> str:
    """Any word in Latin letters, the marked ones in upper case; other scripts by the general table of anyascii."""
    marked = word.translate(_MARKED)
    return _UNKNOWN.sub("", "".join(c if c.isascii() else anyascii(c).lower() for c in marked))


def plain(text: str) -> str:
    """A reading in letters a-z, `@` and `~` alone."""
    return text.translate(_TO_PLAIN)
