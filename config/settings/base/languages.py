"""Language and time."""

from config.settings.base.environment import env

# What lists and everything else outside a briefing speak: "en" or "de".
LANGUAGE_CODE = env.str("LANGUAGE_CODE", default="en")
LANGUAGES = [
    ("en", "English"),
    ("de", "German"),
    ("zh-hans", "Chinese"),
    ("ar", "Arabic"),
]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True
