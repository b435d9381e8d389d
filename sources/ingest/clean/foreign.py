"""The furniture of pages, and the talk of assistants, in languages other than English."""

import re

from sources.ingest.clean.patterns import whole_line

NO_COMMENTS = frozenset(["keine", "kein", "aucun", "sin", "nessun", "sem", "нет", "暂无"])
_NONE = "|".join(sorted(NO_COMMENTS))
COUNTER = (
    (
        rf"(?P<latin>\d{{1,6}}|{_NONE}) (?:kommentare?|commentaires?|comentarios?|comentários?|comment[io]"
        r"|комментари(?:й|я|ев))"
    ),
    r"(?P<eastern>\d{1,6}|暂无) ?(?:条评论|則留言|则留言|评论)",
)
"""Wordings of a counter of comments, for the pattern that reads them all."""

RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "comment form",
        whole_line(
            r"schreib(?:e|en sie)? (?:einen|deinen|ihren) kommentar|kommentar (?:schreiben|abschicken|hinterlassen)",
            r"laisser un commentaire|deja (?:un comentario|una respuesta)|lascia un commento",
            r"deixe um comentário|оставить комментарий|добавить комментарий|发表评论|留下评论",
        ),
    ),
    (
        "share buttons",
        whole_line(
            r"(?:auf|über) \w+ teilen|(?:artikel |beitrag )?teilen(?: auf \w+)?|teilen mit:?",
            r"partager(?: (?:sur|par|cet article)\b.{0,40})?|compart(?:ir|e)(?: (?:en|por|esta)\b.{0,40})?",
            r"condividi(?: (?:su|via)\b.{0,40})?|поделиться(?: (?:в|на)\b.{0,40})?|分享(?:到.{1,20})?",
        ),
    ),
    (
        "link to another item",
        whole_line(
            r"(?:mehr lesen|weiterlesen|lesen sie auch|lire (?:la suite|aussi|plus)|(?:seguir leyendo|leer más)"
            r"|lea también|leggi (?:tutto|anche)|читать (?:далее|также)|阅读(?:更多|全文)|继续阅读)"
            r"(?:\s*[:：].{1,250}|\s*[→»›>…]+)?",
        ),
    ),
    (
        "cookie notice",
        whole_line(
            r"(?:wir|diese (?:web)?seite) (?:verwenden|verwendet|nutzen|nutzt) cookies\b.*|alle akzeptieren",
            r"(?:nous utilisons|ce site utilise) des cookies\b.*|tout accepter",
            r"(?:utilizamos|este sitio (?:utiliza|usa)) cookies\b.*|aceptar (?:todo|cookies)",
            r"(?:мы используем|сайт использует) (?:файлы )?cookies?\b.*",
        ),
    ),
    (
        "table of contents",
        whole_line(
            r"inhaltsverzeichnis|table des matières|sommaire|índice(?: de contenidos)?|содержание|目录"
        ),
    ),
    (
        "assistant's talk",
        whole_line(
            r"(?:natürlich|gerne?|klar|selbstverständlich)[!,.]? hier (?:ist|sind)\b.{0,200}",
            r"(?:bien sûr|certainement|avec plaisir|d['’]accord)\s?[!,.]? voici\b.{0,200}",
            r"¡?(?:claro(?: que sí)?|por supuesto|desde luego)[!,.]? aquí (?:tienes?|está|va)\b.{0,200}",
            r"(?:конечно|разумеется|хорошо)[!,.]? вот\b.{0,200}",
            r"(?:当然|好的)[！!，,。]? ?(?:以下|这)(?:是|为).{0,200}",
            r"ich hoffe,? das hilft\b.*|j['’]espère que cela (?:vous )?aide\b.*|espero que (?:esto )?(?:te |le )?ayude\b.*",
            r"надеюсь, это поможет.*|希望(?:这|以上).{0,20}(?:有所)?帮助.{0,10}",
        ),
    ),
)
