"""The picture of the README: what a reader sees of the seed's briefing without scrolling."""

import io
import json
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from PIL import Image
from playwright.sync_api import Browser, ViewportSize

from tests.screenshots.serving import ROOT, ask

PICTURE = ROOT / "docs" / "images" / "briefing.png"
SEED = "“Fifteen-Five Plan”"
VIEWPORT = ViewportSize(width=1280, height=900)
COLOURS = 256  # as many as a palette holds; ink, paper and the steps between them need no more


def take_picture_of_the_seed(browser: Browser, url: str) -> Path:
    """Look at the briefing of the seed, and keep a small PNG of its first screen."""
    page = browser.new_page(viewport=VIEWPORT, color_scheme="light", reduced_motion="reduce")
    page.goto(f"{url}{path_of_the_seed(url)}", wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_bytes(compressed(page.screenshot()))
    page.close()
    return PICTURE


def path_of_the_seed(url: str) -> str:
    """Where the briefing of the seed is read; the first, where somebody made more of it."""
    port = urlsplit(url).port or 80
    found = json.loads(ask(port, f"/api/v1/articles/?{urlencode({'q': SEED})}"))["results"]
    return urlsplit(found[-1]["url"]).path


def compressed(png: bytes) -> bytes:
    """The same picture in few colours."""
    packed = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(packed, format="PNG", optimize=True)
    return packed.getvalue()
