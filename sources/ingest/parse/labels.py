"""The headings that newsrooms share, by what they announce. Each pattern matches a whole heading."""

import re

from sources.ingest.item import SectionRole
from sources.ingest.parse import foreign


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


HIGHLIGHTS = _compile(
    r"(?:the )?(?:article |story |post |quick |main |top |news |report |key |executive )*"
    r"(?:highlights?|takeaways?|points|facts|summary|tl;?dr)(?: at a glance)?"
    r"|at a glance|in brief|in short|tl;?dr|the gist|the short version|quick read|what to know|need to know"
    r"|key (?:messages|insights|findings|developments|things to know)|bullet points|overview in brief"
    rf"|{foreign.HIGHLIGHTS}"
)
HIGHLIGHTS_ANYWHERE = _compile(
    r"(?:article |story |key )*(?:highlights|takeaways?|points|summary)|tl;?dr"
)
"""Also behind the lead; the wider labels of `HIGHLIGHTS` there head ordinary sections."""

DISCLAIMER = _compile(
    r"(?:\W*)(?:legal |important |editorial |general |investment |source |full )*"
    r"(?:disclaimers?|disclosures?|legal notice|provenance note|source note|cautionary (?:note|statement)\b.*"
    r"|important (?:notice|information)|forward[- ]looking statements?|caveats?|(?:on )?provenance"
    r"|(?:transparency|verification|sourcing) (?:notes?|statement|notice|status)|(?:a )?note on (?:the )?sourc(?:es?|ing)"
    r"|sources? (?:and|&) (?:disclaimers?|disclosures?|caveats?|notes?|verification|provenance)"
    r"|about (?:the|this|these) (?:sources?|sourcing)|source (?:notice|caveat|transparency|disclosure))"
    rf"(?: (?:and|&) .{{1,30}})?|{foreign.DISCLAIMER}"
)
OF_SOURCES = _compile(r"\bsourc(?:es?|ing)\b")
"""In the label of a disclaimer: a list under it is of sources."""

NOTE = _compile(
    r"(?:please )?notes?|(?:editor['’]?s?|editorial|publisher['’]?s|reader|important) notes?|n\.?b\.?|nota bene"
    r"|caution|about this (?:article|report|story|briefing|item)|attribution|important|background note"
)
"""Heads a disclaimer where what follows speaks of its origin, and anything else where not."""


ANALYSIS = _compile(
    r".*\b(?:why (?:it|this|that|these|the .{1,40})(?: (?:news|deal|story|move))? (?:really )?matters?"
    r"|why .{0,30}\bmatters?|why (?:.{1,40} should|should .{1,40}) (?:care|worry|watch|pay attention)|why (?:this is )?(?:news ?worthy|important|notable)|so what"
    r"|what (?:it|this|that|the .{1,40}) (?:really )?(?:means?|signals?|tells)|implications?"
    r"|(?:our|editor['’]?s|the) (?:[\w-]+ ){0,3}(?:take|verdict|assessment)"
    r"|(?:our|editor['’]?s|the) (?:view|opinion|read|thoughts?)"
    r"|analysis|commentary|opinion|our reading|what we think|perspectives?|reflections?|bottom line|takeaways? for"
    r"|(?:investor|market|strategic|western|final) (?:takeaways?|lens|considerations?|thoughts?|outlook)"
    r"|between the lines|reality check|reading between|thought bubble|big picture|be smart"
    r"|what (?:to|we['’]re|investors should) watch(?:ing)?|the intrigue|yes,? but|zoom(?:ing)? out)\b.*"
    rf"|{foreign.ANALYSIS}"
)

DIRECTIVES = _compile(
    r".*\b(?:directives?|marching orders|instructions|orders issued|orders from|mandates|action items"
    rf"|required actions|assigned tasks)\b.*|{foreign.DIRECTIVES}"
)
ORDER_COLUMN = _compile(
    r"(?:the )?(?:orders?|directives?|actions?|tasks?|measures?|requirements?|instructions?|obligations?|duty|duties)"
)
"""Heads the column of a table that holds the orders."""

COMMAND = _compile(
    r".*\b(?:told|tells|order(?:s|ed)|instruct(?:s|ed)|direct(?:s|ed)|require[sd]|urge[sd]|ask(?:s|ed)"
    r"|called on|calls on|oblige[sd]?|mandate[sd]?|command(?:s|ed)?|pressed|must|shall|are to|is to|have to|has to)"
    r"\b(?:.{0,120}\b(?:to|must|shall))?:"
)
"""Leads to orders, however they are worded: "The notice tells makers to:"."""

