"""A folder of Word files in; tables and plots of how we and our peers read them out.

Run as `.venv/bin/python -m benchmarks.extraction [FOLDER]` in the checkout.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.extraction import tables
from benchmarks.extraction.figures import cpu, failed, sheets
from benchmarks.extraction.measuring import Run, hold, measure, word_files
from benchmarks.extraction.plots import plots
from benchmarks.extraction.roster import READERS, REQUIREMENTS
from benchmarks.support.environments import (
    OUR_OWN,
    CannotInstallError,
    default_folder,
    environment,
)
from benchmarks.support.running import CannotStartError

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
OUT = Path(__file__).with_name("out")
LIMIT = 60.0


def arguments(given: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=CORPUS)
    parser.add_argument("--out", type=Path, default=OUT, help="where tables and plots go")
    parser.add_argument(
        "--readers", nargs="+", choices=[r.name for r in READERS], help="only these"
    )
    parser.add_argument("--limit", type=float, default=LIMIT, help="seconds by the clock a file")
    parser.add_argument(
        "--environments", type=Path, default=default_folder(), help="where peers are installed"
    )
    return parser.parse_args(given)


def main(given: Sequence[str]) -> int:
    """Measure all readers one after another, then write what was found."""
    options = arguments(given)
    files = word_files(options.folder) if options.folder.is_dir() else []
    if not files:
        print(f"There are no Word files in {options.folder}; name a folder that holds some.")
        return 2
    readers = [each for each in READERS if each.name in (options.readers or [each.name])]
    options.out.mkdir(parents=True, exist_ok=True)
    held = hold(files)
    print(f"{len(files)} files, {sum(map(bool, held.values()))} readable", flush=True)
    runs: list[Run] = []
    missing: dict[str, str] = {}
    for reader in readers:
        try:
            place = (
                OUR_OWN
                if reader.is_ours
                else environment(reader.name, options.environments, REQUIREMENTS)
            )
            run = measure(reader, place, files, held, options.limit)
        except (CannotInstallError, CannotStartError) as error:
            missing[reader.name] = str(error)
            print(f"{reader.name}: not had: {error}", flush=True)
            continue
        runs.append(run)
        print(f"{reader.name} {run.version}: {cpu(run):.2f} s, {failed(run)} failed", flush=True)
    if not runs:
        return 1
    write(options.out, runs, missing)
    return 0


def write(folder: Path, runs: Sequence[Run], missing: dict[str, str]) -> None:
    """Write tables and plots."""
    tables.write(folder, sheets(runs), runs, missing)
    for name, picture in plots(runs).items():
        (folder / name).write_text(picture, encoding="utf-8")
    print(f"written to {folder}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
