"""What a committee of relatives says of the families that it can read for: their languages, countries and routes."""

from enum import StrEnum


class ReachKind(StrEnum):
    """By what a family's case is led to a committee."""

    LANGUAGE = "language"
    COUNTRY = "country"
    ROUTE = "route"


class RouteRegion(StrEnum):
    """A stretch of the world that people cross on the road, as committees of relatives have divided their work."""

    CENTRAL_MEDITERRANEAN = "central_mediterranean"
    WESTERN_MEDITERRANEAN = "western_mediterranean"
    EASTERN_MEDITERRANEAN = "eastern_mediterranean"
    CANARY_ISLANDS = "canary_islands"
    SAHARA = "sahara"
    HORN_OF_AFRICA = "horn_of_africa"
    BALKANS = "balkans"
    CHANNEL = "channel"
    AMERICAS = "americas"
    SOUTH_EAST_ASIA = "south_east_asia"
