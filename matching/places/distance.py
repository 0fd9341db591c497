"""Distance on the globe."""

from math import asin, atan2, cos, degrees, radians, sin, sqrt

_EARTH_DIAMETER_KM = 12742.0


def haversine_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great-circle distance in kilometres; degrees in, error under 0.6 % (a sphere)."""
    south, north = radians(latitude), radians(other_latitude)
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(radians(other_longitude - longitude) / 2) ** 2
    return _EARTH_DIAMETER_KM * asin(sqrt(min(1.0, half)))


def moved(latitude: float, longitude: float, kilometres: float, bearing: float) -> tuple[float, float]:
    """The point that lies so many kilometres away on a bearing in degrees, clockwise from north."""
    angle, heading, south = 2.0 * kilometres / _EARTH_DIAMETER_KM, radians(bearing), radians(latitude)
    north = asin(sin(south) * cos(angle) + cos(south) * sin(angle) * cos(heading))
    east = atan2(sin(heading) * sin(angle) * cos(south), cos(angle) - sin(south) * sin(north))
    return degrees(north), (longitude + degrees(east) + 540.0) % 360.0 - 180.0
