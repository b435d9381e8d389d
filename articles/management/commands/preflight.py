"""manage.py preflight: what the gate says of drafts, before anybody asks it at a door."""

import json
import re
import uuid
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.actions.gatekeeping import findings_at, findings_of_draft
from articles.enums import Transition
from articles.gate import Finding
from articles.models.pages import ArticlePage


class Command(BaseCommand):
    """Every finding about the newest draft of the briefings named; fails where one blocks."""

    help = "Say what stands between drafts and their readers. Exit code 1 where something blocks."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "briefings",
            nargs="*",
            metavar="BRIEFING",
            help="page id, slug or UUID; without any, every briefing with unpublished changes",
        )
        parser.add_argument(
            "--transition",
            choices=Transition.values,
            default=Transition.PUBLISH.value,
            help="the step that is asked about (publish)",
        )
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        step = Transition(options["transition"])
        found = [
            (article, findings_at(step, findings_of_draft(article=article)))
            for article in named(options["briefings"])
        ]
        if options["json"]:
            shown = [described(article, said, step) for article, said in found]
            self.stdout.write(json.dumps(shown, indent=2, ensure_ascii=False))
        else:
            self.stdout.write("\n".join(told(found, step)))
        blocked = [
            article for article, said in found if any(each.rule.blocks_at(step) for each in said)
        ]
        if blocked:
            raise CommandError(f"{step.label} is blocked for {len(blocked)} briefing(s).")


def named(names: Iterable[str]) -> Iterator[ArticlePage]:
    """The briefings of these names, in their order; raises CommandError for one that is none's."""
    if not names:
        yield from ArticlePage.objects.filter(has_unpublished_changes=True).order_by("pk")
    for name in names:
        article = ArticlePage.objects.filter(**_lookup(name)).first()
        if article is None:
            raise CommandError(f"No briefing is called “{name}”.")
        yield article


def _lookup(name: str) -> dict[str, Any]:
    if re.fullmatch(r"[0-9]{1,18}", name):  # a longer one is no key, and more than SQLite reads
        return {"pk": int(name)}
    try:
        return {"uuid": uuid.UUID(name)}
    except ValueError:
        return {"slug": name}


def described(article: ArticlePage, said: Iterable[Finding], step: Transition) -> dict[str, Any]:
    """A briefing and its findings, for machines."""
    return {
        "page": article.pk,
        "uuid": str(article.uuid),
        "title": article.get_admin_display_title(),
        "transition": step.value,
        "findings": [
            {
                "code": finding.code,
                "severity": finding.rule.severities[step].value,
                "message": finding.message,
                "field": finding.field,
                "block": finding.block,
                "remedy": finding.remedy,
            }
            for finding in said
        ],
    }


def told(found: Iterable[tuple[ArticlePage, Iterable[Finding]]], step: Transition) -> Iterator[str]:
    """The same for people, line by line."""
    for article, said in found:
        yield f"{article.get_admin_display_title()} ({article.pk})"
        yield from (_line(finding, step) for finding in said)
        if not said:
            yield "  clear"


def _line(finding: Finding, step: Transition) -> str:
    place = " ".join(part for part in (finding.field, finding.block) if part)
    where = f" [{place}]" if place else ""
    severity = finding.rule.severities[step]
    return f"  {severity:6}  {finding.code}{where}: {finding.message} {finding.remedy}"
