"""Bodily marks in words: `cicatriz, antebrazo derecho; diente de oro`, in any order, into codes."""

from dataclasses import dataclass, replace
from functools import lru_cache

from matching.record import Mark
from search.values import lexicon
from search.values.blanks import is_blank
from search.values.folding import fold
from search.values.missing_parts import lacks_limb, lacks_tooth
from search.values.phrasebook import Hit, chunks, in_any_language, phrasebook

_LONGEST_LITTLE_WORD = 3
_TEETH = frozenset({"missing_tooth", "gold_tooth", "broken_tooth", "denture", "braces", "tooth_gap"})
_MARKABLE = ("mark", "place", "side", "motif")
_MAX_CHARS, _MAX_MARKS = 4000, 40


@dataclass(frozen=True, slots=True)
class MarkWords:
    """The marks understood, and the chunks of the cell in which nothing was."""

    marks: tuple[Mark, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """What one chunk says, hit by hit: (category, code) in the order of its words."""

    text: str
    said: tuple[tuple[str, str], ...]
    words: int
    known: int


@lru_cache(maxsize=32768)
def read_marks(text: str, languages: tuple[str, ...] = ()) -> MarkWords:
    """Read a cell of marks. A comma before a mere body place joins it to the mark before; a semicolon divides."""
    if is_blank(text):
        return MarkWords()
    marks: list[Mark] = []
    left: list[str] = []
    for group in chunks(text[:_MAX_CHARS], languages):
        found, unread = _read_group([_part(chunk, _hits(chunk, languages), languages) for chunk in group])
        marks += found
        left += unread
    return MarkWords(tuple(dict.fromkeys(marks))[:_MAX_MARKS], tuple(left))


@lru_cache(maxsize=32768)
def scan_marks(text: str, languages: tuple[str, ...] = ()) -> tuple[Mark, ...]:
    """Find marks in free text: only a mark with its place or motif, or where nothing else is said."""
    marks: list[Mark] = []
    for group in chunks(text[:_MAX_CHARS], languages):
        parts = [_part(chunk, _own_hits(chunk, languages), languages) for chunk in group]
        joined = _read_group([part for part in parts if _is_telling(part)])[0]
        plain = any(part.known >= part.words and any(c == "mark" for c, _ in part.said) for part in parts)
        marks += [m for m in joined if m.place or m.motif or plain or (" " in m.words.strip() and m.kind in _TEETH)]
    return tuple(dict.fromkeys(marks))[:_MAX_MARKS]


def _is_telling(part: _Part) -> bool:
    """In free text a place without a mark counts only where the chunk says nothing else."""
    return any(category == "mark" for category, _ in part.said) or (bool(part.said) and part.known >= part.words)


def _own_hits(chunk: str, languages: tuple[str, ...]) -> list[Hit]:
    hits = phrasebook(languages).find(fold(chunk).split())
    return [hit for hit in hits if any(category in _MARKABLE for category, _ in hit.meanings)]


def _hits(chunk: str, languages: tuple[str, ...]) -> list[Hit]:
    """What the sheet's own language and English know; where they know no mark, what any other language does."""
    own = _own_hits(chunk, languages)
    if any(hit.code("mark") for hit in own):
        return own
    hits = in_any_language(fold(chunk).split())
    others = [hit for hit in hits if any(category in _MARKABLE for category, _ in hit.meanings)]
    return others if not own or any(hit.code("mark") for hit in others) else own


def _part(chunk: str, hits: list[Hit], languages: tuple[str, ...]) -> _Part:
    words = fold(chunk).split()
    first = next((hit for hit in hits if hit.code("mark")), None)
    if first and _is_denied(words, first):
        return _Part(chunk, (), len(words), len(words))
    telling = _telling_words(chunk, words)
    if first is None and lacks_tooth(words, languages):
        return _Part(chunk, (("mark", "missing_tooth"),), sum(telling), sum(telling))
    if first is None and lacks_limb(words, hits, languages):
        return _Part(chunk, (("mark", "amputation"), *_said(hits)), sum(telling), sum(telling))
    known = sum(sum(telling[hit.start : hit.end]) for hit in hits)
    return _Part(chunk, tuple(_said(hits)), sum(telling), known)


def _is_denied(words: list[str], mark: Hit) -> bool:
    """Whether a word before the mark says that there is none, or the last words do, where a language puts them last."""
    if lexicon.words("negations", "not").intersection(words[: mark.start]):
        return True
    before, behind = (" ".join(part) for part in (words[: mark.start], words[mark.end :]))
    return any(f" {phrase} " in f" {before} " for phrase in lexicon.words("negations", "not_of")) or any(
        f" {behind}".endswith(f" {phrase}") for phrase in lexicon.words("negations", "behind")
    )


def _telling_words(chunk: str, words: list[str]) -> list[bool]:
    """Which words are long enough to say something; a hamza that folding drops was a letter to whoever wrote it."""
    written = fold(chunk.replace("ء", "ا")).split()
    lengths = map(len, written if len(written) == len(words) else words)
    return [length > _LONGEST_LITTLE_WORD for length in lengths]


def _said(hits: list[Hit]) -> list[tuple[str, str]]:
    """One meaning per phrase: beside a tattoo a rose is a motif, and a face is a place unless a place was named."""
    is_tattoo = any(hit.code("mark") == "tattoo" for hit in hits)
    said: list[tuple[str, str]] = []
    for hit in hits:
        if code := hit.code("mark"):
            said.append(("mark", code))
        elif (code := hit.code("place")) and not (hit.code("motif") and any(c == "place" for c, _ in said)):
            said.append(("place", code))
        elif code := hit.code("side"):
            said.append(("side", code))
        elif (code := hit.code("motif")) and (is_tattoo or len(hits) == 1 or not hit.code("colour")):
            said.append(("motif", code))
    return said


def _read_group(parts: list[_Part]) -> tuple[list[Mark], list[str]]:
    marks: list[Mark] = []
    left: list[str] = []
    waiting: list[_Part] = []
    for part in parts:
        kinds = [code for category, code in part.said if category == "mark"]
        if kinds:
            lead = waiting if not marks else []
            marks += _marks_of(part, lead)
            if not lead and waiting:
                left += [w.text for w in waiting]
            waiting = []
        elif part.said and marks:
            _attach(marks, part)
        elif part.said:
            waiting.append(part)
        elif part.words:
            left.append(part.text)
    return marks, left + [part.text for part in waiting]


def _marks_of(part: _Part, lead: list[_Part]) -> list[Mark]:
    """The marks of one chunk; what stood before it alone (`left forearm: scar`) belongs to its first mark."""
    said = [item for before in lead for item in before.said] + list(part.said)
    words = ", ".join([*(before.text for before in lead), part.text])
    kind_first = bool(said) and said[0][0] == "mark"
    marks: list[Mark] = []
    pending: list[tuple[str, str]] = []
    for category, code in said:
        if category == "mark":
            if marks and not pending and _same_mark(marks[-1], code):
                marks[-1] = replace(marks[-1], kind=_stronger(marks[-1].kind, code))
                continue
            marks.append(_filled(Mark(kind=code, words=words), pending))
            pending = []
        elif marks and (kind_first or len(_kinds(said)) == len(marks)):
            marks[-1] = _filled(marks[-1], [(category, code)])
        else:
            pending.append((category, code))
    return marks


def _kinds(said: list[tuple[str, str]]) -> list[str]:
    return [code for category, code in said if category == "mark"]


def _same_mark(before: Mark, kind: str) -> bool:
    """`surgical scar`, `burn scar`, `scar from operation`: two words for one mark, nothing between them."""
    return (
        not before.place
        and not before.motif
        and (before.kind == kind or {before.kind, kind} <= {"scar", "operation", "burn"})
    )


def _stronger(first: str, second: str) -> str:
    return "burn" if "burn" in (first, second) else "scar" if "scar" in (first, second) else first


def _filled(mark: Mark, said: list[tuple[str, str]]) -> Mark:
    for category, code in said:
        if category == "place" and not mark.place and mark.kind not in _TEETH:
            mark = replace(mark, place=code)
        elif category == "side" and not mark.side:
            mark = replace(mark, side=code)
        elif category == "motif" and not mark.motif and mark.kind == "tattoo":
            mark = replace(mark, motif=code)
    return mark


def _attach(marks: list[Mark], part: _Part) -> None:
    """A chunk with only a place, side or motif: it completes the mark before, or repeats it elsewhere."""
    last = marks[-1]
    places = [code for category, code in part.said if category == "place"]
    if places and last.place and last.kind not in _TEETH:
        again = _filled(replace(last, place="", side="", words=f"{last.words}, {part.text}"), list(part.said))
        marks.append(again)
        return
    marks[-1] = replace(_filled(last, list(part.said)), words=f"{last.words}, {part.text}")
