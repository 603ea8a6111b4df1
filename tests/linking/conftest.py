"""A real web server on this machine, whose pages answer well, wrongly, slowly or elsewhere."""

import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

ELSEWHERE = {
    "/moved": (301, "/good"),
    "/moved-twice": (308, "/moved"),
    "/for-now": (302, "/good"),
    "/first-for-good": (301, "/for-now"),
    "/round": (302, "/round"),
    "/for-now-then-good": (302, "/moved"),
    "/old/page": (301, "/"),
    "/closed/page": (301, "/?closed"),
    "/to-a-file": (302, "file:///etc/hostname"),
    "/to-the-machine-itself": (302, "http://169.254.169.254/latest"),
}
STATUSES = {
    "/good": 200,
    "/": 200,
    "/?closed": 404,
    "/missing": 404,
    "/gone": 410,
    "/broken": 500,
    "/people-only": 403,
    "/too-often": 429,
}


class Pages(BaseHTTPRequestHandler):
    def do_HEAD(self):
        self.server.asked.append((self.command, self.path, time.monotonic(), dict(self.headers)))
        if self.path == "/slow":
            time.sleep(2)
        if self.path in ("/no-head", "/endless-page") and self.command == "HEAD":
            self.send_error(501)
        elif self.path == "/endless-page":
            self.pour()
        elif self.path == "/trickle":
            self.trickle()
        elif self.path == "/endless-way":
            self.send_response(302)
            self.send_header("Location", f"/{'w' * 5000}")
            self.end_headers()
        elif self.path == "/nonsense":
            self.wfile.write(b"this is no answer\r\n\r\n")
        elif self.path in ELSEWHERE:
            status, place = ELSEWHERE[self.path]
            self.send_response(status)
            self.send_header("Location", place)
            self.end_headers()
        else:
            self.send_response(STATUSES.get(self.path, 200))
            self.send_header("Set-Cookie", "seen=1")
            self.end_headers()

    do_GET = do_HEAD  # noqa: N815 - the server's own name

    def pour(self):
        """Send a page that has no end, until nobody takes it any more."""
        self.send_response(200)
        self.end_headers()
        with suppress(OSError):
            while True:
                self.server.poured += self.wfile.write(bytes(100_000))

    def trickle(self):
        """Give a sign of life again and again, and an answer only to who waits for very long."""
        for _ in range(40):
            self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            time.sleep(0.05)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        pass


class Web(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Pages)
        self.asked = []
        self.poured = 0

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{path}"

    def paths(self) -> list[tuple[str, str]]:
        return [(method, path) for method, path, *_ in self.asked]


@pytest.fixture
def web():
    server = Web()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def nobody():
    """Give an address at which no machine answers."""
    server = Web()
    server.server_close()
    return server.url("/")


@pytest.fixture(autouse=True)
def no_proxy_but_the_tests_own(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
