"""The frames of FrontEndBench through SciPy: window, transform, power; and the log-mel of them."""

import json
import sys
import time

try:
    import numpy as np
    import scipy
    import scipy.fft
    import scipy.signal
except ImportError:
    sys.exit("SciPy is not installed")

ROUNDS, CALLS = 21, 50
WINDOW, FRAMES, HOP, SIZE, RATE, BANDS = 48_000, 298, 160, 512, 16_000, 64

sound = np.random.default_rng(1).standard_normal(WINDOW + SIZE).astype(np.float32)
hann = scipy.signal.get_window("hann", SIZE).astype(np.float32)
rows = np.lib.stride_tricks.sliding_window_view(sound, SIZE)[::HOP][:FRAMES]


def mel_bands():
    def hz(mel):
        return 700 * (10 ** (mel / 2595) - 1)

    def mel(f):
        return 2595 * np.log10(1 + f / 700)

    edges = hz(np.linspace(mel(60), mel(7600), BANDS + 2))
    f = np.arange(SIZE // 2 + 1) * RATE / SIZE
    up = (f - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    down = (edges[2:, None] - f) / (edges[2:] - edges[1:-1])[:, None]
    return np.maximum(0, np.minimum(up, down)).T.astype(np.float32)


bands = mel_bands()


def powers():
    spectrum = scipy.fft.rfft(rows * hann, axis=1, workers=1)
    return spectrum.real**2 + spectrum.imag**2


def log_mel():
    logs = np.log(powers() @ bands + np.float32(1e-10))
    return logs - logs.mean()


def least(work):
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for _ in range(CALLS):
            work()
        times.append((time.process_time() - start) / CALLS)
    return min(times)


print(
    json.dumps(
        {
            "fft512_frame_ns": round(least(powers) / FRAMES * 1e9, 1),
            "log_mel_window_us": round(least(log_mel) * 1e6, 1),
            "scipy": scipy.__version__,
        }
    )
)
