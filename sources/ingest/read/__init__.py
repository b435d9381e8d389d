"""First stage: bytes to text. Plain text stays as it is; a REST post or an HTML fragment becomes
plain lines with markdown marks for title, headings, lists and tables, which `parse` understands.
"""

from sources.ingest.read.decode import MAX_BYTES, decode_bytes
from sources.ingest.read.html import looks_like_html, read_html, unescape_markup
from sources.ingest.read.post import read_post
from sources.ingest.read.result import ReadText

__all__ = ["MAX_BYTES", "ReadText", "read_bytes"]


def read_bytes(raw: bytes, *, limit: int = MAX_BYTES) -> ReadText:
    """Decode `raw` and bring it into lines; raises an `IngestError` that says what to do."""
    decoded = decode_bytes(raw, limit=limit)
    post = read_post(decoded)
    if post is not None:
        return post
    decoded = unescape_markup(decoded)
    return read_html(decoded) if looks_like_html(decoded.text) else decoded
