"""The lower domain in Wagtail's admin: organisations, who owns them, documents, API tokens."""
