"""How Google's news sitemap names a language."""

from sources.languages import primary

CHINESE = {"zh-hant": "zh-tw", "zh-tw": "zh-tw", "zh-hk": "zh-tw", "zh-mo": "zh-tw"}


def news_language(tag: str) -> str:
    """A code of ISO 639 without script or region, but Chinese, which has to say which."""
    if primary(tag) == "zh":
        return CHINESE.get(tag.lower().replace("_", "-"), "zh-cn")
    return primary(tag)
