"""A paper (examples and texts to judge) in, one contestant's labels and its processor seconds out.

Run by the contestant's own interpreter, through `benchmarks/support/worker.py`; so only the standard
library is used here. The paper is a JSON file:

    {"adapter": path, "way": setting, "facets": [facet, …], "ask": {name: [text, …], …},
     "examples": [{"text": …, "role": …, "labels": {facet: [label, …], …}}, …]}

An adapter learns one facet at a time, `learn(texts, labels, way)` and `judge(model, texts)`, where a
statement for which no label is right has the label `none`; or all together, `learn_all(examples,
way)` and `judge_all(model, texts)`.
"""

import importlib.util
import json
import resource
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

NONE = "none"
NAME = "contestant"


def spent() -> float:
    """Return the processor seconds of this process and its ended children."""
    usages = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def load(path: str) -> ModuleType:
    """Import an adapter by its path, under a name that hides no library."""
    spec = importlib.util.spec_from_file_location(NAME, path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[NAME] = module  # whoever pickles looks there
    spec.loader.exec_module(module)
    return module


def sit(path: str) -> dict[str, Any]:
    """Learn from the paper's examples and judge its texts; importing is not timed."""
    paper = json.loads(Path(path).read_text(encoding="utf-8"))
    adapter = load(paper["adapter"])
    before = spent()
    model = learn(adapter, paper)
    answered: dict[str, Any] = {"learning": spent() - before, "answers": {}}
    for name, texts in paper["ask"].items():
        before = spent()
        labels = judge(adapter, model, texts)
        answered["answers"][name] = {"seconds": spent() - before, "labels": labels}
    return answered


def learn(adapter: ModuleType, paper: dict[str, Any]) -> Any:
    """Learn all facets, each by itself unless the adapter does otherwise."""
    examples, way = paper["examples"], paper["way"]
    if hasattr(adapter, "learn_all"):
        return adapter.learn_all(examples, way)
    models = {}
    for facet in paper["facets"]:
        known = [one for one in examples if facet in one["labels"]]
        labels = [one["labels"][facet] or [NONE] for one in known]
        models[facet] = adapter.learn([one["text"] for one in known], labels, way)
    return models


def judge(adapter: ModuleType, model: Any, texts: list[str]) -> dict[str, list[str]]:
    """Return each facet's first label for each text."""
    if hasattr(adapter, "judge_all"):
        labels: dict[str, list[str]] = adapter.judge_all(model, texts)
        return labels
    return {facet: list(adapter.judge(one, texts)) for facet, one in model.items()}


def tell(answered: dict[str, Any]) -> dict[str, Any]:
    """Say it as it is."""
    return answered
