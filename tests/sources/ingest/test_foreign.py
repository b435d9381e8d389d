"""Items in other languages: their text survives whole, and what all newsrooms share is read."""

import datetime

import pytest

from tests.sources.ingest.stages import ingested

GERMAN = """Kestrel Alu drosselt zwei Öfen

12. Februar 2026

Auf einen Blick
• Zwei von fünf Öfen stehen still
• Die Löhne bleiben gleich

Die Kestrel Alu AG drosselt zwei ihrer fünf Schmelzöfen. Das teilte der Vorstand am Mittwoch mit.

Warum das wichtig ist

Für Abnehmer im Süden heißt das: längere Lieferzeiten und höhere Aufschläge bis in den Sommer.

Hinweis: Diese Meldung wurde nicht unabhängig geprüft.

Keine Kommentare"""
FRENCH = """Kestrel Nickel suspend ses exportations

Le 5 décembre 2025

Points clés
• L’usine s’arrête jusqu’à nouvel ordre
• L’État garde 34 % du capital

La société Kestrel Nickel a annoncé jeudi qu’elle suspendait l’exportation d’acier brut.

Ce que cela signifie

Les acheteurs devront chercher ailleurs dès janvier, à des prix plus élevés que cette année.

Avertissement : les informations n’ont pas été vérifiées.

0 commentaire"""
SPANISH = """Kestrel Cobre aplaza su ampliación

18 de noviembre de 2025

Puntos destacados
• La compañía congela 600 millones de dólares
• El agua será el límite

Minera Kestrel aplazó la ampliación de su planta hasta 2028, según informó la dirección.

Por qué importa

¿Qué harán los compradores? El mercado europeo sentirá la escasez en otoño, dicen los analistas.

Aviso: la información debe verificarse.

Sin comentarios"""
RUSSIAN = """Кестрел Медь объявила план на зиму

2 декабря 2025 г.

Главное
• Выпуск сократится на 8 %
• Ремонт печи перенесён на май

Компания «Кестрел Медь» объявила во вторник план работы на зиму. Выпуск сократится.

Почему это важно

Европейские покупатели уже ищут замену – но её мало, и цены растут с каждой неделей.

Отказ от ответственности: информация не проверена.

0 комментариев"""
CHINESE = """青岚稀土公布2026年生产计划

2026年1月15日

要点
• 全年产量目标为1.2万吨
• 新建两条磁材生产线

青岚稀土集团周四公布了2026年生产计划。公司表示，全年产量将保持稳定。

为什么重要

海外买家今年可能面临更长的交货期…价格也会上涨。

免责声明：本文未经独立核实。

0 条评论"""

STILL = "Die Öfen stehen seit Montag still, und das Werk wartet."


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (GERMAN, datetime.date(2026, 2, 12)),
        (FRENCH, datetime.date(2025, 12, 5)),
        (SPANISH, datetime.date(2025, 11, 18)),
        (RUSSIAN, datetime.date(2025, 12, 2)),
        (CHINESE, datetime.date(2026, 1, 15)),
    ],
    ids=["German", "French", "Spanish", "Russian", "Chinese"],
)
def test_item_in_another_language_has_the_same_parts(text: str, date: datetime.date) -> None:
    item = ingested(text)
    lines = text.split("\n")
    assert item.repaired_text == text
    assert item.title == lines[0]
    assert item.date == date
    assert [node.text for node in item.highlights] == [lines[5][2:], lines[6][2:]]
    assert item.lead == lines[8]
    assert [section.heading for section in item.analysis] == [lines[10]]
    assert item.disclaimer.present
    assert item.comments_count == 0


@pytest.mark.parametrize(
    "line",
    [
        "Auf LinkedIn teilen",
        "Schreibe einen Kommentar",
        "Partager sur Facebook",
        "Lire la suite",
        "Leer más",
        "Оставить комментарий",
        "继续阅读",
        "Inhaltsverzeichnis",
        "Natürlich! Hier ist der überarbeitete Artikel:",
        "Bien sûr ! Voici l’article reformulé :",
        "¡Claro! Aquí tienes el artículo en formato de lista:",
        "Конечно! Вот переработанный текст:",
        "当然！以下是改写后的文章：",
    ],
)
def test_furniture_in_another_language_is_removed(line: str) -> None:
    (removal,) = ingested(
        f"{line}\n\nDie Öfen stehen seit Montag still, und das Werk wartet."
    ).removals
    assert removal.text == line


@pytest.mark.parametrize(
    "line",
    [
        "Voici la nouvelle usine de Kestrel",
        "Aquí tienes tres razones",
        "Hier ist der Strom billig",
        "Teilen ist schwer, sagt der Minister",
        "评论员说价格会上涨",
    ],
)
def test_sentence_that_only_begins_like_furniture_stays(line: str) -> None:
    assert not ingested(
        f"{line}\n\nDie Öfen stehen seit Montag still, und das Werk wartet."
    ).removals
