"""Which addresses may be fetched: those of the open internet, at its usual ports."""

import ipaddress
import socket
from urllib.parse import SplitResult, urlsplit

from django.utils.translation import gettext as _

from sources.ingest.errors import IngestError

PORTS = {"http": 80, "https": 443}
ALLOWED = "/?&=%:@!$'()*+,;~-._"  # what stands in a path as it is, beside letters and digits
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


class FetchError(IngestError):
    """The address cannot or must not be fetched; the message says what to do instead.

    `status` is what the server answered, None where it is not to blame.
    """

    def __init__(self, message: str, *, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status


def fetchable(url: str) -> SplitResult:
    """The parts of an address; raises FetchError where it is none that is fetched."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise FetchError(_("This is not an address of a web page.")) from error
    if parts.scheme not in PORTS or not parts.hostname or any(c <= " " for c in url.strip()):
        raise FetchError(_("Only addresses that begin with http:// or https:// can be fetched."))
    if parts.username or parts.password:
        raise FetchError(_("The address contains a password. Remove it."))
    if port not in (None, PORTS[parts.scheme]):
        raise FetchError(_("The address names an unusual port, so it is not fetched."))
    return parts


def is_public(address: IPAddress) -> bool:
    """Whether an address belongs to the open internet, and hides no other address inside."""
    if isinstance(address, ipaddress.IPv6Address) and _hides_another(address):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _hides_another(address: ipaddress.IPv6Address) -> bool:
    return bool(address.ipv4_mapped or address.sixtofour or address.teredo or address in NAT64)


def public_address(host: str, port: int) -> str:
    """The address to connect to; raises FetchError where any of the name's is not public."""
    addresses = look_up(host, port)
    if not addresses or not all(is_public(ipaddress.ip_address(row)) for row in addresses):
        raise FetchError(
            _("“%(host)s” is not on the public internet. Paste the text or upload the file.")
            % {"host": host}
        )
    return addresses[0]


def look_up(host: str, port: int) -> list[str]:
    """Every address of a name, without IPv6 zones."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(
            _("There is no server called “%(host)s”. Is the address spelled right?")
            % {"host": host}
        ) from error
    return [str(row[4][0]).partition("%")[0] for row in found]
