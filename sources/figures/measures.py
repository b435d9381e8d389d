"""Units, currencies and multipliers by the words and signs that newsrooms write."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple


class Measure(NamedTuple):
    """A unit: how many of the base of its dimension it is. The base of mass is the gram."""

    dimension: str
    scale: Fraction


PERCENT = Measure("%", Fraction(1))
MONTHS = "months"  # the dimension of months, quarters and years
SECONDS = "seconds"

# dimension: scale, then the spellings, with "_" between the words of one.
_UNITS = {
    "%": "1 % ％ percent per_cent pct prozent",
    "pp": (
        "1 percentage_point percentage_points pp ppt ppts 百分点 points point"
        "|1/100 basis_point basis_points bp bps"
    ),
    "g": (
        "1 g gram grams gramme grammes|1/1000 mg milligram milligrams"
        "|1000 kg kilo kilos kilogram kilograms kilogramme kilogrammes 公斤 千克"
        "|1000000 t tonne tonnes ton tons metric_ton metric_tons metric_tonnes tonnen 吨 tpa mt tpd"
        "|1000000000 kt kiloton kilotons kilotonne kilotonnes ktpa"
        "|1000000000000 mt megaton megatons megatonne megatonnes mtpa"
    ),
    "short ton": "1 short_ton short_tons",
    "long ton": "1 long_ton long_tons",
    "lb": "1 lb lbs pound pounds",
    "oz": "1 oz ounce ounces troy_ounce troy_ounces",
    "carat": "1 carat carats ct",
    "m": (
        "1 m metre metres meter meters 米|1/100 cm centimetre centimetres centimeter centimeters"
        "|1/1000 mm millimetre millimetres millimeter millimeters"
        "|1000 km kilometre kilometres kilometer kilometers 公里 千米"
    ),
    "foot": "1 ft foot feet",
    "inch": "1 inch inches",
    "mile": "1 mile miles",
    "nautical mile": "1 nautical_mile nautical_miles",
    "m²": (
        "1 m² m2 sqm sq_m square_metre square_metres square_meter square_meters"
        "|1/10000 cm² cm2 square_centimetre square_centimetres square_centimeter square_centimeters"
        "|10000 ha hectare hectares"
        "|1000000 km² km2 sq_km square_kilometre square_kilometres square_kilometer"
        " square_kilometers"
    ),
    "acre": "1 acre acres",
    "square mile": "1 square_mile square_miles sq_mile sq_miles",
    "square foot": "1 square_foot square_feet sq_ft",
    "m³": (
        "1 m³ m3 cbm cubic_metre cubic_metres cubic_meter cubic_meters"
        "|1/1000 l litre litres liter liters|1000000 mcm|1000000000 bcm"
    ),
    "cubic foot": "1 cubic_foot cubic_feet cu_ft",
    "gallon": "1 gallon gallons",
    "barrel": "1 barrel barrels bbl bbls bpd b_/_d boe boepd",
    "W": (
        "1 w watt watts|1000 kw kilowatt kilowatts 千瓦|1000000 mw megawatt megawatts 兆瓦"
        "|1000000000 gw gigawatt gigawatts|1000000000000 tw terawatt terawatts"
    ),
    "Wh": (
        "1 wh watt_hour watt_hours|1000 kwh kilowatt_hour kilowatt_hours 千瓦时"
        "|1000000 mwh megawatt_hour megawatt_hours|1000000000 gwh gigawatt_hour gigawatt_hours"
        "|1000000000000 twh terawatt_hour terawatt_hours"
    ),
    "V": "1 v volt volts|1000 kv kilovolt kilovolts",
    "Hz": "1 hz hertz|1000 khz|1000000 mhz|1000000000 ghz",
    "byte": "1000000 mb megabyte megabytes|1000000000 gb gigabyte gigabytes|1000000000000 tb",
    "km/h": "1 km_/_h kph kmh km_per_hour kilometres_per_hour kilometers_per_hour",
    "mph": "1 mph miles_per_hour mile_per_hour",
    "knot": "1 knot knots",
    "g/t": "1 g_/_t gpt grams_per_tonne grams_per_ton grams_a_tonne",
    "°": "1 ° degree degrees",
    "TEU": "1 teu teus",
    "hp": "1 hp horsepower",
    "ppm": "1 ppm parts_per_million",
    SECONDS: (
        "1 seconds sec secs|60 minute minutes min mins|3600 h hour hours hr hrs 小时"
        "|86400 day days 天|604800 week weeks|1209600 fortnight fortnights"
    ),
    MONTHS: (
        "1 month months 个月|3 quarter quarters|12 year years yr yrs|120 decade decades"
        "|1200 century centuries"
    ),
    "cent": "1 cent cents",
    "pence": "1 pence penny p",
}
# Currencies whose signs and codes stand before or behind the number.
_SIGNS = {
    "USD": "$ us$ usd 美元",
    "EUR": "€ eur 欧元",
    "GBP": "£ gbp 英镑",
    "CNY": "¥ ￥ cny rmb cn¥ 人民币 元 cnh",
    "JPY": "¥ ￥ jpy jp¥ 日元",
    "INR": "₹ inr rs",
    "KRW": "₩ krw",
    "RUB": "₽ rub",
    "AUD": "a$ au$ aud",
    "CAD": "c$ ca$ cad",
    "NZD": "nz$ nzd",
    "HKD": "hk$ hkd 港元",
    "SGD": "s$ sg$ sgd",
    "TWD": "nt$ t$ twd",
    "BRL": "r$ brl",
    **{code: code.lower() for code in "NOK SEK DKK CHF CZK PLN HUF ZAR MXN TRY IDR THB".split()},
}
# Words for currencies stand behind the number.
_CURRENCY_WORDS = {
    "USD": "dollar dollars us_dollar us_dollars american_dollars",
    "EUR": "euro euros",
    "GBP": "pound pounds sterling pounds_sterling british_pounds",
    "CNY": "yuan renminbi",
    "JPY": "yen",
    "INR": "rupee rupees",
    "KRW": "won",
    "RUB": "rouble roubles ruble rubles",
    "AUD": "australian_dollar australian_dollars",
    "CAD": "canadian_dollar canadian_dollars",
    "NZD": "new_zealand_dollars",
    "HKD": "hong_kong_dollars",
    "SGD": "singapore_dollars",
    "TWD": "taiwan_dollars new_taiwan_dollars",
    "CHF": "franc francs swiss_franc swiss_francs",
    "NOK": "krone kroner crown crowns norwegian_kroner norwegian_crowns",
    "DKK": "krone kroner crown crowns danish_kroner danish_crowns",
    "SEK": "krona kronor crown crowns swedish_kronor swedish_crowns",
    "CZK": "koruna crown crowns",
    "ZAR": "rand",
    "BRL": "reais",
    "MXN": "peso pesos",
}
MULTIPLIERS = {
    word: Fraction(factor)
    for factor, words in {
        10**2: "hundred",
        10**3: "thousand k tausend 千",
        10**4: "万",
        10**5: "lakh lakhs lac",
        10**6: "million millions mn mln mio millionen 百万",
        10**7: "crore crores cr 千万",
        10**8: "亿",
        10**9: "billion billions bn bln milliarde milliarden mrd b",
        10**12: "trillion trillions tn trn 万亿",
    }.items()
    for word in words.split()
}
# Written without a space, or they are words of their own: "5k", "$3b".
ONLY_GLUED = frozenset({"b", "k", "p", "v", "w"})
CURRENCIES = frozenset(_SIGNS)
TIMES = frozenset({SECONDS, MONTHS})

Phrases = dict[tuple[str, ...], tuple[Measure, ...]]


def _units() -> Iterator[tuple[tuple[str, ...], Measure]]:
    for dimension, groups in _UNITS.items():
        for group in groups.split("|"):
            scale, *spellings = group.split()
            for spelling in spellings:
                yield tuple(spelling.split("_")), Measure(dimension, Fraction(scale))


def _currencies(table: dict[str, str]) -> Iterator[tuple[tuple[str, ...], Measure]]:
    for code, spellings in table.items():
        for spelling in spellings.split():
            yield tuple(spelling.split("_")), Measure(code, Fraction(1))


def _collected(entries: Iterator[tuple[tuple[str, ...], Measure]]) -> Phrases:
    found: Phrases = {}
    for words, measure in entries:
        found[words] = (*found.get(words, ()), measure)
    return found


UNITS = _collected(_units())
SIGNS = _collected(_currencies(_SIGNS))
CURRENCY_WORDS = _collected(_currencies(_CURRENCY_WORDS))
EVERY_PHRASE = frozenset((*UNITS, *SIGNS, *CURRENCY_WORDS))
FIRST_WORDS = frozenset(phrase[0] for phrase in EVERY_PHRASE)
LONGEST_PHRASE = max(map(len, EVERY_PHRASE))
