"""Just enough English grammar to tell an order from a statement and a name from a sentence."""

import re

_ORDERS = frozenset(
    [
        "abide",
        "abolish",
        "accelerate",
        "achieve",
        "adapt",
        "add",
        "address",
        "adhere",
        "adjust",
        "adopt",
        "advance",
        "align",
        "allocate",
        "apply",
        "assess",
        "assign",
        "assure",
        "attract",
        "avoid",
        "balance",
        "ban",
        "better",
        "block",
        "boost",
        "bring",
        "broaden",
        "build",
        "bolster",
        "carry",
        "catch",
        "centralise",
        "centralize",
        "clarify",
        "clean",
        "clear",
        "close",
        "collect",
        "commit",
        "complete",
        "comply",
        "conduct",
        "consolidate",
        "continue",
        "control",
        "coordinate",
        "create",
        "cultivate",
        "curb",
        "cut",
        "deepen",
        "defend",
        "define",
        "deliver",
        "deploy",
        "develop",
        "diversify",
        "double",
        "drive",
        "elevate",
        "eliminate",
        "enact",
        "encourage",
        "enforce",
        "enhance",
        "ensure",
        "establish",
        "evaluate",
        "examine",
        "execute",
        "expand",
        "expedite",
        "explore",
        "extend",
        "facilitate",
        "finalise",
        "finalize",
        "finish",
        "focus",
        "follow",
        "forge",
        "form",
        "foster",
        "fulfil",
        "fulfill",
        "fund",
        "further",
        "give",
        "grow",
        "guarantee",
        "guard",
        "halt",
        "handle",
        "hold",
        "identify",
        "implement",
        "improve",
        "increase",
        "innovate",
        "inspect",
        "install",
        "integrate",
        "intensify",
        "introduce",
        "invest",
        "investigate",
        "keep",
        "launch",
        "lead",
        "leverage",
        "lift",
        "limit",
        "localise",
        "localize",
        "lower",
        "maintain",
        "make",
        "manage",
        "maximise",
        "maximize",
        "meet",
        "merge",
        "minimise",
        "minimize",
        "mobilise",
        "mobilize",
        "modernise",
        "modernize",
        "monitor",
        "move",
        "obtain",
        "offer",
        "open",
        "optimise",
        "optimize",
        "organise",
        "organize",
        "oversee",
        "perform",
        "phase",
        "pilot",
        "plan",
        "prepare",
        "preserve",
        "prevent",
        "prioritise",
        "prioritize",
        "produce",
        "prohibit",
        "promote",
        "protect",
        "provide",
        "publish",
        "pursue",
        "push",
        "put",
        "raise",
        "ramp",
        "reach",
        "rebuild",
        "recruit",
        "rectify",
        "reduce",
        "refine",
        "reform",
        "reinforce",
        "reject",
        "release",
        "remain",
        "remove",
        "renew",
        "replace",
        "report",
        "require",
        "resolve",
        "respond",
        "restore",
        "restrict",
        "restructure",
        "review",
        "revise",
        "safeguard",
        "save",
        "scale",
        "secure",
        "seek",
        "sell",
        "set",
        "settle",
        "share",
        "shift",
        "shorten",
        "simplify",
        "solve",
        "speed",
        "spend",
        "stabilise",
        "stabilize",
        "standardise",
        "standardize",
        "start",
        "stay",
        "steer",
        "step",
        "stick",
        "stop",
        "streamline",
        "strengthen",
        "strive",
        "submit",
        "supervise",
        "support",
        "suspend",
        "sustain",
        "tackle",
        "take",
        "target",
        "tie",
        "tighten",
        "trace",
        "track",
        "train",
        "transform",
        "treat",
        "trim",
        "triple",
        "turn",
        "unify",
        "unite",
        "update",
        "upgrade",
        "uphold",
        "use",
        "utilise",
        "utilize",
        "verify",
        "widen",
        "withdraw",
        "work",
        "actively",
        "comprehensively",
        "continuously",
        "earnestly",
        "firmly",
        "fully",
        "resolutely",
        "steadily",
        "strictly",
    ]
)
_AUXILIARIES = (
    r"is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|do|cannot"
    r"|isn['’]t|aren['’]t|won['’]t|doesn['’]t|didn['’]t"
)
# Forms that can be nothing but a finite verb.
_FINITE = (
    r"achieves|adds|allows|announces|appears|argues|became|becomes|began|begins|believes|brings|came"
    r"|comes|confirms|contains|continues|depends|describes|emphasi[sz]es|employs|enables|ensures|enters"
    r"|establishes|expands|expects|explains|fell|follows|gave|gets|gives|goes|got|grew|grows|improves"
    r"|includes|indicates|intends|introduces|invests|joins|keeps|kept|lacks|launches|leaves|lets|lies"
    r"|loses|maintains|makes|opens|operates|outlines|owns|pays|predicts|prepares|presents|produces"
    r"|provides|publishes|pushes|raises|reaches|receives|reduces|reflects|rejects|relies|remains"
    r"|represents|requires|reveals|rose|said|saw|says|secures|seeks|sees|sells|sends|shows|showed|speeds"
    r"|spends|strengthens|suggests|takes|tells|tightens|told|took|underscores|unveils|urges|wants|warns"
    r"|went|widens|won"
)
# Forms that may be plural nouns or participles: verbs only where an object follows.
_MAYBE_FINITE = (
    r"aims|builds|calls|claims|closes|cuts|deepens|delivers|demands|develops|drives|faces|gains|helps"
    r"|holds|hopes|increases|leads|looks|marks|means|meets|moves|needs|offers|plans|plays|puts|reports"
    r"|runs|sets|signals|signs|starts|stops|supplies|supports|targets|tests|turns|uses|works"
    r"|accelerated|added|approved|bought|brought|built|completed|confirmed|cut|delivered|expanded"
    r"|finished|hit|increased|introduced|launched|led|lost|made|met|moved|opened|ordered|outlined|paid"
    r"|planned|posted|produced|pushed|raised|reached|received|recorded|rejected|reported|secured|sent|set"
    r"|shipped|signed|sold|started|topped|unveiled|urged|won"
)
_OBJECT = r"(?:the|an?|its|their|his|her|that|to|past|how|why|more|new|no|for|up|\d[\d.,]*%?)"
_CLAUSE = re.compile(
    rf"(?!to\b)\S+(?: \S+){{0,11}}? (?:(?:{_AUXILIARIES}|{_FINITE})\b|(?:{_MAYBE_FINITE}) {_OBJECT} )"
)
_RELATIVE = re.compile(r" (?:that|which|who|where|when|as|because|if|while|to|after|before) .*$")
_FIRST_WORD = re.compile(r"[\"“‘'(\[]?(?P<word>[^\W\d_]+)")
_GERUND = re.compile(r"[\"“‘']?[A-Z]?[a-z]{2,}ing\b")
_NUMBERS = {
    word: count
    for count, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], start=2
    )
}
_COUNT = re.compile(
    rf"\b(?P<count>{'|'.join(_NUMBERS)}|[2-9])\b (?:[\w-]+ ){{0,3}}(?P<noun>[a-z-]+s)\b",
    re.IGNORECASE,
)
_UNITS = frozenset(
    [
        "years",
        "months",
        "weeks",
        "days",
        "hours",
        "minutes",
        "times",
        "tons",
        "tonnes",
        "percent",
        "dollars",
        "mines",
    ]
)


def is_order(text: str) -> bool:
    """Whether `text` opens with the bare form of a verb, as orders do: "Tighten cost control"."""
    found = _FIRST_WORD.match(text)
    return found is not None and found["word"].lower() in _ORDERS


def is_clause(text: str) -> bool:
    """Whether `text` states something: a subject with a finite verb in its main clause."""
    return not is_gerund(text) and bool(_CLAUSE.match(_RELATIVE.sub("", text)))


def is_gerund(text: str) -> bool:
    """Whether `text` opens with an -ing form: "Tightening cost control"."""
    return bool(_GERUND.match(text))


def announced_count(stem: str) -> int | None:
    """How many items a stem announces: 3 for "The company set three goals:", else None."""
    found = [each for each in _COUNT.finditer(stem) if each["noun"].lower() not in _UNITS]
    if len(found) != 1:
        return None
    count = found[0]["count"].lower()
    return _NUMBERS.get(count) or int(count)
