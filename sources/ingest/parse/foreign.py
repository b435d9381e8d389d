"""The headings and months of newsrooms that do not write English; each pattern is a whole heading."""

HIGHLIGHTS = (
    r"(?:das )?wichtigste(?: in kürze)?|auf einen blick|in kürze|kernpunkte|kernaussagen|zusammenfassung"
    r"|points (?:clés|essentiels|saillants)|l['’]essentiel|en bref|(?:à|ce qu['’]il faut) retenir|résumé"
    r"|puntos (?:clave|destacados|principales)|lo (?:más )?(?:esencial|importante|destacado)|claves|en breve|resumen"
    r"|punti (?:chiave|salienti)|in breve|destaques|pontos-chave"
    r"|главное|коротко|ключевые (?:моменты|факты)|основные (?:моменты|тезисы)|кратко"
    r"|要点|摘要|重点|亮点|核心要点|要約|ポイント"
)
ANALYSIS = (
    r"warum (?:das|es) (?:wichtig ist|zählt)|was das (?:bedeutet|heißt)(?: .{1,40})?|(?:unsere )?einordnung|einschätzung"
    r"|analyse|kommentar|pourquoi (?:c['’]est|cela|ça) .{0,20}(?:important|compte)|ce que cela (?:signifie|veut dire)"
    r"(?: .{1,40})?|notre (?:analyse|avis)|por qué (?:es importante|importa)|qué significa(?: .{1,40})?"
    r"|(?:nuestro )?análisis|perché (?:è importante|conta)|por que (?:isso )?(?:é importante|importa)"
    r"|почему это важно|что это (?:значит|означает)(?: .{1,40})?|анализ|комментарий"
    r"|为什么重要|为何重要|这意味着什么|意味着什么|分析|评论|我们的看法|なぜ重要か|分析と見方"
)
DISCLAIMER = (
    r"haftungsausschluss|hinweis(?: zur quelle| der redaktion)?|quellenhinweis|avertissement|clause de non-responsabilité"
    r"|mention(?:s)? (?:légales?|de source)|note de la rédaction|aviso(?: legal)?|descargo de responsabilidad|advertencia"
    r"|nota de la redacción|avvertenza|aviso de isenção|отказ от ответственности|примечание(?: редакции)?|оговорка"
    r"|免责声明|声明|来源说明|編集部注|免責事項"
)
DIRECTIVES = r"anweisungen|anordnungen|weisungen|directives|consignes|directivas|instrucciones|указания|поручения|指示|要求"

_MONTHS = (
    "januar jänner janvier enero gennaio janeiro января",
    "februar feber février febrero febbraio fevereiro февраля",
    "märz mars marzo março марта",
    "april avril abril aprile апреля",
    "mai mayo maggio maio мая",
    "juni juin junio giugno junho июня",
    "juli juillet julio luglio julho июля",
    "august août agosto августа",
    "september septembre septiembre settembre setembro сентября",
    "oktober octobre octubre ottobre outubro октября",
    "november novembre noviembre novembro ноября",
    "dezember décembre diciembre dicembre dezembro декабря",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
"""The number of a month by its full name, in lower case."""

DATE_WORDS = (
    r"le|den|am|vom|el|il|veröffentlicht|stand|aktualisiert|publié|mis à jour|publicado|actualizado|pubblicato"
    r"|опубликовано|обновлено|дата|г|uhr|à|发布时间|发布|更新"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
)
"""What may stand around a date on its line."""
