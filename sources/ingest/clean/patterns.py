"""How the rules are written: patterns that match the bare words of a line from end to end."""

import re


def whole_line(*alternatives: str) -> re.Pattern[str]:
    """One pattern for several wordings, in any case."""
    return re.compile("|".join(alternatives), re.IGNORECASE)
