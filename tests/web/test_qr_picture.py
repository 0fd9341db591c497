"""A QR code stands in the page itself, without a word of what it holds."""

from web.qr_picture import qr_picture


def test_a_picture_is_of_squares_alone_and_asks_for_nothing() -> None:
    drawn = str(qr_picture("KD90-WHRQ-W"))
    assert drawn.startswith("<svg")
    assert "KD90" not in drawn
    # A policy forbids styles in the page.
    assert not [word for word in ("style=", "href", "<script", "url(") if word in drawn]
    assert qr_picture("") == ""


def test_the_same_text_makes_the_same_picture_and_another_makes_another() -> None:
    assert qr_picture("KD90-WHRQ-W") == qr_picture("KD90-WHRQ-W") != qr_picture("KD90-WHRQ-X")
