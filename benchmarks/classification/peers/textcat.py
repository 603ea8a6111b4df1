"""spaCy's text categoriser, one label a statement; `way` is its architecture, with its defaults."""

import random
from collections.abc import Sequence

import spacy
from spacy.language import Language
from spacy.pipeline.textcat import DEFAULT_SINGLE_TEXTCAT_MODEL
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch
from thinc.api import Config

BAG = """
[model]
@architectures = "spacy.TextCatBOW.v3"
exclusive_classes = true
length = 262144
ngram_size = 1
no_output_layer = false
"""
MODELS = {"bow": Config().from_str(BAG)["model"], "ensemble": DEFAULT_SINGLE_TEXTCAT_MODEL}
ROUNDS = {"bow": 20, "ensemble": 10}
BATCH = 32
SEED = 2026


def learn(texts: Sequence[str], labels: Sequence[Sequence[str]], way: str) -> Language:
    fix_random_seed(SEED)
    nlp = spacy.blank("en")
    nlp.add_pipe("textcat", config={"model": MODELS[way]})
    names = sorted({one[0] for one in labels})
    examples = [
        Example.from_dict(nlp.make_doc(text), {"cats": {name: name == one[0] for name in names}})
        for text, one in zip(texts, labels, strict=True)
    ]
    optimizer = nlp.initialize(lambda: examples)
    shuffled = random.Random(SEED)
    for _ in range(ROUNDS[way]):
        shuffled.shuffle(examples)
        for batch in minibatch(examples, BATCH):
            nlp.update(batch, sgd=optimizer, drop=0.2)
    return nlp


def judge(model: Language, texts: Sequence[str]) -> list[str]:
    return [max(doc.cats, key=doc.cats.get) for doc in model.pipe(texts)]
