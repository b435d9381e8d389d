"""Letters: the server that sends them, and who signs."""

from config.settings.base.environment import env
from config.settings.base.site import address

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="smtp://localhost:25")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=f"Assay <noreply@{address.hostname}>")
