"""Where the browser of the browser tests is; run as a program it also installs one where it may."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")
INSTALL = (
    ("apt-get", "update", "-qq"),
    ("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"),
)
HOW_TO_GET_IT = "; ".join(" ".join(command) for command in INSTALL)
# Nothing may leave the machine, and root has no sandbox.
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def find_chromium() -> str | None:
    """The path of an installed Chromium, None where there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def main() -> int:
    """Find a Chromium, else install one as root, else tell the command that does."""
    if find_chromium() is None and os.geteuid() == 0 and shutil.which("apt-get"):
        sys.stdout.write("No Chromium found: installing one.\n")
        sys.stdout.flush()
        for command in INSTALL:
            subprocess.run(command, check=False)
    if found := find_chromium():
        sys.stdout.write(f"Chromium: {found}\n")
        return 0
    sys.stderr.write(f"No Chromium found. On Debian, as root: {HOW_TO_GET_IT}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
