"""A file with a flow's name and parameters in, a file with its result beside it out."""

import importlib.util
import pickle
import signal
import sys
from pathlib import Path
from typing import Any

from fingerpost.errors import FingerpostError
from fingerpost.running.orchestrated import shipped

INTERRUPTED = 130


def main(asked: Path) -> None:
    """Run the flow that the file names; the program that asked reads `answered` beside it."""
    if sys.platform == "win32":
        signal.signal(signal.SIGBREAK, signal.default_int_handler)
    name, parameters = pickle.loads(asked.read_bytes())  # noqa: S301 - written by our own process
    try:
        result = _flow(name)(**parameters)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except FingerpostError as error:
        result = error
    except Exception as error:  # noqa: BLE001 - whatever Prefect raises, people get one sentence
        result = FingerpostError(
            f"{name.split(':')[0]}: Prefect could not carry it out ({type(error).__name__}: {error}). "
            "Run it again; with --direct it runs without Prefect."
        )
    asked.with_name("answered").write_bytes(pickle.dumps(result))


def _flow(name: str) -> Any:
    file, function = name.split(":")
    spec = importlib.util.spec_from_file_location(f"flow_{file}", shipped("flows") / f"{file}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return getattr(module, function)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
