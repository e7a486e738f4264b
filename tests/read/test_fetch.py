"""Fetch from a server on this machine, which only the tests allow, and try what is forbidden."""

from __future__ import annotations

import contextlib
import gzip
import ipaddress
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from reconcile.errors import ReadError
from reconcile.read.parts.fetch import Fetched, Policy, fetched, is_public

STORY = "Nine people were hurt in the café on Thursday."
HERE = Policy(silence=2, patience=3, largest=100_000, redirects=2, allowed=lambda address: True)


class Site(BaseHTTPRequestHandler):
    """Answers by path."""

    seen: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.seen.append(self.path)
        getattr(self, "at_" + self.path.split("?")[0].strip("/").replace("/", "_"))()

    def give(self, data: bytes, kind: str = "text/html", status: int = 200, **more: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def at_page(self) -> None:
        self.give(STORY.encode("latin-1"), "text/html; charset=iso-8859-1")

    def at_data(self) -> None:
        self.give(b"a,b", "text/csv")

    def at_packed(self) -> None:
        self.give(gzip.compress(STORY.encode()), Content_Encoding="gzip")

    def at_bomb(self) -> None:
        self.give(gzip.compress(b"a" * 10_000_000), Content_Encoding="gzip")

    def at_brotli(self) -> None:
        self.give(b"abc", Content_Encoding="br")

    def at_large(self) -> None:
        self.give(b"a" * 200_000)

    def at_empty(self) -> None:
        self.give(b" ")

    def at_gone(self) -> None:
        self.give(b"no", status=410)

    def at_on(self) -> None:
        self.give(b"", status=302, Location="/page")

    def at_round(self) -> None:
        self.give(b"", status=302, Location="/round")

    def at_file(self) -> None:
        self.give(b"", status=302, Location="file:///etc/passwd")

    def at_inside(self) -> None:
        self.give(b"", status=302, Location="http://10.0.0.1/")

    def at_slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        with contextlib.suppress(OSError):  # whoever asked has gone
            for _ in range(60):
                self.wfile.write(b"a")
                time.sleep(0.1)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_comes_in_the_charset_of_its_server(site: str) -> None:
    assert fetched(f"{site}/page", HERE) == Fetched(b"\xef\xbb\xbf" + STORY.encode(), ".html")
    assert fetched(f"{site}/on", HERE).ending == ".html"
    assert fetched(f"{site}/packed", HERE).data == STORY.encode()


def test_the_type_tells_the_ending_and_the_query_goes_along(site: str) -> None:
    assert fetched(f"{site}/data?q=Ø a", HERE) == Fetched(b"a,b", ".csv")
    assert Site.seen[-1] == "/data?q=%C3%98%20a"


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("bomb", "more than 0 MB"),
        ("large", "more than 0 MB"),
        ("brotli", "packed as br"),
        ("empty", "it is empty"),
        ("gone", "the server answers 410 Gone"),
        ("round", "leads on more than 2 times"),
        ("file", "only http and https are fetched"),
    ],
)
def test_what_is_not_taken(site: str, path: str, why: str) -> None:
    with pytest.raises(ReadError, match=why) as caught:
        fetched(f"{site}/{path}", HERE)
    assert str(caught.value).startswith(f"{site}/{path}: ")


def test_a_server_that_drips_is_cut_off(site: str) -> None:
    began = time.monotonic()
    policy = Policy(silence=1, patience=0.5, allowed=lambda address: True)
    data = b""
    with contextlib.suppress(ReadError):
        data = fetched(f"{site}/slow", policy).data
    assert time.monotonic() - began < 3
    assert len(data) < 60


def test_without_permission_nothing_of_a_closed_net_is_asked(site: str) -> None:
    before = len(Site.seen)
    for url in (
        f"{site}/page",
        site.replace("127.0.0.1", "localhost"),
        "http://[::1]/",
        "http://0.0.0.0/",
    ):
        with pytest.raises(ReadError, match="closed net"):
            fetched(url)
    assert len(Site.seen) == before


def test_a_redirect_to_a_closed_net_is_not_followed(site: str) -> None:
    here = ipaddress.ip_address("127.0.0.1")
    with pytest.raises(ReadError, match=r"10\.0\.0\.1 is a machine of a closed net"):
        fetched(f"{site}/inside", Policy(allowed=lambda a: a == here or is_public(a)))


def test_the_address_that_was_looked_at_is_the_one_that_is_asked(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that means an open machine first and this one a moment later gets no connection here."""
    answers = iter(["203.0.113.9", "127.0.0.1"])
    asked: list[object] = []

    def resolve(host: str, port: int, **_: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    def connect(to: tuple[str, int], timeout: float) -> socket.socket:
        asked.append(to[0])
        raise OSError("unreachable")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(ReadError, match="cannot be reached"):
        fetched("http://herald.example/", Policy(allowed=lambda a: not a.is_loopback))
    assert asked == ["203.0.113.9"]


@pytest.mark.parametrize(
    "url",
    [
        "http://user:word@herald.example/",
        "http://herald.example:99999/",
        "http:///a",
        "http://[::1/",
    ],
)
def test_odd_addresses_are_refused_before_anything_is_asked(url: str) -> None:
    with pytest.raises(ReadError):
        fetched(url, HERE)


@pytest.mark.parametrize(
    "number",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
        *(
            "0.0.0.0",
            "255.255.255.255",
            "224.0.0.1",
            "240.0.0.1",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
        ),
        *(
            "::ffff:127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "fec0::1",
            "ff02::1",
            "::127.0.0.1",
        ),
    ],
)
def test_addresses_that_are_not_of_the_open_net(number: str) -> None:
    assert not is_public(ipaddress.ip_address(number))


def test_addresses_of_the_open_net() -> None:
    for number in ("93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"):
        assert is_public(ipaddress.ip_address(number))
