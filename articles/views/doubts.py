"""What readers may doubt or comment on in a briefing, and what came of earlier doubts, by claim.

The text column is printed as it was compiled; at its directives, what belongs to today is put in.
"""

import re
from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from articles.formats.challenged import Doubt, doubt, newest_by_claim
from articles.formats.language import inside
from articles.models.editions import CurrentEdition
from articles.queries.challenges import decided_on

# As templates/blocks/directive.html writes it: a directive with the facts beneath, to their end.
DIRECTIVE = re.compile(
    r'<div class="directive"[^>]*\bid="(?P<id>[-\w]+)"[^>]*>.*?<dl class="facts\b.*?</dl>',
    re.DOTALL,
)


def doubts_context(current: CurrentEdition, *, takes_comments: bool) -> dict[str, Any]:
    """What the template of a briefing needs of doubts. One query; none where nobody had any."""
    path, count = f"/{current.address}", current.challenge_count
    decided = decided_on(current.article_uuid) if count else []
    doubts = newest_by_claim(doubt(row, path=path) for row in decided)
    edition = current.edition
    return {
        "doubts": doubts,
        "doubted_path": path,
        "challenge_count": count,
        "takes_comments": takes_comments,
        "body_html": with_doubts(
            edition.body_html,
            doubts=doubts,
            path=path,
            language=edition.language,
            takes_comments=takes_comments,
        ),
    }


def with_doubts(
    body_html: str,
    *,
    doubts: Mapping[str, Doubt],
    path: str,
    language: str,
    takes_comments: bool,
) -> SafeString:
    """The text column with the ways to doubt each directive and to comment on it, and what came of
    the last doubt.
    """
    ours = inside(language)

    def told(directive: re.Match[str]) -> str:
        claim = directive["id"]
        context = {
            "id": claim,
            "doubt": doubts.get(claim),
            "path": path,
            "takes_comments": takes_comments,
            "ours": ours,
        }
        return directive[0] + render_to_string("components/doubt.html", context)

    return SafeString(DIRECTIVE.sub(told, body_html))  # both are made of our own templates
