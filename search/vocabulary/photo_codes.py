"""What a photo shows and who may be shown it."""

from enum import StrEnum


class PhotoKind(StrEnum):
    """What a photo shows; how far it may travel hangs on it (`search.documents.photo`)."""

    PORTRAIT = "portrait"
    MARK = "mark"
    BELONGINGS = "belongings"
    PAPER = "paper"
    WRISTBAND = "wristband"
    """The band of a hospital or a camp: a name and a number stand on it, as on a paper."""
    SCENE = "scene"
    UNSAID = "unsaid"
    """Sent by a family that did not say what it shows: kept, and read as narrowly as a paper until it does."""
    POST_MORTEM = "post_mortem"


class PhotoUse(StrEnum):
    """Who may be shown a family's photo, as far as the family allows it."""

    COMMITTEE = "committee"
    """The committee that reads the search, and nobody else."""
    RECEIVERS = "receivers"
    """Also those whom the family allowed to see its search."""


# What bears a name and a number, or may: read as contacts are, for a typed reason.
PAPERS = frozenset({PhotoKind.PAPER, PhotoKind.WRISTBAND, PhotoKind.UNSAID})
# What a family sends. A picture of somebody dead is not asked of it.
FAMILY_PHOTOS = (PhotoKind.PORTRAIT, PhotoKind.MARK, PhotoKind.BELONGINGS, PhotoKind.PAPER, PhotoKind.SCENE)
# Of a living person no place: a house or a street would tell where the person is.
LIVING_PHOTOS = (PhotoKind.PORTRAIT, PhotoKind.MARK, PhotoKind.BELONGINGS, PhotoKind.WRISTBAND, PhotoKind.PAPER)
# Whatever shows the body is of the class of its own; things that were taken off it are not.
BODY_PHOTOS = (PhotoKind.POST_MORTEM, PhotoKind.BELONGINGS, PhotoKind.WRISTBAND, PhotoKind.PAPER)
