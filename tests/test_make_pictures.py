"""The registry that the pictures of the README are taken of."""

from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from make_pictures import demonstration


def page(address: str, path: str) -> str:
    connection = HTTPConnection(urlsplit(address).netloc)
    connection.request("GET", path)
    text = connection.getresponse().read().decode()
    connection.close()
    return text


@pytest.mark.slow
def test_the_portals_are_served_with_the_demonstration_registry_and_end_with_it() -> None:
    with demonstration() as address:
        assert "Sign in" in page(address, "/committee/sign-in")
    with pytest.raises(ConnectionRefusedError):
        page(address, "/")
