"""The documents are complete and true: what exists is named, and what is named exists."""

import ast
import re
from argparse import Action
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import (
    BaseCommand,
    find_commands,
    get_commands,
    load_command_class,
)
from django.urls import URLPattern, URLResolver

from articles.gate import POLICY, RULES
from config import api
from tests.config.documents import ROOT, Document, documents, reference

APPS = ("articles", "sources")
ALL = tuple(documents())
EXAMPLE = re.compile(r"^#([A-Z_]+)=(.*)$")
TARGET = re.compile(r"^([a-z][a-z-]*):.*?## (.+)$", re.MULTILINE)
MADE = re.compile(r"^make(?: +[A-Z]+=\S+)* +([a-z][a-z-]*)", re.MULTILINE)
MANAGED = re.compile(r"\bmanage\.py +([a-z_]+)")
ASSIGNED = re.compile(r"^([A-Z]+_[A-Z_]+)=", re.MULTILINE)
FOLDERS = ("articles", "config", "docs", "requirements", "sources", "static", "templates", "tests")
IN_THE_TREE = re.compile(rf"(?:{'|'.join(FOLDERS)})/[\w./-]+")
LONGEST_RECORD = 40  # lines

each_document = pytest.mark.parametrize("document", ALL, ids=str)


# -- Settings ---------------------------------------------------------------------------------
def settings_read() -> dict[str, str | None]:
    """The environment variables that config/settings reads, with their literal defaults."""
    return {
        name: default
        for path in sorted((ROOT / "config" / "settings").rglob("*.py"))
        for name, default in _read_in(ast.parse(path.read_text()))
    }


def _read_in(tree: ast.AST) -> Iterator[tuple[str, str | None]]:
    for call in ast.walk(tree):
        match call:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="env")),
                args=[ast.Constant(value=str(name)), *_],
                keywords=keywords,
            ):
                yield name, _default(keywords)


def _default(keywords: Iterable[ast.keyword]) -> str | None:
    """The default as one would write it into a file; None where the code computes it."""
    for keyword in keywords:
        match keyword:
            case ast.keyword(arg="default", value=ast.Constant(value=value)):
                return str(value)
            case ast.keyword(arg="default", value=ast.List(elts=[])):
                return ""
    return None


def example() -> dict[str, str]:
    """The settings that .env.example shows, with their values."""
    lines = (ROOT / ".env.example").read_text().splitlines()
    return {found[1]: found[2] for line in lines if (found := EXAMPLE.match(line))}


def test_settings_are_found_in_the_code() -> None:
    assert settings_read()["LOG_LEVEL"] == "INFO"


def test_the_reference_names_every_setting_and_no_other() -> None:
    assert reference("settings").named.keys() == settings_read().keys()


def test_the_example_lists_every_setting_and_no_other() -> None:
    assert example().keys() == settings_read().keys()


def test_the_example_sets_nothing_by_itself() -> None:
    lines = (ROOT / ".env.example").read_text().splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == []


@pytest.mark.parametrize(
    ("name", "default"), [(name, text) for name, text in settings_read().items() if text]
)
def test_a_default_is_told_as_it_is(name: str, default: str) -> None:
    assert example()[name] == default
    assert f"`{default}`" in reference("settings").named[name]


# -- Commands ---------------------------------------------------------------------------------
def commands() -> dict[str, BaseCommand]:
    """The management commands of our own apps."""
    return {
        name: load_command_class(app, name)
        for app in APPS
        for name in find_commands(str(Path(apps.get_app_config(app).path) / "management"))
    }


def options(command: BaseCommand) -> list[str]:
    """What a command takes beyond what every command of Django takes."""
    common = {_spelling(action) for action in _actions(BaseCommand())}
    return [text for action in _actions(command) if (text := _spelling(action)) not in common]


def _actions(command: BaseCommand) -> list[Action]:
    return command.create_parser("manage.py", "command")._actions


def _spelling(action: Action) -> str:
    """`--dry-run`, or what stands for an argument in the usage line: `FILE`."""
    longest = max(action.option_strings, key=len, default="")
    return longest or str(action.metavar or action.dest)


def test_the_reference_names_every_command_and_no_other() -> None:
    assert reference("commands").sections.keys() == commands().keys()


@pytest.mark.parametrize("name", commands())
def test_the_reference_names_every_option_of_a_command(name: str) -> None:
    section = reference("commands").sections[name]
    assert [option for option in options(commands()[name]) if option not in section] == []


# -- Targets, endpoints, findings -------------------------------------------------------------
def targets() -> dict[str, str]:
    """The targets that `make help` lists, with what it says of them."""
    return dict(TARGET.findall((ROOT / "Makefile").read_text()))


def endpoints(patterns: Iterable[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """The addresses below /api/v1/ that answer, written as the description writes them."""
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from endpoints(pattern.url_patterns, address)
        elif pattern.name:  # the catch-all for mistyped addresses has none
            yield re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", address)


def test_the_reference_names_every_target_and_no_other() -> None:
    assert reference("make").named.keys() == targets().keys()


def test_the_reference_names_every_endpoint_and_no_other() -> None:
    addresses = {*endpoints(api.urlpatterns)} - {""}  # the root only leads to the description
    assert {name for name in reference("api").named if name.endswith("/")} == addresses


def test_the_reference_names_every_finding_with_its_severity_at_each_step() -> None:
    told = {code: row[1:5] for code, row in reference("findings").named.items()}
    assert told == {code: tuple(rule.severities.values()) for code, rule in RULES.items()}


def test_the_reference_gives_the_reasons_of_the_policy() -> None:
    told = reference("findings").text
    assert [stage.why for stage in POLICY if f"| {stage.why} |" not in told] == []


# -- What documents name ----------------------------------------------------------------------
@each_document
def test_every_link_leads_somewhere(document: Document) -> None:
    assert [link for link in document.links if not leads_somewhere(document, link)] == []


def leads_somewhere(document: Document, link: str) -> bool:
    """Whether a relative link leads to a file, and to a heading where it names one."""
    if link.startswith(("http://", "https://", "mailto:")):
        return True
    address, _, anchor = link.partition("#")
    target = (document.path.parent / address).resolve() if address else document.path
    return target.exists() and (not anchor or anchor in Document(target).anchors)


@each_document
def test_every_target_and_command_that_is_named_exists(document: Document) -> None:
    code = "\n".join(document.code)
    assert set(MADE.findall(code)) <= targets().keys()
    assert set(MANAGED.findall(code)) <= get_commands().keys()


@each_document
def test_every_setting_that_is_set_exists(document: Document) -> None:
    assert set(ASSIGNED.findall("\n".join(document.code))) <= settings_read().keys()


@each_document
def test_every_path_that_is_named_exists(document: Document) -> None:
    named = (span for span in document.spans if IN_THE_TREE.fullmatch(span))
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_decisions_are_numbered_and_short() -> None:
    records = sorted((ROOT / "docs" / "adr").glob("*.md"))
    numbers = [record.name[:4] for record in records]
    assert numbers == [f"{number:04}" for number in range(1, len(records) + 1)]
    for record in records:
        assert len(record.read_text().splitlines()) <= LONGEST_RECORD, record.name
