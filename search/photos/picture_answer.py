"""What the confined child says of a picture; the parent reads it and decodes nothing."""

import msgspec


class PictureAnswer(msgspec.Struct):
    """A picture as two JPEGs, large and small; or `code` for what is wrong with it."""

    picture: bytes = b""
    preview: bytes = b""
    code: str = ""
