"""A site of thousands of invented statements in, how soon a browser on a slow machine answers out.

Run: .venv/bin/python -m benchmarks.site.search [--statements N] [--slower N] [--visits N]
Chromium opens the search page from disk, its processor made N times slower, and types a letter at a
time. Milliseconds from a key's press until the first result has been painted, and from opening the
page until all is ready, beside those of a calibration workload in the same slowed browser. What
other programs do at the same time makes these longer; the milliseconds of processor that the page's
own thread worked do not depend on it, and hold all fifty results of each key.
"""

import argparse
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fingerpost.publishing import build
from playwright.sync_api import Browser, CDPSession, Page

from benchmarks.site.chromium import chromium, written
from benchmarks.site.releases import big_site

TYPED = ("reading", "visual timetable", "dyslexia", "anxious in the hall", "speling test", "C&I")
BETWEEN_KEYS = 500
READY = "search is ready"

CALIBRATION = """
() => {
  const started = performance.now();
  const numbers = Array.from({length: 200000}, (_, place) => (place * 7919) % 200003);
  numbers.sort((one, other) => one - other);
  const seen = new Map(numbers.map(number => [String(number), number]));
  let sum = 0;
  for (const value of seen.values()) { sum += value; }
  return performance.now() - started;
}
"""

LISTEN = """
() => {
  window.answered = [];
  let pressed = 0;
  addEventListener("keydown", event => { pressed = event.timeStamp; }, true);
  const painted = since => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => window.answered.push(performance.now() - since);
    channel.port2.postMessage(null);
  });
  const added = changes => changes.some(one => one.addedNodes.length);
  new MutationObserver(changes => { if (pressed && added(changes)) { painted(pressed); pressed = 0; } })
    .observe(document.getElementById("results"), {childList: true});
}
"""


@dataclass(frozen=True)
class Visit:
    """One visit in milliseconds: of the clock, and of the processor where the name says `worked`."""

    calibration: float
    ready: float
    ready_worked: float
    answered: Sequence[float]
    answered_worked: Sequence[float]


def visit(browser: Browser, address: str, slower: float) -> Visit:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(address)
    ready = _ready(page)
    ready_worked = _worked(session)
    page.wait_for_timeout(500)
    calibration = min(float(page.evaluate(CALIBRATION)) for _ in range(3))
    page.evaluate(LISTEN)
    worked = list(_keys(page, session))
    answered = page.evaluate("window.answered")
    page.close()
    return Visit(calibration, ready, ready_worked, answered, worked)


def _ready(page: Page) -> float:
    """Wait for the page's own mark, and return when it was set."""
    asked = f"performance.getEntriesByName('{READY}').map(one => one.startTime)"
    while not (marks := page.evaluate(asked)):
        page.wait_for_timeout(50)
    return float(marks[0])


def _worked(session: CDPSession) -> float:
    """Return how many milliseconds of processor the page's thread has worked."""
    told = session.send("Performance.getMetrics")["metrics"]
    return next(1000 * float(one["value"]) for one in told if one["name"] == "TaskDuration")


def _keys(page: Page, session: CDPSession) -> Iterator[float]:
    """Type all there is to type, and yield what the page worked for each key."""
    for words in TYPED:
        page.fill("#q", "")
        page.wait_for_timeout(2 * BETWEEN_KEYS)
        page.focus("#q")
        for letter in words:
            before = _worked(session)
            page.keyboard.type(letter)
            page.wait_for_timeout(BETWEEN_KEYS)
            yield _worked(session) - before


def said(name: str, values: Sequence[float]) -> str:
    ordered = sorted(values)
    late = ordered[int(0.95 * (len(ordered) - 1))]
    return (
        f"{name:34} median {statistics.median(ordered):5.0f} ms, "
        f"of 100 the 95th {late:5.0f} ms, worst {ordered[-1]:5.0f} ms"
    )


def main() -> None:
    """Measure, and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--statements", type=int, default=5000)
    asked.add_argument("--slower", type=float, default=4)
    asked.add_argument("--visits", type=int, default=3)
    given = asked.parse_args()
    with chromium() as browser, tempfile.TemporaryDirectory() as folder:
        site = written(build(big_site(given.statements)), Path(folder))
        address = (site / "find.html").as_uri()
        visits = [visit(browser, address, given.slower) for _ in range(given.visits)]
    keys = [one for each in visits for one in each.answered]
    worked = [one for each in visits for one in each.answered_worked]
    print(
        f"{given.statements:,} statements, processor {given.slower:g} times slower, {len(keys)} keys"
    )
    print(said("calibration", [each.calibration for each in visits]))
    print(said("from a key to its first result", keys))
    print(said("  processor, all results", worked))
    print(said("from opening to all being ready", [each.ready for each in visits]))
    print(said("  processor", [each.ready_worked for each in visits]))


if __name__ == "__main__":
    main()
