"""How a moment is written wherever machines read it."""

import datetime


def timestamp(moment: datetime.datetime) -> str:
    """RFC 3339 in UTC, to the second."""
    moment = moment.astimezone(datetime.UTC).replace(microsecond=0)
    return moment.isoformat().replace("+00:00", "Z")
