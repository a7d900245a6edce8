"""Reference values for the Java front ends: an input that a formula gives, and what must come out of it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from scipy.signal import lfilter

from data import LABELS
from export import Runner
from features import LogMel

FORMULA = (
    "x[n] = 0.3*sin(2*pi*440*t) + 0.2*sin(2*pi*(1000 + 500*t)*t) + 0.05*u[n] + 0.02, t = n/rate; "
    "s[-1] = 12345, s[n] = (1664525*s[n-1] + 1013904223) mod 2^32, u[n] = s[n]/2^31 - 1; all in 64-bit floats"
)


def signal(rate: int, samples: int) -> np.ndarray:
    """The synthetic input: a tone, a sweep, noise of a linear congruential generator, and a DC offset."""
    state = 12345
    noise = np.empty(samples)
    for n in range(samples):
        state = (1664525 * state + 1013904223) % 2**32
        noise[n] = state / 2.0**31 - 1.0
    t = np.arange(samples) / rate
    tone = 0.3 * np.sin(2 * np.pi * 440 * t)
    sweep = 0.2 * np.sin(2 * np.pi * (1000 + 500 * t) * t)
    return tone + sweep + 0.05 * noise + 0.02


def rounded(values: np.ndarray) -> list:
    """Nested lists at six significant digits."""
    return [rounded(v) if np.ndim(v) else float(f"{v:.6g}") for v in values]


def log_mel_fixture(front: LogMel, small: bytes, full: bytes) -> dict:
    """Expected features and expected answers of both bundled models."""
    wave = signal(front.rate, front.window)
    features = front.features(wave)
    step = 7
    return {
        "what": "Log-mel features of a synthetic window and the bundled models' answers",
        "parameters": {
            "sample-rate-hz": front.rate, "window-samples": front.window, "fft-size": front.fft,
            "frame-samples": front.frame, "frame-hop-samples": front.frame_hop, "mel-bands": front.mels,
            "low-hz": front.low, "high-hz": front.high, "floor": front.floor,
            "normalise": "window-mean", "scale": front.scale,
        },
        "frames": front.frames,
        "formula": FORMULA,
        "firstSamples": [float(f"{v:.12g}") for v in wave[:16]],
        "frameStep": step,
        "features": rounded(features[::step]),
        "featureTolerance": 1e-3,
        "labels": LABELS,
        "floatModel": {"file": "reserve-sounds-float.tflite", "output": rounded(Runner(full)(features)), "tolerance": 1e-3},
        "int8Model": {"file": "reserve-sounds-int8.tflite", "output": rounded(Runner(small)(features)), "tolerance": 0.02},
    }  # fmt: skip


def stft_fixture() -> dict:
    """Expected magnitudes of the STFT front end [bins][frames], for packs that want one."""
    rate, samples, fft, hop, frames = 22050, 66150, 512, 258, 256
    wave = signal(rate, samples)
    peak = wave / np.abs(wave).max()
    padded = np.pad(peak, fft // 2)
    hann = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(fft) / fft)
    cut = np.lib.stride_tricks.sliding_window_view(padded, fft)[::hop][:frames]
    magnitude = np.abs(np.fft.rfft(cut * hann, axis=1)).T
    scaled = (magnitude - magnitude.min()) / (magnitude.max() - magnitude.min() + 1e-10)
    bin_step, frame_step = 3, 8
    return {
        "what": "STFT magnitude of a synthetic window, scaled to 0..1",
        "parameters": {
            "sample-rate-hz": rate, "window-samples": samples, "fft-size": fft, "hop-samples": hop, "frames": frames,
            "bins": fft // 2 + 1, "window": "periodic Hann", "peak-normalise": True, "remove-mean": False,
            "padding": "256 zeros on each side; the first 256 frames are kept",
            "scale": "(m - min) / (max - min + 1e-10)", "layout": "[bins][frames]",
        },
        "formula": FORMULA,
        "firstSamples": [float(f"{v:.12g}") for v in wave[:16]],
        "binStep": bin_step,
        "frameStep": frame_step,
        "magnitudes": rounded(scaled[::bin_step, ::frame_step]),
        "tolerance": 1e-4,
    }  # fmt: skip


def pcen_fixture(front: LogMel) -> dict:
    """Expected per-channel energy normalisation by SciPy's filter, for packs that want it, from both kinds of start."""
    rate, smoothing, gain, bias, power, epsilon, scale = front.rate, 0.04, 0.8, 2.0, 0.5, 1e-6, 1000.0
    energy = front.energy(signal(rate, front.window)) * scale

    def pcen(before: np.ndarray) -> np.ndarray:
        mean, _ = lfilter([smoothing], [1.0, smoothing - 1.0], energy, axis=0, zi=(1.0 - smoothing) * before[None, :])
        return (energy / (epsilon + mean) ** gain + bias) ** power - bias**power

    step = 7
    return {
        "what": "Per-channel energy normalisation of the mel energies of a synthetic window",
        "parameters": {
            "smoothing": smoothing, "gain": gain, "bias": bias, "power": power, "epsilon": epsilon, "energy-scale": scale,
        },
        "frameStep": step,
        "fromFirstFrame": rounded(pcen(energy[0])[::step]),
        "fromOne": rounded(pcen(np.ones(front.mels))[::step]),
    }  # fmt: skip


def write_fixtures(folder: Path, front: LogMel, small: bytes, full: bytes) -> None:
    """Writes all fixtures."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in (("log-mel", log_mel_fixture(front, small, full)), ("stft", stft_fixture()), ("pcen", pcen_fixture(front))):
        text = json.dumps(content, ensure_ascii=False, indent=None, separators=(",", ":"))
        text = text.replace("],[", "],\n[").replace(',"', ',\n"')
        (folder / f"{name}-fixture.json").write_text(text + "\n", encoding="utf-8")
