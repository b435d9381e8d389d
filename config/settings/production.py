"""Production: base as it is, and a refusal to start without what only an operator can know."""

from django.core.exceptions import ImproperlyConfigured

from config.settings.base import *
from config.settings.base import SECRET_KEY

if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured(
        "SECRET_KEY must be set to at least 50 random characters, for instance with "
        "python -c 'import secrets; print(secrets.token_urlsafe(64))'."
    )
