"""What the site is: its address, its name, and whether it is open."""

from urllib.parse import urlsplit

from config.settings.base.environment import env

BASE_URL = env.str("BASE_URL", default="https://assay.example")
SITE_NAME = env.str("SITE_NAME", default="Assay")
# Readers are told to come back; editors go on.
MAINTENANCE = env.bool("MAINTENANCE", default=False)
# Who passes new items on to subscribers at once (W3C WebSub); empty for nobody.
WEBSUB_HUB = env.str("WEBSUB_HUB", default="")
address = urlsplit(BASE_URL)
IS_HTTPS = address.scheme == "https"
