"""What identifiers of Wikidata stand for, as far as an import needs to know without asking."""

from sources.enums import OrganisationKind

KINDS = {
    "Q11032": OrganisationKind.MEDIA,  # newspaper
    "Q1110794": OrganisationKind.MEDIA,  # daily newspaper
    "Q192283": OrganisationKind.MEDIA,  # news agency
    "Q1193236": OrganisationKind.MEDIA,  # news media
    "Q4830453": OrganisationKind.COMPANY,  # business
    "Q783794": OrganisationKind.COMPANY,  # company
    "Q6881511": OrganisationKind.COMPANY,  # enterprise
    "Q891723": OrganisationKind.COMPANY,  # public company
    "Q270791": OrganisationKind.COMPANY,  # state-owned enterprise
    "Q7188": OrganisationKind.GOVERNMENT,  # government
    "Q192350": OrganisationKind.GOVERNMENT,  # ministry
    "Q327333": OrganisationKind.GOVERNMENT,  # government agency
    "Q6256": OrganisationKind.GOVERNMENT,  # country
    "Q3624078": OrganisationKind.GOVERNMENT,  # sovereign state
    "Q7278": OrganisationKind.PARTY,  # political party
    "Q11691": OrganisationKind.EXCHANGE,  # stock exchange
    "Q31855": OrganisationKind.RESEARCH,  # research institute
    "Q3918": OrganisationKind.RESEARCH,  # university
    "Q48204": OrganisationKind.ASSOCIATION,  # voluntary association
}
COUNTRIES = {
    "Q148": "CN", "Q865": "TW", "Q17": "JP", "Q884": "KR", "Q711": "MN", "Q232": "KZ",
    "Q668": "IN", "Q843": "PK", "Q252": "ID", "Q833": "MY", "Q334": "SG", "Q869": "TH",
    "Q881": "VN", "Q794": "IR", "Q801": "IL", "Q851": "SA", "Q878": "AE", "Q43": "TR",
    "Q159": "RU", "Q212": "UA", "Q145": "GB", "Q27": "IE", "Q142": "FR", "Q183": "DE",
    "Q40": "AT", "Q39": "CH", "Q38": "IT", "Q29": "ES", "Q45": "PT", "Q31": "BE",
    "Q55": "NL", "Q35": "DK", "Q20": "NO", "Q34": "SE", "Q33": "FI", "Q189": "IS",
    "Q36": "PL", "Q213": "CZ", "Q28": "HU", "Q218": "RO", "Q41": "GR", "Q30": "US",
    "Q16": "CA", "Q96": "MX", "Q155": "BR", "Q258": "ZA", "Q408": "AU", "Q664": "NZ",
}  # fmt: skip
