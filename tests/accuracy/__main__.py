"""Print how accurate the machine is: `python -m tests.accuracy`. A section for each measure."""

import sys

from tests.accuracy import anchoring, figures
from tests.accuracy.pairs import HELD_OUT, TUNED, read_pairs


def main() -> int:
    """Print every section; fail where a target is missed."""
    tuned, held_out = (figures.score(read_pairs(*names)) for names in (TUNED, HELD_OUT))
    sys.stdout.write(figures.report("Figures and names, the set it was tuned to", tuned))
    sys.stdout.write(figures.report("Figures and names, held out", held_out))
    anchored = anchoring.score(tuple(anchoring.make_cases()))
    sys.stdout.write(anchoring.report("Citations in edited documents", anchored))
    return 0 if tuned.is_good and held_out.is_good and anchored.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
