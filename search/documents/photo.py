"""A photo with what was said of it. Three documents with equal fields, because they have three levels of disclosure."""

from collections.abc import Mapping
from dataclasses import dataclass

from search.vocabulary import PAPERS, PhotoKind, PhotoUse


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """`words` say what it shows, `taken` when it was made, in the words of who sent it; `use` is the permission.

    `placeless`: of somebody living, whoever sent it says that nothing in it or in its words tells where they are.
    `preview` and `picture` are the small and the large JPEG; whoever needs one of them reads no more.
    """

    words: str = ""
    taken: str = ""
    use: PhotoUse = PhotoUse.COMMITTEE
    placeless: bool = False
    preview: bytes = b""
    picture: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPhoto(Photo):
    """A passport, a letter, a ticket, a wristband: read for a typed reason, as a typed number is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostMortemPhoto(Photo):
    """A photo of somebody who has died: seen on an opened page, never in a list."""


PHOTO_DOCUMENTS: Mapping[str, type[Photo]] = {
    "photo": Photo,
    "paper_photo": PaperPhoto,
    "post_mortem_photo": PostMortemPhoto,
}


def photo_document(kind: PhotoKind) -> type[Photo]:
    """The document of a photo that shows this."""
    if kind in PAPERS:
        return PaperPhoto
    return PostMortemPhoto if kind is PhotoKind.POST_MORTEM else Photo
