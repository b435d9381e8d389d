"""Words of English newsrooms that tell an organisation from a person, a place or a sentence."""

HEADS_BEFORE = frozenset(
    """
    Academy Administration Agency Alliance Association Authority Bank Board Bureau Center Centre
    Chamber College Commission Committee Confederation Congress Council Department Directorate Embassy Federation
    Foundation Fund Government Port Inspectorate Institute Institution Ministry Office Organisation Organization School
    Secretariat Society Union University
    """.split()
)
"""Stand before "of" or "for": Ministry of Mines, Center for Strategic Studies."""

HEADS = HEADS_BEFORE | frozenset(
    """
    AG Aerospace Airlines Airways Aluminium Aluminum Analytics Army Automotive Aviation Bancorp Batteries Battery Bhd Biotech Bourse Broadcasting Bulletin Capital Chemical Chemicals Chronicle Co Coal Cobalt Copper Companies
    Company Conglomerate Consulting Consultancy Corp Corporation Court Courier Daily Dispatch Dynamics
    Economist Electric Electronics Energy Enterprise Enterprises Examiner Exchange Exchanges Express
    Financial Foods Gas Gazette GmbH Globe Gold Graphite Group Guardian Herald Holding Holdings Inc Independent Industries
    Industry Inquirer Insights Intelligence International Investments Journal Kompaniya LLC LLP Lab Labs
    Laboratories Laboratory Limited Lithium Logistics Ltd Magazine Magnets Mail Materials Media Metals Mercury Minerals
    Mines Mining Mirror Monitor Motors NV Navy Network Networks News Newspaper Newspapers Newswire Nickel
    Observer Oil PLC Palladium Parliament Partners Party Petroleum Pharmaceuticals Plc Police Politburo Post Power
    Press Publications Publishing Radio Railway Railways Register Reporter Research Resources
    Review SA SE Securities Semiconductor Semiconductors Senate Service Services Shipping Shipyard Silver Software Solar Solutions Standard Star
    Statistics Steel Studios Sun Survey Systems TV Technologies Technology Telecom Telegraph Television
    Times Tribune Trust Tungsten Uranium Ventures Wire Zinc Earth Earths House
    """.split()
)
"""Close the name of a body: Harbour Herald, Lynx Mining."""

SUBJECTS = frozenset(
    """
    Aerospace Aviation Batteries Capital Chemicals Coal Energy Financial Industry Industries International Materials Media Metals Minerals Mines
    Mining Oil Power Research Resources Service Services Shipping Standard Statistics Steel Systems
    Technologies Technology
    """.split()
)
"""Heads that may as well be what another body is about: Ministry of Energy and Resources."""

AGENCIES = frozenset(
    """
    AFP AP Axios BBC Bloomberg Caixin CBS CCTV CGTN CNA CNBC CNN Fastmarkets Interfax Kyodo NPR Nikkei
    PTI Reuters TASS UPI Xinhua Yicai Yonhap Kremlin NATO OPEC Pentagon Interpol
    """.split()
)
"""Wires and broadcasters whose one-word names newsrooms credit without saying what they are."""

OPENERS_OF_BODIES = frozenset(
    """
    American Asian British Canadian Central Chinese Commodity European Federal General German Global
    Industrial Indian International Japanese Joint National Regional Russian State United World
    """.split()
)
"""Open names that hold an "and": National Development and Reform Commission."""

PLACES = frozenset(
    """
    Africa America Asia Australia Beijing Berlin Brazil Britain Brussels Canada China Congo Europe France
    Germany Greenland India Indonesia Iran Israel Italy Japan Kazakhstan Korea Kyiv London Malaysia Mexico
    Mongolia Moscow Myanmar Pakistan Paris Russia Singapore Sweden Taiwan Tokyo Turkey Ukraine Vietnam
    Washington Western West East EU UAE UK US USA U.S. U.K. E.U. African American Asian Australian Austrian Belgian Brazilian British Canadian Chinese Danish Dutch European Finnish French German Indian Indonesian Iranian Israeli Italian Japanese Kazakh Korean Malaysian Mexican Norwegian Polish Russian Spanish Swedish Swiss Taiwanese Thai Turkish Ukrainian Vietnamese Arabic English Mandarin Persian Portuguese
    """.split()
) | frozenset(
    [
        "Bahasa Indonesia",
        "European Union",
        "Inner Mongolia",
        "Hong Kong",
        "Rare Earth",
        "Rare Earths",
        "South Korea",
        "United States",
    ]
)

NO_BODIES = frozenset(
    """
    AI AM API BREAKING CEO CFO CNC COO CTO COVID EST ESG ET ETF EU EV EVS GDP GMT HREE IPO IT LED LREE
    NEW NOT OK PDF PM PR PRC REE REES REO RMB TV UAE UK US USA USD UTC VAT
    """.split()
)
"""Capitals that stand for no organisation."""

CALENDAR = frozenset(
    """
    January February March April May June July August September October November December Jan Feb Mar Apr
    Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues
    Wed Thu Thurs Fri Sat Sun Q1 Q2 Q3 Q4 H1 H2
    """.split()
)
"""Capitalised, and no name."""

POSSESSIVES_IN_NAMES = frozenset(
    form.replace("'", mark)
    for form in ("People's", "Lloyd's", "Moody's", "Women's", "Workers'", "Children's", "King's")
    for mark in ("'", "’")
)

OPENERS = frozenset(
    """
    a about above according additionally after all also although amid among an and another any are as at
    based because before besides both but by can citing despite during each earlier even every finally first
    following for from further furthermore given had has have he her here his how however i if in indeed
    instead is it its last late later like many meanwhile more moreover most much my next no nor not
    notably now of on once one only or our over per quoting recently second separately several she should
    similarly since so some state-controlled state-owned state-run still such that the their then there these they third this those though through
    thus to together today under unlike until up was we were what when where whether which while who why
    will with within without yesterday yet you your
    """.split()
)
"""Open a sentence with a capital and are no part of a name."""

TITLES = frozenset(
    """
    academician adviser ambassador analyst captain ceo chair chairman chairperson chairwoman chief
    commissioner correspondent deputy director doctor dr economist editor engineer executive expert founder
    general governor head inspector judge king lawyer leader manager mayor minister mr mrs ms officer
    official owner partner premier president prime principal prof professor prince queen reporter
    representative researcher scientist secretary senator speaker spokesman spokesperson spokeswoman
    strategist vice
    """.split()
)
"""Stand before the name of a person, or behind it after a comma."""

KINDS = (
    r"(?:agenc(?:y|ies)|arm|authorit(?:y|ies)|bank|body|bodies|broadcaster|bureau|business|chain"
    r"|companies|company|conglomerates?|consultanc(?:y|ies)|corporations?|developer|enterprises?"
    r"|entit(?:y|ies)|exchange|explorer|firms?|fund|giant|groups?|institut(?:e|ion)s?|journal|maker"
    r"|makers|manufacturers?|media|miners?|ministry|newspapers?|newswire|operator|organi[sz]ations?"
    r"|outlets?|paper|processor|producers?|provider|publications?|publisher|refiner|regulator"
    r"|smelter|steelmaker|subsidiar(?:y|ies)|supplier|trader|unit|university|utility|watchdog|website)"
)
"""What an apposition calls an organisation."""
