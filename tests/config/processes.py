"""Python in a process of its own, with the environment that a test gives it and no other."""

import json
import os
import subprocess
import sys
from typing import Any

from tests.config.documents import ROOT

KEY = "for-tests-only-but-as-long-as-production-wants-it-to-be"


def python(
    code: str, *, settings: str = "production", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run code with a module of config.settings; no .env file is read."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": f"config.settings.{settings}",
            "ENV_FILE": "",
            **environment,
        },
        text=True,
        capture_output=True,
        timeout=120,
        check=False,
    )


def printed(code: str, *, settings: str = "production", **environment: str) -> Any:
    """Run code that must succeed and prints one JSON value, and return the value."""
    done = python(code, settings=settings, **{"SECRET_KEY": KEY, **environment})
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
