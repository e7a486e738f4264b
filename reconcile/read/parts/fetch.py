"""Fetch a report from the web. The only file that goes to the network.

Only http and https, and only addresses that anybody could reach: each name is resolved here, its
addresses are looked at, and the connection is made to one of those that were looked at, so that a
name cannot mean another machine a moment later. Redirects are followed by the same rules.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from threading import Timer
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from reconcile.errors import ReadError
from reconcile.read.parts.charset import decode_declared
from reconcile.read.parts.content import LARGEST

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_HEADERS = {
    "User-Agent": "reconcile (reads single pages on an editor's request)",
    "Accept": "text/html, application/xhtml+xml, application/json, text/*, application/*;q=0.8",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
_ON = frozenset({301, 302, 303, 307, 308})
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/csv": ".csv",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/pdf": ".pdf",
    "message/rfc822": ".eml",
}
_PIECE = 65_536
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def is_public(address: IPAddress) -> bool:
    """Tell whether an address is one of the open net: not private, loopback, link-local, multicast.

    An IPv4 address inside an IPv6 one counts as itself.
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        if address.teredo is not None or address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


@dataclass(frozen=True, slots=True)
class Policy:
    """What may be fetched, and how much of it: seconds, bytes, redirects, addresses."""

    silence: float = 15.0  # seconds without an answer
    patience: float = 60.0  # seconds for one answer, however it drips
    largest: int = LARGEST
    redirects: int = 5
    allowed: Callable[[IPAddress], bool] = is_public


POLICY = Policy()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: its bytes, and the ending of a file's name that fits their type."""

    data: bytes
    ending: str = ""


def fetched(url: str, policy: Policy = POLICY) -> Fetched:
    """Fetch what stands at an address; raises ReadError where that is not allowed or fails."""
    at = url
    for _ in range(policy.redirects + 1):
        answer = _ask(url, _parts(url, at), policy)
        if isinstance(answer, Fetched):
            return answer
        onward = urljoin(at, answer)
        if at.startswith("https:") and not onward.lower().startswith("https:"):
            raise ReadError(url, f"it leads from https to {onward[:100]}", "fetch that yourself")
        at = onward
    raise ReadError(url, f"it leads on more than {policy.redirects} times", "check the address")


def _parts(url: str, at: str) -> SplitResult:
    """Return the parts of an address; raises ReadError for one that may not be fetched."""
    try:
        parts = urlsplit(at)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise ReadError(url, f"it is no web address ({error})", "check the address") from error
    if parts.scheme.lower() not in {"http", "https"} or not host:
        raise ReadError(url, f"it leads to {at[:100]}", "only http and https are fetched")
    if parts.username is not None:
        raise ReadError(url, "it holds a user's name", "only open pages are fetched")
    return parts


def _checked(url: str, host: str, port: int, policy: Policy) -> list[str]:
    """Return the allowed addresses of a host; raises ReadError where it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ReadError(url, f"no machine is named {host}", "check the address") from error
    numbers = dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found)
    allowed = [n for n in numbers if policy.allowed(ipaddress.ip_address(n))]
    if not allowed:
        raise ReadError(url, f"{host} is a machine of a closed net", "only open pages are fetched")
    return allowed


def _connected(url: str, parts: SplitResult, policy: Policy) -> socket.socket:
    """Return a connection to an address that was checked, encrypted for https."""
    host, secure = str(parts.hostname), parts.scheme.lower() == "https"
    port = parts.port or (443 if secure else 80)
    failed: Exception | None = None
    for number in _checked(url, host, port, policy):
        try:
            plain = socket.create_connection((number, port), policy.silence)
        except OSError as error:
            failed = error
            continue
        if not secure:
            return plain
        try:
            return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        except (OSError, ValueError) as error:
            plain.close()
            failed = error
    raise ReadError(url, f"{host} cannot be reached ({_said(failed)})", "try again") from failed


def _ask(url: str, parts: SplitResult, policy: Policy) -> Fetched | str:
    """Return what an address gives, or the address that it leads to."""
    connection = http.client.HTTPConnection(str(parts.hostname), parts.port)
    connection.sock = _connected(url, parts, policy)
    # a server that sends a byte now and then is cut off, whatever it is sending
    end = Timer(policy.patience, _cut, (connection.sock,))
    end.daemon = True
    end.start()
    try:
        target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
        host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
        headers = {**_HEADERS, "Host": host}
        connection.request("GET", target + (f"?{query}" if query else ""), headers=headers)
        return _answer(url, connection.getresponse(), policy)
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        raise ReadError(url, f"it cannot be fetched ({_said(error)})", "try again") from error
    finally:
        end.cancel()
        connection.close()


def _cut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # it is closed already


def _answer(url: str, response: http.client.HTTPResponse, policy: Policy) -> Fetched | str:
    """Return the content of an answer, or the address in it."""
    onward = response.headers.get("Location", "")
    if response.status in _ON and onward:
        return onward
    if response.status != http.client.OK:
        said = f"{response.status} {response.reason}"[:80]
        raise ReadError(url, f"the server answers {said}", "check the address")
    kind = response.headers.get_content_type()
    data = _content(url, response, policy)
    charset = response.headers.get_content_charset() or ""
    if charset and kind in {"text/html", "text/plain", "text/csv", "text/markdown"}:
        text = decode_declared(url, data, charset).text  # what the server says goes before the page
        data = b"\xef\xbb\xbf" + text.encode("utf-8", "replace")
    return Fetched(data, _ENDINGS.get(kind, ""))


def _content(url: str, response: http.client.HTTPResponse, policy: Policy) -> bytes:
    coding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if coding not in {"", "identity", "gzip", "x-gzip", "deflate"}:
        raise ReadError(url, f"it comes packed as {coding[:20]}", "save the page and give the file")
    unpack = None if coding in {"", "identity"} else zlib.decompressobj(zlib.MAX_WBITS | 32)
    out = bytearray()
    while piece := response.read(_PIECE):
        out += unpack.decompress(piece, policy.largest + 1 - len(out)) if unpack else piece
        if len(out) > policy.largest:
            reason = f"it has more than {policy.largest / 1e6:.0f} MB, the limit"
            raise ReadError(url, reason, "save the page and cut it")
    if not bytes(out).strip():
        raise ReadError(url, "it is empty", "check the address")
    return bytes(out)


def _said(error: BaseException | None) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return " ".join(str(error).split())[:100] or type(error).__name__
