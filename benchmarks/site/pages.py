"""A site of thousands of invented statements in, how each kind of page comes to a slow phone out.

Run: .venv/bin/python -m benchmarks.site.pages [--statements N] [--visits N] [--plain] [--lighthouse FOLDER]
The site is served over HTTP on this machine, compressed as most hosts do (not with --plain), to a
Chromium made as slow as Lighthouse makes it for its mobile figures: the processor four times, the
network to a slow 4G. Each figure is
the median of VISITS with an empty cache, beside the calibration workload of benchmarks.site.search
in the same slowed browser. Blocking is what tasks of the page's thread took beyond 50 ms each after
the first paint; shift is the sum of all layout shifts. With the folder in which `npm install
lighthouse` was typed, its own four scores stand beside them.
"""

import argparse
import contextlib
import gzip
import json
import os
import statistics
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from fingerpost.publishing import Site, build
from fingerpost.released import Released
from playwright.sync_api import Browser, CDPSession, ViewportSize

from benchmarks.site.chromium import chromium, program, written
from benchmarks.site.releases import big_site
from benchmarks.site.search import CALIBRATION

SLOWER = 4
SLOW_4G = {
    "offline": False,
    "latency": 562.5,
    "downloadThroughput": 1_474_560 / 8,
    "uploadThroughput": 691_200 / 8,
}
PHONE: ViewportSize = {"width": 412, "height": 823}
QUIET = 2000
SCORES = ("performance", "accessibility", "best-practices", "seo")

OBSERVE = """
window.seen = {painted: 0, largest: 0, shift: 0, tasks: []};
const observe = (type, take) =>
  new PerformanceObserver(list => list.getEntries().forEach(take)).observe({type, buffered: true});
observe("largest-contentful-paint", one => { window.seen.largest = one.startTime; });
observe("layout-shift", one => { if (!one.hadRecentInput) window.seen.shift += one.value; });
observe("longtask", one => window.seen.tasks.push([one.startTime, one.duration]));
observe("paint", one => {
  if (one.name === "first-contentful-paint") window.seen.painted = one.startTime;
});
"""


class Plain(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name
        pass


class Compressed(Plain):
    """Serves a folder as most web hosts do."""

    def do_GET(self) -> None:
        path = self.translate_path(self.path)
        if not Path(path).is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        data = _compressed(path)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@cache
def _compressed(path: str) -> bytes:
    return gzip.compress(Path(path).read_bytes(), compresslevel=6)


@dataclass(frozen=True)
class Arrival:
    """How one page came: milliseconds, the sum of its shifts, kilobytes, requests, elements."""

    painted: float
    largest: float
    blocking: float
    shift: float
    kilobytes: float
    requests: float
    elements: float


def changed_site(statements: int) -> Site:
    """Return a site of so many statements, a tenth of them changed since the release before."""
    site = big_site(statements)
    return replace(site, before=_before(site.released), since="1 September 2026")


def _before(now: Released) -> Released:
    reworded = tuple(
        replace(one, text=f"Once: {one.text}") if place % 20 == 0 else one
        for place, one in enumerate(now.statements)
        if place % 20 != 1
    )
    return replace(now, release=replace(now.release, number=1), statements=reworded)


def pages_of(folder: Path) -> Sequence[str]:
    """Return the page of each kind to visit, of several the heaviest."""
    heaviest = (
        max((folder / kind).glob("*.html"), key=lambda page: page.stat().st_size)
        for kind in ("categories", "statements")
    )
    own = ("index.html", "find.html", "list.html", "changed.html", "audit.html")
    return (*own, *(str(page.relative_to(folder)) for page in heaviest))


@contextlib.contextmanager
def served(folder: Path, handler: type[Plain]) -> Iterator[str]:
    """Serve a folder, and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def arrival(browser: Browser, address: str) -> tuple[Arrival, float]:
    """Visit a page with an empty cache; return how it came, and the calibration."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=1.75, is_mobile=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    sizes = _slowed(session)
    page.add_init_script(OBSERVE)
    page.goto(address, wait_until="networkidle", timeout=120_000)
    page.wait_for_timeout(QUIET)
    seen = page.evaluate("window.seen")
    elements = page.evaluate("document.getElementsByTagName('*').length")
    calibration = min(float(page.evaluate(CALIBRATION)) for _ in range(3))
    context.close()
    late = [took - 50 for began, took in seen["tasks"] if began + took > seen["painted"]]
    came = Arrival(
        painted=seen["painted"],
        largest=seen["largest"],
        blocking=sum(late),
        shift=seen["shift"],
        kilobytes=sum(sizes) / 1000,
        requests=len(sizes),
        elements=elements,
    )
    return came, calibration


def _slowed(session: CDPSession) -> list[float]:
    """Slow the browser, and return a list that grows by the bytes of each answer."""
    sizes: list[float] = []
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    session.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    return sizes


def scores(folder: Path, address: str) -> Sequence[int]:
    """Return what Lighthouse gives a page of 100, in the order of SCORES."""
    done = subprocess.run(
        [
            folder / "node_modules/.bin/lighthouse",
            address,
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(SCORES)}",
            "--chrome-flags=--headless --no-sandbox --disable-background-networking",
        ],
        capture_output=True,
        check=True,
        env={**os.environ, "CHROME_PATH": program()},
        timeout=300,
    )
    told = json.loads(done.stdout)["categories"]
    return [round(100 * told[name]["score"]) for name in SCORES]


def line(page: str, arrivals: Sequence[Arrival], scored: Sequence[int]) -> str:
    """Return one row of the table."""
    painted, largest, blocking, shift, kilobytes, requests, elements = (
        statistics.median(getattr(one, name) for one in arrivals)
        for name in Arrival.__dataclass_fields__
    )
    return (
        f"{page[:34]:34} {painted:7.0f} {largest:7.0f} {blocking:8.0f} {shift:6.3f} "
        f"{kilobytes:8.0f} {requests:5.0f} {elements:8,.0f}   {' '.join(map(str, scored))}"
    )


def main() -> None:
    """Measure, and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--statements", type=int, default=5000)
    asked.add_argument("--visits", type=int, default=3)
    asked.add_argument("--plain", action="store_true")
    asked.add_argument("--lighthouse", type=Path, metavar="FOLDER")
    given = asked.parse_args()
    calibrations: list[float] = []
    print(f"{'page':34} {'painted':>7} {'largest':>7} blocking  shift       kB  asks elements")
    with chromium() as browser, tempfile.TemporaryDirectory() as name:
        folder = written(build(changed_site(given.statements)), Path(name))
        with served(folder, Plain if given.plain else Compressed) as root:
            for page in pages_of(folder):
                address = f"{root}/{page}"
                visits = [arrival(browser, address) for _ in range(given.visits)]
                calibrations += (calibration for _, calibration in visits)
                scored = scores(given.lighthouse, address) if given.lighthouse else ()
                print(line(page, [came for came, _ in visits], scored), flush=True)
    print(f"calibration: median {statistics.median(calibrations):.0f} ms")


if __name__ == "__main__":
    main()
