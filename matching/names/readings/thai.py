"""Thai: vowels before, above and after their consonant, and the short ones that are not written at all.

A word is cut into syllables of initial, vowel and final. Said as Thai, a final is one of eight sounds and an unwritten
vowel is o in a closed syllable and a in an open one (the Royal Thai General System of Transcription). Said by the
letters, as Sanskrit names and foreign ones are spelt in Latin, finals keep their letter and unwritten vowels may be
silent.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from matching.names.readings.reading_result import Group, Reading
from matching.names.tables import read_rows

_MOST_READINGS = 3
_SILENCER = "\u0e4c"
# Tone marks, repetition, abbreviation, digits.
_UNSPOKEN = re.compile("[\u0e48-\u0e4b\u0e4e\u0e46\u0e2f\u0e50-\u0e5b]")
_COMPOSED = (("\u0e4d\u0e32", "\u0e33"), ("เเ", "แ"), ("ฤๅ", "รื"), ("ฤ", "ริ"), ("ฦ", "ลึ"))
# The silencing sign stands on the last of what is silent: ทร์, ษณ์, ดิ์.
_SILENCED = re.compile("(?:[ทตดธ]ร|[ษศส][ณมน]|[ก-ฮ])[ิุ]?\u0e4c")
# A silent letter within a word parts syllables, but for the h of จอห์น John and the r of ฟอร์ด Ford.
_CLOSING = re.compile("\u0e4c(?=[ก-ฮ](?:\u0e4c|$))")
# Written after a final and not spoken: the vowel of ชาติ, the r of บุตร.
_SILENT_VOWEL = re.compile("(?<=[าุูิีเัีย])([ตมฒธ])[ิุ]$")
_SILENT_END = re.compile("[ตทดกชบ]ร|ทธ")

# A consonant bears a vowel of its own when one of these follows.
_VOWELLED = "[ะ-ฺ็]|รร|อ(?![ะ-ฺ็])"
_CLUSTER = "[กขคปพผตฟบด]ร|[ทสศซจ]ร(?!ิ)|[กขคปพผฟบ]ล|[กขค]ว|ห[งญนมยรลว]"
_INITIAL = f"((?:{_CLUSTER})(?={_VOWELLED})|[ก-ฮ])"
_WITHOUT_VOWEL = f"(?!{_VOWELLED})"
_INITIAL_AFTER_VOWEL = f"((?:{_CLUSTER})(?=[ก-ฮะ-ฺ็])|[ก-ฮ])"
_INITIAL_IN_BETWEEN = f"((?:{_CLUSTER})(?=[ะ็]|[ก-ฮ]{_WITHOUT_VOWEL})|[ก-ฮ])"
# Initial and vowel signs, by what stands before the initial.
_BEFORE = {
    "เ": re.compile(
        f"เ(?:{_INITIAL_AFTER_VOWEL}(ียว|ียะ|ีย|ือ|ื|าะ|า|อะ|อ{_WITHOUT_VOWEL}|ิ|ย{_WITHOUT_VOWEL})"
        f"|{_INITIAL_IN_BETWEEN}([็ะ]?))"
    ),
    "แ": re.compile(f"แ{_INITIAL_IN_BETWEEN}([็ะ]?)"),
    "โ": re.compile(f"โ{_INITIAL_IN_BETWEEN}(ะ?)"),
    "ใ": re.compile(f"ใ({_CLUSTER}|[ก-ฮ])()"),
    "ไ": re.compile(f"ไ({_CLUSTER}|[ก-ฮ])((?:ย{_WITHOUT_VOWEL})?)"),
}
_AFTER = re.compile(f"{_INITIAL}(ัวะ|ัว|ัย|ั|็อ|็|รร|ำ|า|ะ|ิ|ี|ึ|ือ|ื|ุ|ู|อ{_WITHOUT_VOWEL})")
_BARE = re.compile(f"(?:(?!(?:{_CLUSTER})(?:{_VOWELLED}))[ก-ฮ]{_WITHOUT_VOWEL})+")
_ONE_SYLLABLE = re.compile("([กขคปพต]ร|[กขคปผพ]ล|ห[งญนมยรลว])([ก-ฮ])")
_UNWRITTEN_UA = re.compile("([ก-ฮ])ว([กงดนบมยล])")
_SPECIAL_INITIALS = {"ทร": "s", "สร": "s", "ศร": "s", "ซร": "s", "จร": "ch"}


class _Syllable(NamedTuple):
    """Thai letters of initial and final, Latin ones of the vowel; `written` is false for a vowel that only sounds."""

    initial: str
    vowel: str
    final: str = ""
    written: bool = True


@lru_cache(maxsize=65536)
def read(word: str) -> tuple[Reading, ...]:
    """At most three ways to say a word: as Thai, by the letters, by all letters; empty where there is no Thai in it."""
    plain = _UNSPOKEN.sub("", word)
    for written, meant in _COMPOSED:
        plain = plain.replace(written, meant)
    spoken = _CLOSING.sub("", _SILENCED.sub(_SILENCER, plain))
    native = _respelling().sub(lambda found: _respellings()[found[0]], _SILENT_VOWEL.sub(r"\1", spoken))
    texts = [_as_thai(_syllables(native)), _by_letters(_syllables(spoken))]
    if _SILENCER in plain:
        texts.append(_by_letters(_syllables(plain.replace(_SILENCER, ""))))
    return tuple(Reading(text, Group.THAI) for text in list(dict.fromkeys(texts))[:_MOST_READINGS] if text)


def _as_thai(syllables: list[_Syllable]) -> str:
    """Of two letters at the end of a syllable only the first is said."""
    return "".join(_initial(s.initial) + s.vowel + "".join(_consonants()[c][1] for c in s.final[:1]) for s in syllables)


def _by_letters(syllables: list[_Syllable]) -> str:
    """Unwritten vowels may be silent, and between a final and what follows Sanskrit names often have one."""
    out: list[str] = []
    for number, syllable in enumerate(syllables, start=1):
        start = "".join(_consonants()[letter][0] for letter in syllable.initial.removeprefix("ห") or "ห")
        vowel = syllable.vowel if syllable.written or not start else "~"
        letters = [_consonants()[letter][2] for letter in syllable.final]
        inside = number < len(syllables) and letters[-1:] not in (["i"], ["o"], ["ng"])
        apart = letters and (inside or len(letters) > 1)
        out.append(start + vowel + "~".join(letters) + ("~" if apart else ""))
    return "".join(out)


def _initial(letters: str) -> str:
    if letters in _SPECIAL_INITIALS:
        return _SPECIAL_INITIALS[letters]
    return "".join(_consonants()[letter][0] for letter in letters.removeprefix("ห") or "ห")


def _syllables(text: str) -> list[_Syllable]:
    """A vowel with its initial, then the bare consonants up to the next vowel, of which the first may close it."""
    out: list[_Syllable] = []
    position = 0
    while position < len(text):
        signs, end = _nucleus(text, position, out)
        run = _BARE.match(text, end)
        if run:
            at_end = text[run.end() : run.end() + 1] in ("", _SILENCER)
            closable = signs and _vowels()[signs][1] != "never"
            out += _unwritten(_closed(out, run[0], signs, at_end=at_end) if closable else run[0])
            end = run.end()
        elif signs == "รร":
            out[-1] = out[-1]._replace(final="น")
        position = max(end, position + 1)
    return out


def _nucleus(text: str, position: int, out: list[_Syllable]) -> tuple[str, int]:
    """Add the initial and vowel at this place; the signs of the vowel, empty where there is none, and their end."""
    found = _BEFORE.get(text[position], _AFTER).match(text, position)
    if not found:
        return "", position
    initial, sign = (part for part in found.groups() if part is not None)
    signs = (text[position] if text[position] in _BEFORE else "") + sign
    out.append(_Syllable(initial, _vowels()[signs][0]))
    return signs, found.end()


def _closed(out: list[_Syllable], run: str, signs: str, *, at_end: bool) -> str:
    """Close the last syllable with the first consonant of the run where it belongs there; what remains of the run."""
    if at_end and _SILENT_END.fullmatch(run):
        out[-1] = out[-1]._replace(final=run)
        return ""
    if at_end and len(run) % 2 == 0 and _vowels()[signs][1] != "always":
        return run
    # r after these begins a syllable of its own: สุรชัย su-ra-chai, ธีรพล thi-ra-phon.
    if run[0] == "ร" and signs in ("ิ", "ี", "ุ", "ู") and not (at_end and len(run) == 1):
        out.append(_Syllable("ร", "a", written=False))
    else:
        out[-1] = out[-1]._replace(final=run[0])
    return run[1:]


def _unwritten(run: str) -> list[_Syllable]:
    """Syllables of consonants alone: pairs close with o, one over is an open a (ธนพล tha-na-phon)."""
    one = _ONE_SYLLABLE.fullmatch(run)
    if one:
        return [_Syllable(one[1], "o", one[2], written=False)]
    ua = _UNWRITTEN_UA.fullmatch(run)
    if ua:
        return [_Syllable(ua[1], "ua", ua[2])]
    odd = [_Syllable(run[0], "a", written=False)] if len(run) % 2 else []
    pairs = range(len(odd), len(run), 2)
    return odd + [_Syllable(run[n], "o", run[n + 1], written=False) for n in pairs]


@lru_cache(maxsize=1)
def _consonants() -> dict[str, tuple[str, str, str]]:
    """The letter at the beginning of a syllable, at its end as spoken, at its end by the letter."""
    return {row[0]: (row[1], row[2], row[3]) for row in read_rows("thai_consonants.tsv")}


@lru_cache(maxsize=1)
def _vowels() -> dict[str, tuple[str, str]]:
    """The sound of vowel signs, and whether a final closes them: always, may or never."""
    return {row[0]: (row[1], row[2]) for row in read_rows("thai_vowels.tsv")}


@lru_cache(maxsize=1)
def _respelling() -> re.Pattern[str]:
    """The elements of the table where another syllable follows, the longest first; not the two r that are a vowel."""
    elements = sorted(_respellings(), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(elements)})(?=[เ-ไ]|[ก-ฮ][ก-ฮะ-ฺ็])(?!(?<=ร)ร)")


@lru_cache(maxsize=1)
def _respellings() -> dict[str, str]:
    return {row[0]: row[1] for row in read_rows("thai_respellings.tsv")}
