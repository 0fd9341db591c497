"""Every sender has a layout of its own that has a header for each thing it writes."""

import datetime

from benchmarks.invented.found_reports import SENDERS
from benchmarks.invented.sheet_layouts import LAYOUTS

DAY = datetime.date(2024, 11, 30)


def test_every_sender_has_its_layout_and_no_layout_is_left_over() -> None:
    assert set(LAYOUTS) == {sender.name for sender in SENDERS}
    assert {name: layout.file.rpartition(".")[0] for name, layout in LAYOUTS.items()} == {
        name: name for name in LAYOUTS
    }


def test_columns_are_titled_and_each_thing_is_written_once() -> None:
    for layout in LAYOUTS.values():
        assert len(set(layout.header)) == len(layout.columns)
        cells = [cell for _, cell in layout.columns]
        assert len(set(cells)) == len(cells)
        assert {"number", "when", "place", "name", "sex"} <= set(cells)


def test_dates_are_written_so_that_they_can_be_read_again() -> None:
    for layout in LAYOUTS.values():
        written = DAY.strftime(layout.date)
        assert datetime.datetime.strptime(f"{written} +0000", f"{layout.date} %z").date() == DAY


def test_the_header_can_be_written_in_the_encoding_of_the_file() -> None:
    for layout in LAYOUTS.values():
        text = layout.delimiter.join((*layout.header, *layout.sexes))
        assert text.encode(layout.encoding).decode(layout.encoding) == text
