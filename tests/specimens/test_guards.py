"""Each specimen's test in, proof that it fails where the code it guards is gone out."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.support.guards import Guard, guarded

HERE = Path(__file__).parent
MODULES = [
    import_module(f"tests.specimens.{path.stem}")
    for path in sorted(HERE.glob("test_*.py"))
    if path != Path(__file__)
]
REMEMBERING = ("fingerpost.extracting", "fingerpost.reading", "fingerpost.meanings")
CASES = [(module, name, guard) for module in MODULES for name, guard in guarded(module)]


@pytest.fixture
def forgetful():
    """Let nothing be remembered of the code that was there, nor of what stood in for it."""
    forget()
    yield
    forget()


def forget():
    for name in [name for name in sys.modules if name.startswith(REMEMBERING)]:
        for value in list(vars(sys.modules[name]).values()):
            if hasattr(value, "cache_clear"):
                value.cache_clear()


@pytest.mark.usefixtures("forgetful")
@pytest.mark.parametrize(
    ("module", "name", "guard"),
    CASES,
    ids=[f"{name}-{guard.target.rpartition('.')[2]}" for _, name, guard in CASES],
)
def test_a_specimen_fails_where_the_code_it_guards_is_gone(module, name, guard: Guard, monkeypatch):
    owner, attribute = guard.owner()
    assert attribute in vars(owner), f"{guard.target} is gone: name what does its work now"
    monkeypatch.setattr(owner, attribute, guard.stand_in(vars(owner)[attribute]))
    with pytest.raises((Exception, pytest.fail.Exception)):  # however it fails, it must
        getattr(module, name)()


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_specimen_says_what_it_guards(module):
    tests = {name for name in vars(module) if name.startswith("test_")}
    assert tests == {name for name, _ in guarded(module)}
