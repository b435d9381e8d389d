"""The furniture of a page: lines that stand round every item and belong to none."""

import re

from sources.ingest.clean import foreign
from sources.ingest.clean.patterns import whole_line
from sources.ingest.clean.sheet import Sheet

_NETWORK = (
    r"(?:facebook|twitter|x|linkedin|whats ?app|telegram|reddit|email|e-mail|print|pinterest|tumblr"
    r"|copy link|messenger|threads|bluesky|mastodon|instagram|youtube|share|tweet|pocket|flipboard"
    r"|wechat|weibo|line|sms|rss|more)"
)
_NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    )
} | {"zero": 0, **dict.fromkeys(foreign.NO_COMMENTS, 0)}
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|{'|'.join(_NUMBER_WORDS)})"
_REPLIES = r"(?:comments?|responses?|repl(?:y|ies)|thoughts?)"

COUNTER = whole_line(
    rf"\(?(?P<before>{_NUMBER})\)? {_REPLIES}(?: (?:on|to) .{{0,200}}| yet\.?| so far\.?)?(?:\s*[»→›])?",
    rf"{_REPLIES}(?: ?\((?P<braced>{_NUMBER})\)| ?: ?(?P<after>{_NUMBER})| (?P<bare>\d{{1,6}}))",
    rf"(?:leave a (?:comment|reply)|join the (?:discussion|conversation)) ?\((?P<asked>{_NUMBER})\)",
    *foreign.COUNTER,
)
_REPLY = whole_line(r"reply|.{2,60} says:?|.{2,60}\d{4} at \d{1,2}:\d\d(?: [ap]m)?")

AUTHOR_BOX = whole_line(r"about the authors?:?|about the writer:?")
_LINES_OF_A_BOX = 5

RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "comment form",
        whole_line(
            r"(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply)\b.{0,120}|post comment|submit(?: comment)?",
            r"your email address will not be published\b.*|required fields are marked\b.*|comments",
            r"comments? (?:are|is) (?:now )?closed\b.*|comments off(?: on .*)?|cancel reply",
            r"be the first to (?:comment|reply)\b.*|you must be logged in\b.*|log ?in to (?:comment|reply)\b.*",
            r"join the (?:conversation|discussion)\.?|save my name, email\b.*|(?:view|show|hide) (?:all )?comments",
            r"notify me of (?:new|follow-up)\b.*|this site uses akismet\b.*",
        ),
    ),
    (
        "share buttons",
        whole_line(
            r"(?:share|tweet|pin(?: it)?|print|copy link|save|bookmark|e-?mail)",
            r"share (?:this|via|on|to|with|it|the (?:news|story|article|post))\b[^.]{0,60}|share:.{0,80}",
            r"click to (?:share|print|email)\b.{0,80}|like this:?(?: like)?(?: loading\W*)?|like loading\W*|like\W+dislike\W*",
            rf"follow us\b.{{0,100}}|(?:{_NETWORK}(?:[\s,|/•·]+|$)){{2,12}}|(?:facebook|twitter|linkedin|whatsapp)",
            r"spread the (?:word|news)\W*|\d[\d.,]*k? (?:shares?|likes?)",
        ),
    ),
    (
        "newsletter box",
        whole_line(
            r"(?:subscribe|sign up|sign-up|register)(?: (?:now|today|here|free))?"
            r"(?: (?:to|for|and)\b[^.]{0,120})?[.!]?",
            r"(?:get|receive|want) .{0,80}\b(?:in|to|into) your (?:inbox|mailbox|email)\b.{0,60}",
            r"straight (?:in)?to your inbox\b.*|receive (?:a|our) (?:daily|weekly|free)\b.{0,160}",
            r"enter your e-?mail\b.{0,80}|(?:your )?e-?mail(?: address)?:?\*?",
            r"join (?:us|our|the)\b.{0,40}\b(?:newsletter|mailing list|channel|group|community)\b.{0,60}",
            r".{0,60}\bsubscribe to (?:our|the|my) .{0,60}\b(?:newsletter|channel|updates|list)\b.{0,60}",
            r"(?:.{0,20}\b)?(?:thank you|thanks) for subscribing\b.*|unsubscribe at any time\b.*|no spam\b.{0,80}",
        ),
    ),
    (
        "cookie notice",
        whole_line(
            r"(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\b.*|(?:accept|reject|manage)(?: all)? cookies",
            r"(?:i )?(?:accept|decline|agree)|(?:accept|reject|allow) all|cookie (?:settings|policy|preferences)",
            r"by (?:continuing|using|clicking).{0,80}\b(?:cookies|privacy policy|terms)\b.*",
        ),
    ),
    (
        "link to another item",
        whole_line(
            r"\[?(?:go deeper|read more|learn more|continue reading|keep reading|full story|more here"
            r"|see more|show more|load more|view more|more)(?:\s*[→»›>…]+|\.{3})?\]?",
            r"(?:go deeper|read more|learn more|read also|also read|also see|see also|related|must read|dig deeper"
            r"|read next|more on this|don['’]t miss|watch|listen|recommended)\s*[:|»›→].{1,250}",
            r"(?:read|view|see) (?:the )?(?:full|original|entire|whole)\b[^.]{0,80}\.?",
            r"continue reading\b.{0,160}|the post .{1,250} (?:appeared|was published) first on .{1,100}",
        ),
    ),
    (
        "navigation",
        whole_line(
            r"skip to (?:main )?(?:content|navigation)|(?:main )?menu|toggle navigation|search(?: for:?)?|home",
            r"log ?in(?: ?/ ?(?:register|sign ?up))?|sign in|register|my account",
            r"back to (?:top|news|home|list)\b.{0,30}|(?:home|news)(?:\s*[»›>/|]\s*.{1,80}){1,6}",
            r"(?:←|«|‹|<)?\s*(?:previous|next)(?: (?:post|article|story|entry))?(?:\s*[:→»›>].{0,200})?",
            r"post navigation|scroll to top|close|loading\W*|please wait\W*|[←→«»‹›]+",
            r"(?:contact|about)(?: us)?|(?:view all|more|see all) (?:posts?|articles|stories)(?: by .{1,60})?",
            r"author|edit|edit this|report (?:this ad|an ad|a correction|an error|a typo)|download(?: pdf)?",
            r"reuse this (?:content|article)|donate(?: now)?|support our (?:journalism|work)\b.{0,80}|become a (?:member|subscriber|supporter)\b.{0,80}",
            r"unlock (?:with|this) .{1,60}",
        ),
    ),
    (
        "advertisement",
        whole_line(
            r"\W*advertis(?:ement|ing)s?\W*|advertisement\b.{0,60}|ad|ads by .{1,40}|sponsored(?: (?:content|by .{1,60}))?",
            r"promoted(?: content)?|(?:story|article) continues below\b.*",
        ),
    ),
    (
        "reading time",
        whole_line(
            r"(?:estimated )?(?:reading time|read time)\s*:?.{0,30}|(?:about )?\d{1,3}[ -]min(?:ute)?s?(?: to)? read",
            r"listen to (?:this )?(?:article|story)\b.{0,40}|(?:audio|video) player",
            r"\d[\d,.]*k? views?|views?:? \d[\d,.]*k?",
        ),
    ),
    (
        "filing line",
        whole_line(
            r"(?:tags?|categor(?:y|ies)|topics?|filed under|posted in|tagged(?: with)?|keywords)\s*:.{1,300}",
            r"(?:filed under|posted in|tagged) .{1,200}|\w+(?:\s+#\w+)+",
        ),
    ),
    (
        "image credit",
        whole_line(
            r"\(?(?:illustration|photo(?:graph)?(?: credit)?|image(?: credit| source)?|credit|picture|file photo)"
            r"(?: by)?\s*:\s*.{1,120}",
            r"\(?(?:photo|image|illustration) by .{1,120}|.{0,80}\b(?:getty images|shutterstock|unsplash|istock)\)?",
        ),
    ),
    (
        "copyright line",
        whole_line(
            r"©.{0,120}|.{0,120}\ball rights reserved\.?|(?:proudly )?powered by .{1,60}",
            r"(?:copyright|\(c\))(?:,? (?:©|\(c\)|(?:19|20)\d\d|by|of|belongs to|notice|holders?|owners?)\b.{0,120})?",
            r"copyright ©.{0,120}",
            r"terms of (?:use|service)|terms (?:and|&) conditions|privacy (?:policy|notice)",
        ),
    ),
    (
        "credit of the staff",
        whole_line(
            r"\(?(?:additional |further )?(?:reporting|writing|editing|compiled|translated|translation) (?:by|from)"
            r" [^.]{2,160}\.?\)?",
            r"\(\([^()]{5,160}\)\)",
        ),
    ),
    ("code fence", re.compile(r"`{3,}\w*")),
    *foreign.RULES,
)


def remove_furniture(sheet: Sheet) -> None:
    """Take out the furniture; what the counter of comments said is kept."""
    _remove_comments(sheet)
    for number, line in sheet.standing():
        for reason, rule in RULES:
            if rule.fullmatch(line.bare):
                sheet.remove(number, reason)
                break
    _remove_author_box(sheet)


def _remove_author_box(sheet: Sheet) -> None:
    """What a page says of the author behind the text."""
    rows = sheet.standing()
    for order, (_, line) in enumerate(rows[1:], start=1):
        if AUTHOR_BOX.fullmatch(line.bare) and len(rows) - order <= _LINES_OF_A_BOX:
            sheet.remove_all(rows[order:], "author box")
            return


def _remove_comments(sheet: Sheet) -> None:
    """Counters of comments, and the comments behind the last one where the page printed them."""
    rows = sheet.standing()
    last = len(rows)
    for order, (number, line) in enumerate(rows):
        counter = COUNTER.fullmatch(line.bare)
        if counter:
            sheet.comments_count = _read_count(counter)
            sheet.remove(number, "comment counter")
            last = order
    behind = rows[last + 1 :]
    if sum(bool(_REPLY.fullmatch(line.bare)) for _, line in behind) > 1:
        sheet.remove_all(behind, "comment of a reader")


def _read_count(counter: re.Match[str]) -> int:
    said = next(group for group in counter.groups() if group is not None).lower().replace(",", "")
    return _NUMBER_WORDS[said] if said in _NUMBER_WORDS else int(said)
