"""A newsroom for every test that needs people."""

import pytest

from tests.articles.newsroom import Desk, make_desk


@pytest.fixture
def desk(db: None) -> Desk:
    """People, a folder, and a document with an owner on record."""
    return make_desk()
