"""PFIF documents, and feeds that carry them, into records: by expat, without a document type, within bounds.

Persons and notes are taken wherever they stand: in a PFIF document, an Atom entry, an RSS item. Whoever reads a
stranger's file calls this in a confined child (`search.files.pfif_answer`).
"""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from search.errors import SheetError
from search.files.pfif_fields import NOTE_FIELDS, PERSON_FIELDS, PfifRecord, known_name

MAX_DEPTH = 40
MAX_RECORDS = 20_000
MAX_FIELD_CHARS = 20_000
# Elements of one record, known or not.
_MAX_ELEMENTS = 500
_NAMESPACE = re.compile(r"https?://(?:www\.)?zesty\.ca/pfif/(\d+\.\d+)/?", re.IGNORECASE)
_DECLARED = re.compile(rb"\A[^<]{0,8}<\?xml[^>]{0,200}?encoding\s*=")
_FIELDS = {"person": PERSON_FIELDS, "note": NOTE_FIELDS}


@dataclass(frozen=True, slots=True)
class PfifDocument:
    """What a file holds: persons with the notes inside of them, and notes that stand alone."""

    persons: tuple[PfifRecord, ...]
    notes: tuple[PfifRecord, ...]

    @property
    def versions(self) -> tuple[str, ...]:
        """The versions of its records, "" for one that names none."""
        return tuple(sorted({record.version for record in (*self.persons, *self.notes)}))


def read_pfif(content: bytes) -> PfifDocument:
    """Read a document as a whole; raises SheetError.

    Codes: xml_doctype, xml_too_deep, xml_broken (with line and column), pfif_too_many, not_pfif.
    """
    reader = _Reader()
    try:
        reader.read(_in_utf8(content))
    except expat.ExpatError as error:
        raise SheetError("xml_broken", line=error.lineno, column=error.offset) from error
    except LookupError as error:
        raise SheetError("xml_broken", line=1, column=0) from error
    if not reader.persons and not reader.notes:
        raise SheetError("not_pfif")
    return PfifDocument(tuple(reader.persons), tuple(reader.notes))


def _in_utf8(content: bytes) -> bytes:
    """The file, where it names no encoding and is not in UTF-8, as Windows' Latin letters are meant."""
    content = content.lstrip()
    if _DECLARED.match(content) or content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in content[:64]:
        return content
    try:
        content.decode()
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace").encode()
    return content


@dataclass(slots=True)
class _Open:
    """A record whose end was not met yet."""

    kind: str
    depth: int
    line: int
    version: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    unknown: dict[str, list[str]] = field(default_factory=dict)
    notes: list[PfifRecord] = field(default_factory=list)
    elements: int = 0

    def record(self) -> PfifRecord:
        texts = {name: "\n".join(filter(None, map(str.strip, parts))) for name, parts in self.fields.items()}
        others = {name: "\n".join(filter(None, map(str.strip, parts))) for name, parts in self.unknown.items()}
        return PfifRecord(
            fields={name: text for name, text in texts.items() if text and len(text) <= MAX_FIELD_CHARS},
            line=self.line,
            notes=tuple(self.notes),
            unknown={name: text for name, text in others.items() if text and len(text) <= MAX_FIELD_CHARS},
            too_long=tuple(name for name, text in (texts | others).items() if len(text) > MAX_FIELD_CHARS),
            version=self.version,
        )


class _Reader:
    """Follows the document's elements; at most a note within a person is open."""

    def __init__(self) -> None:
        self.persons: list[PfifRecord] = []
        self.notes: list[PfifRecord] = []
        self._open: list[_Open] = []
        self._text: list[str] | None = None
        self._depth = self._count = 0
        # Namespaces by prefix, with the depth at which each set begins to hold.
        self._spaces: list[tuple[int, dict[str, str]]] = [(0, {})]
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters

    def read(self, content: bytes) -> None:
        self._parser.Parse(content, True)

    def _refuse_doctype(self, *_said: object) -> None:
        raise SheetError("xml_doctype")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise SheetError("xml_too_deep", limit=MAX_DEPTH)
        declared = {key[6:]: value for key, value in attributes.items() if key == "xmlns" or key.startswith("xmlns:")}
        if declared:
            self._spaces.append((self._depth, {**self._spaces[-1][1], **declared}))
        local, version = self._named(name)
        if self._begins_record(local, version):
            self._begin(local, version or "")
        elif self._open and self._depth == self._open[-1].depth + 1:
            self._text = self._field(local if version is not None else name)

    def _named(self, name: str) -> tuple[str, str | None]:
        """The name without its prefix, and the version of PFIF that it is of; None for one of anything else."""
        prefix, divider, local = name.rpartition(":")
        space = self._spaces[-1][1].get(prefix)
        if not space:
            # A fragment that was copied out of its document, or one whose author knew no namespaces.
            ours = prefix == "pfif" or (not divider and bool(self._open)) or (not divider and local in _BARE)
            return local, "" if ours else None
        found = _NAMESPACE.fullmatch(space.strip())
        return local, found[1] if found else None

    def _begins_record(self, local: str, version: str | None) -> bool:
        if version is None or local not in _FIELDS:
            return False
        return not self._open or (local == "note" and self._open[-1].kind == "person")

    def _begin(self, kind: str, version: str) -> None:
        self._count += 1
        if self._count > MAX_RECORDS:
            raise SheetError("pfif_too_many", limit=MAX_RECORDS)
        self._open.append(_Open(kind, self._depth, self._parser.CurrentLineNumber, version))
        self._text = None

    def _field(self, name: str) -> list[str]:
        """Where the text of a field goes; one that is said twice has two lines."""
        one = self._open[-1]
        one.elements += 1
        if one.elements > _MAX_ELEMENTS:
            raise SheetError("pfif_too_many", limit=_MAX_ELEMENTS)
        known = known_name(name, _FIELDS[one.kind])
        parts = (one.fields if known else one.unknown).setdefault(known or name, [])
        parts.append("")
        return parts

    def _characters(self, text: str) -> None:
        # One character more than is read, so that it shows that there was more.
        if self._text is not None and len(self._text[-1]) <= MAX_FIELD_CHARS:
            self._text[-1] += text[: MAX_FIELD_CHARS + 1]

    def _end(self, _name: str) -> None:
        if self._open and self._depth == self._open[-1].depth:
            self._finish(self._open.pop())
        elif self._open and self._depth == self._open[-1].depth + 1:
            self._text = None
        if self._spaces[-1][0] == self._depth:
            self._spaces.pop()
        self._depth -= 1

    def _finish(self, one: _Open) -> None:
        if self._open:
            self._open[-1].notes.append(one.record())
        else:
            (self.persons if one.kind == "person" else self.notes).append(one.record())


_BARE = frozenset({"person", "note"})
