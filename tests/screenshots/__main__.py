"""`make screenshots`: the picture of docs/images, and the gallery in var/screenshots.

It serves the demo itself, as `make demo` does, on a port that is free, and only while it looks.
"""

import sys

import django
from playwright.sync_api import Browser, sync_playwright

from tests.chromium import FLAGS, HOW_TO_GET_IT, find_chromium
from tests.screenshots.readme import take_picture_of_the_seed
from tests.screenshots.serving import HOST, ROOT, served_demo


def main() -> int:
    """Take every picture, and say what was written."""
    executable = find_chromium()
    if executable is None:
        sys.stderr.write(f"No Chromium found. On Debian, as root: {HOW_TO_GET_IT}\n")
        return 1
    django.setup()
    with served_demo() as port, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        take_all(browser, f"http://{HOST}:{port}")
        browser.close()
    return 0


def take_all(browser: Browser, url: str) -> None:
    """The picture for the README, then the gallery."""
    # Only now: what it draws on is Django's.
    from tests.screenshots.gallery import take_gallery

    picture = take_picture_of_the_seed(browser, url)
    sys.stdout.write(f"{picture.relative_to(ROOT)}: {picture.stat().st_size // 1000} kB\n")
    index = take_gallery(browser, url)
    sys.stdout.write(f"{index.relative_to(ROOT)}: every page, to be looked at\n")


if __name__ == "__main__":
    sys.exit(main())
