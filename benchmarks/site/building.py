"""A release of thousands of invented statements in, what building its site costs and weighs out.

Run: .venv/bin/python -m benchmarks.site.building [--statements N] [--runs N]
Processor seconds of building every file in memory, each line the quickest of RUNS, beside those of a
calibration workload of the same run; then what the pages weigh, the scripts that only searching
loads apart.
"""

import argparse
import hashlib
import statistics
import time
from collections.abc import Mapping
from dataclasses import replace

from fingerpost.publishing import Site, build

from benchmarks.site.releases import big_site

KILOBYTE = 1000


def calibration() -> float:
    """Hash and sort a fixed amount; some processor seconds."""
    started = time.process_time()
    block = b"fingerpost" * 100_000
    for _ in range(600):
        hashlib.sha256(block).digest()
    sorted(hashlib.md5(str(number).encode()).hexdigest() for number in range(600_000))
    return time.process_time() - started


def built(site: Site) -> tuple[float, Mapping[str, int]]:
    """Return the processor seconds of building, and how many bytes each file has."""
    started = time.process_time()
    sizes = {path: len(content) for path, content in build(site)}
    return time.process_time() - started, sizes


def main() -> None:
    """Measure, and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--statements", type=int, default=5000)
    asked.add_argument("--runs", type=int, default=3)
    given = asked.parse_args()
    yardstick = min(calibration() for _ in range(given.runs))
    site = big_site(given.statements)
    runs = [built(replace(site)) for _ in range(given.runs)]
    seconds, sizes = min(runs, key=lambda run: run[0])
    print(f"calibration            {yardstick:8.1f} s of processor")
    print(
        f"{given.statements:,} statements, built {seconds:8.1f} s, {seconds / yardstick:.1f} times that"
    )
    print(f"files                  {len(sizes):8,}, {sum(sizes.values()) / 1e6:.1f} MB")
    pages = {path: size for path, size in sizes.items() if path.endswith(".html")}
    heaviest = sorted(pages, key=pages.__getitem__, reverse=True)[:5]
    print(
        f"pages                  {len(pages):8,}, median {statistics.median(pages.values()) / KILOBYTE:.1f} kB"
    )
    for path in heaviest:
        print(f"  {pages[path] / KILOBYTE:8.1f} kB  {path}")
    for path in sorted(path for path in sizes if path.startswith("assets/")):
        print(f"  {sizes[path] / KILOBYTE:8.1f} kB  {path}")


if __name__ == "__main__":
    main()
