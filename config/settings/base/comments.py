"""Comments and challenges: what is held, what is believed, and until when."""

from config.settings.base.environment import env

# Days after publication at whose end comments close; 0 for never.
COMMENTS_CLOSE_AFTER_DAYS = env.int("COMMENTS_CLOSE_AFTER_DAYS", default=0)
# Approved comments after which a confirmed commenter is read afterwards; 0 for never.
COMMENTS_TRUSTED_AFTER = env.int("COMMENTS_TRUSTED_AFTER", default=3)
# Links that a comment may have without being held.
COMMENTS_MOST_LINKS = env.int("COMMENTS_MOST_LINKS", default=2)
# With a key, Akismet is asked about each new comment; without, nothing is sent to anybody.
AKISMET_KEY = env.str("AKISMET_KEY", default="")
AKISMET_URL = env.str("AKISMET_URL", default="https://rest.akismet.com/1.1/comment-check")
# Days that an editor has to answer a challenge.
CHALLENGE_DUE_DAYS = env.int("CHALLENGE_DUE_DAYS", default=7)
