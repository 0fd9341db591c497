"""Which encoding a text file is in: marks and UTF-8 first, then the code page whose text reads most like words."""

import re
import unicodedata

from search.sheets.header_words import is_known_header

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# In order of preference between equal scores: Windows code pages first, because office programs write those.
_CODE_PAGES = [
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1256",
    "cp1255",
    "cp1257",
    "cp1258",
    "iso-8859-15",
    "iso-8859-2",
    "iso-8859-5",
    "iso-8859-6",
    "iso-8859-7",
    "iso-8859-9",
    "koi8-u",
    "cp866",
    "cp850",
    "cp437",
    "cp852",
    "cp857",
    "cp737",
    "mac-roman",
    "mac-cyrillic",
    "cp874",
]
_MULTIBYTE = ("gb18030", "shift_jis", "euc_kr", "big5")
# The letters above ASCII of each language: the right code page shows (nearly) those of one language.
_LETTERS = tuple(
    frozenset(letters + letters.upper())
    for letters in (
        "éèàùçêâîôûëïœüöñ",
        "áéíóúñü",
        "ãõáéíóúâêôçàü",
        "äöüßéè",
        "àèéìòùí",
        "åäöøæéü",
        "ışğçöüâîİ",
        "ąćęłńóśźż",
        "áčďéěíňóřšťúůýžľĺŕôä",
        "áéíóöőúüű",
        "ăâîșțşţ",
        "čćđšž",
        "ëç",
        "оеаинтсрвлкмдпуяызьбгчйхжшюцщэфёъ",
        "оеаинтсрвлкмдпуязьбгчйхжшюцщфіїєґ",
        "оеаинтсрвлкмдпубгчхжшцфјњљћђџ",
        "αοιετνσρπκμλυηςγδάίόέήώύχφθωβξζψϊϋΐΰ",
        "الينمورتبهدسعكفقحجشخصضطظثذزغءئؤأإآةىپچژگًٌٍَُِّْ",
        "יוהלאמרתבשנכםדקעפחטגסצןזךףץ",
        "าน รอกเงมยลวดทสตะปบคหแจพชขใไโผซถธภณิีึืุูั็่้์ำ",
        "ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ",
        "āčēģīķļņšūžėįųąę",
    )
)
_USUAL_LETTERS = frozenset().union(*_LETTERS)
_SINGLE_LETTERS = frozenset("àéèêyóúáőÀÉóиувксояіїєзاوηοτ")
# A text's score: the mean of its words (-4 to 1.5), and for the whole text, at the most:
_LANGUAGE_BONUS = 3.0
_KNOWN_HEADER_BONUS = 4.0
# Headers in pairs of bytes are two or three letters long: each is a greater accident where the code page is wrong.
_PAIRED_HEADER_BONUS = 8.0
# What a sign or control character costs that no clerk types.
_STRAY_SIGN, _CONTROL_CHARACTER = 3.0, 8.0
# A word: each of its foreign letters counts 1 or -1, as a mean; what else shows that letters were mistaken for others.
_LONE_LETTER, _MIXED_SCRIPTS, _MIXED_CASE, _MOSTLY_ACCENTED = -1.0, -2.0, -1.0, -1.0
_WHOLE_WORD_BONUS = 0.5
_WHOLE_SCRIPTS = {"CYRILLIC", "GREEK", "ARABIC", "HEBREW", "THAI"}
# What a text of pairs of bytes scores, where single bytes above ASCII are rare.
_PAIRS, _LONE_BYTE = 2.0, 10.0
_LEAST_EAST_ASIAN = 0.9
_IMPOSSIBLE = -99.0
_LEAST_ZEROS = 0.1
_LEAST_GOOD = 4
_WORD = re.compile(r"[^\W\d_]*[^\x00-\x7f]+[^\W\d_]*")
_SAMPLE_BYTES = 65536


