"""A newsroom for every test that needs people, and the account of what the machine tried."""

import pytest

from tests.articles.machine.tally import account_of
from tests.articles.newsroom import Desk, make_desk


@pytest.fixture
def desk(db: None) -> Desk:
    """People, a folder, and a document with an owner on record."""
    return make_desk()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how often each door was tried; the workers of a parallel run cannot print it."""
    for line in account_of(terminalreporter.getreports("passed")):
        terminalreporter.write_line(line)
