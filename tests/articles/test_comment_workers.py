"""Fifty comments at once, as a server with two workers gets them: each with a cache of its own."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit, urlunsplit

import pytest
from django.conf import settings
from django.db import connection

from articles.models.comments import Comment
from tests.articles.public import make_public
from tests.articles.readers import stamped
from tests.screenshots.serving import HOST, free_port, wait_for

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 50
LIMIT = 7


def database_url() -> str:
    """The database of this test, as another process opens it."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlunsplit(urlsplit(os.environ["TEST_DATABASE_URL"])._replace(path=f"/{name}"))


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """Where a server with two workers answers."""
    found = free_port()
    command = [sys.executable, "-m", "gunicorn", "--workers", "2", "--threads", "8"]
    environment = {
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATABASE_URL": database_url(),
        "ENV_FILE": "",
        "SECRET_KEY": settings.SECRET_KEY,
        "VAR_DIR": str(tmp_path),
        "LOG_LEVEL": "ERROR",
        "API_RATE_COMMENTS": f"{LIMIT}/hour",
        "API_RATE_COMMENTS_ADDRESS": "1000/hour",
    }
    server = subprocess.Popen(
        [*command, "--bind", f"{HOST}:{found}", "--log-level", "error", "config.wsgi"],
        cwd=settings.BASE_DIR,
        env={**os.environ, **environment},
    )
    try:
        wait_for(found, server)
        yield found
    finally:
        server.terminate()
        server.wait()


def test_limit_holds_with_two_workers_and_nothing_is_stored_twice(port: int) -> None:
    current = make_public()
    stamp = stamped(current)

    def send(number: int) -> int:
        typed = {"name": "Marta", "email": f"{number % 25}@example.org", "stamp": stamp}
        typed["text"] = f"No. {number % 25}"  # each is sent twice
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Sec-Fetch-Site": "same-origin",
        }
        with closing(HTTPConnection(HOST, port, timeout=60)) as browser:
            browser.request("POST", f"/{current.address}comments/", urlencode(typed), headers)
            return browser.getresponse().status

    with ThreadPoolExecutor(AT_ONCE) as threads:
        statuses = Counter(threads.map(send, range(AT_ONCE)))
    assert set(statuses) == {303, 429}
    assert Comment.objects.count() == LIMIT
    assert len(set(Comment.objects.values_list("text", flat=True))) == LIMIT
