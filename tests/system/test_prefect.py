"""The flows under Prefect: the same bytes, a quiet terminal, faults told once."""

import json

import pytest

from tests.support.program import Program

pytestmark = pytest.mark.slow


def test_under_prefect_the_bytes_are_the_same(fresh: Program):
    before = fresh.manifest()

    done = fresh.started("migrate", "--fresh")

    assert done.returncode == 0, done.stderr
    assert fresh.manifest() == before
    assert [line for line in done.stderr.splitlines() if "Reading documents" not in line] == []


def test_a_release_is_loaded_under_prefect(begun: Program):
    loaded = json.loads(begun.started("load", "--json").stdout)

    assert loaded["release"] == 1


def test_a_broken_rule_under_prefect_is_one_sentence(begun: Program):
    rules = begun.root / "rules/taxonomy/needs.yaml"
    rules.write_text(rules.read_text("utf-8") + "\n  - id: [\n", encoding="utf-8")

    done = begun.started("migrate")

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "rules/taxonomy/needs.yaml line" in done.stderr
