"""Trains the bundled sound model, measures it on held-out sources and writes its pack: one command, one result."""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import sys
from pathlib import Path

import numpy as np

import card
import evaluate
import export
import fixtures
import model as network
from augment import Example, Mixer, example_of, noise_examples
from data import LABELS, Clip, find_clips, split_by_source
from features import LogMel

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent
PACK = CHECKOUT / "models/src/main/resources/org/fieldstation/models/bundled"
FIXTURES = CHECKOUT / "models/src/test/resources/org/fieldstation/models"
WORK = HERE / "work"


def options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="models/training/train", description=__doc__)
    parser.add_argument("--audio", type=Path, default=CHECKOUT.parent / "shared/data/audio",
                        help="folder of the recordings, with MANIFEST.tsv beside it (default: ../shared/data/audio)")  # fmt: skip
    parser.add_argument("--steps", type=int, default=1600, help="training steps per model")
    parser.add_argument("--batch", type=int, default=48, help="windows per step")
    parser.add_argument("--folds", type=int, default=5, help="folds of the cross-validation")
    parser.add_argument("--seed", type=int, default=20261121, help="seed of everything random")
    parser.add_argument("--threads", type=int, default=2, help="threads of TensorFlow; another number changes the last bits")
    parser.add_argument("--verify", action="store_true", help="train only the final model and compare it with the pack's")
    parser.add_argument("--reuse", action="store_true", help="take models and held-out scores of the last run from work/")
    return parser.parse_args()


def say(text: str) -> None:
    """Tells a person at a terminal; a pipe hears nothing."""
    if sys.stderr.isatty():
        print(text, file=sys.stderr, flush=True)


def progress_of(name: str):
    """A progress line that overwrites itself on a terminal."""

    def show(step: int, steps: int, loss: float) -> None:
        if sys.stderr.isatty() and (step % 20 == 0 or step == steps):
            end = "\n" if step == steps else ""
            print(f"\r{name}: step {step}/{steps}, loss {loss:.3f} ", end=end, file=sys.stderr, flush=True)

    return show


def train_one(examples: list[Example], front: LogMel, args: argparse.Namespace, turn: int, name: str):
    """A trained network and its two files, from one set of examples."""
    network.make_repeatable(args.seed + turn, args.threads)
    noise = noise_examples(np.random.default_rng(args.seed), front)
    mixer = Mixer(examples + noise, front, args.seed + turn)
    fine = network.build(front)
    network.train(fine, mixer, args.steps, args.batch, progress=progress_of(name))
    shipped = network.merged(fine, front)
    representative = mixer.batch(400)[0]
    return fine, export.to_tflite(shipped), export.to_tflite(shipped, representative)


def cross_validate(clips: list[Clip], examples: list[Example], front: LogMel, args: argparse.Namespace) -> list[evaluate.Held]:
    """Every clip judged by models that heard nothing of its source."""
    folds = split_by_source(clips, args.folds, args.seed)
    held = []
    for fold in range(args.folds):
        known = [example for example, place in zip(examples, folds) if place != fold]
        fine, full, small = train_one(known, front, args, 1 + fold, f"fold {fold + 1} of {args.folds}")
        runners = export.Runner(full), export.Runner(small)
        held += [
            evaluate.hold(clip, args.audio.parent, front, fine, *runners) for clip, place in zip(clips, folds) if place == fold
        ]
        esc = [h for h in held if h.clip.part == "esc10"]
        right = sum(evaluate.verdict(h, h.small) == h.clip.label for h in esc)
        say(f"fold {fold + 1}: {right} of {len(esc)} ESC-10 clips right so far")
    return held


def measure(held: list[evaluate.Held], full: bytes, small: bytes, front: LogMel, args: argparse.Namespace, weights: int):
    """All metrics, the thresholds, and the confusion matrix."""
    thresholds = {label: evaluate.choose_threshold(held, label) for label in LABELS if label != "background"}
    table = evaluate.confusion(held)
    calibration = evaluate.reliability(held)
    top = evaluate.top1(held)
    small_runner, full_runner = export.Runner(small), export.Runner(full)
    default = small_runner if top["int8"] >= top["float"] - 0.01 else full_runner
    metrics = {
        "training": {"steps": args.steps, "batch": args.batch, "folds": args.folds, "seed": args.seed, "weights": weights},
        "ESC-10 top-1": top,
        "labels": evaluate.per_label(held, thresholds, table),
        "threshold rule": evaluate.THRESHOLD_RULE,
        "calibration": calibration,
        "calibration error": evaluate.calibration_error(calibration),
        "false alarms on forest": evaluate.false_alarms(held, thresholds, front),
        "invariance": evaluate.invariance(held),
        "oddities": evaluate.oddities(default, thresholds, front, args.seed + 99),
        "confusion": {"labels": LABELS, "clips": table.tolist()},
        "default": "reserve-sounds-int8.tflite" if default is small_runner else "reserve-sounds-float.tflite",
        "operations": sorted(set(export.operations(small)) | set(export.operations(full))),
        "files": {
            f"reserve-sounds-{name}.tflite": {
                "bytes": len(content),
                "sha256": hashlib.sha256(content).hexdigest(),
                "milliseconds": evaluate.milliseconds(runner, front),
            }
            for name, content, runner in (("int8", small, small_runner), ("float", full, full_runner))
        },
        "repeatable": "Trained twice on one machine, the files were the same byte for byte "
        "(`models/training/train --verify` checks it); another processor or thread count may change the last bits.",
    }
    return metrics, thresholds, table


def verify(full: bytes, small: bytes) -> int:
    """Whether the models just trained are the pack's, byte for byte."""
    same = all((PACK / f"reserve-sounds-{n}.tflite").read_bytes() == c for n, c in (("float", full), ("int8", small)))
    print("the pack's models were reproduced byte for byte" if same else "the models differ from the pack's")
    return 0 if same else 1


def main() -> int:
    """Runs the command."""
    args = options()
    if not args.audio.is_dir():
        print(f"train: {args.audio}: no such folder; give the recordings with --audio", file=sys.stderr)
        return 3
    front = LogMel()
    clips = find_clips(args.audio)
    WORK.mkdir(exist_ok=True)
    kept = WORK / "last-run.pickle"
    if args.reuse:
        held, full, small, weights = pickle.loads(kept.read_bytes())
    else:
        say(f"{len(clips)} recordings: computing mel energies")
        examples = [example_of(clip, args.audio.parent, front) for clip in clips]
        fine, full, small = train_one(examples, front, args, 0, "final model")
        fine.save_weights(WORK / "final.weights.h5")
        weights = fine.count_params()
        if args.verify:
            return verify(full, small)
        held = cross_validate(clips, examples, front, args)
        kept.write_bytes(pickle.dumps((held, full, small, weights)))
    metrics, thresholds, table = measure(held, full, small, front, args, weights)
    small_is_default = metrics["default"].endswith("int8.tflite")
    export.write_pack(PACK, small, full, small_is_default, thresholds, front)
    export.write(PACK / "MODEL_CARD.md", card.card(metrics, clips))
    export.write(HERE / "metrics.json", json.dumps(metrics, indent=2, ensure_ascii=False) + "\n")
    card.draw_confusion(table, CHECKOUT / "docs/pictures/confusion.png")
    fixtures.write_fixtures(FIXTURES, front, small, full)
    print(f"ESC-10 top-1 {metrics['ESC-10 top-1']['int8']:.3f} (int8), {metrics['ESC-10 top-1']['float']:.3f} (float); pack written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
