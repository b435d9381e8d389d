"""What a chat assistant says to its user before, behind and between the text that it made."""

from sources.ingest.clean.patterns import whole_line
from sources.ingest.clean.sheet import Sheet

OPENING_LINES = 3
CLOSING_LINES = 4

_WILLING = (
    r"(?:sure(?: thing)?|certainly|of course|absolutely|got it|okay|ok|alright|great|perfect|yes"
    r"|no problem|understood|definitely|happy to help|thank you[^.!:]{0,60}|thanks[^.!:]{0,60})\b"
)
_HERE = (
    r"(?:here(?:['’]s| is| are| you go)|below (?:is|are|you['’]ll find)|the following is"
    r"|i(?:['’]ve| have) (?:\w+ )?(?:rewritten|re-?worded|rephrased|formatted|summari[sz]ed|translated|prepared"
    r"|reworked|converted|organi[sz]ed|reorgani[sz]ed|restructured|created|drafted|edited|revised|polished)"
    r"|i(?:['’]ll| will)|let me|let['’]s|based on the (?:text|article|content|information) (?:you )?(?:provided|above|below))"
)
# Words for the assistant's own work, which no news calls its subject.
_CRAFT = (
    r"(?:html|markdown|(?:un)?ordered list|bullet(?:ed)?(?: points?| lists?| form(?:at)?)?|rewrit(?:e|ten)"
    r"|re-?word(?:ed|ing)?|rephras(?:ed|ing)|paraphras(?:ed?|ing)|reformatted|reorgani[sz]ed"
    r"|as requested|you (?:asked|requested|provided|shared)|your (?:article|text|draft|request|item|post|content)"
    r"|headline options|neutral tone)"
)
_DOCUMENT = (
    r"(?:information|summar(?:y|ies|i[sz]ed?)|articles?|text|version|list|draft|translation|translated|outline"
    r"|breakdown|posts?|content|highlights?|takeaways|key points|format|formatted|headlines?|briefing"
    r"|press release|response|output|news item|layout|structure it|revised|polished|edited|condensed|shortened)"
)
_INTRODUCED = r"(?!.{0,160}\b(?:interview|transcript|conversation|speech)\b)"

SURE = whole_line(
    rf"(?:{_WILLING}[!,.:—–\- ]+)?{_HERE}\b.{{0,200}}\b{_CRAFT}\b.{{0,150}}[:.!]?",
    rf"{_WILLING}[!,.] {_HERE}\b.{{0,300}}",
    r".{0,40}\bas an ai(?: language)?(?: model| assistant)?,? (?:i|my)\b.*",
    r"i(?:['’]m sorry| apologi[sz]e), but (?:i|as an)\b.*",
    r"i hope (?:this|that|the above|it) (?:helps|is helpful|meets|works|suits)(?: you\b.*|[.!,;—–-].*)?",
    r"hope (?:this|that|it) helps[.!]?",
    r"(?:please )?(?:just )?let me know (?:if|whether|how|what|which|when) (?:you|i|this|that|there|any)\b.*",
    r"(?:please )?feel free to (?:ask|reach|let|adjust|modify|edit|copy|tweak|rework|request|customi[sz]e|tailor|shorten|use this)\b.*",
    r"(?:would you like|do you (?:want|need)|want) me to\b.{0,200}\?",
    r"if you(?:['’]d like| would like| want| need| wish|['’]d prefer),? .{0,60}\bi can\b.*",
    r"if you need (?:any|further|more|additional) (?:\w+ )?(?:help|assistance|changes|adjustments)\b.*",
    r"is there anything else\b.*",
    r"(?:as (?:you )?requested|per your request)\b.{0,120}[:.]",
    r"note: (?:i|this (?:summary|version|text|rewrite))(?:['’]ve)? (?:have|was|is|has|kept|removed)\b.{0,80}"
    r"(?:generated|rewritten|shortened|an ai|my|kept|removed|original)\b.*",
    r"i can(?:['’]t|not) (?:browse|access)\b.*",
    r"\[?(?:chatgpt|claude|gemini|copilot|assistant)\]?(?: said)?:?",
    r"(?:you|user) said:",
    r"copy code|regenerate(?: response)?|(?:chatgpt|gemini|claude) can make mistakes\b.*",
)
"""Nothing else can be meant by it, wherever it stands."""

