"""Which stretches of road a country lies on, by its ISO 3166-1 code; one country can lie on several."""

from collections.abc import Iterable, Mapping

from search.vocabulary import RouteRegion

_COUNTRIES: Mapping[RouteRegion, str] = {
    RouteRegion.CENTRAL_MEDITERRANEAN: "LY TN MT IT",
    RouteRegion.WESTERN_MEDITERRANEAN: "DZ MA ES",
    RouteRegion.EASTERN_MEDITERRANEAN: "TR GR CY SY LB",
    RouteRegion.CANARY_ISLANDS: "EH MR SN GM MA",
    RouteRegion.SAHARA: "NE ML TD SD DZ LY BF",
    RouteRegion.HORN_OF_AFRICA: "ER ET DJ SO YE SA",
    RouteRegion.BALKANS: "BG RS BA HR MK AL ME SI HU RO XK",
    RouteRegion.CHANNEL: "FR GB BE",
    RouteRegion.AMERICAS: "CO PA CR NI HN SV GT MX US EC BR VE HT DO CU BS",
    RouteRegion.SOUTH_EAST_ASIA: "MM BD TH MY ID",
}


def regions_of(countries: Iterable[str]) -> frozenset[RouteRegion]:
    """The stretches of road on which any of these countries lies."""
    asked = set(countries)
    return frozenset(region for region, codes in _COUNTRIES.items() if asked.intersection(codes.split()))
