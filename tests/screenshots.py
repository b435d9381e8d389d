"""Pictures of the demo for the README: `make screenshots` writes them to docs/images.

It serves the demo itself, as `make demo` does, on a port that is free, and only while it looks.
"""

import io
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from PIL import Image
from playwright.sync_api import ViewportSize, sync_playwright

from tests.chromium import FLAGS, HOW_TO_GET_IT, find_chromium

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
HOST = "127.0.0.1"
SEED = "“Fifteen-Five Plan”"
VIEWPORT = ViewportSize(width=1280, height=900)
COLOURS = 256  # as many as a palette holds; ink, paper and the steps between them need no more
PATIENCE_SECONDS = 60.0
PROBE_SECONDS = 0.1


def main() -> int:
    """Take every picture, and say what was written."""
    executable = find_chromium()
    if executable is None:
        sys.stderr.write(f"No Chromium found. On Debian, as root: {HOW_TO_GET_IT}\n")
        return 1
    with served_demo() as port:
        url = f"http://{HOST}:{port}{path_of_the_seed(port)}"
        taken = {"briefing": picture_of(url, executable)}
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name, png in taken.items():
        path = IMAGES / f"{name}.png"
        path.write_bytes(png)
        sys.stdout.write(f"{path.relative_to(ROOT)}: {len(png) // 1000} kB\n")
    return 0


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
    connection = HTTPConnection(HOST, port)
    connection.request("GET", path)
    response = connection.getresponse()
    if response.status != HTTPStatus.OK:
        raise ConnectionError(f"{path}: {response.status} {response.reason}")
    return response.read()


def path_of_the_seed(port: int) -> str:
    """Where the briefing of the seed is read; the first, where somebody made more of it."""
    found = json.loads(ask(port, f"/api/v1/articles/?{urlencode({'q': SEED})}"))["results"]
    return urlsplit(found[-1]["url"]).path


def picture_of(url: str, executable: str) -> bytes:
    """What a reader sees of a page without scrolling, as a small PNG."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        page = browser.new_page(viewport=VIEWPORT, color_scheme="light", reduced_motion="reduce")
        page.goto(url, wait_until="networkidle")
        page.evaluate("document.fonts.ready")
        png = page.screenshot()
        browser.close()
    return compressed(png)


def compressed(png: bytes) -> bytes:
    """The same picture in few colours."""
    packed = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(packed, format="PNG", optimize=True)
    return packed.getvalue()


if __name__ == "__main__":
    sys.exit(main())
