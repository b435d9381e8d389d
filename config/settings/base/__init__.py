"""Settings that every environment shares, by subject; safe for production as they stand.

Everything that differs between installations is an environment variable (see .env.example and
docs/reference/settings.md). The modules beside this package may only loosen what is set here.
"""

from config.settings.base.api import *
from config.settings.base.applications import *
from config.settings.base.comments import *
from config.settings.base.content_security_policy import *
from config.settings.base.data import *
from config.settings.base.environment import *
from config.settings.base.files import *
from config.settings.base.ingest import *
from config.settings.base.languages import *
from config.settings.base.logs import *
from config.settings.base.mail import *
from config.settings.base.security import *
from config.settings.base.site import *
from config.settings.base.wagtail import *
