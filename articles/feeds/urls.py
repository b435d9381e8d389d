"""The addresses of feeds: every channel in every format, below the page that shows the same."""

from collections.abc import Iterator

from django.urls import URLPattern, path

from articles.feeds import channels
from articles.feeds.answering import answer
from articles.feeds.channels import ChannelOf
from articles.feeds.shapes import SHAPES

CHANNELS: dict[str, tuple[str, ChannelOf]] = {
    "feed": ("", channels.all_briefings),
    "topic": ("topics/<slug:slug>/", channels.of_topic),
    "organisation": ("organisations/<slug:slug>/", channels.of_organisation),
    "author": ("authors/<slug:slug>/", channels.of_author),
    "directives": ("directives/", channels.new_directives),
    "corrections": ("corrections/", channels.corrections),
}


def _patterns() -> Iterator[URLPattern]:
    for name, (below, channel_of) in CHANNELS.items():
        for ending, shape in SHAPES.items():
            yield path(
                f"{below}feeds/{shape.file}",
                answer,
                {"channel_of": channel_of, "shape": shape},
                name=f"{name}_{ending}",
            )


urlpatterns = list(_patterns())
