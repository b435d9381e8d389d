"""Two spellings of a name meet in one folded form."""

import pytest

from sources.names import fold


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Harbour Herald", "harbour herald"),
        ("  HARBOUR\u00a0 herald ", "harbour herald"),
        ("The Harbour Herald", "harbour herald"),
        ("Harbour Herald (港口先驱报)", "harbour herald"),
        ("Harbour Herald（港口先驱报）", "harbour herald"),
        ("Port (Group) Co.", "port group co"),
        ("Ålesund Æther Institute", "alesund æther institute"),
        ("Straße & Söhne", "strasse & sohne"),
        ("Fisherman’s Weekly", "fisherman's weekly"),
        ("Nord–Süd Post", "nord-sud post"),
        ("港口日报", "港口日报"),
        ("ﬁrst Ｐｏｓｔ", "first post"),
        ("(Harbour)", "harbour"),
        ("Theatre Weekly", "theatre weekly"),
        ("…", ""),
    ],
)
def test_name_folds_to(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbour Herald", "Harbour Heralds"),
        ("Northern Port", "Northern Port Group"),
        ("Nord-Süd Post", "Nord Süd Post"),
    ],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_folding_twice_changes_nothing() -> None:
    once = fold("The Çelik & Söhne (Group) Co., (CSG)")
    assert fold(once) == once
