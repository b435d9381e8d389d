"""Write docs/reference/design.md from what the style guide shows: `python -m tests.design`."""

import os
import sys
from pathlib import Path

import django

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "docs" / "reference" / "design.md"


def main() -> int:
    """Write it, and say so."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()
    from articles.views.styleguide.document import design_document

    DOCUMENT.write_text(design_document())
    sys.stdout.write(f"{DOCUMENT.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
