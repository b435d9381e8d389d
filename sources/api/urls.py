"""The addresses of the sources domain in the API."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
