"""The test of the sodium cells in German: a translation with reviews of its own."""

from articles.management.demo.shapes import Translation

SODIUM_CELLS = Translation(
    language="de",
    title="Natriumzellen behalten nach 4.000 Zyklen 91 Prozent ihrer Kapazität",
    standfirst=(
        "Vierzehn Monate im Labor stehen für elf Jahre im Keller. Geprüft hat das Institut des "
        "Staates; wiederholt hat die Messung noch niemand."
    ),
    words={
        "Pallas Materials Institute tested 64 sodium cells for fourteen months": (
            "Das Institut Pallas hat 64 Natriumzellen vierzehn Monate lang geprüft"
        ),
        "After 4,000 cycles the cells kept 91 per cent of their capacity": (
            "Nach 4.000 Zyklen hatten die Zellen noch 91 Prozent ihrer Kapazität"
        ),
        "Limits of the test:": "Grenzen der Prüfung:",
        "All cells came from one batch": "Alle Zellen stammten aus einer Charge",
        "No cell was charged below freezing": "Keine Zelle wurde bei Frost geladen",
        "<p>The Pallas Materials Institute has published": (
            "<p>Das Werkstoffinstitut Pallas hat die Ergebnisse seiner langen Prüfung von "
            "Natriumzellen mit Anoden aus Hartkohlenstoff veröffentlicht. Nach 4.000 vollen Zyklen "
            "bei 25 Grad behielten die Zellen 91 Prozent ihrer Kapazität, die schwächste "
            "88 Prozent.</p>"
        ),
        "How the Cells Were Tested": "Wie die Zellen geprüft wurden",
        "<p>Sixty-four pouch cells": (
            "<p>Von August 2025 bis Oktober 2026 wurden 64 Pouchzellen rund um die Uhr geladen und "
            "entladen; ein voller Zyklus dauerte zweieinhalb Stunden. Jeder fünfhundertste Zyklus "
            "lief langsam, damit sich die wahre Kapazität ablesen ließ. Eine Zelle riss an einer "
            "Schweißnaht und zählte nicht mit.</p>"
        ),
        "Drawing of two curves": (
            "Zeichnung zweier Kurven, die von links nach rechts langsam fallen. Die obere, das "
            "Mittel der Zellen, endet nach 4.000 Zyklen bei 91 Prozent, die untere, die schwächste "
            "Zelle, bei 88 Prozent."
        ),
        "Mean of the cells": "Mittel der Zellen (obere Kurve) und die schwächste (untere Kurve).",
        "Drawn for this sample": "Für dieses Beispiel nach den zwei Werten des Berichts gezeichnet",
        "What the Institute Says of It": "Was das Institut dazu sagt",
        "The cells age evenly": (
            "Die Zellen altern gleichmäßig, und das ist die eigentliche Nachricht."
        ),
        "Die Zellen altern gleichmäßig": "",
        "Dr Henrike Vogt": "Dr. Henrike Vogt, die die Prüfung leitete",
        "<p>The institute itself names": (
            "<p>Die Grenzen nennt das Institut selbst: eine einzige Charge, und kein Laden bei "
            "Frost, unter dem Natriumzellen bekanntlich leiden.</p>"
        ),
        "Recording of the presentation": "Aufzeichnung der Vorstellung, 38 Minuten",
        "Bottom Line": "Unsere Einschätzung",
        "<p>Four thousand cycles": (
            "<p>Viertausend Zyklen sind elf Jahre täglicher Nutzung: genug für einen Speicher im "
            "Keller oder neben einem Windpark. Über Autos sagt die Prüfung nichts. Ihr Wert liegt "
            "anderswo: Nickel und Kobalt stecken in keiner dieser Zellen. Wer das eine oder das "
            "andere verkauft, sollte sie genau lesen.</p>"
        ),
    },
    fields={"ai_tool": "", "ai_purpose": "", "ai_responsible": None},
)
