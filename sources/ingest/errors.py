"""Why ingest refuses bytes. Every message says what the sender can do about it."""


class IngestError(ValueError):
    """The bytes cannot become an item; the message is fit to be shown to the sender."""


class EmptyInputError(IngestError):
    """Nothing but white space came in."""


class TooLargeError(IngestError):
    """More bytes than one news item can have."""


class BinaryInputError(IngestError):
    """The bytes are a picture, an archive, a PDF or the like, not text."""
