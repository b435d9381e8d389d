"""The public addresses: fixed ones first, then what stands under an article, last the article."""

from django.urls import path, re_path

from articles.feeds import urls as feeds
from articles.models.trees import other_languages
from articles.views import (
    appeals,
    article,
    authors,
    cards,
    challenges,
    comment_links,
    comments,
    home,
    lists,
    machines,
    moderation,
    organisations,
    references,
    reports,
    search,
    sitemaps,
    tracker,
    versions,
)

ADDRESS = r"^(?P<address>(?:[-\w]+/)+)"
LANGUAGES = "|".join(sorted(other_languages()))
NUMBER = r"[1-9][0-9]{0,5}"  # of an edition, written in one way only
CITE = r"cite\.(?P<ending>bib|ris|json)$"

urlpatterns = [
    path("", home.home, name="home"),
    path("briefings/", lists.briefing_list, name="briefings"),
    re_path(rf"^(?P<language>{LANGUAGES})/(?:briefings/)?$", lists.in_language, name="language"),
    path("directives/", tracker.tracker, name="directives"),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/<slug:slug>/", organisations.organisation, name="organisation"),
    path("authors/", authors.authors, name="authors"),
    path("authors/<slug:slug>/", authors.author, name="author"),
    path("topics/", home.topics, name="topics"),
    path("topics/<slug:slug>/", home.topic, name="topic"),
    path("search/", search.search_page, name="search"),
    path("corrections/", lists.corrections, name="corrections"),
    *feeds.urlpatterns,
    path("comments/my-data/", comment_links.ask_my_data, name="ask_my_data"),
    path("comments/my-data/<str:token>/", comment_links.my_data, name="my_data"),
    path(
        "comments/my-data/<str:token>/export.json",
        comment_links.export_my_data,
        name="export_my_data",
    ),
    path("comments/confirm/<str:token>/", comment_links.comment_confirm, name="comment_confirm"),
    path("comments/appeal/<str:token>/", appeals.appeal, name="comment_appeal"),
    path("comments/<int:pk>/report/", reports.report, name="comment_report"),
    path("comments/moderation/", moderation.moderation, name="moderation"),
    path("comments/own/<str:token>/", comment_links.own_comment, name="own_comment"),
    path("comments/mail/<str:token>/", comment_links.comment_mail, name="comment_mail"),
    path("comments/queue-mail/<str:token>/", comment_links.queue_mail, name="queue_mail"),
    path("robots.txt", machines.robots, name="robots"),
    path("sitemap.xml", sitemaps.sitemap_index, name="sitemap"),
    path("sitemap-news.xml", sitemaps.news_sitemap, name="sitemap_news"),
    re_path(
        r"^sitemap-(?P<section>pages|briefings|organisations|topics|authors)"
        r"-(?P<number>0|[1-9][0-9]{0,8})\.xml$",
        sitemaps.sitemap,
        name="sitemap_page",
    ),
    path(".well-known/security.txt", machines.security, name="security"),
    path("card.png", cards.site_card, name="site_card"),
    re_path(rf"{ADDRESS}card-(?P<number>{NUMBER})\.png$", cards.card, name="card"),
    re_path(rf"{ADDRESS}challenge/$", challenges.challenge, name="challenge"),
    re_path(rf"{ADDRESS}challenges/$", challenges.challenges, name="challenges"),
    re_path(rf"{ADDRESS}provenance/$", article.provenance, name="provenance"),
    re_path(rf"{ADDRESS}versions/$", versions.version_list, name="versions"),
    re_path(rf"{ADDRESS}versions/(?P<number>{NUMBER})/$", versions.earlier_version, name="version"),
    re_path(
        rf"{ADDRESS}versions/(?P<number>{NUMBER})/{CITE}",
        references.reference_file,
        name="version_cite",
    ),
    re_path(rf"{ADDRESS}{CITE}", references.reference_file, name="cite"),
    re_path(rf"{ADDRESS}comments/$", comments.comments, name="comments"),
    # Named as Wagtail's own, so that Page.url works; wagtail.urls itself is not mounted.
    re_path(r"^((?:[-\w]+/)*)$", article.article, name="wagtail_serve"),
]
