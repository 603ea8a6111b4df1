"""A folder of Word files in, a page of counts out: balanced, refused by code, unbalanced.

Run as `python -m tests.corpus.report FOLDER`; the folder's own folders hold the files.
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import TimeoutError as TimedOutError
from pathlib import Path

from pebble import ProcessPool

from tests.corpus.balance import CORPUS, Verdict, corpus_files, weigh

_GOOD = ("balanced", "refused")


def verdicts(files: Sequence[Path], limit: float) -> Iterator[Verdict]:
    """Weigh each file in a process of its own kind, so that a crash or a hang is one verdict."""
    with ProcessPool(max_workers=1) as pool:
        for path in files:
            name = f"{path.parent.name}/{path.name}"
            try:
                yield pool.schedule(weigh, args=(path,), timeout=limit).result()
            except TimedOutError:
                yield Verdict(name, "hang", detail=f"more than {limit:.0f} s", seconds=limit)
            except Exception as error:  # noqa: BLE001 - every fault is a line of the report
                yield Verdict(name, "crash", type(error).__name__, str(error))


def classes(folder: Path) -> dict[str, str]:
    """Read what the corpus says each file is."""
    manifest = folder / "manifest.csv"
    if not manifest.is_file():
        return {}
    with manifest.open(encoding="utf-8", newline="") as lines:
        return {row["file"]: row["class"] for row in csv.DictReader(lines)}


def page(found: Sequence[Verdict], kinds: dict[str, str]) -> Iterator[str]:
    """Lay out the counts, then every file that is neither balanced nor rightly refused."""
    yield f"files                    {len(found):>5}"
    for (outcome, code), count in sorted(Counter((v.outcome, v.code) for v in found).items()):
        yield f"{f'{outcome} {code}':<24} {count:>5}"
    yield f"seconds of processor     {sum(v.seconds for v in found):>5.1f}"
    slowest = max(found, key=lambda verdict: verdict.seconds, default=None)
    if slowest is not None:
        yield f"slowest                  {slowest.seconds:>5.1f} {slowest.name}"
    yield from _by_class(found, kinds)
    for verdict in found:
        if verdict.outcome not in _GOOD:
            yield f"\n{verdict.name}: {verdict.outcome} {verdict.code}\n  {verdict.detail[:1500]}"


def _by_class(found: Sequence[Verdict], kinds: dict[str, str]) -> Iterator[str]:
    counts = Counter((kinds.get(v.name, "not listed"), v.outcome) for v in found)
    for (kind, outcome), count in sorted(counts.items()):
        yield f"  {kind:<16} {outcome:<24} {count:>5}"


def main(arguments: Sequence[str]) -> int:
    """Print the page; 1 where a file is neither balanced nor rightly refused."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.report", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=CORPUS)
    parser.add_argument("--only", default="", help="files whose name holds this")
    parser.add_argument("--limit", type=float, default=60.0, help="seconds for one file")
    chosen = parser.parse_args(arguments)
    files = [path for path in corpus_files(chosen.folder) if chosen.only in str(path)]
    found = list(verdicts(files, chosen.limit))
    print("\n".join(page(found, classes(chosen.folder))))
    return 0 if all(verdict.outcome in _GOOD for verdict in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
