"""Who is examined, with which settings, and what each may learn from."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

EXAM: Final = Path(__file__).with_name("exam.py")
PEERS: Final = Path(__file__).with_name("peers")
REQUIREMENTS: Final = Path(__file__).with_name("requirements")
US: Final = "fingerpost"


class Training(StrEnum):
    """What a contestant learns from before it judges one council's statements."""

    EXEMPLARS = "exemplars"
    OTHERS = "other councils"
    BOTH = "both"


_ALL: Final = tuple(Training)
_WITH_EXEMPLARS: Final = (Training.EXEMPLARS, Training.BOTH)
_SINGLE: Final = (Training.EXEMPLARS, Training.OTHERS)


@dataclass(frozen=True, slots=True)
class Contestant:
    """One way to give a statement its labels.

    `way` is the setting its adapter gets. `environment` names the requirements of an environment of
    its own; without one it runs on what the checkout has. `folder` is where its adapter stands.
    """

    name: str
    distribution: str
    settings: str
    file: str
    way: str = ""
    trainings: tuple[Training, ...] = _ALL
    environment: str = ""
    folder: Path = PEERS
    adapter: Path = EXAM
    convert: str = "sit"

    @property
    def is_ours(self) -> bool:
        """Whether it is the product of this checkout."""
        return self.distribution == US

    @property
    def program(self) -> Path:
        """The file that learns and judges."""
        return self.folder / f"{self.file}.py"


CONTESTANTS: Final = (
    Contestant(
        US, US, "rules and learned matcher, no encoder, no headings", US, "none", _WITH_EXEMPLARS
    ),
    Contestant(
        "fingerpost-encoder",
        US,
        "the same with the encoder that is shipped",
        US,
        "minilm-int8",
        _WITH_EXEMPLARS,
    ),
    Contestant("majority", "scikit-learn", "the commonest label", "majority", trainings=_SINGLE),
    Contestant(
        "tfidf",
        "scikit-learn",
        "TF-IDF of words, pairs and pieces of words; logistic regression (C = 10)",
        "tfidf",
        trainings=_SINGLE,
    ),
    Contestant(
        "textcat-bow",
        "spacy",
        "spaCy's textcat, bag of words, 20 rounds",
        "textcat",
        "bow",
        _SINGLE,
    ),
    Contestant(
        "textcat-ensemble",
        "spacy",
        "spaCy's textcat as it comes (words and a network), 10 rounds",
        "textcat",
        "ensemble",
        _SINGLE,
    ),
    Contestant("annif-tfidf", "annif", "Annif, tfidf", "annif", "tfidf", environment="annif"),
    Contestant("annif-svc", "annif", "Annif, svc", "annif", "svc", environment="annif"),
    Contestant("annif-omikuji", "annif", "Annif, omikuji", "annif", "omikuji", environment="annif"),
    Contestant(
        "annif-ensemble",
        "annif",
        "Annif, the mean of these three",
        "annif",
        "ensemble",
        environment="annif",
    ),
)
