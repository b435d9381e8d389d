"""Pages as schema.org nodes (JSON-LD), for search engines, assistants and archives."""

from articles.formats.jsonld.article import news_article
from articles.formats.jsonld.pages import about_page, breadcrumbs, home, profile
from articles.formats.jsonld.parties import author_person, organisation_record
from articles.formats.jsonld.script import script
from articles.formats.jsonld.translated import in_other_languages

__all__ = [
    "about_page",
    "author_person",
    "breadcrumbs",
    "home",
    "in_other_languages",
    "news_article",
    "organisation_record",
    "profile",
    "script",
]
