from web.pictures.body_choices import position_class
from web.pictures.body_spots import VIEWS, spots
from web.pictures.spot_positions import SHEET, style_sheet


def test_the_style_sheet_is_the_one_that_the_table_of_spots_makes() -> None:
    assert SHEET.read_text(encoding="utf-8") == style_sheet(), "run python -m web.pictures.spot_positions"


def test_every_spot_has_a_rule_of_its_own() -> None:
    names = [position_class(spot) for view in VIEWS for spot in spots(view)]
    assert len(set(names)) == len(names)
    assert all(f".{name}{{left:" in style_sheet() for name in names)
