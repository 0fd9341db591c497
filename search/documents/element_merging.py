"""Lists of a report united with those of its news, element by element: by what each is known, the kept ones first."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from matching.record import Effect, IdentityDocument, Mark, NameKind, PersonName, Phone, PhoneRole, Trait
from search.documents.description import AskedRelative
from search.documents.field_changes import FieldChange
from search.documents.found_person import BodyPart, Sample
from search.documents.told_values import told

# A name however it was written down; of these one text is one name.
_WHOLE = frozenset(
    {
        NameKind.FULL,
        NameKind.AS_HEARD,
        NameKind.SPELLING,
        NameKind.SPELLING_ON_PAPERS,
        NameKind.ON_PAPERS_FOUND,
    }
)
# By what a thing with a name of its own is known again; without its last, nothing is.
_KNOWN_BY: Mapping[type[Any], tuple[str, ...]] = {
    Sample: ("kind", "number"),
    BodyPart: ("tag",),
    AskedRelative: ("name",),
}


def merged_list(
    path: str, kept: Sequence[Any], news: Sequence[Any], changes: list[FieldChange]
) -> tuple[tuple[Any, ...], list[int]]:
    """Both lists as one, and at which place of it each element of the news stands now."""
    elements, places = list(kept), []
    for one in news:
        place, united = _place_of(elements, one, news)
        if place == len(elements):
            elements.append(one)
            changes.append(FieldChange(path=_path(path, one), old=None, new=told(one)))
        elif united != elements[place]:
            changes.append(FieldChange(path=_path(path, one), old=told(elements[place]), new=told(united)))
            elements[place] = united
        places.append(place)
    return tuple(elements), places


def joined_words(kept: str, news: str) -> str:
    """The lines of both, each once."""
    known = {folded(line) for line in kept.splitlines()}
    return "\n".join(filter(None, [kept, *(line for line in news.splitlines() if folded(line) not in known)]))


def _place_of(elements: Sequence[Any], one: Any, news: Sequence[Any]) -> tuple[int, Any]:
    """Where an element stands, with what both say of it; behind the last where it is new."""
    if one in elements:
        return elements.index(one), one
    for place, known in enumerate(elements):
        # A feature that is told by two values, as brown or black, is told by both.
        united = None if isinstance(known, Trait) and known in news else _united(known, one)
        if united is not None:
            return place, united
    return len(elements), one


def _united(kept: Any, news: Any) -> Any:
    """One element out of two that mean the same, None where they do not."""
    if type(kept) is type(news) and type(kept) in _KNOWN_BY:
        return _known_again(kept, news)
    match kept, news:
        case PersonName(), PersonName():
            return _name(kept, news)
        case Phone(), Phone():
            return _phone(kept, news)
        case IdentityDocument(), IdentityDocument():
            return _document(kept, news)
        case (Mark(), Mark()) | (Effect(), Effect()):
            return _seen(kept, news)
        case Trait(), Trait():
            return news if kept.feature == news.feature else None
        case str(), str():
            return kept if folded(kept) == folded(news) else None
    return None


def _name(kept: PersonName, news: PersonName) -> PersonName | None:
    same_kind = kept.kind == news.kind or {kept.kind, news.kind} <= _WHOLE
    if not same_kind or folded(kept.text) != folded(news.text):
        return None
    kind = news.kind if kept.kind is NameKind.AS_HEARD else kept.kind
    return replace(kept, kind=kind, language=kept.language or news.language)


def _phone(kept: Phone, news: Phone) -> Phone | None:
    """One number in two roles is said twice; in none, it is the one that is known."""
    if kept.number != news.number or (kept.role != news.role and PhoneRole.UNKNOWN not in (kept.role, news.role)):
        return None
    return news if kept.role is PhoneRole.UNKNOWN else kept


def _document(kept: IdentityDocument, news: IdentityDocument) -> IdentityDocument | None:
    fits = folded(kept.number) == folded(news.number) and all(
        one == other or not (one and other) for one, other in ((kept.kind, news.kind), (kept.country, news.country))
    )
    if not fits or not (kept.number or (kept.kind, kept.country) == (news.kind, news.country)):
        return None
    return replace(kept, kind=kept.kind or news.kind, country=kept.country or news.country)


def _seen(kept: Any, news: Any) -> Any:
    """A mark or a garment: its words united where all codes are equal; less of it than is known is no news."""
    codes = [(getattr(kept, name), getattr(news, name)) for name in kept.__dataclass_fields__ if name != "words"]
    if all(mine == other for mine, other in codes):
        return replace(kept, words=joined_words(kept.words, news.words))
    less = all(mine == other or not other for mine, other in codes)
    return kept if less and folded(news.words) in folded(kept.words) else None


def _known_again(kept: Any, news: Any) -> Any:
    """A sample, a part or a relative that bears the same number, tag or name: what the news says of it counts.

    A kind that one of them leaves open may be that of the other.
    """
    marks = [tuple(folded(str(getattr(one, name) or "")) for one in (kept, news)) for name in _KNOWN_BY[type(kept)]]
    if not all(marks[-1]) or any(mine and other and mine != other for mine, other in marks):
        return None
    said = {name: getattr(news, name) for name in news.__dataclass_fields__ if getattr(news, name)}
    return replace(kept, **said)


def _path(path: str, element: Any) -> str:
    return f"{path}:{element.feature}" if isinstance(element, Trait) else path


def folded(text: str) -> str:
    """A text as two writings of it are held against each other: letters and single blanks alone count."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def comparable_number(number: str) -> str:
    """A number without what a spreadsheet may change: blanks, the script of its digits, zeros before a bare number."""
    bare = "".join(_digit(sign) for sign in unicodedata.normalize("NFKC", number) if not sign.isspace())
    return bare.lstrip("0") or "0" if bare.isdigit() else bare


def _digit(sign: str) -> str:
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
