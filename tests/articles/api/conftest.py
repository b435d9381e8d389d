"""What the tests of the API stand on."""

import pytest

from sources.models import Organisation
from tests.articles.public import make_cast


@pytest.fixture
def cast(db: None) -> dict[str, Organisation]:
    return make_cast()
