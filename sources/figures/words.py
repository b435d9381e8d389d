"""Words with a role in dates, numbers and names, all folded: no capitals, accents or points."""

MONTHS = {
    word: number
    for number, row in enumerate(
        (
            "january jan januar",
            "february feb februar",
            "march mar marz",
            "april apr",
            "may mai",
            "june jun juni",
            "july jul juli",
            "august aug",
            "september sep sept",
            "october oct oktober",
            "november nov",
            "december dec dezember",
        ),
        start=1,
    )
    for word in row.split()
}
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# Words that are a month only with a capital, and at the start of a sentence not even then.
DOUBTFUL_MONTHS = frozenset({"may", "march", "mar", "mai"})

FUNCTION = frozenset(
    "a about above across after again against all along also although am among amid an and another "
    "any are around as at away back be because been before behind being below beneath beside "
    "besides between beyond both but by can cannot could despite did do does down during each "
    "either else even every except few fewer for from further had has have he hence her here hers "
    "him his how however i if in indeed inside into is it its just last least less like many may "
    "me meanwhile might mine more moreover most much must my near neither never nevertheless next "
    "no nobody none nonetheless nor not nothing now of off often on once one only onto or other "
    "others otherwise our out outside over own past per perhaps rather same several shall she "
    "should since so some still such than that the their them themselves then thence there "
    "therefore these they this those though through throughout thus till to today together "
    "tomorrow tonight too toward towards under unless unlike until up upon us very via was we well "
    "were what whatever when whenever where whereas whether which while who whoever whom whose why "
    "will with within without would yes yesterday yet you your "
    "im its thats theres dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt "
    "im ive id ill youre youve youll hes shes weve well theyre theyve theyll lets heres whats "
    "und der die das".split()
)
# These may stand between a number and its unit: "1,200 additional tonnes".
BETWEEN = frozenset(
    "additional extra more further dry wet gross net new full whole consecutive straight "
    "successive working calendar us".split()
)

# Within names; left out on both sides of the comparison.
CONNECTORS = frozenset(
    "of the for de la le les du des di da del della der den von van zu zur zum y e al el bin ibn "
    "and".split()
) - {"and"}
# "Ministry for Trade" is one name, "London for Paris" are two.
BODIES = frozenset(
    "ministry department office centre center agency institute council commission foundation "
    "association fund bureau committee secretary minister authority court bank school society "
    "administration union chamber board".split()
)
SUFFIXES = frozenset(
    "inc incorporated ltd limited co company corp corporation plc llc llp lp gmbh ag sa se nv bv "
    "ab as asa oyj spa srl kg kgaa kk pty bhd jsc pjsc oao ooo sro group groups holding "
    "holdings international".split()
)
# Before a person's name, or between a body's and a person's; never part of the name.
TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady president chairman chairwoman chairperson "
    "chair chief executive officer director directors minister ministers governor senator judge "
    "secretary treasurer manager managing deputy vice acting senior prime premier "
    "chancellor mayor ambassador commissioner inspector administrator spokesman spokeswoman "
    "spokesperson analyst economist engineer captain colonel founder co-founder partner head "
    "chairmen ceo cfo coo cto".split()
)
# Ordinary words that make another name of a name: South Korea.
DISTINGUISHING = frozenset(
    "north south east west northern southern eastern western central upper lower inner outer new "
    "old great greater little".split()
)
# Common nouns in capitals.
INITIALS = frozenset(
    "ai ceo cfo coo cto ebit ebitda esg ev evs fob cif gdp gmt hr ipo iso it kpi lng lpg ma ngo "
    "ngos ok phd pr qa rd roi rss sme smes tv url utc cet cest est edt vat vip am pm ad bc co2 "
    "capex opex faq id pdf api no nos".split()
)
# After a hyphen these are no part of the name before it: "Kestrel-owned".
TAILS = frozenset(
    "affiliated aligned area backed based born bound branded built centric class controlled driven "
    "era facing focused free friendly funded held led like linked listed made only operated owned "
    "produced related run side specific speaking style themed trained type wide".split()
)
# Numbers behind these are ordinals: "Phase 3" is the third.
NUMBERED = frozenset("phase stage tranche round".split())
# What "second" and "first" number, where they number anything.
STAGES = frozenset(
    "phase stage tranche round reactor unit line batch train plant furnace edition section part "
    "five-year plan".split()
)
HEDGES = {
    word: leeway
    for leeway, row in {
        "about": "about around roughly approximately approx circa ca some close rund etwa 约",
        "over": "over above exceeding exceed exceeds exceeded least more 超",
        "under": "nearly almost under below fewer less most 近",
    }.items()
    for word in row.split()
}
