from collections.abc import Iterator

import pytest
from flask import Flask


@pytest.fixture
def request_of_today(unconnected_family: Flask) -> Iterator[None]:
    """Reading asks the portal's clock, and showing the reader's language."""
    with unconnected_family.test_request_context():
        yield
