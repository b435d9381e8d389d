"""What pages, editors and assistants leave behind in a text: whole lines by reason, and stretches
within a line. A rule matches the bare words of a line from end to end.
"""

import re

_NETWORKS = (
    r"(?:facebook|twitter|x|linkedin|whats ?app|telegram|reddit|email|e-mail|print|pinterest|tumblr"
    r"|copy link|messenger|threads|bluesky|mastodon|instagram|youtube|share|tweet|pocket|flipboard|wechat"
    r"|weibo|line|sms|more)"
)
_DOCUMENT_WORDS = (
    r"(?:information|summar(?:y|ies)|articles?|text|version|list|draft|rewrite|rewritten|reworded"
    r"|translation|translated|outline|breakdown|bullets?|bulleted|html|markdown|posts?|content"
    r"|highlights?|takeaways|key points|format|formatted|headlines?|briefing|press release|paraphrase"
    r"|response|output)"
)
_SURE = r"(?:sure|certainly|of course|absolutely|got it|okay|ok|great|no problem|understood)\b"
_HERE = (
    r"(?:here(?:['’]s| is| are| you go)|below (?:is|are|you['’]ll find)|the following is"
    r"|i(?:['’]ve| have) (?:\w+ )?(?:rewritten|formatted|summari[sz]ed|translated|prepared|reworked"
    r"|converted|organi[sz]ed|created|drafted))"
)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


ASSISTANT_OPENING = _compile(
    rf"{_SURE}[!,.:—–\- ]+(?:{_HERE}|i can|i['’]d|i['’]ll|let me|let['’]s)\b.{{0,300}}"
    rf"|{_HERE}\b.{{0,200}}\b{_DOCUMENT_WORDS}\b.{{0,150}}:"
    rf"|{_HERE}\b.{{0,200}}\b(?:rewritten|reworded|formatted|requested|as html|in html|markdown"
    r"|bullet points)\b.{0,150}[.:!]"
)
"""The assistant announces its work: looked for before the text begins."""

ASSISTANT_TALK = _compile(
    rf"{_SURE}[!,.] (?:{_HERE})\b.{{0,300}}"
    r"|.{0,40}\bas an ai(?: language)? (?:model|assistant)\b.*"
    r"|i(?:['’]m sorry| apologi[sz]e), but (?:i|as an)\b.*"
    r"|i hope (?:this|that|the above|it) (?:helps|is helpful|meets|works|suits)\b.*"
    r"|(?:please )?(?:just )?let me know (?:if|whether|how|what|which|when)\b.*"
    r"|(?:please )?feel free to (?:ask|reach|let|adjust|modify|edit|copy|use this)\b.*"
    r"|(?:would you like|do you want) me to\b.*"
    r"|if you(?:['’]d like| would like| want| need| wish|['’]d prefer),? .{0,60}\bi can\b.*"
    r"|if you need (?:any|further|more|additional) (?:\w+ )?(?:help|assistance|changes|adjustments)\b.*"
    r"|is there anything else\b.*"
    r"|(?:as (?:you )?requested|per your request)\b.{0,120}[:.]"
    r"|note: (?:i|this (?:summary|version|text|rewrite)) (?:have|was|is|has)\b.{0,80}"
    r"(?:generated|rewritten|shortened|an ai|my)\b.*"
)
"""The assistant talks to its user: looked for at the start of every line."""

CONTENTS_HEADING = _compile(
    r"(?:table of contents|contents|in this (?:article|story|post|report)|on this page|jump to)"
    r"(?:\s*(?:\[?(?:hide|show|toggle)\]?))*\s*:?"
)
CONTENTS_SURE = _compile(r"table of contents.*")

COMMENT_COUNT = _compile(
    r"(?P<before>\d{1,6}|no|one|zero) (?:comments?|responses?|repl(?:y|ies)|thoughts? on\b.{0,200})"
    r"(?: (?:on|to) .{0,200}| yet\.?)?"
    r"|(?:comments?|responses?|replies)(?: ?\((?P<braced>\d{1,6})\)| ?: ?(?P<after>\d{1,6}))"
    r"|(?:leave a comment|join the (?:discussion|conversation)) ?\((?P<asked>\d{1,6})\)"
)

