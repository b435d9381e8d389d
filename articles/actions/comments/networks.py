"""Where somebody writes from, so that it can be compared within a day and never be read again."""

import datetime
import ipaddress
import secrets

from django.utils.crypto import salted_hmac

from articles.models.commenters import NetworkSalt

KEPT_DAYS = 2  # the day itself, and the one before for what happens around midnight
SUBSCRIBER = 64  # leading bits of an IPv6 address that stand for one connection


def network_key(*, address: str, now: datetime.datetime) -> str:
    """The hash of a network address with the salt of the day; empty for what is no address."""
    network = _network(address)
    if not network:
        return ""
    salt, _created = NetworkSalt.objects.get_or_create(
        day=now.date(), defaults={"salt": secrets.token_hex(32)}
    )
    return salted_hmac(f"assay.network.{salt.salt}", network, algorithm="sha256").hexdigest()


def forget_salts(*, now: datetime.datetime) -> int:
    """Delete the salts of days gone by; returns how many."""
    oldest = now.date() - datetime.timedelta(days=KEPT_DAYS - 1)
    return NetworkSalt.objects.filter(day__lt=oldest).delete()[0]


def _network(address: str) -> str:
    try:
        parsed = ipaddress.ip_address(address.strip())
    except ValueError:
        return ""
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((int(parsed), SUBSCRIBER), strict=False))
    return str(parsed)
