"""TensorFlow Lite files and the pack around them."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import warnings
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
import tensorflow as tf
from tensorflow.python.framework.convert_to_constants import convert_variables_to_constants_v2

from data import LABELS
from features import LogMel

VERSION = "1.0.0"
TITLE = "Sounds that matter to a reserve"

# Names a person reads, and the group that decides how a detection is handled.
NAMES: dict[str, tuple[str, str, str]] = {
    "chainsaw": ("Chainsaw", "油锯", "threat"),
    "engine": ("Engine or aircraft", "发动机或航空器", "vehicle"),
    "dog": ("Dog barking", "犬吠", "sound-source"),
    "rooster": ("Rooster crowing", "公鸡打鸣", "sound-source"),
    "human": ("Human voice or sneeze", "人声（啼哭、喷嚏）", "human"),
    "fire": ("Crackling fire", "火焰噼啪声", "threat"),
    "rain": ("Rain", "雨声", "sound-source"),
    "water": ("Waves or surging water", "浪声", "sound-source"),
    "bird": ("Bird, near and clear", "近处鸟鸣", "sound-source"),
    "background": ("Background", "背景声", "background"),
}


@contextlib.contextmanager
def quiet():
    """Silence: what TensorFlow's native code prints is not news, and goes round Python's own streams."""
    sys.stdout.flush()
    sys.stderr.flush()
    kept = os.dup(1), os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for number, stream in zip((1, 2), kept):
            os.dup2(stream, number)
            os.close(stream)
        os.close(nowhere)


def to_tflite(model: keras.Model, representative: np.ndarray | None = None) -> bytes:
    """The model as a TensorFlow Lite file; int8 throughout, ports included, when example windows are given."""
    signature = tf.TensorSpec(model.inputs[0].shape, tf.float32, name="log_mel")
    call = tf.function(lambda x: model(x, training=False), autograph=False).get_concrete_function(signature)
    # Freezing the weights by hand keeps run-dependent object names out of the file.
    with quiet():
        converter = tf.lite.TFLiteConverter.from_concrete_functions([convert_variables_to_constants_v2(call)])
    if representative is not None:
        converter.optimizations = [tf.lite.Optimize.DEFAULT]
        converter.representative_dataset = lambda: ([window[None].astype(np.float32)] for window in representative)
        converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
        converter.inference_input_type = tf.int8
        converter.inference_output_type = tf.int8
    with quiet():
        return converter.convert()


class Runner:
    """A TensorFlow Lite model that takes and gives floats, whatever its ports are."""

    def __init__(self, model: bytes, threads: int = 1) -> None:
        with quiet():
            self.interpreter = tf.lite.Interpreter(model_content=model, num_threads=threads)
            self.interpreter.allocate_tensors()
        self.source = self.interpreter.get_input_details()[0]
        self.sink = self.interpreter.get_output_details()[0]

    def __call__(self, features: np.ndarray) -> np.ndarray:
        """Probabilities of the labels for one window's features [frames, mels]."""
        x = features[None, :, :, None].astype(np.float32)
        if self.source["dtype"] == np.int8:
            scale, zero = self.source["quantization"]
            x = np.clip(np.rint(x / scale) + zero, -128, 127).astype(np.int8)
        self.interpreter.set_tensor(self.source["index"], x)
        self.interpreter.invoke()
        y = self.interpreter.get_tensor(self.sink["index"])[0]
        if self.sink["dtype"] == np.int8:
            scale, zero = self.sink["quantization"]
            y = (y.astype(np.float32) - zero) * scale
        return y


def operations(model: bytes) -> list[str]:
    """The names of the operations in a model file."""
    runner = Runner(model)
    return sorted({op["op_name"] for op in runner.interpreter._get_ops_details()} - {"DELEGATE"})


def labels_tsv(thresholds: dict[str, float]) -> str:
    """The pack's labels, one line per output in order."""
    lines = ["label\tscientific_name\ten\tzh\tgroup\tthreshold"]
    for label in LABELS:
        english, chinese, group = NAMES[label]
        threshold = "" if label == "background" else f"{thresholds[label]:.2f}"
        lines.append(f"{label}\t\t{english}\t{chinese}\t{group}\t{threshold}")
    return "\n".join(lines) + "\n"


def golden(manifest: Path) -> str:
    """The golden sounds of the manifest that is there: a person chose them, and a new model must still pass them."""
    text = manifest.read_text(encoding="utf-8") if manifest.exists() else ""
    first = text.find("[[golden]]")
    return text[text.rfind("\n\n", 0, first) + 1 :] if first >= 0 else ""


def pack_toml(identifier: str, title: str, model_file: str, model_hash: str, labels_hash: str, front: LogMel) -> str:
    """The pack's manifest."""
    return f"""format = 1
id = "{identifier}"
version = "{VERSION}"
kind = "sound"
title = "{title}"
licence = "Apache-2.0"
citation = "Field station runtime: reserve-sounds {VERSION}. Trained on ESC-10 and ESC-50 (K. J. Piczak, 2015) and other openly licensed recordings; authors in MODEL_CARD.md."
origin = "models/training of this project"

[model]
file = "{model_file}"
sha256 = "{model_hash}"

[labels]
file = "labels.tsv"
sha256 = "{labels_hash}"

[input]
sample-rate-hz = {front.rate}
window-samples = {front.window}
hop-samples = {front.hop}
front-end = "log-mel"

[input.log-mel]
fft-size = {front.fft}
frame-samples = {front.frame}
frame-hop-samples = {front.frame_hop}
mel-bands = {front.mels}
low-hz = {front.low}
high-hz = {front.high}
floor = {str(front.floor).replace("e-0", "e-")}
normalise = "window-mean"
scale = {front.scale}

[output]
activation = "softmax"
"""


def write(path: Path, content: str | bytes) -> str:
    """Writes a file and returns its SHA-256."""
    raw = content.encode("utf-8") if isinstance(content, str) else content
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return hashlib.sha256(raw).hexdigest()


def write_pack(folder: Path, small: bytes, full: bytes, small_is_default: bool,
               thresholds: dict[str, float], front: LogMel) -> dict[str, str]:  # fmt: skip
    """Writes models, labels and manifests; returns the hash of each model file."""
    labels = write(folder / "labels.tsv", labels_tsv(thresholds))
    hashes = {
        "reserve-sounds-int8.tflite": write(folder / "reserve-sounds-int8.tflite", small),
        "reserve-sounds-float.tflite": write(folder / "reserve-sounds-float.tflite", full),
    }
    default = "reserve-sounds-int8.tflite" if small_is_default else "reserve-sounds-float.tflite"
    manifest = pack_toml("reserve-sounds", TITLE, default, hashes[default], labels, front)
    write(folder / "pack.toml", manifest + golden(folder / "pack.toml"))
    file = "reserve-sounds-float.tflite"
    title = TITLE + " (float)"
    write(folder / "pack-float.toml", pack_toml("reserve-sounds-float", title, file, hashes[file], labels, front))
    return hashes
