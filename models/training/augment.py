"""Augmentation: what a training example may go through, done on mel energies, where mixing two sounds is a sum."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from data import FINE, Clip, read_mono, resample
from features import LogMel

# Playing a recording a little faster or slower moves its pitch and its tempo, as another animal or engine would.
SPEEDS = (1.0, 0.88, 0.94, 1.06, 1.13)
NOISE_SNIPPETS = 48


@dataclass
class Example:
    """Mel energies of one recording: one matrix per playing speed, and one of the clipped recording."""

    fine: str
    group: str
    variants: list[np.ndarray] = field(default_factory=list)


def example_of(clip: Clip, audio_root, front: LogMel) -> Example:
    """The training example of a clip."""
    wave, rate = read_mono(audio_root / clip.path)
    wave = wave - wave.mean()
    example = Example(clip.fine, clip.group)
    for speed in SPEEDS:
        example.variants.append(front.energy(resample(wave, rate, front.rate / speed)).astype(np.float32))
    plain = resample(wave, rate, front.rate)
    limit = np.abs(plain).max() / 8.0
    example.variants.append(front.energy(np.clip(plain, -limit, limit)).astype(np.float32))
    return example


def coloured_noise(rng: np.random.Generator, samples: int, slope: float) -> np.ndarray:
    """Gaussian noise of peak 1 whose power falls with frequency to the power `slope`."""
    spectrum = np.fft.rfft(rng.standard_normal(samples))
    spectrum *= np.maximum(np.arange(len(spectrum)), 1.0) ** (-slope / 2.0)
    noise = np.fft.irfft(spectrum, samples)
    return noise / np.abs(noise).max()


def artificial(rng: np.random.Generator, front: LogMel, seconds: float = 6.0) -> list[np.ndarray]:
    """Sounds that are nothing: noise of many colours, hum, steady tones, digital silence."""
    samples = int(seconds * front.rate)
    time = np.arange(samples) / front.rate
    sounds = [np.zeros(samples)]
    for index in range(NOISE_SNIPPETS):
        kind = index % 4
        if kind == 0:
            # Flat noise is left out on purpose: on this data it cannot be told from rain.
            sound = coloured_noise(rng, samples, rng.uniform(0.7, 3.0))
        elif kind == 1:
            sound = coloured_noise(rng, samples, rng.uniform(-1.5, -0.3))
        elif kind == 2:
            base = rng.choice([50.0, 60.0, 100.0]) * rng.uniform(0.99, 1.01)
            sound = sum(rng.uniform(0, 1) / k * np.sin(2 * np.pi * base * k * time) for k in range(1, 9))
            sound = 0.3 * sound + 10 ** rng.uniform(-4, -1) * coloured_noise(rng, samples, rng.uniform(0, 2))
        else:
            sound = 0.3 * np.sin(2 * np.pi * np.exp(rng.uniform(np.log(80), np.log(7000))) * time)
            sound = sound + 10 ** rng.uniform(-5, -1) * coloured_noise(rng, samples, rng.uniform(0, 2))
        sounds.append(sound)
    return sounds


def noise_examples(rng: np.random.Generator, front: LogMel) -> list[Example]:
    """Training examples of the class "noise"."""
    waves = artificial(rng, front)
    return [Example("noise", f"noise-{n}", [front.energy(w).astype(np.float32)]) for n, w in enumerate(waves)]


class Mixer:
    """A source of training batches: draws classes evenly, then sources evenly, then mixes and disturbs."""

    # Classes that are many things at once need more turns; engine is few recordings and would be learned by heart.
    WEIGHT = {"forest": 1.8, "noise": 0.8, "animal": 0.9, "weather": 0.6, "handwork": 0.6, "engine": 0.5}

    def __init__(self, examples: list[Example], front: LogMel, seed: int) -> None:
        self.front = front
        self.rng = np.random.default_rng(seed)
        self.by_class: dict[str, list[list[Example]]] = {}
        for fine in FINE:
            groups: dict[str, list[Example]] = {}
            for example in examples:
                if example.fine == fine:
                    groups.setdefault(example.group, []).append(example)
            if groups:
                self.by_class[fine] = list(groups.values())
        self.names = list(self.by_class)
        weights = np.array([self.WEIGHT.get(name, 1.0) for name in self.names])
        self.odds = weights / weights.sum()
        self.hiss = np.maximum(front.bank.sum(axis=0), 1e-9).astype(np.float32)

    def draw(self, fine: str | None = None) -> tuple[str, np.ndarray]:
        """A class and one window of mel energies of mean 1, taken where the recording is not silent."""
        rng = self.rng
        fine = fine or str(rng.choice(self.names, p=self.odds))
        groups = self.by_class[fine]
        group = groups[rng.integers(len(groups))]
        example = group[rng.integers(len(group))]
        variants = example.variants
        energy = variants[rng.integers(len(variants))] if rng.random() < 0.6 else variants[0]
        room = len(energy) - self.front.frames
        power = energy.sum(axis=1)
        loudest = np.convolve(power, np.ones(self.front.frames), "valid").max()
        for _ in range(8):
            start = int(rng.integers(room + 1))
            window = energy[start : start + self.front.frames]
            if window.sum() >= 0.1 * loudest:
                break
        return fine, self.colour(window / max(float(window.mean()), 1e-12))

    def colour(self, window: np.ndarray) -> np.ndarray:
        """The window through another microphone: a tilt, a bump, sometimes no treble."""
        rng = self.rng
        mels = np.linspace(-1.0, 1.0, self.front.mels)
        curve = rng.normal(0, 3.0) * mels + rng.normal(0, 2.5) * np.cos(np.pi * (rng.integers(1, 4) * mels + rng.uniform(0, 2)))
        if rng.random() < 0.2:
            curve = curve - np.maximum(0.0, mels - rng.uniform(0.3, 1.0)) * rng.uniform(50, 400)
        return window * (10.0 ** (curve / 10.0)).astype(np.float32)

    def sample(self) -> tuple[np.ndarray, np.ndarray]:
        """One training example: features and the share of each fine class."""
        rng = self.rng
        target = np.zeros(len(FINE), np.float32)
        fine, energy = self.draw()
        choice = rng.random()
        if choice < 0.45:
            other, second = self.draw()
            share = float(rng.uniform(0.02, 0.98))
            # Shares are of amplitude, as the ear weighs two sounds, and energies are their squares.
            energy = share**2 * energy + (1 - share) ** 2 * second
            target[FINE.index(fine)] += share
            target[FINE.index(other)] += 1 - share
        else:
            target[FINE.index(fine)] = 1.0
            if choice < 0.75 and "forest" in self.by_class:
                _, behind = self.draw("forest" if rng.random() < 0.7 else "noise")
                energy = energy + behind * np.float32(10.0 ** (-rng.uniform(3, 30) / 10.0))
        # A quiet recording near the noise of its own recorder, and a loud one: the level itself must not matter.
        level = 10.0 ** (rng.uniform(-60, 5) / 10.0)
        hiss = 10.0 ** (rng.uniform(-9.0, -6.0)) * 100.0 if rng.random() < 0.5 else 0.0
        energy = energy * np.float32(level) + self.hiss * np.float32(hiss) * rng.gamma(2.0, 0.5, energy.shape)
        features = self.front.normalise(energy)
        for axis, widest in ((0, 30), (1, 10)):
            if rng.random() < 0.5:
                width = int(rng.integers(1, widest))
                start = int(rng.integers(features.shape[axis] - width))
                features[(slice(None),) * axis + (slice(start, start + width),)] = 0.0
        return features, target

    def batch(self, size: int) -> tuple[np.ndarray, np.ndarray]:
        """A batch of training examples."""
        pairs = [self.sample() for _ in range(size)]
        return np.stack([p[0] for p in pairs])[..., None], np.stack([p[1] for p in pairs])