def decode(content: bytes) -> tuple[str, str]:
    """Return the text and the encoding's name. Never raises: undecodable bytes of a damaged file become U+FFFD."""
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content.decode(name, "replace"), name
    if (wide := _wide(content)) is not None:
        return content.decode(wide, "replace"), wide
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(content):
        return content.decode("utf-8", "replace"), "utf-8"
    name = _best_code_page(content)
    return content.decode(name, "replace"), name


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its plain characters is zero."""
    sample = content[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) <= len(sample) * _LEAST_ZEROS:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _mostly_utf8(content: bytes) -> bool:
    """A UTF-8 file with a few broken bytes (cut in the middle, pasted from elsewhere) is still UTF-8."""
    sample = content[:_SAMPLE_BYTES]
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = sum(1 for c in text if c > "\x7f") - broken
    return good > _LEAST_GOOD * broken


def _best_code_page(content: bytes) -> str:
    sample = _telling_lines(content)
    scored = [
        (score, -rank, name) for rank, name in enumerate(_CODE_PAGES) if (score := _score(sample, name)) is not None
    ]
    best = max(scored, default=(0.0, 0, "cp1252"))
    wide = max(((_score_multibyte(sample, name), name) for name in _MULTIBYTE), default=(0.0, ""))
    return wide[1] if wide[0] > best[0] else best[2]


def _telling_lines(content: bytes) -> bytes:
    """Only lines with bytes above ASCII tell code pages apart."""
    lines = [line for line in content[: _SAMPLE_BYTES * 8].splitlines() if any(b > 127 for b in line)]
    return b"\n".join(lines)[:_SAMPLE_BYTES]


def _score(sample: bytes, name: str) -> float | None:
    """How much the non-ASCII words read like words; None where the bytes are not of this code page at all."""
    try:
        text = sample.decode(name)
    except UnicodeDecodeError:
        return None
    words = _WORD.findall(text)
    if not words:
        return 0.0
    stray = sum(1 for c in text if c > "\x7f" and not c.isalpha() and c not in "’‘“”«»–—°ºª№€´`·،؛؟\u200c\u200f\xa0…¿¡")
    controls = sum(1 for c in text if "\x7f" < c < "\xa0")
    plain = (sum(_word_score(word) for word in words) - _STRAY_SIGN * stray - _CONTROL_CHARACTER * controls) / len(
        words
    )
    return plain + _LANGUAGE_BONUS * _one_language(text) + _KNOWN_HEADER_BONUS * _known_headers(text)


def _one_language(text: str) -> float:
    """The largest share of the foreign letters that one language has (0 to 1)."""
    foreign = [c for c in text if c > "\x7f" and c.isalpha()]
    return max(sum(c in letters for c in foreign) for letters in _LETTERS) / len(foreign) if foreign else 0.0


def _known_headers(text: str) -> float:
    """How many of the first telling cells are column names that the lexicon knows (0 to 1)."""
    cells = [c for c in re.split(r"[,;\t|\n]", text[:3000]) if len(c) < 60 and any(x > "\x7f" for x in c)][:12]
    return sum(is_known_header(cell) for cell in cells) / len(cells) if cells else 0.0


def _word_score(word: str) -> float:
    letters = [c for c in word if c.isalpha()]
    foreign = [c for c in letters if c > "\x7f"]
    if not foreign:
        return 0.0
    if len(letters) == 1 and letters[0] not in _SINGLE_LETTERS:
        return _LONE_LETTER
    scripts = {unicodedata.name(c, "? ").split()[0] for c in letters}
    score = sum(1.0 if c in _USUAL_LETTERS else -1.0 for c in foreign) / len(foreign)
    score += _MIXED_SCRIPTS * (len(scripts) > 1) + _MIXED_CASE * _is_mixed_case(word)
    if len(foreign) == len(letters) > 2 and scripts <= _WHOLE_SCRIPTS:
        score += _WHOLE_WORD_BONUS
    return score + _MOSTLY_ACCENTED * ("LATIN" in scripts and len(foreign) > len(letters) / 2 and len(letters) > 3)


def _is_mixed_case(word: str) -> bool:
    return not (word.islower() or word.isupper() or word.istitle() or word.lower() == word.upper())


def _score_multibyte(sample: bytes, name: str) -> float:
    """On the scale of `_score`. In these, letters above ASCII come in pairs of bytes and nearly all are CJK ones."""
    try:
        text = sample.decode(name)
    except UnicodeDecodeError:
        return _IMPOSSIBLE
    foreign = [c for c in text if c > "\x7f"]
    usual = sum("\u3040" <= c <= "\u30ff" or "\u4e00" <= c <= "\u9fa5" or "\uac00" <= c <= "\ud7a3" for c in foreign)
    if not foreign or usual < _LEAST_EAST_ASIAN * len(foreign):
        return _IMPOSSIBLE
    score = _PAIRS + _PAIRED_HEADER_BONUS * _known_headers(text)
    if name in ("shift_jis", "big5"):
        # The second byte of a pair can be an ASCII one here, so that single bytes prove nothing.
        return score
    return score - _LONE_BYTE * len(re.findall(rb"(?<![\x80-\xff])[\x80-\xff][\x00-\x7f]", sample)) / len(foreign)
