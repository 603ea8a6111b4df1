"""Exemplars judged by a program that never saw their file in, what each witness of doubt weighs out.

Run from the checkout: python -m benchmarks.review.witnesses
It prints the weights of `reviewing/asking/mistakes.py`, fitted on all files, and for each file how well
weights do that were fitted on the others, beside the belief in the area alone.
"""

from collections.abc import Sequence
from dataclasses import astuple, fields

import numpy as np
from fingerpost.reviewing.asking.mistakes import Witnesses, witnesses
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from benchmarks.review.left_out import Judged, judged

NAMES = tuple(field.name for field in fields(Witnesses))
SHARE = 0.3
ROW = "{:32} {:>5} {:>6} {:>14} {:>14}"


def main() -> None:
    files = {one.name: (heard(one), np.array(one.wrong)) for one in judged()}
    print(ROW.format("left out", "rows", "wrong", "found (AUC)", "belief alone"))
    for name, (rows, wrong) in files.items():
        others = [made for other, made in files.items() if other != name]
        ours = fitted(others).predict_proba(rows)[:, 1]
        alone = -rows[:, NAMES.index("belief")]
        print(ROW.format(name, len(wrong), wrong.sum(), told(ours, wrong), told(alone, wrong)))
    model = fitted(list(files.values()))
    scaler, linear = model[0], model[-1]
    weights = linear.coef_[0] / scaler.scale_
    print({name: round(float(one), 2) for name, one in zip(NAMES, weights, strict=True)})
    print("bias", round(float(linear.intercept_[0] - (weights * scaler.mean_).sum()), 2))


def heard(one: Judged) -> np.ndarray:
    found = witnesses(one.statements, one.left, one.rulebook.taxonomy)
    return np.array([astuple(row) for row in found])


def fitted(files: Sequence[tuple[np.ndarray, np.ndarray]]):  # noqa: ANN201 - sklearn has no types
    model = make_pipeline(StandardScaler(), LogisticRegression())
    return model.fit(
        np.vstack([rows for rows, _ in files]), np.concatenate([wrong for _, wrong in files])
    )


def told(doubt: np.ndarray, wrong: np.ndarray) -> str:
    first = np.argsort(-doubt, kind="stable")[: round(SHARE * len(doubt))]
    return f"{wrong[first].sum() / wrong.sum():.2f} ({roc_auc_score(wrong, doubt):.2f})"


if __name__ == "__main__":
    main()
