"""What every test stands on: a migrated database of its own, and settings of the test tools."""

from collections.abc import Iterator

import hypothesis
import pytest
from django.db import connection
from django.test import TransactionTestCase
from pytest_django import DjangoDbBlocker

from tests.databases.template import copy_for

# Two shared cores make no promise on how long an example takes.
hypothesis.settings.register_profile("assay", deadline=None)
hypothesis.settings.load_profile("assay")


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """Copy the migrated template; after a test that commits, copy it again."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        copy = copy_for(connection)
        copy.renew()
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _case: copy.renew())
        yield
        copy.drop()
