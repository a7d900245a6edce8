#!/usr/bin/env python3
"""Writes what Pillow makes of one calculated picture: src/test/resources/…/image/pillow-fixture.csv.

Run with Pillow (requirements: pillow==13.0.0); the Java side must give these very numbers.
"""

import pathlib

import PIL
from PIL import Image

WIDTH, HEIGHT = 37, 29
SIZES = [(12, 10), (50, 41), (37, 8), (1, 1)]
OUT = pathlib.Path(__file__).parents[1] / "src/test/resources/org/fieldstation/models/image/pillow-fixture.csv"


def pixel(x, y):
    """The same formula stands in PillowFixtureTest."""
    return tuple((x * a + y * b + x * y * c) & 0xFF for a, b, c in ((37, 101, 13), (91, 7, 29), (5, 64, 3)))


def main():
    picture = Image.new("RGB", (WIDTH, HEIGHT))
    picture.putdata([pixel(x, y) for y in range(HEIGHT) for x in range(WIDTH)])
    lines = [f"# Pillow {PIL.__version__}: filter, width, height, then r g b row by row"]
    for name, kernel in (("BILINEAR_PILLOW", Image.Resampling.BILINEAR), ("LANCZOS_PILLOW", Image.Resampling.LANCZOS)):
        for size in SIZES:
            numbers = picture.resize(size, kernel).tobytes()
            lines.append(f"{name},{size[0]},{size[1]}," + " ".join(map(str, numbers)))
    OUT.write_text("\n".join(lines) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
