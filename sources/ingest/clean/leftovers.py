"""What editors leave within a line: comments of the block editor, shortcodes, tags, link addresses."""

import re

from sources.ingest.clean.lines import Line
from sources.ingest.clean.sheet import Sheet
from sources.ingest.item import Removal

_LOST = "\N{REPLACEMENT CHARACTER}"
_TAGS = (
    r"(?:a|abbr|article|b|blockquote|br|div|em|figcaption|figure|font|h[1-6]|hr|html|body|i|iframe|img|ins"
    r"|li|meta|nav|ol|p|path|pre|s|script|section|small|span|strong|style|sub|sup|svg|table|tbody|td|tfoot"
    r"|th|thead|tr|u|ul|video)"
)
_SHORTCODES = (
    r"(?:audio|caption|contact-form[\w-]*|divi\w*|elementor\w*|embed|et_pb_\w+|fusion_\w+|gallery"
    r"|playlist|toc|video|vc_\w+|wpforms|ad(?:sense|rotate)?|su_\w+|tve?_\w+|rev_slider|addtoany|sharethis"
    r"|social-?share|jetpack[\w-]*|mailpoet\w*|newsletter\w*|post-?views|related_posts|wpdatatable|ninja_form"
    r"|mc4wp_form)"
)

STRETCHES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "block editor comment",
        # The angle brackets are what damage takes first: "©!-- /wp:paragraph -->", "!– wp:list –>".
        re.compile(
            rf"(?:&lt;|<|©|{_LOST})?!?(?:-{{2,3}}|[–—])[ \u00a0]?/?wp:[a-z][\w/-]{{0,60}}"
            r"(?:[ \u00a0]\{[^\n{}]{0,500}\})?[ \u00a0]?/?"
            rf"(?:(?:-{{2,3}}|[–—])(?:>|&gt;|©|{_LOST})?)?",
            re.IGNORECASE,
        ),
    ),
    ("comment in the page's source", re.compile(r"<!--[^<>\n]{0,300}-->")),
    # What a shortcode encloses is the text beneath a picture.
    ("picture", re.compile(r"\[caption\b[^\[\]\n]{0,300}\][^\[\]\n]{0,400}\[/caption\]")),
    ("shortcode", re.compile(rf"\[/?{_SHORTCODES}(?:\s[^\[\]\n]{{0,300}})?/?\]")),
    (
        "shortcode",
        re.compile(r"\[[a-z][a-z\d_-]{1,40}(?: [a-z_-]{1,30}=[\"'“”″][^\[\]\n]{0,300})/?\]"),
    ),
    ("stray tag", re.compile(rf"</?{_TAGS}(?:\s[^<>\n]{{0,500}})?/?>", re.IGNORECASE)),
    (
        "note on the link",
        re.compile(r"[ \u00a0]?[(\[]opens (?:in )?(?:a )?new (?:tab|window)[)\]]", re.IGNORECASE),
    ),
    ("picture", re.compile(r"!\[[^\]\n]{0,300}\]\([^)\s]{1,500}(?: \"[^\"\n]{0,200}\")?\)")),
    (
        "excerpt mark",
        re.compile(
            r"[ \u00a0]?\[(?:…|\.{3})\]$|[ \u00a0](?:…|\.{3}) ?(?:read more|continue reading)$",
            re.IGNORECASE,
        ),
    ),
    ("end mark", re.compile(r"(?:^|[ \u00a0])(?:Enditem|\(?END\)?|ENDS|■|□|###|-30-)\s*$")),
    ("footnote mark", re.compile(r"\[(?:edit|citation needed)\]", re.IGNORECASE)),
)

LINK = re.compile(
    r"\[(?P<words>[^\[\]\n]{1,300})\]\((?P<address>(?:https?://|/|#|mailto:)[^)\s]{0,500})\)"
)


def remove_leftovers(sheet: Sheet) -> None:
    """Take out every stretch; of a link its words stay."""
    for number, line in sheet.standing():
        text, found = _strip(line)
        if found:
            sheet.removals += found
            sheet.lines[number] = Line(line.start, text, whole=line.text) if text.strip() else None


def _strip(line: Line) -> tuple[str, list[Removal]]:
    pieces: list[str] = []
    found: list[Removal] = []
    end = 0
    for start, stop, reason in sorted(_cuts(line.text), key=lambda cut: (cut[0], -cut[1])):
        if start < end:
            continue
        pieces.append(line.text[end:start])
        end = stop
        words = line.text[start:stop]
        place = line.start + start + len(words) - len(words.lstrip())
        found.append(Removal(place, words.strip(), reason))
    return "".join([*pieces, line.text[end:]]), found


def _cuts(text: str) -> list[tuple[int, int, str]]:
    """Start, end and reason of every stretch; some may overlap, and the longest counts."""
    cuts = [
        (match.start(), match.end(), reason)
        for reason, rule in STRETCHES
        for match in rule.finditer(text)
    ]
    for link in LINK.finditer(text):
        cuts.append((link.start(), link.start("words"), "mark of a link"))
        cuts.append((link.end("words"), link.end(), "address of a link"))
    return cuts
