"""Countries and those who live there: "Norwegian" in a claim is borne out by "Norway"."""

_PEOPLES = """
albania albanian|algeria algerian|america american americans united_states
united_states_of_america|argentina argentine argentinian|armenia armenian|australia australian
|austria austrian|azerbaijan azerbaijani|bangladesh bangladeshi|belarus belarusian
|belgium belgian|bolivia bolivian|brazil brazilian|britain british briton united_kingdom
great_britain|bulgaria bulgarian|cambodia cambodian|canada canadian|chile chilean
|china chinese prc peoples_republic_of_china|colombia colombian|congo congolese|croatia croatian
|cuba cuban|cyprus cypriot|czechia czech czech_republic|denmark danish dane
|ecuador ecuadorian|egypt egyptian|estonia estonian|ethiopia ethiopian
|europe european|european_union eu|finland finnish finn|france french
|georgia georgian|germany german germans deutschland deutsche deutschen|ghana ghanaian
|greece greek|greenland greenlandic|hungary hungarian|iceland icelandic|india indian
|indonesia indonesian|iran iranian|iraq iraqi|ireland irish|israel israeli|italy italian
|japan japanese|jordan jordanian|kazakhstan kazakh|kenya kenyan|korea korean|kuwait kuwaiti
|kyrgyzstan kyrgyz|laos laotian lao|latvia latvian|lithuania lithuanian|luxembourg luxembourgish
|madagascar malagasy|malaysia malaysian|mexico mexican|mongolia mongolian|morocco moroccan
|mozambique mozambican|myanmar burmese burma|namibia namibian|nepal nepalese nepali
|netherlands dutch holland|new_zealand new_zealander|nigeria nigerian|norway norwegian
|pakistan pakistani|panama panamanian|peru peruvian|philippines philippine filipino
|poland polish pole|portugal portuguese|qatar qatari|romania romanian|russia russian
russian_federation|saudi_arabia saudi|scotland scottish|serbia serbian|singapore singaporean
|slovakia slovak|slovenia slovenian|south_africa south_african|spain spanish spaniard
|sweden swedish swede|switzerland swiss|syria syrian|taiwan taiwanese|tajikistan tajik
|tanzania tanzanian|thailand thai|tibet tibetan|tunisia tunisian|turkey turkish turk turkiye
|turkmenistan turkmen|ukraine ukrainian|united_arab_emirates uae emirati|united_nations un
|uruguay uruguayan|uzbekistan uzbek|venezuela venezuelan|vietnam vietnamese|wales welsh
|yemen yemeni|zambia zambian|zimbabwe zimbabwean|africa african|asia asian
"""

# Spelling, as folded words, to the one name that stands for all.
PEOPLES = {
    tuple(spelling.split("_")): row.split()[0]
    for row in _PEOPLES.replace("\n", " ").split("|")
    for spelling in row.split()
}
# Only in capitals, since "us" is a pronoun.
IN_CAPITALS = {"us": "america", "usa": "america", "uk": "britain", "eu": "european_union"}
NAMES = frozenset(PEOPLES.values())
FIRST_WORDS = frozenset(phrase[0] for phrase in PEOPLES)
LONGEST = max(map(len, PEOPLES))