OPENING = whole_line(
    rf"(?:{_WILLING}[!,.:—–\- ]+)?{_INTRODUCED}{_HERE}\b.{{0,200}}\b{_DOCUMENT}\b.{{0,150}}:",
    rf"(?:{_WILLING}[!,.:—–\- ]+)?{_INTRODUCED}{_HERE} (?:a|an|the|your) (?:[\w-]+ ){{0,3}}{_DOCUMENT}\b"
    r"(?! (?:that|which|who|to|he|she|it|they|we)\b)[^:]{0,60}[.!]?",
    rf"{_WILLING}[!,.:—–\- ]+(?:i can|i['’]d|{_HERE})\b.{{0,300}}",
    rf"{_WILLING}[!.]|here you go[:!.]|(?:great|good) question[!.]",
    r"(?:(?:final|revised|rewritten|updated|edited|clean(?:ed)?(?:-up)?|improved|polished|formatted|translated"
    r"|short(?:er)?|proposed) )+(?:article|version|text|draft|answer|copy|translation|post|item):?",
    r"(?:output|result|response|answer|translation|html|markdown):?",
)
"""Announces the work: looked for before the text begins."""

CLOSING = whole_line(
    r"(?:would you like|do you (?:want|need)|want|shall i|should i|need)\b.{0,160}"
    r"\b(?:me|version|tone|format|translat\w+|anything|changes|adjust\w*|help)\b.{0,60}\?",
    r"(?:shall|should) i\b.{0,160}\?",
    r"i can (?:also )?(?:shorten|adjust|expand|translate|rewrite|turn|make|create|provide|add|tailor|draft|help)\b.*",
    r"i(?:['’]ve| have) (?:also )?(?:kept|removed|preserved|made|added|shortened|tightened|replaced|corrected)\b.*",
    r"(?:i['’]m |i am )?happy to (?:adjust|help|revise|tweak|refine|expand|shorten)\b.*",
    r"this (?:version|rewrite|summary|revision|draft|translation|format|structure|layout) (?:\w+ly )?"
    r"(?:keeps|maintains|preserves|retains|highlights|captures|is|uses|reads|should|avoids|ensures)\b.*",
    r"(?:please )?(?:review (?:it |this )?and )?(?:just )?let me know\b.{0,80}[.!]?",
    r"\(?(?:approx(?:imate)?(?:ly|\.)? )?word count:? ?[~≈]?\d[\d,]*(?: words)?\)?|\(?[~≈]?\d[\d,]* words\)?",
    r"(?:tone|style|audience|length): .{1,80}",
)
"""Asks what is next, or says what was done: looked for behind the text."""

CHANGES = whole_line(
    r"(?:here(?:['’]s| is| are) )?(?:what i changed|(?:a |the )?(?:key |main |notable |summary of )*"
    r"(?:changes|edits|improvements|adjustments)(?: (?:i )?made)?)(?: (?:to|in) .{1,60})?:?"
)
"""Heads the assistant's list of what it changed, the last thing in the text."""


def remove_assistant(sheet: Sheet) -> None:
    """Take out what the assistant says, by place where the words alone are not enough."""
    _remove_list_of_changes(sheet)
    rows = sheet.standing()
    for order, (number, line) in enumerate(rows):
        if SURE.fullmatch(line.bare):
            sheet.remove(number, "assistant's talk")
        elif order < OPENING_LINES and OPENING.fullmatch(line.bare):
            sheet.remove(number, "assistant's opening")
        elif order >= max(len(rows) - CLOSING_LINES, 1) and CLOSING.fullmatch(line.bare):
            sheet.remove(number, "assistant's closing")


def _remove_list_of_changes(sheet: Sheet) -> None:
    rows = sheet.standing()
    for order, (_, line) in enumerate(rows[1:], start=1):
        if not CHANGES.fullmatch(line.bare):
            continue
        behind = [each for _, each in rows[order + 1 :] if not CLOSING.fullmatch(each.bare)]
        if behind and len(behind) <= 12 and all(each.is_bullet for each in behind[:-1]):
            sheet.remove_all(rows[order:], "assistant's closing")
            return
