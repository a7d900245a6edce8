"""Log-mel features: the numbers the classifier sees, defined so that Java can compute the same ones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np


def hertz_to_mel(hertz: np.ndarray | float) -> np.ndarray | float:
    """The HTK mel scale."""
    return 2595.0 * np.log10(1.0 + np.asarray(hertz, dtype=np.float64) / 700.0)


def mel_to_hertz(mel: np.ndarray | float) -> np.ndarray | float:
    """The inverse of the HTK mel scale."""
    return 700.0 * (10.0 ** (np.asarray(mel, dtype=np.float64) / 2595.0) - 1.0)


@dataclass(frozen=True)
class LogMel:
    """A log-mel front end: every number that the pack's manifest must carry.

    The steps, in order: subtract the window's mean; cut frames (no padding, no centring); multiply by a periodic
    Hann window; FFT, zero padded at the end; power; triangular HTK mel bands of peak 1; natural log of
    (energy + floor); subtract the mean of the whole matrix; multiply by `scale`.
    """

    rate: int = 16000
    window: int = 48000
    hop: int = 24000
    fft: int = 1024
    frame: int = 640
    frame_hop: int = 320
    mels: int = 64
    low: float = 60.0
    high: float = 7600.0
    # What rounding to 16 bits leaves in one band is 1e-8 to 1e-7, so the floor hides nothing that a 16-bit recorder
    # can tell, and still keeps digital silence from standing far below the quietest real sound.
    floor: float = 1e-8
    scale: float = 0.25

    @property
    def frames(self) -> int:
        """Frames in one window."""
        return (self.window - self.frame) // self.frame_hop + 1

    @cached_property
    def hann(self) -> np.ndarray:
        """The periodic Hann window."""
        return 0.5 - 0.5 * np.cos(2.0 * np.pi * np.arange(self.frame) / self.frame)

    @cached_property
    def bank(self) -> np.ndarray:
        """Mel weights [bins, mels], evaluated at the exact bin frequencies."""
        bins = np.arange(self.fft // 2 + 1) * (self.rate / self.fft)
        edges = mel_to_hertz(np.linspace(hertz_to_mel(self.low), hertz_to_mel(self.high), self.mels + 2))
        left, peak, right = edges[:-2], edges[1:-1], edges[2:]
        rise = (bins[:, None] - left) / (peak - left)
        fall = (right - bins[:, None]) / (right - peak)
        return np.maximum(0.0, np.minimum(rise, fall))

    def energy(self, wave: np.ndarray) -> np.ndarray:
        """Mel energies [frames, mels] of a wave of any length, its mean removed."""
        wave = np.asarray(wave, dtype=np.float64)
        wave = wave - wave.mean()
        frames = np.lib.stride_tricks.sliding_window_view(wave, self.frame)[:: self.frame_hop]
        spectrum = np.fft.rfft(frames * self.hann, self.fft, axis=1)
        return (spectrum.real**2 + spectrum.imag**2) @ self.bank

    def normalise(self, energy: np.ndarray) -> np.ndarray:
        """Features [..., frames, mels] of mel energies."""
        logs = np.log(energy + self.floor)
        return ((logs - logs.mean(axis=(-2, -1), keepdims=True)) * self.scale).astype(np.float32)

    def features(self, window: np.ndarray) -> np.ndarray:
        """Features [frames, mels] of one window of samples in -1..1."""
        return self.normalise(self.energy(window))
