"""The record's people for every test of its screens."""

import pytest

from tests.sources.editorial.desk import RecordDesk, make_record_desk


@pytest.fixture
def desk(db: None) -> RecordDesk:
    """People, an owned organisation, a document."""
    return make_record_desk()