ASSIGNMENTS = _compile(
    r".*\b(?:priorit(?:y|ies)|measures?|steps?|tasks?|requirements?|goals?|actions?|initiatives?"
    r"|commitments?|responsibilities|orders|told to|must|asked to|urged to|directed to|instructed to"
    r"|ordered to|required to|called (?:on|for)|calls (?:on|for)|(?:told|ordered|asked|instructed|directed"
    r"|urged|required)\b.{3,80}|conditions?|demands?|instructions?|recommendations?|order(?:ed)?|decrees?|edicts?"
    r"|rules?|regulations?|codes?|resolutions?|circulars?|notices?|letter|licen[cs]es?|permits?|mandate[sd]?|duties"
    r"|obligations?|restrictions?|limits?|bans?|decisions?|decided|deadlines?|rulings?|verdicts?|injunctions?|directions?"
    r"|compliance)\b.*"
)
"""Heads directives where the items themselves are worded as orders."""

SECTIONS = _compile(
    r"introduction|overview|background|conclusions?|closing thoughts|main (?:story|text|article)"
    r"|full (?:story|text|article)|the story|details|key (?:messages|developments|events|news|facts)\b.*"
)
"""Heads a section wherever it stands, and is never a title."""

STRUCTURE = _compile(r"lead|lede|intro|body(?: text)?|main text|article(?: text)?|text|content")
"""Names a part of the item itself and heads nothing."""

SOURCES = _compile(r"(?:original |primary )?(?:sources?|references?)(?: (?:cited|used))?|via")
"""Stands before the bodies to which the text is owed."""

RUN_IN = _compile(
    r"why (?:it|this) matters|the big picture|big picture|driving the news|what they['’]re saying"
    r"|between the lines|by the numbers|(?:the )?details?|(?:the )?state of play|what['’]s next|what to watch"
    r"|what we['’]re watching|the bottom line|bottom line|yes,? but|of note|zoom in|zoom out|zooming (?:in|out)"
    r"|(?:the )?context|catch up quick|catch up fast|flashback|the intrigue|the latest|the other side"
    r"|threat level|reality check|our thought bubble|how it works|worth noting|(?:the )?background|be smart"
    r"|quick take|where it stands|(?:the )?backdrop|what['’]s happening|what happened|the impact|the catch"
    r"|the stakes|what we know|what we don['’]t know|the backstory|the other hand|case in point|for the record"
    r"|(?:the )?backstory|meanwhile|editor['’]s note|the news|what['’]s new|the gist|the upshot|in numbers|go deeper"
    r"|who['’]s (?:next|affected)|what it means|what this means|how we got here|on the other hand|the intrigue"
)
"""Openings that stand before a colon at the start of a paragraph and serve as its heading."""


DETAILS = _compile(
    r"(?:first )?(?:published|updated|posted|released|date|time|author|written by|by|reporter|editors?|source|via"
    r"|category|section|location|views?|clicks?|hits)(?: (?:on|at))?"
)
"""Stands before a detail of the item itself, at its head."""

_PICTURES = re.compile(r"[\u2190-\u2bff\ufe0e\ufe0f\u200d\U0001f000-\U0001faff]+\s+")
_ORNAMENT = re.compile(r"[^\w“\"'‘’(\[]+")
_NUMBER = re.compile(r"(?:\d{1,2}|[IVX]{1,4})[.)]\s+")


def without_pictures(text: str) -> str:
    """The text of a heading or an item without the pictures that stand before it like a bullet."""
    found = _PICTURES.match(text)
    return text[found.end() :] if found else text


def bare(heading: str) -> str:
    """A heading without the picture or number before it and the colon behind it."""
    for dress in (_ORNAMENT, _NUMBER):
        found = dress.match(heading)
        heading = heading[found.end() :] if found else heading
    return heading.rstrip(" :：")


def role_of(heading: str) -> SectionRole:
    """What a heading announces; plain reporting where it announces nothing."""
    heading = bare(heading)
    if ANALYSIS.fullmatch(heading):
        return SectionRole.ANALYSIS
    return SectionRole.DIRECTIVES if DIRECTIVES.fullmatch(heading) else SectionRole.BODY
