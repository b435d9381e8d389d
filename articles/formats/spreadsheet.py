"""Rows as CSV (RFC 4180) that is safe to open: no cell is ever taken for a formula."""

import csv
from collections.abc import Iterable, Iterator, Sequence

FORMULA_MARKS = ("=", "+", "-", "@")
CONTROLS = ("\t", "\r", "\n")


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(*, header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Lines of CSV, each made when it is sent."""
    writer = csv.writer(_Echo())
    yield writer.writerow(header)
    for row in rows:
        yield writer.writerow([harmless(cell) for cell in row])


def harmless(cell: str) -> str:
    """A cell that a spreadsheet shows as it is: what could begin a formula is quoted."""
    is_formula = cell.lstrip().startswith(FORMULA_MARKS) or cell.startswith(CONTROLS)
    return f"'{cell}" if is_formula else cell
