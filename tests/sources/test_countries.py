"""Countries are called by their names, in the language of whoever reads."""

from django.utils import translation

from sources.countries import country_choices, country_name


def test_country_has_a_name_in_each_language_of_the_site() -> None:
    assert country_name("DE") == "Germany"
    with translation.override("de"):
        assert country_name("DE") == "Deutschland"
        assert dict(country_choices())["CN"] == "China"


def test_code_that_nobody_has_stays_as_it_is() -> None:
    assert country_name("ZZ") == "ZZ"
    assert country_name("") == ""


def test_choices_are_sorted_as_a_reader_looks_for_them() -> None:
    codes = [code for code, _ in country_choices()]
    assert codes[:2] == ["AF", "AX"]  # Afghanistan, Åland Islands
    assert {"EU", "UN", "XA"}.isdisjoint(codes)
    assert all(len(code) == 2 for code in codes)
