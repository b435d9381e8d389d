"""The demo, served as `make demo` does, on a port that is free, and only while somebody looks."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1"
PATIENCE_SECONDS = 60.0
PROBE_SECONDS = 0.1


@contextmanager
def served_demo() -> Iterator[int]:
    """Serve the demo, with the settings that are in the environment; yields the port."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--bind", f"{HOST}:{port}"]
    server = subprocess.Popen([*command, "--log-level", "warning", "config.wsgi"], cwd=ROOT)
    try:
        wait_for(port, server)
        yield port
    finally:
        server.terminate()
        server.wait()


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Return once the demo answers; raises RuntimeError where it does not get there."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        with suppress(OSError):
            ask(port, "/readyz")
            return
        time.sleep(PROBE_SECONDS)
    raise RuntimeError("The demo does not answer. Does `make demo` run?")


def ask(port: int, path: str) -> bytes:
    """What the demo answers at a path; raises ConnectionError where that is not 200."""
    with closing(HTTPConnection(HOST, port)) as connection:
        connection.request("GET", path)
        response = connection.getresponse()
        if response.status != HTTPStatus.OK:
            raise ConnectionError(f"{path}: {response.status} {response.reason}")
        return response.read()
