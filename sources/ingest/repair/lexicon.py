"""Words that decide what a lost mark was. English usage, not the vocabulary of one source."""

import re

# After an apostrophe: "it's", "they're".
CONTRACTION_END = re.compile(r"(?:s|t|re|ve|ll|d|m)(?![^\W_])", re.IGNORECASE)
# Before an apostrophe within a name or a loan: O'Brien, d'Ivoire, L'Oréal, Qur'an, ma'am.
ELIDED_START = re.compile(r"(?<![^\W_])(?:O|D|L|N|d|l|qu|Qu|Qur|ma|o|y|Hawai|Sana|Nuku|Cote d)$")
# 'tis, 'em: a word that lost its beginning. Decades are told by their digits.
ELIDED_WORD = re.compile(r"(?:tis|twas|em)(?![^\W_])", re.IGNORECASE)
DECADE = re.compile(r"\d0s(?![^\W_])")
# Pinyin sets an apostrophe before a syllable that opens with a vowel: Xi'an, Ya'an, Tai'an.
PINYIN_START = re.compile(
    r"(?<![^\W_])(?:Xi|Ya|Yan|Tai|Ji|Jian|Hui|Huai|Guang|Lu|Xing|Tong|Liu|Ma|Rui|Chang|Bao|Lin)$"
)
PINYIN_END = re.compile(r"an(?:shan|xi)?(?![^\W_])")

# Between two of these an en dash joins equals: the China-U.S. talks.
PLACE = (
    r"(?:U\.S\.|U\.K\.|E\.U\.|US|USA|UK|EU|UAE|ASEAN|NATO|Sino|Africa|America|Asia|Australia|Beijing"
    r"|Brazil|Brussels|Canada|China|Europe|France|Germany|India|Indonesia|Iran|Israel|Italy|Japan"
    r"|Kazakhstan|Korea|London|Malaysia|Mexico|Mongolia|Moscow|Myanmar|Paris|Russia|Taiwan|Tokyo"
    r"|Turkey|Ukraine|Vietnam|Washington|Anglo|Franco|American|Australian|British|Canadian|Chinese|European"
    r"|French|German|Indian|Japanese|Korean|Russian|Ukrainian)"
)
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
EQUALS = tuple(
    (re.compile(rf"(?<![^\W_]){kind}$"), re.compile(rf"{kind}(?![^\W_])"))
    for kind in (PLACE, MONTH, WEEKDAY, r"Q[1-4]", r"H[12]")
)

# Parts that only occur in compounds, which take a hyphen; assistants write the non-breaking one.
HYPHEN_START = re.compile(
    r"(?<![^\W_])(?:anti|co|counter|cross|multi|non|post|pre|quasi|semi|ultra)$", re.IGNORECASE
)
HYPHEN_END = re.compile(
    r"(?:affiliated|aligned|backed|based|bearing|centric|controlled|driven|earths?|enforced|facing"
    r"|funded|grade|intensive|led|linked|owned|related|scale|specific|term|tech|wide|year)"
    r"(?![^\W_])(?!\s+(?:by|in|on|at|from|to|with)\b)"
)
UNIT_AFTER_FIGURE = re.compile(
    r"(?:year|month|day|week|hour|minute|kilomet|met|foot|inch|mile|ton|point|fold|percent|page|step"
    r"|part|member|person|storey|story|nation|country|axis)[a-z]*(?![^\W_])"
)
