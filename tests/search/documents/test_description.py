"""A description has no field that must be filled, and says the same after it was sealed and opened."""

import dataclasses
import datetime

import msgspec

from matching.record import Event, PartialDate, PersonName, Place
from search.documents import Description, Journey, JourneyLeg, Medical

DAY = datetime.date(2025, 6, 10)


def test_nothing_of_a_person_has_to_be_known() -> None:
    assert [
        field.name
        for document in (Description, Journey, JourneyLeg, Medical)
        for field in dataclasses.fields(document)
        if field.default is dataclasses.MISSING
    ] == []


def test_unknown_is_not_no() -> None:
    assert (Description().stateless, Description().sex, Journey().aboard) == (None, None, None)


def test_a_description_is_read_as_it_was_written() -> None:
    said = Description(
        names=(PersonName("ተስፋለም ኪዳነማርያም"),),
        stateless=False,
        journey=Journey(
            departure=Event(PartialDate(DAY, DAY), Place("Zuwara", ("LY",))),
            legs=(JourneyLeg(means="on foot"), JourneyLeg(means="boat")),
            aboard=0,
        ),
        medical=Medical(dental_chart_held_at="a clinic"),
    )
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(said), type=Description) == said
