"""An encoder's name in, what turns text into unit vectors out; no network is ever asked."""

from pathlib import Path

from fingerpost.encoding.encoder import Encoder, Factory
from fingerpost.errors import EncoderError

__all__ = ["Encoder", "Factory", "encoder"]

NONE = "none"


def encoder(name: str, cache: Path | None = None) -> Encoder | None:
    """Return the encoder of a name such as `minilm-int8` or `spacy:en_core_web_md`; None for `none`.

    `cache` is the folder in which vectors are kept, None to write nothing.

    Raises:
        EncoderError: one sentence or two: what is unknown, absent or not what it was; what to do.
    """
    if name == NONE:
        return None
    from fingerpost.encoding.keeping import KeepingEncoder
    from fingerpost.encoding.schemes import schemes

    known = schemes()
    scheme, _, rest = name.partition(":")
    if scheme not in known or not known[scheme].accepts(rest):
        names = [f"{one}:<{way.takes}>" if way.takes else one for one, way in known.items()]
        raise EncoderError(
            f"No encoder is called '{name}'. There are: {', '.join(sorted([NONE, *names]))}. "
            "Name one of them in rules/workspace.yaml."
        )
    made = known[scheme].build(rest)
    return KeepingEncoder(made, cache) if cache else made