BLOCK_HEADING = _compile(
    r"(?:related|recommended|trending|latest|popular|more|further|other)(?: (?:\w+ )?)"
    r"(?:articles?|posts?|stor(?:y|ies)|news|reading|reads|content|coverage|topics)"
    r"(?: (?:from|on|in) .{0,60})?:?"
    r"|you (?:may|might) (?:also )?(?:like|enjoy|be interested in).{0,20}|recommended for you:?"
    r"|(?:what to )?read next:?|most (?:read|popular|viewed):?|up next:?|related:?|see also:?"
    r"|more (?:from|on|in) [^.]{1,60}"
)
"""Heads a list of links to other items."""

FEED_TIME = _compile(
    r"(?:updated |posted |published )?(?:\d{1,3}|an?|one) ?"
    r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?) ago(?:\s*[-–—|·•].{0,80})?"
)
"""The time line of a story in a feed; behind the text it begins another story."""

LINE_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "comment form",
        _compile(
            r"(?:leave|post|add|write) (?:a|your) (?:comment|reply)\b.{0,120}|post comment"
            r"|your email address will not be published\b.*|required fields are marked\b.*"
            r"|comments? (?:are|is) (?:now )?closed\b.*|comments off(?: on .*)?|cancel reply"
            r"|be the first to comment\b.*|you must be logged in\b.*|log ?in to (?:comment|reply)\b.*"
            r"|join the (?:conversation|discussion)\.?|save my name, email\b.*|view (?:all )?comments"
        ),
    ),
    (
        "share buttons",
        _compile(
            rf"(?:share|tweet|print|copy link|save|bookmark)"
            rf"|share (?:this|via|on|to|with|it|the)\b[^.]{{0,60}}|share:.{{0,80}}"
            rf"|click to (?:share|print|email)\b.{{0,80}}|like this:?(?: like)?(?: loading\W*)?|like loading\W*"
            rf"|follow us\b.{{0,100}}|(?:{_NETWORKS}(?:[\s,|/•·]+|$)){{2,12}}|(?:facebook|twitter|linkedin|whatsapp)"
        ),
    ),
    (
        "newsletter box",
        _compile(
            r"(?:subscribe|sign up|sign-up|register)(?: (?:now|today|here|free))?"
            r"(?: (?:to|for|and)\b[^.]{0,120})?[.!]?"
            r"|(?:get|receive|want) .{0,80}\b(?:in|to) your (?:inbox|mailbox|email)\b.{0,60}"
            r"|enter your e-?mail\b.{0,80}|your e-?mail(?: address)?|join (?:our|the) (?:newsletter|mailing list)\b.*"
            r"|.{0,60}\bsubscribe to (?:our|the|my) .{0,60}\b(?:newsletter|channel|updates|list)\b.{0,60}"
            r"|thank you for subscribing\b.*|unsubscribe at any time\b.*"
        ),
    ),
    (
        "cookie notice",
        _compile(
            r"(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\b.*|(?:accept|reject|manage)(?: all)? cookies"
            r"|accept all|cookie (?:settings|policy|preferences)"
            r"|by (?:continuing|using|clicking).{0,80}\b(?:cookies|privacy policy|terms)\b.*"
        ),
    ),
    (
        "link to another item",
        _compile(
            r"(?:go deeper|read more|learn more|continue reading|keep reading|full story|more here"
            r"|see more|show more|load more|view more|more)(?:\s*[→»›>…]+|\.{3})?"
            r"|(?:go deeper|read more|learn more|read also|also read|also see|see also|related|must read|dig deeper"
            r"|read next|more on this|don['’]t miss|watch|listen|recommended)\s*[:|»›→].{1,250}"
            r"|(?:read|view|see) (?:the )?(?:full|original|entire|whole)\b[^.]{0,80}\.?"
            r"|continue reading\b.{0,160}|the post .{1,250} (?:appeared|was published) first on .{1,100}"
        ),
    ),
    (
        "navigation",
        _compile(
            r"skip to (?:main )?(?:content|navigation)|(?:main )?menu|toggle navigation|search|home|log ?in|sign in"
            r"|back to (?:top|news|home|list)\b.{0,30}|(?:home|news)(?:\s*[»›>/|]\s*.{1,80}){1,6}"
            r"|(?:←|«|‹|<)?\s*(?:previous|next)(?: (?:post|article|story|entry))?(?:\s*[:→»›>].{0,200})?"
            r"|post navigation|scroll to top|close|[←→«»‹›]+"
        ),
    ),
    (
        "advertisement",
        _compile(
            r"advertisements?\b.{0,60}|ad|sponsored(?: content)?|promoted(?: content)?|story continues below\b.*"
        ),
    ),
    (
        "reading time",
        _compile(
            r"(?:estimated )?(?:reading time|read time)\s*:?.{0,30}|\d{1,3}[ -]min(?:ute)?s?(?: to)? read"
            r"|listen to (?:this )?(?:article|story)\b.{0,40}|(?:audio|video) player|\d{1,7} views?"
        ),
    ),
    (
        "filing line",
        _compile(
            r"(?:tags?|categor(?:y|ies)|topics?|filed under|posted in|tagged(?: with)?|keywords)\s*:.{1,300}"
            r"|(?:filed under|posted in|tagged) .{1,200}"
        ),
    ),
    (
        "image credit",
        _compile(
            r"\(?(?:illustration|photo(?:graph)?(?: credit)?|image(?: credit| source)?|credit|picture|file photo)"
            r"(?: by)?\s*:\s*.{1,120}|\(?(?:photo|image|illustration) by .{1,120}|.{0,80}\b(?:getty images|shutterstock|unsplash)\)?"
        ),
    ),
    (
        "copyright line",
        _compile(
            r"(?:copyright|©|\(c\)).{0,120}|.{0,120}\ball rights reserved\.?|powered by .{1,60}"
            r"|terms of (?:use|service)|privacy policy"
        ),
    ),
    ("code fence", re.compile(r"`{3,}\w*|<(?:br|hr) ?/?>|</?(?:div|p|span|ul|ol|li|html|body)>")),
)

LEFTOVERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "block editor comment",
        # The angle brackets are what damage takes first: "©!-- /wp:paragraph -->", "!– wp:list –>".
        _compile(
            r"(?:&lt;|<|©|\N{REPLACEMENT CHARACTER})?!?(?:-{2,3}|[–—])[ \u00a0]?/?wp:[a-z][\w/-]{0,60}"
            r"(?:[ \u00a0]\{[^\n{}]{0,500}\})?[ \u00a0]?/?(?:(?:-{2,3}|[–—])(?:>|&gt;|©|\N{REPLACEMENT CHARACTER})?)?"
        ),
    ),
    ("note on the link", _compile(r"[ \u00a0]?[(\[]opens (?:in )?(?:a )?new (?:tab|window)[)\]]")),
    ("picture", re.compile(r"!\[[^\]\n]{0,300}\]\([^)\s]{1,500}(?: \"[^\"\n]{0,200}\")?\)")),
    (
        "excerpt mark",
        _compile(
            r"[ \u00a0]?\[(?:…|\.{3})\]$|[ \u00a0](?:…|\.{3}) ?(?:read more|continue reading)$"
        ),
    ),
    ("footnote mark", _compile(r"\[(?:edit|citation needed)\]")),
)
"""Stretches within a line."""

LINK = re.compile(
    r"\[(?P<words>[^\[\]\n]{1,300})\]\((?P<address>(?:https?://|/|#|mailto:)[^)\s]{0,500})\)"
)
