"""Distance on the globe."""

from math import asin, cos, radians, sin, sqrt

_EARTH_DIAMETER_KM = 12742.0


def haversine_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great-circle distance in kilometres; degrees in, error under 0.6 % (a sphere)."""
    south, north = radians(latitude), radians(other_latitude)
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(radians(other_longitude - longitude) / 2) ** 2
    return _EARTH_DIAMETER_KM * asin(sqrt(min(1.0, half)))
