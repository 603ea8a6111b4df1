"""Labelled statements in; tables of how right and how dear our judgement is, and that of others.

Run as `.venv/bin/python -m benchmarks.classification` in the checkout.
"""

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fingerpost.rulebook import load_rulebook

from benchmarks.classification import tables
from benchmarks.classification.cases import Case, of_exemplars, read_cases, workload
from benchmarks.classification.roster import CONTESTANTS, REQUIREMENTS, Contestant
from benchmarks.classification.sitting import FailedError, Material, Run, examine
from benchmarks.migration.measure import calibration
from benchmarks.support.environments import (
    OUR_OWN,
    CannotInstallError,
    Environment,
    default_folder,
    environment,
)
from benchmarks.support.running import CannotStartError

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "gold" / "labelled_dev.csv"
OURS = ROOT / "tests" / "gold" / "strategies.csv"
OUT = Path(__file__).with_name("out")
LIMIT = 1200.0
STATEMENTS = 10_000


def arguments(given: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.classification", description=__doc__
    )
    parser.add_argument("--gold", type=Path, nargs="+", help="labelled statements to judge")
    parser.add_argument("--rows", type=int, help="only so many of each file, evenly spread")
    parser.add_argument(
        "--statements", type=int, default=STATEMENTS, help="how many to judge for the cost"
    )
    parser.add_argument("--out", type=Path, default=OUT, help="where the tables go")
    parser.add_argument(
        "--contestants", nargs="+", choices=[one.name for one in CONTESTANTS], help="only these"
    )
    parser.add_argument("--at-once", type=int, default=1, help="contestants that work at once")
    parser.add_argument("--limit", type=float, default=LIMIT, help="seconds by the clock a sitting")
    parser.add_argument(
        "--environments", type=Path, default=default_folder(), help="where peers are installed"
    )
    return parser.parse_args(given)


def main(given: Sequence[str]) -> int:
    """Examine all contestants, then write what was found."""
    options = arguments(given)
    material = gathered(options)
    chosen = [one for one in CONTESTANTS if one.name in (options.contestants or [one.name])]
    places = [placed(one, options.environments) for one in chosen]
    calibrated = calibration()

    def sit(one: Contestant, place: Environment | str) -> Run | str:
        return place if isinstance(place, str) else examined(one, place, material, options.limit)

    with ThreadPoolExecutor(options.at_once) as pool:
        found = tuple(pool.map(sit, chosen, places))
    runs = [each for each in found if isinstance(each, Run)]
    missing = {
        one.name: each for one, each in zip(chosen, found, strict=True) if isinstance(each, str)
    }
    if not runs:
        return 1
    print("\n" + tables.write(options.out, runs, missing, calibrated))
    return 0


def examined(one: Contestant, place: Environment, material: Material, limit: float) -> Run | str:
    """Examine one contestant, and say so; why not, where it does not come up or does not answer."""
    try:
        run = examine(one, place, material, limit)
    except (CannotStartError, FailedError) as error:
        print(f"{one.name}: not had: {error}", flush=True)
        return str(error)
    print(f"{one.name} {run.version}: examined", flush=True)
    return run


def gathered(options: argparse.Namespace) -> Material:
    """Read what all are examined on, and say what it is and what is not there."""
    paths = options.gold or [path for path in (OURS, SHARED) if path.is_file()]
    if not (options.gold or SHARED.is_file()):
        print(f"left out: {SHARED.name}, which stands in a folder `shared` beside the checkout")
    exemplars = of_exemplars(load_rulebook(ROOT / "rules").exemplars)
    gold = {path.name: spread(read_cases(path), options.rows) for path in paths}
    material = Material(exemplars, gold, workload(exemplars, options.statements))
    counts = (f"{len(cases)} of {name}" for name, cases in gold.items())
    print(f"{len(material.taught())} exemplars; to judge: {', '.join(counts)}", flush=True)
    return material


def spread(cases: tuple[Case, ...], count: int | None) -> tuple[Case, ...]:
    """Return about so many of the cases, evenly spread; all where no count is given."""
    return cases[:: max(1, len(cases) // count)] if count else cases


def placed(one: Contestant, folder: Path) -> Environment | str:
    """Return where a contestant runs: on what the checkout has, or an environment of its own.

    A sentence says why that cannot be had.
    """
    try:
        return environment(one.environment, folder, REQUIREMENTS) if one.environment else OUR_OWN
    except CannotInstallError as error:
        print(f"{one.name}: not had: {error}", flush=True)
        return str(error)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
