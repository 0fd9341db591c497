from collections.abc import Iterator

import pytest
from flask import Flask


@pytest.fixture(autouse=True)
def request_of_today(unconnected_family: Flask) -> Iterator[None]:
    """Forms read the portal's clock."""
    with unconnected_family.test_request_context():
        yield
