"""What the API takes and gives of photos."""

import datetime
import uuid
from typing import Annotated

from pydantic import Field

from search.photos.photo_limits import PHOTOS_OF_A_RECORD
from search.vocabulary import PhotoKind
from web.api.schema_parts import Line, Strict


class PhotoAsked(Strict):
    """What is said of the photo in the body, as the query string.

    `agreed`: the living person on it knows of it and agrees that a committee of relatives looks at it; without it no
    photo of somebody living is kept. `placeless`: and nothing in it or in its words tells where they are; without it
    the committee is not shown it.
    """

    kind: PhotoKind
    words: Line = ""
    taken: Line = ""
    agreed: bool = False
    placeless: bool = False


class PhotoAdded(Strict):
    """The photo that was kept, or was known already."""

    photo_id: uuid.UUID


class PhotoOut(Strict):
    """One photo of a report."""

    photo_id: uuid.UUID
    kind: PhotoKind
    added_at: datetime.datetime


class PhotosOut(Strict):
    """All of them, in the order in which they were added."""

    photos: Annotated[tuple[PhotoOut, ...], Field(max_length=PHOTOS_OF_A_RECORD)]
