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
    network = network_of(address)
    if not network:
        return ""
    salt = _salt_of(now.date())
    return salted_hmac(f"assay.network.{salt.salt}", network, algorithm="sha256").hexdigest()


def lock_day(*, now: datetime.datetime) -> None:
    """Wait for whoever is writing at this moment, and have others wait until this transaction ends.

    The row of the day is what every writer passes; on SQLite, where writers queue up anyway, this
    is a look at it.
    """
    _salt_of(now.date())
    NetworkSalt.objects.select_for_update().get(day=now.date())


def forget_salts(*, now: datetime.datetime) -> int:
    """Delete the salts of days gone by; returns how many."""
    oldest = now.date() - datetime.timedelta(days=KEPT_DAYS - 1)
    return NetworkSalt.objects.filter(day__lt=oldest).delete()[0]


def _salt_of(day: datetime.date) -> NetworkSalt:
    salt, _created = NetworkSalt.objects.get_or_create(
        day=day, defaults={"salt": secrets.token_hex(32)}
    )
    return salt


def network_of(address: str) -> str:
    """The connection that an address belongs to, as text; empty for what is no address."""
    try:
        parsed = ipaddress.ip_address(address.strip())
    except ValueError:
        return ""
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((int(parsed), SUBSCRIBER), strict=False))
    return str(parsed)
