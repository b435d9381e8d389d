"""The API: who may call it, how often, and how it is described."""

from config.settings.base.environment import env

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["sources.api.tokens.BearerToken"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "sources.api.problems.handle",
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_THROTTLE_CLASSES": [
        "rest_framework.throttling.AnonRateThrottle",
        "rest_framework.throttling.UserRateThrottle",
    ],
    "DEFAULT_THROTTLE_RATES": {
        "anon": env.str("API_RATE_ANONYMOUS", default="300/min"),
        "user": env.str("API_RATE_TOKEN", default="1200/min"),
        "comments": env.str("API_RATE_COMMENTS", default="10/hour"),
        "comments_address": env.str("API_RATE_COMMENTS_ADDRESS", default="6/hour"),
        "comments_article": env.str("API_RATE_COMMENTS_ARTICLE", default="120/hour"),
    },
    # How many proxies add to X-Forwarded-For; what a caller writes there itself is not believed.
    "NUM_PROXIES": env.int("NUM_PROXIES", default=1),
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Assay API",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "PREPROCESSING_HOOKS": ["config.api.keep_public_endpoints"],
    # Enumerations have the same names in the description as in the code.
    "ENUM_NAME_OVERRIDES": {
        "CaptureWay": "sources.enums.CaptureWay",
        "ChallengeReason": "articles.enums.ChallengeReason",
        "ChallengeStatus": "articles.enums.ChallengeStatus",
        "ChangeType": "articles.formats.changes.ChangeType",
        "ClaimKind": "articles.enums.ClaimKind",
        "CommentPolicy": "articles.enums.CommentPolicy",
        "CommentState": "articles.enums.CommentState",
        "CommentStatus": "articles.enums.CommentStatus",
        "ControlKind": "sources.enums.ControlKind",
        "CorroborationState": "sources.enums.CorroborationState",
        "CredibilityCode": "sources.enums.Credibility",
        "DirectiveForce": "articles.enums.DirectiveForce",
        "DirectiveStatus": "articles.enums.DirectiveStatus",
        "EditionKind": "articles.enums.EditionKind",
        "OrganisationKind": "sources.enums.OrganisationKind",
        "OwnershipStatus": "sources.enums.OwnershipStatus",
        "ReliabilityCode": "sources.enums.Reliability",
        "TestimonyRole": "sources.enums.TestimonyRole",
    },
}
